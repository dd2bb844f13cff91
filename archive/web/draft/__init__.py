"""A draft checked against agreed language: as a page, and as files. Nothing of it is kept."""
