"""Series for staff: curating their members."""
