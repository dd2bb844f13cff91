"""Withdrawing: the pages on which a text is taken from readers, and given back."""
