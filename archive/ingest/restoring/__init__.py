"""Restoring: what a text or a fact was before comes back as corrections of what is published."""
