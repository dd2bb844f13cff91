"""The network of recalls: what an address asks, and what is chosen to be drawn."""
