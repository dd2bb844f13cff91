"""Rows of a text: paragraphs, notes and citations from the values of a parse.

Each kind is written in one query whatever the number of its rows.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from archive.ingest.lengths import check_lengths
from archive.models import Citation, Footnote, Paragraph, Resolution, SourceFile, Text
from archive.models.text import content_hash_of
from archive.parsing import parsed as values
from archive.parsing.parsed import ParsedResolution


def write_text(
    parsed: ParsedResolution,
    *,
    resolution: Resolution,
    source_file: SourceFile,
    rows: Mapping[str, Resolution],
    at: datetime,
) -> Text:
    """A text with everything in it; ``rows`` are the resolutions it may cite, by symbol."""
    wording = wording_of(parsed)
    text = Text.objects.create(
        resolution=resolution,
        source_file=source_file,
        language=parsed.language,
        title=parsed.masthead.title or "",
        wording=wording,
        content_hash=content_hash_of(wording),
        parser_version=parsed.parser_version,
        parsed_at=at,
    )
    cited = _cited_by_place(parsed, but=resolution.symbol)
    paragraphs = _write_paragraphs(text, parsed.paragraphs, cited=cited)
    footnotes = _write_footnotes(text, parsed, paragraphs=paragraphs, cited=cited)
    places = _Places(paragraphs, footnotes)
    _write_citations(text, parsed.citations, places=places, rows=rows)
    return text


def wording_of(parsed: ParsedResolution) -> str:
    """Every paragraph and then every note, a line each."""
    return "\n".join(
        [*(one.text for one in parsed.paragraphs), *(one.text for one in parsed.footnotes)]
    )


def _cited_by_place(parsed: ParsedResolution, *, but: str) -> Mapping[str, list[str]]:
    """What each paragraph and note cites, by anchor: symbols once each, in order, but its own.

    A document cited only because it prints a cited part is not among them.
    """
    cited: dict[str, set[str]] = defaultdict(set)
    for one in parsed.citations:
        if one.target and one.target != but and not one.of_whole:
            cited[one.source].add(one.target)
    return defaultdict(list, {anchor: sorted(symbols) for anchor, symbols in cited.items()})


def _write_paragraphs(
    text: Text,
    paragraphs: tuple[values.Paragraph, ...],
    *,
    cited: Mapping[str, list[str]],
) -> dict[str, Paragraph]:
    """Rows by anchor. Their keys are drawn first, so that each can name its parent."""
    drawn = _draw_keys(len(paragraphs))
    keys = {one.id: key for one, key in zip(paragraphs, drawn, strict=True)}
    made = [
        Paragraph(
            pk=drawn[position - 1],
            text=text,
            position=position,
            anchor=one.id,
            kind=one.kind.value,
            number=one.number,
            label=one.label or "",
            parent_id=keys[one.parent] if one.parent else None,
            opening=one.opening or "",
            form=(one.form or "") if one.opening else "",
            rows=one.rows,
            cited=cited[one.id],
            wording=one.text,
        )
        for position, one in enumerate(paragraphs, 1)
    ]
    check_lengths((row.anchor, row) for row in made)
    return {row.anchor: row for row in Paragraph.objects.bulk_create(made)}


def _draw_keys(count: int) -> list[int]:
    """Keys of paragraphs that no other transaction will use."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Paragraph._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _write_footnotes(
    text: Text,
    parsed: ParsedResolution,
    *,
    paragraphs: Mapping[str, Paragraph],
    cited: Mapping[str, list[str]],
) -> dict[str, Footnote]:
    """Rows by anchor."""
    offsets = {
        (one.id, marker.number): marker.offset
        for one in parsed.paragraphs
        for marker in one.markers
    }
    made = [
        Footnote(
            text=text,
            position=position,
            number=note.number,
            wording=note.text,
            cited=cited[note.id],
            paragraph=paragraphs[note.marked_in] if note.marked_in else None,
            marker_offset=offsets[note.marked_in, note.number] if note.marked_in else None,
        )
        for position, note in enumerate(parsed.footnotes, 1)
    ]
    check_lengths((row.anchor, row) for row in made)
    return {row.anchor: row for row in Footnote.objects.bulk_create(made)}


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


def _write_citations(
    text: Text,
    citations: tuple[values.Citation, ...],
    *,
    places: _Places,
    rows: Mapping[str, Resolution],
) -> None:
    made = []
    for position, one in enumerate(citations, 1):
        paragraph, footnote = places.of(one.source)
        made.append(
            Citation(
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
        )
    sources = (one.source for one in citations)
    check_lengths(zip(sources, made, strict=True))
    Citation.objects.bulk_create(made)
