"""Lineages along a series: its members, where each lineage stands, and what an address asks."""
