"""Agreed language: which wordings say what is asked, or nearly, and who has adopted them."""
