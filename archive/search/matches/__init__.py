"""What is found: which resolutions and paragraphs, how many, and in which order."""
