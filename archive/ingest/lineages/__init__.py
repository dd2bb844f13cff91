"""Lineages: series, which paragraphs of their texts became which, and what follows from it."""
