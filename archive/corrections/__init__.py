"""Corrections of a parse by people: pure values in, a corrected parse out."""
