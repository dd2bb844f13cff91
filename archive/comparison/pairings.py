"""Pairings: which paragraphs of one text became which of another.

Reads: the passages of two texts. Writes: their comparison.
"""

from collections.abc import Sequence

from archive.comparison.passages import Comparison, Passage


def compared(before: Sequence[Passage], after: Sequence[Passage]) -> Comparison:
    """What became of each paragraph of the older text, and where each of the newer came from."""
    raise NotImplementedError
