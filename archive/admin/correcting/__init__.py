"""Correcting: the forms on which somebody sets right what the parser made of a file."""
