"""Intake: the page on which staff bring files, and the pages of their batches."""
