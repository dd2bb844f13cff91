"""Series: which resolutions are of each, who said so, and the pages on which that is decided."""
