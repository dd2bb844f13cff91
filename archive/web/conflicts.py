"""Conflicts: what speaks against citations, told to readers below the text that makes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.models import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What speaks against a citation; ``anchor`` is its own, ``place`` that of the words."""

    anchor: str
    words: str
    place: str
    sentences: str


def conflicts(citations: Sequence[Citation]) -> tuple[Conflict, ...]:
    """Those of a text, in reading order."""
    return tuple(_told(citations))


def conflict_anchor(citation: Citation) -> str:
    """The anchor of what speaks against a citation; empty where nothing does."""
    return f"conflict-{citation.position}" if sentences(citation) else ""


def sentences(citation: Citation) -> str:
    """What the text itself, and what is known of dates, has against a citation."""
    return " ".join(filter(None, [citation.conflict, citation.date_conflict]))


def _told(citations: Sequence[Citation]) -> Iterator[Conflict]:
    for citation in citations:
        place = citation.footnote or citation.paragraph
        if place is not None and sentences(citation):
            yield Conflict(
                anchor=conflict_anchor(citation),
                words=citation.words,
                place=place.anchor,
                sentences=sentences(citation),
            )
