"""Citations as rows: each with the paragraph or note it stands in and the resolution it cites."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from archive.ingest.lengths import check_lengths
from archive.ingest.publishing.alignment import Alignment
from archive.ingest.publishing.records import Records
from archive.models import Citation, Footnote, Paragraph, Resolution, Text
from archive.parsing import parsed as values


class _Places:
    """Where citations stand: a paragraph, or a note and the paragraph that marks it."""

    def __init__(
        self, paragraphs: Mapping[str, Paragraph], footnotes: Mapping[str, Footnote]
    ) -> None:
        self._paragraphs = paragraphs
        self._footnotes = footnotes

    def of(self, anchor: str) -> tuple[Paragraph | None, Footnote | None]:
        """The paragraph and the note of an anchor."""
        footnote = self._footnotes.get(anchor)
        return (footnote.paragraph if footnote else self._paragraphs[anchor]), footnote


def write_citations(
    text: Text,
    citations: Sequence[values.Citation],
    *,
    held: Mapping[int, Citation],
    paragraphs: Mapping[str, Paragraph],
    footnotes: Mapping[str, Footnote],
    rows: Mapping[str, Resolution],
    records: Records,
) -> None:
    """Write the citations of a text; ``rows`` are the resolutions it may cite, by symbol.

    ``held`` are those it has, by key, in reading order.
    """
    places = _Places(paragraphs, footnotes)
    made = [
        _row(text, one, position=position, places=places, rows=rows)
        for position, one in enumerate(citations, 1)
    ]
    check_lengths((one.source, row) for one, row in zip(citations, made, strict=True))
    _give_keys(list(held.values()), made)
    Alignment(held, made).write(Citation, records)


def _row(
    text: Text,
    one: values.Citation,
    *,
    position: int,
    places: _Places,
    rows: Mapping[str, Resolution],
) -> Citation:
    paragraph, footnote = places.of(one.source)
    return Citation(
        text=text,
        position=position,
        paragraph=paragraph,
        footnote=footnote,
        start=one.start,
        end=one.end,
        words=one.text,
        cited_symbol=one.target or "",
        cited_resolution=rows.get(one.target or ""),
        by_name=one.by_name,
        dated_on=one.dated_on,
        pinpoint=one.pinpoint or "",
        opening=one.opening or "",
        of_whole=one.of_whole,
        conflict=one.conflict or "",
    )


def _give_keys(held: Sequence[Citation], made: Sequence[Citation]) -> None:
    """Give what is made the keys of the same citations as they are held.

    The same are those of one span, then those of the same words in the same place, one after
    another. What the dates say against one stays until it is looked at anew, unless it now cites
    something else.
    """
    for same in (_by_span, _by_words):
        waiting: dict[Hashable, list[Citation]] = defaultdict(list)
        taken = {row.pk for row in made if row.pk}
        for row in held:
            if row.pk not in taken:
                waiting[same(row)].append(row)
        for row in made:
            if not row.pk and waiting[same(row)]:
                _take_place(row, waiting[same(row)].pop(0))


def _take_place(row: Citation, held: Citation) -> None:
    row.pk = held.pk
    if row.cited_resolution_id == held.cited_resolution_id:
        row.date_conflict = held.date_conflict


def _place(row: Citation) -> Hashable:
    return ("note", row.footnote_id) if row.footnote_id else ("paragraph", row.paragraph_id)


def _by_span(row: Citation) -> Hashable:
    return _place(row), row.start, row.end, row.of_whole


def _by_words(row: Citation) -> Hashable:
    return _place(row), row.words, row.cited_symbol, row.of_whole
