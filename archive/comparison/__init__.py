"""Comparison of wordings: pure texts in, differences out."""
