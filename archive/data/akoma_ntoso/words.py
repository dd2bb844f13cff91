"""Words of a paragraph or a note as mixed content: openings in italics, citations, notes.

Offsets are code points into the wording, ends excluded. No element crosses another: of citations
that overlap, the one that begins first is a reference, of those that begin together the longest.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.data.akoma_ntoso.citations import Href
from archive.data.akoma_ntoso.xml import add, say
from archive.data.records import Record
from archive.models import Citation, Footnote, Paragraph
from archive.parsing.readers.untrusted_xml import Element


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that are one element: a reference where ``href`` says to what, else an opening."""

    start: int
    end: int
    href: str = ""


class Writer:
    """Writes the words of one record."""

    def __init__(self, record: Record, *, href: Href) -> None:
        self._record = record
        self._href = href
        self._citations: dict[str, list[Citation]] = {}
        for citation in record.citations:
            self._citations.setdefault(record.anchor_of(citation), []).append(citation)

    def write(self, into: Element, paragraph: Paragraph) -> None:
        """The words of a paragraph with all that stands in them."""
        marks = self._record.marks.get(paragraph.pk, ())
        stretches = self._stretches(paragraph)
        span = (0, len(paragraph.wording))
        self._fill(into, paragraph.wording, span=span, stretches=stretches, marks=marks)

    def write_table(self, into: Element, paragraph: Paragraph) -> None:
        """A table, each cell with its words; a mark stands in the cell that ends at it or later."""
        left = list(self._record.marks.get(paragraph.pk, ()))
        stretches = self._stretches(paragraph)
        table = add(into, "table")
        for row in paragraph.rows:
            line = add(table, "tr")
            for start, end in row:
                cell = add(add(line, "td"), "p")
                marks = [note for note in left if end > start and (note.marker_offset or 0) <= end]
                left = [note for note in left if note not in marks]
                self._fill(
                    cell, paragraph.wording, span=(start, end), stretches=stretches, marks=marks
                )
        for note in left:
            self.write_note(cell, note)

    def write_note(self, into: Element, note: Footnote) -> None:
        """A note where its mark stands."""
        element = add(
            into,
            "authorialNote",
            marker=note.number,
            placement="bottom",
            eId=f"authorialNote_{note.number}",
            GUID=self.identity(note.anchor),
        )
        wording = note.wording
        stretches = self._references(note.anchor, after=0)
        self._fill(
            add(element, "p"), wording, span=(0, len(wording)), stretches=stretches, marks=()
        )

    def identity(self, anchor: str) -> str:
        """The name of a place that no other place has, in any resolution."""
        return f"{self._record.resolution.symbol}#{anchor}"

    def _stretches(self, paragraph: Paragraph) -> list[_Stretch]:
        is_opened = paragraph.opening and paragraph.wording.startswith(paragraph.opening)
        opening = len(paragraph.opening) if is_opened else 0
        references = self._references(paragraph.anchor, after=opening)
        return [_Stretch(0, opening), *references] if opening else references

    def _references(self, anchor: str, *, after: int) -> list[_Stretch]:
        """The citations of a place that can be elements side by side."""
        found: list[_Stretch] = []
        cited = self._citations.get(anchor, ())
        for one in sorted(cited, key=lambda one: (one.start, -one.end)):
            href = self._href.of(one, record=self._record)
            if href and one.start >= after:
                found.append(_Stretch(one.start, one.end, href))
                after = one.end
        return found

    def _fill(
        self,
        into: Element,
        wording: str,
        *,
        span: tuple[int, int],
        stretches: Sequence[_Stretch],
        marks: Iterable[Footnote],
    ) -> None:
        """The words between two offsets, cut wherever something begins, ends or is marked."""
        first, last = span
        begun = {one.start: one for one in _within(span, stretches)}
        ended = {one.end for one in begun.values()}
        noted: dict[int, list[Footnote]] = {}
        for note in marks:
            noted.setdefault(min(max(note.marker_offset or 0, first), last), []).append(note)
        stops = sorted({first, last, *noted, *begun, *ended})
        here = into
        for start, end in zip(stops, [*stops[1:], last], strict=True):
            here = into if start in ended else here
            for note in noted.get(start, ()):
                self.write_note(here, note)
            here = _begin(into, begun[start]) if start in begun else here
            say(here, wording[start:end])


def _within(span: tuple[int, int], stretches: Sequence[_Stretch]) -> Sequence[_Stretch]:
    """Those within a span; they stand in their order, and none reaches into another."""
    start = bisect_left(stretches, span[0], key=lambda one: one.start)
    end = bisect_right(stretches, span[1], key=lambda one: one.end)
    return stretches[start:end]


def _begin(into: Element, stretch: _Stretch) -> Element:
    return add(into, "ref", href=stretch.href) if stretch.href else add(into, "i")
