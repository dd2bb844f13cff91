"""Exports: a whole search, in the order of its list, to be written into a file.

The keys of all rows are looked up at once, so that the order holds whatever is published in the
meantime. The rows follow in chunks; between these no transaction is open, and no more than one
chunk is in memory.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from archive.search.exports.export_rows import (
    Row,
    last_change_of_paragraphs,
    last_change_of_resolutions,
    paragraphs,
    resolutions,
)
from archive.search.form.params import SearchParams, View
from archive.search.matches.counts import Certainty, Count
from archive.search.matches.listing import in_order, places_in_order
from archive.search.matches.patience import at_most
from archive.search.problems import Problem
from archive.search.results import SECONDS, Outcome, found

#: What a file has at most; the rest is found by a narrower search.
MOST_ROWS = 10_000
ROWS_PER_CHUNK = 500
#: A feed without entries must say when it changed last; nothing has.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How what a view lists is looked up."""

    keys: Callable[..., Sequence[Any]]
    load: Callable[[Sequence[Any]], list[Row]]
    last_change: Callable[[Sequence[Any]], datetime | None]


_KINDS = {
    View.RESOLUTIONS: _Kind(
        keys=in_order, load=resolutions, last_change=last_change_of_resolutions
    ),
    View.PARAGRAPHS: _Kind(
        keys=places_in_order, load=paragraphs, last_change=last_change_of_paragraphs
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A search to be written into a file.

    ``count`` is of all that was found; ``keys`` are of what goes into the file. ``problem`` is why
    nothing does, if the search itself is the reason.
    """

    params: SearchParams
    count: Count
    problem: Problem | None = None
    keys: Sequence[Any] = field(default=(), repr=False)

    @property
    def is_cut(self) -> bool:
        """Whether more was found than goes into the file.

        Of paragraphs that the page has the first of, a file may have all.
        """
        is_of_more = self.count.kind is Certainty.MORE_THAN
        return len(self.keys) >= MOST_ROWS and (is_of_more or self.count.number > MOST_ROWS)

    @property
    def notice(self) -> str:
        """What is missing from the file, and how to get it; empty where it is complete."""
        if not self.is_cut:
            return ""
        of = "more" if self.count.kind is Certainty.MORE_THAN else f"{self.count.number:,}"
        return (
            f"These are the first {len(self.keys):,} of {of} {self.count.noun}s. "
            "Narrow the search to get the others."
        )

    def chunks(self) -> Iterator[list[Row]]:
        """The rows in order, at most 500 at a time, each chunk by one to three statements."""
        load = _KINDS[self.params.view].load
        for first in range(0, len(self.keys), ROWS_PER_CHUNK):
            yield load(self.keys[first : first + ROWS_PER_CHUNK])

    def last_change(self) -> datetime:
        """When what readers see of anything in the file changed last: one statement."""
        return _KINDS[self.params.view].last_change(self.keys) or _NEVER


def export(params: SearchParams) -> Export:
    """A search to be written into a file, with its count and order looked up.

    Raises SearchTooSlowError.
    """
    with at_most(SECONDS):
        outcome = found(params)
        return Export(
            params=params,
            count=outcome.count,
            problem=outcome.problem,
            keys=() if outcome.problem else _keys(outcome),
        )


def _keys(outcome: Outcome) -> Sequence[Any]:
    return _KINDS[outcome.search.params.view].keys(outcome.search, most=MOST_ROWS)
