"""Pairings for staff: confirming and correcting them."""
