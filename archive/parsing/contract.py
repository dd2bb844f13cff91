"""The parse contract: what ``manage.py parse`` prints of a file, as plain values for JSON."""

from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from archive.parsing.parsed import (
    Citation,
    Masthead,
    Paragraph,
    ParsedResolution,
    ParseError,
)
from archive.parsing.pipeline import PARSER_VERSION
from archive.parsing.readers.formats import tell_format

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
