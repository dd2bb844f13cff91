"""Records of parses, without a database: rows that nobody saves."""

from datetime import UTC, datetime
from typing import Any

from archive.data.records import Record
from archive.models import (
    CatalogueCard,
    Citation,
    Footnote,
    Paragraph,
    Resolution,
    SourceFile,
    Text,
)
from archive.parsing import parsed as values
from archive.parsing.symbols import Symbol

_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def record_of(parsed: values.ParsedResolution, **facts: Any) -> Record:
    """The record that a parse would become, with facts that its file does not state."""
    resolution = _resolution(parsed.masthead, facts)
    text = _text(parsed, resolution)
    paragraphs = _paragraphs(parsed, text)
    notes = _notes(parsed, paragraphs, text=text)
    return Record(
        resolution=resolution,
        text=text,
        languages=(text.language,),
        paragraphs=tuple(paragraphs.values()),
        notes=tuple(notes.values()),
        citations=tuple(_citations(parsed, paragraphs, notes=notes)),
    )


def _resolution(masthead: values.Masthead, facts: dict[str, Any]) -> Resolution:
    symbol = Symbol.read(facts.pop("symbol", None) or masthead.symbol or "A/RES/99/999")
    adoption = masthead.adoption or values.Adoption(method=values.AdoptionMethod.WITHOUT_VOTE)
    stated: dict[str, Any] = {
        "title": masthead.title or "",
        "adopted_on": masthead.adopted_on,
        "distributed_on": masthead.distributed_on,
        "meeting": masthead.meeting,
        "committee_report": masthead.committee_report or "",
        "agenda_item": masthead.agenda_item or "",
        "draft_symbol": masthead.draft_symbol or "",
        "sponsors": list(masthead.sponsors),
        "additional_sponsors": list(masthead.additional_sponsors),
        "adoption_method": adoption.method.value if masthead.adoption else "",
        "votes_in_favour": adoption.in_favour,
        "votes_against": adoption.against,
        "votes_abstaining": adoption.abstaining,
        "voting_states": {
            side: list(states)
            for side in ("in_favour", "against", "abstaining")
            if (states := getattr(adoption, f"{side}_states"))
        },
        "stage": "draft" if masthead.is_draft else "adopted",
    }
    found = Resolution(
        pk=1,
        symbol=symbol.text,
        organ=symbol.organ or "GA",
        session=symbol.session,
        session_ordinal=symbol.session_ordinal,
        number=symbol.number,
        **(stated | facts),
    )
    found.card = CatalogueCard(resolution=found, symbol=symbol.text, updated_at=_AT)
    return found


def _text(parsed: values.ParsedResolution, resolution: Resolution) -> Text:
    file = SourceFile(name="words.txt", media_type="text/plain", sha256="0" * 64, received_at=_AT)
    text = Text(
        pk=1,
        resolution=resolution,
        language=parsed.language,
        source_file=file,
        title=parsed.masthead.title or "",
        parser_version=parsed.parser_version,
        parsed_at=_AT,
    )
    text.masthead_lines = list(parsed.masthead.lines)
    return text


def _paragraphs(parsed: values.ParsedResolution, text: Text) -> dict[str, Paragraph]:
    found: dict[str, Paragraph] = {}
    for position, one in enumerate(parsed.paragraphs, start=1):
        found[one.id] = Paragraph(
            pk=position,
            text=text,
            position=position,
            anchor=one.id,
            kind=one.kind.value,
            number=one.number,
            label=one.label or "",
            parent=found[one.parent] if one.parent else None,
            opening=one.opening or "",
            form=one.form or "",
            rows=[[list(cell) for cell in row] for row in one.rows],
            wording=one.text,
        )
    return found


def _notes(
    parsed: values.ParsedResolution, paragraphs: dict[str, Paragraph], *, text: Text
) -> dict[str, Footnote]:
    offsets = {
        (one.id, marker.number): marker.offset
        for one in reversed(parsed.paragraphs)
        for marker in reversed(one.markers)
    }
    return {
        note.id: Footnote(
            pk=position,
            text=text,
            position=position,
            number=note.number,
            wording=note.text,
            paragraph=paragraphs.get(note.marked_in or ""),
            marker_offset=offsets.get((note.marked_in or "", note.number)),
        )
        for position, note in enumerate(parsed.footnotes, start=1)
    }


def _citations(
    parsed: values.ParsedResolution,
    paragraphs: dict[str, Paragraph],
    *,
    notes: dict[str, Footnote],
) -> list[Citation]:
    found = []
    for position, one in enumerate((c for c in parsed.citations if not c.of_whole), start=1):
        citation = Citation(
            position=position,
            paragraph=paragraphs.get(one.source),
            footnote=notes.get(one.source),
            start=one.start,
            end=one.end,
            words=one.text,
            cited_symbol=one.target or "",
            pinpoint=one.pinpoint or "",
            opening=one.opening or "",
            by_name=one.by_name,
            dated_on=one.dated_on,
        )
        citation.cited_is_held = False
        citation.cited_day = one.dated_on
        found.append(citation)
    return found
