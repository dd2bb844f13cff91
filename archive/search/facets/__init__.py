"""What stands beside the results: facets, the years, and what narrows."""
