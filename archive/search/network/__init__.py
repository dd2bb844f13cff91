"""The network of recalls: who recalls whom, of which resolutions, and how much of it is drawn."""
