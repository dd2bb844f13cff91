"""Composition: a wording, with what stands in it, cut into pieces a template can print in order.

Nothing here knows HTML or rows. Offsets are code points into the wording, ends excluded.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.parsing.parsed import Marker


class Rendering(StrEnum):
    """How a citation is shown, by what the archive has at its other end."""

    HELD = "held"
    CITED_ONLY = "cited_only"
    NO_PAGE = "no_page"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The other end of a citation: ``address`` is empty when it has no page here."""

    rendering: Rendering
    name: str
    address: str = ""
    is_draft: bool = False
    dates_differ: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the wording that cites; without a reference it is only marked."""

    start: int
    end: int
    reference: Reference | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether it reaches over the whole of another stretch."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMarker:
    """A footnote's mark: ``anchor`` is its own, and differs for each mark of the same note."""

    number: str
    anchor: str
    follows_marker: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one kind, or a marker between words.

    ``is_added`` says that ``words`` are not the text's: the name of a further reference whose
    words another one carries.
    """

    words: str = ""
    is_opening: bool = False
    is_marked: bool = False
    is_added: bool = False
    reference: Reference | None = None
    marker: PlacedMarker | None = None


def compose(
    wording: str, *, opening: str = "", spans: Sequence[Span] = (), markers: Sequence[Marker] = ()
) -> tuple[Piece, ...]:
    """The pieces of a wording, in reading order; their words together are the wording.

    Of spans that overlap, the shortest carries the words they share. Spans and markers that
    reach past the wording are cut off at its end.
    """
    opening_end = len(opening) if wording.startswith(opening) else 0
    placed = _placed(markers, last=len(wording))
    edges = {0, opening_end, len(wording), *(offset for offset, _ in placed)}
    cuts = sorted(edges | {_within(edge, wording) for s in spans for edge in (s.start, s.end)})
    shown: set[int] = set()
    pieces: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        pieces += _added(wording, spans, end=start, shown=shown)
        pieces += [Piece(marker=marker) for offset, marker in placed if offset == start]
        if end is not None:
            chosen = _innermost(spans, start=start, end=end)
            shown |= set() if chosen is None else {chosen}
            span = None if chosen is None else spans[chosen]
            pieces.append(_words(wording[start:end], span, is_opening=end <= opening_end))
    return tuple(pieces)


def _within(offset: int, wording: str) -> int:
    return max(0, min(offset, len(wording)))


def _placed(markers: Sequence[Marker], *, last: int) -> list[tuple[int, PlacedMarker]]:
    """Each marker with its offset and an anchor of its own."""
    seen: Counter[str] = Counter()
    offsets: set[int] = set()
    placed = []
    for marker in markers:
        seen[marker.number] += 1
        times = seen[marker.number]
        anchor = f"fn{marker.number}-mark" + (f"-{times}" if times > 1 else "")
        offset = max(0, min(marker.offset, last))
        mark = PlacedMarker(number=marker.number, anchor=anchor, follows_marker=offset in offsets)
        offsets.add(offset)
        placed.append((offset, mark))
    return placed


def _innermost(spans: Sequence[Span], *, start: int, end: int) -> int | None:
    """The index of the shortest span over a stretch; of equals, the first."""
    covering = [index for index, span in enumerate(spans) if span.covers(start, end)]
    return min(covering, key=lambda i: spans[i].end - spans[i].start, default=None)


def _words(words: str, span: Span | None, *, is_opening: bool) -> Piece:
    return Piece(
        words=words,
        is_opening=is_opening,
        is_marked=span is not None and span.reference is None,
        reference=span.reference if span else None,
    )


def _added(wording: str, spans: Sequence[Span], *, end: int, shown: set[int]) -> Iterator[Piece]:
    """References that end here and got no words of their own, named after those words."""
    for index, span in enumerate(spans):
        ends_here = _within(span.end, wording) == end and span.end > span.start
        if ends_here and index not in shown and span.reference:
            shown.add(index)
            yield Piece(words=span.reference.name, is_added=True, reference=span.reference)
