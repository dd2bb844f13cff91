"""Members: a record as JSON has it. docs/formats/json.md is the contract, whose version is 1.

What is added leaves the version as it is; what is taken away or changes its meaning raises it.
Days and instants are ``date`` and ``datetime``, which ``DjangoJSONEncoder`` writes after ISO 8601.
"""

from collections.abc import Callable
from typing import Any

from archive.data.records import Record
from archive.models import (
    READING_LANGUAGE,
    Citation,
    Evidence,
    Footnote,
    Paragraph,
    Resolution,
    Text,
)
from archive.models.resolution import address_of

VERSION = 1

Members = dict[str, Any]
#: Writes a path as an address: with the host it is asked at, or as it is.
Absolute = Callable[[str], str]


def resolution_members(record: Record, *, absolute: Absolute) -> Members:
    """All that is held of a resolution: what it is, its masthead, its text, and where it is from.

    Of one that is only cited, ``text`` is None and its parts are empty.
    """
    return summary_members(record, absolute=absolute) | {
        "masthead": masthead_members(record),
        "evidence": [evidence_members(one) for one in record.evidence],
        "drafts": [draft.symbol for draft in record.drafts],
        "text": text_members(record, absolute=absolute),
        "paragraphs": [
            paragraph_members(one, record=record, absolute=absolute) for one in record.paragraphs
        ],
        "notes": [note_members(one, record=record, absolute=absolute) for one in record.notes],
        "citations": [
            citation_members(one, record=record, absolute=absolute) for one in record.citations
        ],
    }


def summary_members(record: Record, *, absolute: Absolute) -> Members:
    """What a list says of a resolution: the same members that its own file begins with."""
    resolution = record.resolution
    return {
        "version": VERSION,
        **named_members(
            resolution, absolute=absolute, date_is_unverified=record.date_is_unverified
        ),
        "is_held": resolution.card.is_held,
        "languages": list(record.languages),
        "times_recalled": record.times_recalled,
        "updated_at": resolution.card.updated_at,
    }


def named_members(
    resolution: Resolution, *, absolute: Absolute, date_is_unverified: bool
) -> Members:
    """A resolution as everything that mentions it names it."""
    return {
        "symbol": resolution.symbol,
        "url": absolute(resolution.get_absolute_url()),
        "name": resolution.name_in_words,
        "title": resolution.title,
        "organ": resolution.organ,
        "session": resolution.session,
        "stage": resolution.stage,
        "adopted_as": resolution.adopted_as.symbol if resolution.adopted_as else None,
        "dated_on": resolution.day,
        "date_is_unverified": date_is_unverified,
    }


def masthead_members(record: Record) -> Members:
    """What is known of a resolution's adoption or, of a draft, of its distribution."""
    resolution = record.resolution
    return {
        "organ_name": resolution.get_organ_display(),
        "session_ordinal": resolution.session_ordinal,
        "number": resolution.number,
        "adopted_on": resolution.adopted_on,
        "distributed_on": resolution.distributed_on,
        "meeting": resolution.meeting,
        "adoption": _adoption(resolution),
        "committee_report": resolution.committee_report or None,
        "agenda_item": resolution.agenda_item or None,
        "draft_symbol": resolution.draft_symbol or None,
        "sponsors": list(resolution.sponsors),
        "additional_sponsors": list(resolution.additional_sponsors),
        "series": resolution.series or None,
        "lines": list((record.text and record.text.masthead_lines) or ()),
    }


def _adoption(resolution: Resolution) -> Members | None:
    """How it was adopted; of a vote that was recorded, the counts and the States."""
    if not resolution.adoption_method:
        return None
    return {
        "method": resolution.adoption_method,
        "in_favour": resolution.votes_in_favour,
        "against": resolution.votes_against,
        "abstaining": resolution.votes_abstaining,
        "states": dict(resolution.voting_states),
    }


def evidence_members(evidence: Evidence) -> Members:
    """Where one fact is from; who of the archive stated it is nobody's business."""
    return {
        "fact": evidence.fact,
        "origin": evidence.origin,
        "words": evidence.words,
        "is_verified": evidence.is_verified,
    }


def text_members(record: Record, *, absolute: Absolute) -> Members | None:
    """The text as a whole, and the file that it is from."""
    text = record.text
    if text is None:
        return None
    return {
        "language": text.language,
        "title": text.title or None,
        "content_hash": text.content_hash,
        "parser_version": text.parser_version,
        "parsed_at": text.parsed_at,
        "published_at": text.published_at,
        "source": source_members(text, of=record.resolution, absolute=absolute),
    }


def source_members(text: Text, *, of: Resolution, absolute: Absolute) -> Members:
    """The file as it was received."""
    file = text.source_file
    return {
        "url": absolute(source_address(of, language=text.language)),
        "name": file.name,
        "media_type": file.media_type,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
        "received_at": file.received_at,
        "received_from": file.received_from,
    }


def source_address(resolution: Resolution, *, language: str) -> str:
    """The address of the file that a text is from."""
    return in_language(f"{resolution.get_absolute_url()}source", language)


def paragraph_members(paragraph: Paragraph, *, record: Record, absolute: Absolute) -> Members:
    """A paragraph; offsets are code points into its wording, ends excluded."""
    rows = [[{"start": start, "end": end} for start, end in row] for row in paragraph.rows]
    return {
        "anchor": paragraph.anchor,
        "url": absolute(place_address(record, paragraph.anchor)),
        "position": paragraph.position,
        "kind": paragraph.kind,
        "number": paragraph.number,
        "label": paragraph.label or None,
        "place": paragraph.place,
        "parent": record.anchors.get(paragraph.parent_id or 0),
        "opening": paragraph.opening or None,
        "opening_form": paragraph.form or None,
        "wording": paragraph.wording,
        "rows": rows or None,
        "marks": [
            {"note": note.anchor, "offset": note.marker_offset}
            for note in record.marks.get(paragraph.pk, ())
        ],
    }


def note_members(note: Footnote, *, record: Record, absolute: Absolute) -> Members:
    """A note, and the paragraph that carries its mark, if one does."""
    return {
        "anchor": note.anchor,
        "url": absolute(place_address(record, note.anchor)),
        "number": note.number,
        "marked_in": record.anchors.get(note.paragraph_id or 0),
        "offset": note.marker_offset,
        "wording": note.wording,
    }


def citation_members(citation: Citation, *, record: Record, absolute: Absolute) -> Members:
    """A citation: where it stands, what its words cite, and what speaks against that.

    ``cited_symbol`` is None of a reference within the text, ``cited_url`` also where the archive
    has no page of what is cited: nothing is guessed.
    """
    has_page = citation.cited_resolution_id is not None
    return {
        "position": citation.position,
        "stands_in": record.anchor_of(citation),
        "start": citation.start,
        "end": citation.end,
        "words": citation.words,
        "opening": citation.opening or None,
        "cited_symbol": citation.cited_symbol or None,
        "cited_url": absolute(address_of(citation.cited_symbol)) if has_page else None,
        "cited_is_held": citation.cited_is_held,
        "pinpoint": citation.pinpoint or None,
        "by_name": citation.by_name,
        "dated_on": citation.dated_on,
        "conflict": citation.conflict or None,
        "date_conflict": citation.date_conflict or None,
    }


def place_address(record: Record, anchor: str) -> str:
    """The address of a place on the page of its resolution."""
    language = record.text.language if record.text else ""
    return f"{in_language(record.resolution.get_absolute_url(), language)}#{anchor}"


def in_language(address: str, language: str) -> str:
    """The address of a text: that in the archive's own language is the plain one."""
    return address if language in {"", READING_LANGUAGE} else f"{address}?lang={language}"
