"""Conflicts: what speaks against citations, told to readers below the text that makes them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.models import Citation

#: The parser's warning of a citation in conflict; the citation has its sentence too.
_CODE = "citation_conflict"


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


def told_of_the_text(
    warnings: Iterable[Mapping[str, str]] | None,
) -> tuple[Mapping[str, str], ...]:
    """The warnings of a reading that are not told as conflicts of its citations."""
    return tuple(one for one in warnings or () if one["code"] != _CODE)


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
