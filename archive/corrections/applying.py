"""Applying corrections: a parse with what people have set right in it."""

from collections.abc import Sequence

from archive.corrections.values import Corrected, Correction
from archive.parsing.parsed import ParsedResolution


def corrected(parsed: ParsedResolution, corrections: Sequence[Correction]) -> Corrected:
    """A parse with corrections applied, one after another."""
    assert not corrections, "being written"
    return Corrected(parsed=parsed)
