"""Pieces: a wording cut where a citation, a mend or a mark of a note begins or ends.

Nothing here knows HTML or rows. Offsets are code points into the wording, ends excluded.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.admin.review.citations import CitationMark
from archive.admin.review.places import place_id
from archive.corrections.places import anchor_of_note
from archive.parsing.parsed import Marker, Mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one kind, or the mark of a note between words.

    ``ends`` are the citations that end with the piece. ``mended`` is what the file had in the place
    of the words, empty where they are as it has them; a mend is told where it ``ends_mend``.
    """

    start: int
    words: str = ""
    is_opening: bool = False
    within: CitationMark | None = None
    ends: tuple[CitationMark, ...] = ()
    mended: str = ""
    ends_mend: bool = False
    note: str = ""

    @property
    def note_id(self) -> str:
        """Where the note that is marked stands on the page."""
        return place_id(anchor_of_note(self.note))


def pieces_of(
    wording: str,
    *,
    opening: str = "",
    citations: Sequence[CitationMark] = (),
    markers: Sequence[Marker] = (),
    mends: Sequence[Mend] = (),
    cuts: Iterable[int] = (),
) -> tuple[Piece, ...]:
    """The pieces of a wording in reading order; none reaches over one of the ``cuts``.

    Of citations that overlap, the shortest has the words they share; each is told where it ends.
    """
    mended = dict(_places_of(mends, wording))
    opened = len(opening) if wording.startswith(opening) else 0
    edges = {0, opened, len(wording), *cuts, *(one.offset for one in markers)}
    edges |= {edge for one in citations for edge in (one.start, one.end)}
    edges |= {edge for start, (end, _) in mended.items() for edge in (start, end)}
    stops = sorted({min(max(0, edge), len(wording)) for edge in edges})
    marks, laid = _by_offset(markers, len(wording)), _Laid(citations, mended, last=len(wording))
    found: list[Piece] = []
    for start, end in zip(stops, [*stops[1:], None], strict=True):
        found += [Piece(start=start, note=number) for number in marks.get(start, ())]
        if end is not None:
            piece = laid.piece(wording[start:end], start=start)
            found.append(replace(piece, is_opening=True) if end <= opened else piece)
    return tuple(found)


class _Laid:
    """Citations and mends laid over a wording, asked for from its beginning to its end."""

    def __init__(
        self,
        citations: Sequence[CitationMark],
        mended: Mapping[int, tuple[int, str]],
        *,
        last: int,
    ) -> None:
        self._coming = sorted(citations, key=lambda one: -one.start)
        self._open: list[CitationMark] = []
        self._ending: dict[int, list[CitationMark]] = defaultdict(list)
        for one in citations:
            self._ending[min(one.end, last)].append(one)
        self._mended = mended
        self._starts = sorted(mended)

    def piece(self, words: str, *, start: int) -> Piece:
        """The piece of some words; asked for one after another."""
        end = start + len(words)
        mend_end, found = self._mend_over(start)
        return Piece(
            start=start,
            words=words,
            within=self._over(start, end),
            ends=tuple(self._ending.get(end, ())),
            mended=found,
            ends_mend=mend_end == end,
        )

    def _over(self, start: int, end: int) -> CitationMark | None:
        while self._coming and self._coming[-1].start <= start:
            self._open.append(self._coming.pop())
        self._open = [one for one in self._open if one.end >= end]
        return min(self._open, key=lambda one: one.end - one.start, default=None)

    def _mend_over(self, start: int) -> tuple[int, str]:
        """Where the mend over an offset ends, and what the file had; nothing without one."""
        at = bisect_right(self._starts, start) - 1
        end, found = self._mended[self._starts[at]] if at >= 0 else (0, "")
        return (end, found) if start < end else (0, "")


def _places_of(mends: Iterable[Mend], wording: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Where each mended word stands; they come in order, and one that is not there is passed."""
    behind = 0
    for mend in mends:
        at = wording.find(mend.mended, behind)
        if at >= 0 and mend.mended:
            behind = at + len(mend.mended)
            yield at, (behind, mend.found)


def _by_offset(markers: Iterable[Marker], last: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for one in markers:
        found[min(max(0, one.offset), last)].append(one.number)
    return found
