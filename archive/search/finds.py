"""Finds: the rows of a page, with what each resolution says of what was sought."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from archive.search.acts import Known, ask_known, known
from archive.search.answers import ParagraphResult, Result
from archive.search.excerpts.fragments import whole
from archive.search.excerpts.marking import marks, words_of
from archive.search.excerpts.passages import passages
from archive.search.excerpts.snippets import NOTHING_SAID, Said, ask_said_by
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit
from archive.search.matches.statements import Pending


def ask_resolutions(search: Search, keys: Sequence[int]) -> Pending[tuple[Result, ...]]:
    """Resolutions by key, in that order, each with its best places: two database queries.

    They are asked for and not waited for.
    """
    acts, said = ask_known(keys, marks(search)), ask_said_by(search, keys)
    result = partial(_result, words=words_of(search))

    def results() -> tuple[Result, ...]:
        known_acts, said_by = acts(), said()
        return tuple(result(known_acts[key], said_by.get(key, NOTHING_SAID)) for key in keys)

    return results


def _result(of: Known, said: Said, *, words: tuple[str, ...]) -> Result:
    return Result(**_facts(of), title=whole(of.title, words), **said._asdict())


def paragraphs_found(search: Search, hits: Sequence[Hit]) -> tuple[ParagraphResult, ...]:
    """Paragraphs and notes by key, in that order: two database queries."""
    found = passages(search, hits)
    acts = known({passage.resolution for passage in found.values()}, marks(search))
    return tuple(
        ParagraphResult(
            **_facts(acts[found[hit].resolution]),
            place=found[hit].snippet.place,
            anchor=found[hit].snippet.anchor,
            label=found[hit].snippet.label,
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
