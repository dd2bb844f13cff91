"""Rows of a text: paragraphs, notes and citations from the values of a parse.

Each kind is written in a few statements whatever the number of its rows. Where a text is held
already, what stays the same place keeps its row: paragraphs and notes by anchor, citations by the
words they stand in (archive/ingest/publishing/alignment.py).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from archive.ingest.citation_rows import write_citations
from archive.ingest.lengths import check_lengths
from archive.ingest.lineages.carrying import carry_decisions
from archive.ingest.lineages.forgetting import forget_paragraphs, forget_text
from archive.ingest.publishing.alignment import Alignment, remove
from archive.ingest.publishing.records import Records
from archive.models import (
    Citation,
    Footnote,
    Paragraph,
    ParagraphPairing,
    Resolution,
    SourceFile,
    Text,
)
from archive.models.text import content_hash_of
from archive.parsing import parsed as values
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """The rows of a held text, by key; of none where none is held."""

    paragraphs: Mapping[int, Paragraph] = field(default_factory=dict)
    footnotes: Mapping[int, Footnote] = field(default_factory=dict)
    citations: Mapping[int, Citation] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Text) -> "_Within":
        return cls(
            paragraphs=Paragraph.objects.standing_in(text).defer("search_vector").in_bulk(),
            footnotes=Footnote.objects.standing_in(text).defer("search_vector").in_bulk(),
            citations=Citation.objects.filter(text=text).in_reading_order().in_bulk(),
        )


def write_text(
    parsed: ParsedResolution,
    *,
    resolution: Resolution,
    source_file: SourceFile,
    rows: Mapping[str, Resolution],
    parsed_at: datetime,
    records: Records,
    held: Text | None = None,
) -> Text:
    """A text with everything in it; ``rows`` are the resolutions it may cite, by symbol.

    It takes the place of the one that is held, if one is: its key stays, and so does the day on
    which readers first saw it.
    """
    text = _text(parsed, resolution=resolution, source_file=source_file, held=held)
    text.parsed_at = parsed_at
    if held is None:
        text.published_at, text.published_by_id = records.change.at, records.change.by
    Alignment({held.pk: held} if held else {}, [text]).write(Text, records)
    within = _Within.of(held) if held else _Within()
    _write_within(text, parsed, held=within, rows=rows, records=records)
    return text


def _write_within(
    text: Text,
    parsed: ParsedResolution,
    *,
    held: _Within,
    rows: Mapping[str, Resolution],
    records: Records,
) -> None:
    """The paragraphs, notes and citations of a text."""
    cited = _cited_by_place(parsed, but=text.resolution.symbol)
    paragraphs = _write_paragraphs(
        text, parsed.paragraphs, held=held.paragraphs, cited=cited, records=records
    )
    footnotes = _write_footnotes(
        text,
        parsed,
        held=held.footnotes,
        paragraphs=paragraphs,
        cited=cited,
        records=records,
    )
    write_citations(
        text,
        parsed.citations,
        held=held.citations,
        paragraphs=paragraphs,
        footnotes=footnotes,
        rows=rows,
        records=records,
    )


def remove_text(text: Text, records: Records) -> None:
    """Delete a text that another has taken the place of, with everything in it.

    Its card is left to be written anew in the same transaction.
    """
    remove(Citation, [*text.citations.values_list("pk", flat=True)], records=records)
    remove(Footnote, [*text.footnotes.values_list("pk", flat=True)], records=records)
    paragraphs = [*text.paragraphs.values_list("pk", flat=True)]
    decided = ParagraphPairing.objects.decided().of_any(paragraphs)
    remove(ParagraphPairing, [*decided.values_list("pk", flat=True)], records=records)
    forget_paragraphs(paragraphs)
    remove(Paragraph, paragraphs, records=records)
    forget_text(text.pk)
    remove(Text, [text.pk], records=records)


def wording_of(parsed: ParsedResolution) -> str:
    """Every paragraph and then every note, a line each."""
    return "\n".join(
        [*(one.text for one in parsed.paragraphs), *(one.text for one in parsed.footnotes)]
    )


def _text(
    parsed: ParsedResolution, *, resolution: Resolution, source_file: SourceFile, held: Text | None
) -> Text:
    """The row of the text itself, unsaved; what is no matter of a parse is as it is held."""
    wording = wording_of(parsed)
    text = Text(
        resolution=resolution,
        source_file=source_file,
        language=parsed.language,
        title=parsed.masthead.title or "",
        wording=wording,
        content_hash=content_hash_of(wording),
        parser_version=parsed.parser_version,
    )
    if held is not None:
        text.pk = held.pk
        text.published_at, text.published_by_id = held.published_at, held.published_by_id
        text.withdrawn_at, text.withdrawn_by_id = held.withdrawn_at, held.withdrawn_by_id
        text.withdrawal_reason = held.withdrawal_reason
    return text


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
    paragraphs: Sequence[values.Paragraph],
    *,
    held: Mapping[int, Paragraph],
    cited: Mapping[str, list[str]],
    records: Records,
) -> dict[str, Paragraph]:
    """Rows by anchor. Keys of new ones are drawn first, so that each can name its parent."""
    keys = {row.anchor: key for key, row in held.items()}
    new = [one.id for one in paragraphs if one.id not in keys]
    keys |= dict(zip(new, _draw_keys(len(new)), strict=True))
    made = [
        Paragraph(
            pk=keys[one.id],
            text=text,
            position=position,
            anchor=one.id,
            kind=one.kind.value,
            number=one.number,
            label=one.label or "",
            parent_id=keys[one.parent] if one.parent else None,
            opening=one.opening or "",
            form=(one.form or "") if one.opening else "",
            rows=[[list(cell) for cell in row] for row in one.rows],
            cited=cited[one.id],
            wording=one.text,
        )
        for position, one in enumerate(paragraphs, 1)
    ]
    check_lengths((row.anchor, row) for row in made)
    alignment = Alignment(held, made)
    carry_decisions(held, made, records=records)
    forget_paragraphs(alignment.removed)
    alignment.write(Paragraph, records)
    return {row.anchor: row for row in made}


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
    held: Mapping[int, Footnote],
    paragraphs: Mapping[str, Paragraph],
    cited: Mapping[str, list[str]],
    records: Records,
) -> dict[str, Footnote]:
    """Rows by anchor."""
    keys = {row.number: key for key, row in held.items()}
    offsets = {
        (one.id, marker.number): marker.offset
        for one in parsed.paragraphs
        for marker in one.markers
    }
    made = [
        Footnote(
            pk=keys.get(note.number),
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
    Alignment(held, made).write(Footnote, records)
    return {row.anchor: row for row in made}
