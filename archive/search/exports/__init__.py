"""A whole search as rows for files."""
