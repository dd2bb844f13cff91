"""The parse contract: what ``manage.py parse`` prints of a file, as plain values for JSON.

``record_of`` writes them, ``parsed_of`` reads them.
"""

from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from archive.parsing.parsed import (
    Adoption,
    AdoptionMethod,
    Candidate,
    Citation,
    Footnote,
    Marker,
    Masthead,
    Mend,
    Paragraph,
    ParagraphKind,
    ParsedResolution,
    ParseError,
    ParseWarning,
)
from archive.parsing.pipeline import PARSER_VERSION
from archive.parsing.readers.formats import tell_format
from archive.parsing.symbols import Organ

Record = dict[str, Any]
_NOTHING = ParsedResolution(format="", parser_version=PARSER_VERSION)
_EMPTY: Record = {"masthead": {}, "language": None, "layout": None}


def record_of(file: str, data: bytes, *, outcome: ParsedResolution | ParseError) -> Record:
    """The record of one file: its parse, or the error with the keys after it empty."""
    record = {
        "file": file,
        "sha256": sha256(data).hexdigest(),
        "format": tell_format(data).key if data else None,
        "parser_version": PARSER_VERSION,
        "layout": None,
        "language": None,
        "error": None,
    }
    if isinstance(outcome, ParseError):
        error = {"code": outcome.code, "message": outcome.message}
        return record | {"error": error} | _contents(_NOTHING) | _EMPTY
    return record | _contents(outcome)


def _plain(value: object) -> Any:
    """The value as JSON has it: lists for tuples, days in the order of ISO 8601."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def _contents(parsed: ParsedResolution) -> Record:
    return {
        "layout": parsed.layout,
        "language": parsed.language,
        "masthead": _masthead(parsed.masthead),
        "candidates": [asdict(candidate) for candidate in parsed.candidates],
        "paragraphs": [_paragraph(paragraph) for paragraph in parsed.paragraphs],
        "footnotes": [asdict(note) for note in parsed.footnotes],
        "citations": [_citation(citation) for citation in parsed.citations],
        "warnings": [asdict(warning) for warning in parsed.warnings],
        "mends": [asdict(mend) for mend in parsed.mends],
        "leftovers": list(parsed.leftovers),
    }


def _masthead(masthead: Masthead) -> Record:
    record: Record = _plain(asdict(masthead))
    return record


def _paragraph(paragraph: Paragraph) -> Record:
    record: Record = _plain(asdict(paragraph))
    return record | {"footnote_markers": record.pop("markers")}


def _citation(citation: Citation) -> Record:
    record: Record = _plain(asdict(citation))
    return record | {"date": record.pop("dated_on")}


def parsed_of(record: Record) -> ParsedResolution:
    """The parse that a record without an error has: the reverse of ``record_of``.

    What the first parsers did not record is as they read it: English, without a layout.
    """
    return ParsedResolution(
        format=record["format"] or "",
        parser_version=record["parser_version"],
        layout=record.get("layout") or "",
        language=record.get("language") or "en",
        masthead=_read_masthead(record["masthead"]),
        candidates=tuple(Candidate(**one) for one in record["candidates"]),
        paragraphs=tuple(_read_paragraph(one) for one in record["paragraphs"]),
        footnotes=tuple(Footnote(**one) for one in record["footnotes"]),
        citations=tuple(_read_citation(one) for one in record["citations"]),
        warnings=tuple(ParseWarning(**one) for one in record["warnings"]),
        mends=tuple(Mend(**one) for one in record["mends"]),
        leftovers=tuple(record["leftovers"]),
    )


def _read_masthead(record: Record) -> Masthead:
    adoption, organ = record["adoption"], record["organ"]
    read = {
        "organ": Organ(organ) if organ else None,
        "adopted_on": _read_day(record["adopted_on"]),
        "distributed_on": _read_day(record["distributed_on"]),
        "adoption": _read_adoption(adoption) if adoption else None,
    }
    return Masthead(**_with_tuples(record) | read)


def _read_adoption(record: Record) -> Adoption:
    return Adoption(**_with_tuples(record) | {"method": AdoptionMethod(record["method"])})


def _read_paragraph(record: Record) -> Paragraph:
    read = {
        "kind": ParagraphKind(record["kind"]),
        "markers": tuple(Marker(**one) for one in record["footnote_markers"]),
        "rows": tuple(tuple((start, end) for start, end in row) for row in record.get("rows", ())),
    }
    plain = {key: value for key, value in record.items() if key != "footnote_markers"}
    return Paragraph(**plain | read)


def _read_citation(record: Record) -> Citation:
    plain = {key: value for key, value in record.items() if key != "date"}
    return Citation(**plain, dated_on=_read_day(record["date"]))


def _read_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _with_tuples(record: Record) -> Record:
    """A record with its lists as values have them."""
    return {key: tuple(one) if isinstance(one, list) else one for key, one in record.items()}
