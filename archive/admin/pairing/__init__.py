"""Pairings: what became of paragraphs, and the pages on which people confirm or correct it."""
