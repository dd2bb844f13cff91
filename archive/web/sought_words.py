"""Sought words: what a search found in a text, marked on the page that the search leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from archive.models import Text
from archive.search.excerpts.hits import Hits, hits
from archive.search.form.params import SearchParams
from archive.search.language.query import Query
from archive.templatetags.addresses import search_address
from archive.web.reading import Reading

#: More are counted, not listed.
MOST_PLACES_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtWords:
    """What was typed, for people; the address of the search; and the hits by anchor."""

    in_words: str
    search_address: str
    hits: Hits

    @property
    def place_count(self) -> int:
        """How many paragraphs and notes say it."""
        return len(self.hits)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A paragraph or note that says what was sought: its name, and its anchor on the page."""

    name: str
    anchor: str


def sought_words(text: Text, typed: str) -> SoughtWords | None:
    """What a text says of what was typed: at most two queries; None where nothing was typed."""
    words = " ".join(typed.replace("\0", "").split())
    query = Query.read(words)
    if not query.sought:
        return None
    return SoughtWords(
        in_words=query.in_words,
        search_address=search_address(SearchParams(q=words)),
        hits=hits(text, sought=words),
    )


def found_places(sought: SoughtWords, reading: Reading) -> tuple[FoundPlace, ...]:
    """The first places that say it, in reading order."""
    return tuple(islice(_places(sought, reading), MOST_PLACES_LISTED))


def _places(sought: SoughtWords, reading: Reading) -> Iterator[FoundPlace]:
    for read in reading.paragraphs:
        if read.paragraph.anchor in sought.hits:
            yield FoundPlace(name=read.paragraph.place, anchor=read.paragraph.anchor)
    for one in reading.notes:
        if one.note.anchor in sought.hits:
            yield FoundPlace(
                name=_("note %(number)s") % {"number": one.note.number}, anchor=one.note.anchor
            )
