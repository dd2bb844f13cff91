"""Doubts: citations against which something speaks, as a list of many texts shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.models import Citation, Resolution
from archive.web.conflicts import sentences
from archive.web.references import standing_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A citation in doubt: who makes it, where, in which words, and what speaks against it."""

    resolution: Resolution
    place: str
    address: str
    words: str
    sentences: str


def doubts(citations: Iterable[Citation]) -> tuple[Doubt, ...]:
    """Those of citations from ``doubted_in_lists``."""
    return tuple(
        Doubt(
            resolution=(resolution := citation.text.resolution),
            place=_place(citation),
            address=f"{resolution.get_absolute_url()}#{standing_in(citation).anchor}",
            words=citation.words,
            sentences=sentences(citation),
        )
        for citation in citations
    )


def _place(citation: Citation) -> str:
    if citation.footnote:
        return _("note %(number)s") % {"number": citation.footnote.number}
    return citation.paragraph.place if citation.paragraph else ""
