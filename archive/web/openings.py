"""Openings as lists of them show them: those used most, and all by their first letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.models.counts import OpeningCount
from archive.search.form.params import Part, SearchParams, View
from archive.web.paging import Paging

MOST_USED_COUNT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """An opening with its counts, and the searches that find the paragraphs counted."""

    count: OpeningCount

    @property
    def form(self) -> str:
        """Its normal form: “call upon”."""
        return self.count.form

    @property
    def everywhere(self) -> SearchParams:
        """The search for all its paragraphs."""
        return SearchParams(view=View.PARAGRAPHS, openings=(self.form,))

    @property
    def preambular(self) -> SearchParams:
        """The search for its preambular paragraphs."""
        return self._in(Part.PREAMBULAR)

    @property
    def operative(self) -> SearchParams:
        """The search for its operative paragraphs."""
        return self._in(Part.OPERATIVE)

    def _in(self, part: Part) -> SearchParams:
        return SearchParams(view=View.PARAGRAPHS, openings=(self.form,), parts=(part,))


@dataclass(frozen=True, slots=True, kw_only=True)
class MostUsed:
    """The openings used most in preambles, and in operative parts, most frequent first."""

    preambular: tuple[Opening, ...]
    operative: tuple[Opening, ...]


def most_used(counts: Sequence[OpeningCount]) -> MostUsed:
    """The dozen of each part that open most paragraphs."""
    return MostUsed(
        preambular=_first({one: one.preambular for one in counts}),
        operative=_first({one: one.operative for one in counts}),
    )


def page_of_openings(
    counts: Sequence[OpeningCount], pages: Paging
) -> list[tuple[str, list[Opening]]]:
    """The openings of a page by their first letters."""
    shown = (Opening(count=one) for one in counts[pages.start : pages.end])
    return [(letter, list(some)) for letter, some in groupby(shown, key=_letter)]


def _first(times: dict[OpeningCount, int]) -> tuple[Opening, ...]:
    used: Iterable[OpeningCount] = (one for one, number in times.items() if number)
    ranked = sorted(used, key=lambda one: (-times[one], one.form))
    return tuple(Opening(count=one) for one in ranked[:MOST_USED_COUNT])


def _letter(opening: Opening) -> str:
    return opening.form[0].upper()
