"""Finds: the rows of a page, with what each resolution says of what was sought."""

from collections.abc import Sequence
from typing import Any

from archive.search.acts import Known, known
from archive.search.answers import ParagraphResult, Result
from archive.search.excerpts.fragments import whole
from archive.search.excerpts.marking import marks, words_of
from archive.search.excerpts.passages import passages
from archive.search.excerpts.snippets import NOTHING_SAID, said_by
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit


def resolutions_found(search: Search, keys: Sequence[int]) -> tuple[Result, ...]:
    """Resolutions by key, in that order, each with its best places: two database queries."""
    acts, said = known(keys, marks(search)), said_by(search, keys)
    words = words_of(search)
    return tuple(
        Result(
            **_facts(acts[key]),
            title=whole(acts[key].title, words),
            **said.get(key, NOTHING_SAID)._asdict(),
        )
        for key in keys
    )


def paragraphs_found(search: Search, hits: Sequence[Hit]) -> tuple[ParagraphResult, ...]:
    """Paragraphs and notes by key, in that order: two database queries."""
    found = passages(search, hits)
    acts = known({passage.resolution for passage in found.values()}, marks(search))
    return tuple(
        ParagraphResult(
            **_facts(acts[found[hit].resolution]),
            place=found[hit].snippet.place,
            anchor=found[hit].snippet.anchor,
            fragments=found[hit].snippet.fragments,
        )
        for hit in hits
    )


def _facts(of: Known) -> dict[str, Any]:
    return {
        "resolution": of.act,
        "is_held": of.is_held,
        "date_is_unverified": of.date_is_unverified,
        "times_recalled": of.times_recalled,
        "dated_on": of.dated_on,
    }
