"""Agreed language as a page, as files, and as members for programs."""
