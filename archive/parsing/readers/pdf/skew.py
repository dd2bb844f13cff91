"""Pages that were laid on a scanner askew, made level.

Reads: the glyphs of a page, in the order they are printed in. Writes: the same on level baselines.
Letters laid under a picture stand where the picture shows them, so their lines climb or fall.
"""

from collections.abc import Sequence
from statistics import median

from archive.parsing.readers.pdf.glyphs import Glyph

_SHORTEST_RUN, _FEWEST_RUNS = 100.0, 3
_SAME_LINE, _WIDEST_GAP = 0.5, 3.0
#: Less moves the end of a line by less than half a point, more is no page askew.
_LEAST, _MOST = 0.001, 0.1


def level(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs on level baselines, where most lines climb or fall alike."""
    slopes = _slopes(glyphs)
    slope = median(slopes) if len(slopes) >= _FEWEST_RUNS else 0.0
    if not _LEAST < abs(slope) < _MOST:
        return glyphs
    return [one._replace(y=one.y - slope * one.x0) for one in glyphs]


def _slopes(glyphs: Sequence[Glyph]) -> list[float]:
    """How much each long run of glyphs along one line falls."""
    slopes: list[float] = []
    first = last = None
    for glyph in glyphs:
        if last is None or first is None or not _goes_on(last, glyph):
            slopes += _slope(first, last)
            first = glyph
        last = glyph
    return [*slopes, *_slope(first, last)]


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    is_beside = last.x0 <= glyph.x0 <= last.x1 + _WIDEST_GAP * size
    return is_beside and abs(glyph.y - last.y) < _SAME_LINE * size


def _slope(first: Glyph | None, last: Glyph | None) -> list[float]:
    if first is None or last is None or last.x0 - first.x0 < _SHORTEST_RUN:
        return []
    return [(last.y - first.y) / (last.x0 - first.x0)]
