"""Tables of the dump: their columns with what each holds, and the rows that a record has in them.

The same columns make the CSV files, the codebook and the description for programs.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from archive.data.members import (
    Members,
    citation_members,
    evidence_members,
    masthead_members,
    note_members,
    paragraph_members,
    source_members,
    summary_members,
    text_members,
)
from archive.data.records import Record
from archive.dump.sources import path_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type as Frictionless Table Schema calls it, and what it holds."""

    name: str
    type: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: what it holds, the columns that no two rows share, and all its columns."""

    name: str
    holds: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTable(Table):
    """``rows`` gives those of a record by the names of columns, and may give more."""

    rows: Callable[[Record], Iterable[Members]]


def columns_of(lines: str) -> tuple[Column, ...]:
    """Columns, a line each: name, type and what it holds."""
    parts = (line.split(None, 2) for line in lines.strip().splitlines())
    return tuple(Column(name=name, type=kind, holds=holds) for name, kind, holds in parts)


def _resolution(record: Record) -> Iterator[Members]:
    masthead = masthead_members(record)
    adoption = masthead.pop("adoption") or {}
    text = text_members(record, absolute=str) or {}
    votes = {f"votes_{side}": adoption.get(side) for side in ("in_favour", "against", "abstaining")}
    yield {
        **{name: text.get(name) for name in ("content_hash", "parser_version", "published_at")},
        **masthead,
        **votes,
        "adoption_method": adoption.get("method"),
        **summary_members(record, absolute=str),
    }


def _evidence(record: Record) -> Iterator[Members]:
    for one in record.evidence:
        yield _of(record) | evidence_members(one)


def _paragraphs(record: Record) -> Iterator[Members]:
    for one in record.paragraphs:
        yield _of(record) | paragraph_members(one, record=record, absolute=str)


def _notes(record: Record) -> Iterator[Members]:
    for position, one in enumerate(record.notes, 1):
        said = note_members(one, record=record, absolute=str)
        yield _of(record) | said | {"position": position}


def _citations(record: Record) -> Iterator[Members]:
    for one in record.citations:
        yield _of(record) | citation_members(one, record=record, absolute=str)


def _sources(record: Record) -> Iterator[Members]:
    if record.text is not None:
        said = source_members(record.text, of=record.resolution, absolute=str)
        yield _of(record) | said | {"path": path_of(record.text, record.resolution)}


def _of(record: Record) -> Members:
    """What every row begins with: the resolution, and the language of the text."""
    language = record.text.language if record.text else None
    return {"symbol": record.resolution.symbol, "language": language}


_RESOLUTION_COLUMNS = """
symbol string The canonical symbol.
name string As a sentence names it.
title string The title; empty where none is known.
organ string GA, HRC, CHR, ECOSOC or SC: the codebook spells them out.
session string As the symbol writes it: 66, XXI, S-21, ES-10, or a year.
session_ordinal integer The session as a number, where it has one.
number string The number within the session.
stage string adopted, or draft: a draft was not adopted in these words.
adopted_as string Of a draft: the symbol of what was adopted in its place.
series string The series of resolutions it belongs to, if the archive knows one.
adopted_on date The day of adoption; empty of drafts and where it is not known.
distributed_on date Of a draft: the day it was distributed.
date_is_unverified boolean Whether nobody has checked the day of adoption.
meeting integer The plenary meeting at which it was adopted.
adoption_method string without_vote or recorded_vote; empty where it is not known.
votes_in_favour integer Of a recorded vote.
votes_against integer Of a recorded vote.
votes_abstaining integer Of a recorded vote.
committee_report string The symbol of the report it was adopted on.
agenda_item string The agenda item, as printed.
draft_symbol string The draft it was adopted from, as its file names it.
sponsors list States that sponsored it, as its file names them.
additional_sponsors list Those who joined after the draft was distributed.
is_held boolean Whether the archive has its English text.
languages list The languages in which its text is held, by ISO 639-1.
times_recalled integer How many other resolutions and drafts cite it in a text that is held.
content_hash string SHA-256 of the English text without white space, in hexadecimal.
parser_version string The version of the parser that read the text.
published_at datetime When readers first saw the text.
updated_at datetime When what readers see of it changed last.
url string The path of its page on the archive’s site.
"""
_EVIDENCE_COLUMNS = """
symbol string The resolution.
fact string The fact that is supported, by the name of its column or member.
origin string masthead (the file itself), manifest, facts (the archive’s table of facts) or person.
words string What the fact rests on, in words.
is_verified boolean Whether somebody has checked it.
"""
_PARAGRAPH_COLUMNS = """
symbol string The resolution.
language string The language of the text, by ISO 639-1.
position integer The place in the text, from 1.
anchor string The name of the paragraph in addresses: pp3, op10-a. It stays.
place string The place as it is cited: op. 10 (a).
kind string preambular, operative, heading or annex.
number integer The number of a numbered paragraph.
label string The number or letter as printed.
parent string Of a sub-paragraph: the anchor of the paragraph it belongs to.
opening string The opening words as printed: Also calls upon.
opening_form string The opening in its normal form: call upon.
wording string The words, without number and marks of notes.
url string The path of the paragraph on the archive’s site.
"""
_NOTE_COLUMNS = """
symbol string The resolution.
language string The language of the text, by ISO 639-1.
position integer The place among the notes, from 1.
anchor string The name of the note in addresses: fn2.
number string The number or sign as printed.
marked_in string The anchor of the paragraph that carries its mark; empty where none was found.
offset integer Where the mark stands: code points into the wording of that paragraph.
wording string The words.
url string The path of the note on the archive’s site.
"""
_CITATION_COLUMNS = """
symbol string The resolution that cites.
language string The language of the text, by ISO 639-1.
position integer The place among the text’s citations, from 1.
stands_in string The anchor of the paragraph or note it stands in.
start integer Where its words begin: code points into the wording of that paragraph or note.
end integer Where they end; the sign at this place is not one of them.
words string The words that cite.
opening string The opening of the sentence that cites: Recalling.
cited_symbol string What is cited; empty for another place of the same text.
cited_is_held boolean Whether the archive has the English text of what is cited.
pinpoint string The paragraph or part that is cited.
by_name boolean Whether it is cited by a name and not by a symbol.
dated_on date The date that the citation gives.
conflict string What the citing text itself has against the citation, as a sentence.
date_conflict string What the known dates have against it, as a sentence.
"""
_SOURCE_COLUMNS = """
symbol string The resolution.
language string The language of the text, by ISO 639-1.
path string The file in this dump.
name string The name under which it was received.
media_type string Its media type.
size_bytes integer Its size.
sha256 string Its SHA-256, in hexadecimal.
received_at datetime When the archive received it.
received_from string Where it is from, in words.
"""

TABLES = (
    RecordTable(
        name="resolutions",
        holds=_("Every resolution and draft that the archive knows, held or only cited."),
        key=("symbol",),
        columns=columns_of(_RESOLUTION_COLUMNS),
        rows=_resolution,
    ),
    RecordTable(
        name="evidence",
        holds=_("What each fact about a resolution rests on."),
        key=("symbol", "fact"),
        columns=columns_of(_EVIDENCE_COLUMNS),
        rows=_evidence,
    ),
    RecordTable(
        name="paragraphs",
        holds=_("Every paragraph and heading of every text."),
        key=("symbol", "language", "position"),
        columns=columns_of(_PARAGRAPH_COLUMNS),
        rows=_paragraphs,
    ),
    RecordTable(
        name="notes",
        holds=_("Every note of every text."),
        key=("symbol", "language", "position"),
        columns=columns_of(_NOTE_COLUMNS),
        rows=_notes,
    ),
    RecordTable(
        name="citations",
        holds=_("Every citation that a text makes, with what it cites."),
        key=("symbol", "language", "position"),
        columns=columns_of(_CITATION_COLUMNS),
        rows=_citations,
    ),
    RecordTable(
        name="sources",
        holds=_("The files that the texts are from, as received."),
        key=("symbol", "language"),
        columns=columns_of(_SOURCE_COLUMNS),
        rows=_sources,
    ),
)
