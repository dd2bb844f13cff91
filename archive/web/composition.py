"""Composition: a wording, with what stands in it, cut into pieces a template can print in order.

Nothing here knows HTML or rows. Offsets are code points into the wording, ends excluded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from archive.parsing.parsed import Marker

#: Where words stand in a wording: from which code point to before which.
Stretch = tuple[int, int]


class Rendering(StrEnum):
    """How a citation is shown, by what the archive has at its other end."""

    HELD = "held"
    CITED_ONLY = "cited_only"
    NO_PAGE = "no_page"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The other end of a citation: ``address`` is empty when it has no page here.

    ``conflict`` is the address on the page of what speaks against the citation, if anything does.
    """

    rendering: Rendering
    name: str
    address: str = ""
    is_draft: bool = False
    conflict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the wording that cites; without a reference it is only marked."""

    start: int
    end: int
    reference: Reference | None = None


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
    words another one carries. ``is_last`` of a reference's pieces is the one its span ends with.
    ``start`` is where it stands in the wording.
    """

    words: str = ""
    start: int = field(default=0, compare=False)
    is_last: bool = field(default=False, compare=False)
    is_opening: bool = False
    is_marked: bool = False
    is_added: bool = False
    reference: Reference | None = None
    marker: PlacedMarker | None = None


def compose(
    wording: str,
    *,
    opening: str = "",
    spans: Sequence[Span] = (),
    markers: Sequence[Marker] = (),
    cuts: Iterable[int] = (),
    hits: Sequence[Stretch] = (),
) -> tuple[Piece, ...]:
    """The pieces of a wording, in reading order; their words together are the wording.

    Of spans that overlap, the shortest carries the words they share. Spans and markers that
    reach past the wording are cut off at its end. No piece reaches over one of the ``cuts``.
    ``hits`` are marked besides, whatever they lead to.
    """
    opening_end = len(opening) if wording.startswith(opening) else 0
    placed = _placed(markers, last=len(wording))
    edges = {opening_end, *cuts, *(offset for offset, _ in placed)}
    edges |= {edge for span in spans for edge in (span.start, span.end)}
    stops = _stops(wording, edges | {edge for hit in hits for edge in hit})
    laid, marks = _Laid(spans, wording), _by_offset(placed)
    pieces: list[Piece] = []
    for start, end in zip(stops, [*stops[1:], None], strict=True):
        pieces += laid.added_at(start)
        pieces += [Piece(marker=marker, start=start) for marker in marks.get(start, ())]
        if end is not None:
            piece = _words(wording[start:end], laid.over(start, end), start=start)
            is_marked = piece.is_marked or any(one <= start and end <= two for one, two in hits)
            piece = replace(piece, is_opening=end <= opening_end, is_marked=is_marked)
            pieces.append(piece)
    return tuple(pieces)


def _stops(wording: str, edges: Iterable[int]) -> list[int]:
    """Where a wording is cut, its beginning and its end among them."""
    return sorted({0, len(wording), *(_within(edge, wording) for edge in edges)})


class _Laid:
    """Spans laid over a wording, asked for from its beginning to its end."""

    def __init__(self, spans: Sequence[Span], wording: str) -> None:
        self._spans = spans
        self._coming = sorted(range(len(spans)), key=lambda i: spans[i].start, reverse=True)
        self._open: list[int] = []
        self._shown: set[int] = set()
        self._ending: dict[int, list[int]] = {}
        for index, span in enumerate(spans):
            if span.end > span.start:
                self._ending.setdefault(_within(span.end, wording), []).append(index)

    def over(self, start: int, end: int) -> Span | None:
        """The shortest span over a stretch; of equals, the first."""
        while self._coming and self._spans[self._coming[-1]].start <= start:
            self._open.append(self._coming.pop())
        self._open = [i for i in self._open if self._spans[i].end >= end]
        chosen = min(self._open, key=lambda i: (self._length(i), i), default=None)
        if chosen is None:
            return None
        self._shown.add(chosen)
        return self._spans[chosen]

    def added_at(self, end: int) -> Iterator[Piece]:
        """References that end here and got no words of their own, named after those words."""
        for index in self._ending.get(end, ()):
            span = self._spans[index]
            if index not in self._shown and span.reference:
                self._shown.add(index)
                yield Piece(
                    words=span.reference.name,
                    start=end,
                    is_added=True,
                    is_last=True,
                    reference=span.reference,
                )

    def _length(self, index: int) -> int:
        return self._spans[index].end - self._spans[index].start


def _by_offset(
    placed: Sequence[tuple[int, PlacedMarker]],
) -> dict[int, list[PlacedMarker]]:
    found: dict[int, list[PlacedMarker]] = {}
    for offset, marker in placed:
        found.setdefault(offset, []).append(marker)
    return found


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


def _words(words: str, span: Span | None, *, start: int) -> Piece:
    return Piece(
        words=words,
        start=start,
        is_marked=span is not None and span.reference is None,
        is_last=span is not None and span.end <= start + len(words),
        reference=span.reference if span else None,
    )
