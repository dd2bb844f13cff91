"""Finds: the rows of a page, with what each resolution says of what was sought."""

from collections.abc import Mapping, Sequence
from typing import Any

from archive.models import CatalogueCard
from archive.models.evidence import date_is_unverified
from archive.search.answers import ParagraphResult, Result
from archive.search.excerpts.passages import passages
from archive.search.excerpts.snippets import said_by
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit

#: What a page says of a resolution that was found. The rest of both rows stays where it is: votes,
#: sponsors and their kind are read from JSON, which takes longer than all of this.
_SHOWN = (
    "is_held",
    "times_recalled",
    "dated_on",
    *(
        f"{row}__{column}"
        for row in ("resolution", "resolution__adopted_as")
        for column in ("symbol", "title", "organ", "stage", "adopted_as")
    ),
)


def resolutions_found(search: Search, keys: Sequence[int]) -> tuple[Result, ...]:
    """Resolutions by key, in that order, each with its best places: two database queries."""
    facts, said = _facts(keys), said_by(search, keys)
    return tuple(
        Result(
            **facts[key],
            title=said[key].title,
            snippets=said[key].snippets,
            more_places=said[key].more_places,
            more_count=said[key].more_count,
        )
        for key in keys
    )


def paragraphs_found(search: Search, hits: Sequence[Hit]) -> tuple[ParagraphResult, ...]:
    """Paragraphs and notes by key, in that order: two database queries."""
    found = passages(search, hits)
    facts = _facts({passage.resolution for passage in found.values()})
    return tuple(
        ParagraphResult(
            **facts[found[hit].resolution],
            place=found[hit].snippet.place,
            anchor=found[hit].snippet.anchor,
            fragments=found[hit].snippet.fragments,
        )
        for hit in hits
    )


def _facts(keys: Any) -> Mapping[int, dict[str, Any]]:
    """What is known of resolutions, by key."""
    cards = (
        CatalogueCard.objects.filter(pk__in=keys)
        .select_related("resolution__adopted_as")
        .only(*_SHOWN)
        .annotate(date_is_unverified=date_is_unverified("pk"))
    )
    return {card.pk: _known(card) for card in cards}


def _known(card: Any) -> dict[str, Any]:
    return {
        "resolution": card.resolution,
        "is_held": card.is_held,
        "date_is_unverified": card.date_is_unverified,
        "times_recalled": card.times_recalled,
        "dated_on": card.dated_on,
    }
