"""References: what a reference manager is told of a resolution or paragraph that was found.

RIS and BibTeX say the same, each in its own way; docs/exports.md says which field holds what, and
why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.parsing.dates import date_in_words
from archive.search.exports.export_rows import ExportedParagraph, ExportedResolution, Row

PUBLISHER = "United Nations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A resolution as it is cited; of a paragraph, the resolution with the place in its notes.

    ``author`` is a body, never a person; ``kind`` is what it is in words; ``key`` is its own among
    all references; ``path`` leads to it on the archive. ``notes`` are sentences.
    """

    key: str
    author: str
    title: str
    kind: str
    symbol: str
    dated_on: date | None
    path: str
    notes: tuple[str, ...]


def reference(row: Row) -> Reference:
    """What is told of a row."""
    resolution = row.resolution if isinstance(row, ExportedParagraph) else row
    return Reference(
        key=f"{_key(resolution.symbol)}{_key_of_place(row)}",
        author=f"{PUBLISHER} {resolution.organ.full_name}",
        title=resolution.title or resolution.name,
        kind=_kind(resolution),
        symbol=resolution.symbol,
        dated_on=resolution.dated_on,
        path=row.url,
        notes=tuple(_notes(row, resolution)),
    )


def _key(symbol: str) -> str:
    """A symbol as a key of BibTeX, which may have no brackets: A/RES/2200A:XXI."""
    return symbol.replace("(", ":").replace(")", "")


def _key_of_place(row: Row) -> str:
    return f":{row.anchor}" if isinstance(row, ExportedParagraph) else ""


def _kind(resolution: ExportedResolution) -> str:
    kind = resolution.identity.kind.value.capitalize()
    return "Draft resolution" if resolution.is_draft else kind


def _notes(row: Row, resolution: ExportedResolution) -> Iterator[str]:
    """The place of a paragraph and its words; what a citation must not hide."""
    if isinstance(row, ExportedParagraph):
        yield f"{row.place}: “{row.wording}”"
    if resolution.is_draft:
        yield resolution.draft_line
        yield from _distributed(resolution)
    if resolution.date_is_unverified:
        yield "Nobody has checked the date."
    if not resolution.is_held:
        yield "Known from texts that cite it; the archive does not hold its text."


def _distributed(draft: ExportedResolution) -> Iterator[str]:
    """What the date of a draft is: not that of an adoption."""
    if draft.dated_on:
        yield f"Distributed on {date_in_words(draft.dated_on)}."
