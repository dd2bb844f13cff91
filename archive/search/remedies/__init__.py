"""What may help where nothing was found: corrections, and what could be dropped."""
