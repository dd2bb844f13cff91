"""Editing: what people set right in a parse, and the edition that comes of it."""
