"""The past of a text: what it said at an instant, as values to compare and to restore.

Facts are those that the archive had of the resolution then, wherever from; so a past state is to be
compared with another such state, that of now included, and not with the parse of a file.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db.models import Model

from archive.ingest.fact_columns import Sponsors, read_value
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.records import Sign
from archive.models import Citation, Evidence, Footnote, Paragraph, Resolution, Text
from archive.parsing import parsed as values
from archive.parsing.parsed import Masthead, ParagraphKind, ParsedResolution
from archive.parsing.symbols import Organ

_Fact = Evidence.Fact


class UnknownStateError(Exception):
    """An instant at which a text was not there."""


def edition_at(text: Text, at: datetime) -> ParsedResolution:
    """What a text said at an instant, as a parse would have it, with its masthead's facts.

    For comparison and for restoring: warnings, mends and leftovers are no part of a text. Raises
    UnknownStateError for an instant before there was one.
    """
    then = _row_at(Text, text.pk, at=at)
    paragraphs = {row.id: row for row in _rows_at(Paragraph, text, at=at)}
    notes = {row.id: row for row in _rows_at(Footnote, text, at=at)}
    anchors = {key: row.anchor for key, row in paragraphs.items()}
    marked = defaultdict(list)
    for note in notes.values():
        marked[note.paragraph_id].append(note)
    return ParsedResolution(
        format="",
        parser_version=then.parser_version,
        language=then.language,
        masthead=_masthead(then, _row_at(Resolution, then.resolution_id, at=at)),
        paragraphs=tuple(
            _paragraph(row, anchors, notes=marked[key]) for key, row in paragraphs.items()
        ),
        footnotes=tuple(_footnote(row, anchors) for row in notes.values()),
        citations=tuple(
            _citation(row, anchors, notes=notes) for row in _rows_at(Citation, text, at=at)
        ),
    )


def _rows_at(model: type[Model], text: Text, *, at: datetime) -> Sequence[Any]:
    """The rows of a text as they were, in their order."""
    written = history_of(model).filter(text=text.pk, history_date__lte=at)
    latest = written.order_by("id", "-history_date", "-history_id").distinct("id")
    there = (row for row in latest if row.history_type != Sign.REMOVED)
    return sorted(there, key=attrgetter("position"))


def _row_at(model: type[Model], key: int, *, at: datetime) -> Any:
    row = history_of(model).filter(id=key, history_date__lte=at).first()
    if row is None or row.history_type == Sign.REMOVED:
        raise UnknownStateError(f"There was no such {model._meta.verbose_name} on {at:%c}.")
    return row


def _masthead(text: Any, past: Any) -> Masthead:
    resolution: Resolution = past.instance
    facts: dict[str, Any] = {
        fact.value: read_value(resolution, fact)
        for fact in (
            *(_Fact.ADOPTED_ON, _Fact.MEETING, _Fact.COMMITTEE_REPORT, _Fact.AGENDA_ITEM),
            *(_Fact.DISTRIBUTED_ON, _Fact.ADOPTION, _Fact.DRAFT_SYMBOL),
        )
    }
    sponsors = read_value(resolution, _Fact.SPONSORS)
    if not isinstance(sponsors, Sponsors):
        sponsors = Sponsors()
    return Masthead(
        symbol=resolution.symbol,
        organ=Organ(resolution.organ),
        session=resolution.session_ordinal,
        title=text.title or None,
        is_draft=resolution.is_draft,
        sponsors=sponsors.first,
        additional_sponsors=sponsors.additional,
        **facts,
    )


def _paragraph(row: Any, anchors: Mapping[int, str], *, notes: Sequence[Any]) -> values.Paragraph:
    marks = sorted(notes, key=attrgetter("marker_offset", "position"))
    return values.Paragraph(
        id=row.anchor,
        kind=ParagraphKind(row.kind),
        number=row.number,
        label=row.label or None,
        parent=anchors.get(row.parent_id),
        opening=row.opening or None,
        text=row.wording,
        markers=tuple(
            values.Marker(number=note.number, offset=note.marker_offset) for note in marks
        ),
        form=row.form or None,
        rows=tuple(tuple((start, end) for start, end in cells) for cells in row.rows),
    )


def _footnote(row: Any, anchors: Mapping[int, str]) -> values.Footnote:
    return values.Footnote(
        id=f"fn{row.number}",
        number=row.number,
        text=row.wording,
        marked_in=anchors.get(row.paragraph_id),
    )


def _citation(row: Any, anchors: Mapping[int, str], *, notes: Mapping[int, Any]) -> values.Citation:
    note = notes.get(row.footnote_id)
    return values.Citation(
        source=f"fn{note.number}" if note else anchors[row.paragraph_id],
        start=row.start,
        end=row.end,
        text=row.words,
        target=row.cited_symbol or None,
        by_name=row.by_name,
        dated_on=row.dated_on,
        pinpoint=row.pinpoint or None,
        opening=row.opening or None,
        conflict=row.conflict or None,
        of_whole=row.of_whole,
    )
