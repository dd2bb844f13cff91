"""Facets: by what a search may be narrowed, each value with its count and the search it leads to.

A facet counts with every filter but its own, so that its numbers are those of the lists its links
lead to: a link puts its value in the place of another, and the link of a chosen value takes it
away. Only cited symbols add up, since a resolution cites many; they count with those chosen.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from archive.search.facets.facet_kinds import KINDS, FacetKind, decade_of
from archive.search.facets.histogram import Histogram, bars
from archive.search.facets.listed_counts import ask_listed_tallies
from archive.search.facets.narrow_counts import NarrowCounts, narrow_counts, narrow_tallies
from archive.search.facets.paragraph_counts import tallied_paragraphs
from archive.search.facets.tallies import MOST_VALUES, Tallies, Tally
from archive.search.form.links import Link, Links
from archive.search.form.params import SearchParams
from archive.search.matches.counts import Count, Noun
from archive.search.matches.matching import Search
from archive.search.matches.statements import Pending

_FEWEST_YEARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, how many have it, and a link to the search with it, where chosen without it.

    ``value`` is as the address writes it, ``detail`` the title of a cited resolution where known.
    """

    value: str
    label: str
    count: int
    link: Link
    detail: str = ""
    is_approximate: bool = False
    is_chosen: bool = False

    @property
    def count_in_words(self) -> str:
        """The count for people: "1,204", or "about 1,200"."""
        count = f"{self.count:,}"
        return gettext("about %(count)s") % {"count": count} if self.is_approximate else count


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Values of one kind, most frequent first, and how many more there are.

    ``name`` is that of the parameter, "decade" for dates. ``note`` is a sentence where not
    everything that the list shows was counted, or something else.
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    more_count: int = 0
    is_more_approximate: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The facets by which a search can be narrowed, and its years."""

    facets: tuple[Facet, ...] = ()
    histogram: Histogram | None = None

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets)


def facets(search: Search, count: Count, *, tallying: Pending[Tallies] | None = None) -> Facets:
    """Every facet by which a search can be narrowed, and its years: two statements.

    None where the tallies of resolutions are asked for already. In the list of paragraphs it is one
    more where some facets can be counted, but openings are of too many.
    """
    if count.noun is Noun.PARAGRAPH:
        tallies = tallied_paragraphs(search, count)
    else:
        tallies = tallying() if tallying else ask_tallies(search, narrow_counts(search))()
    return arranged(tallies, search.params, noun=count.noun)


def ask_tallies(search: Search, narrow: NarrowCounts) -> Pending[Tallies]:
    """All that is counted of resolutions: one statement."""
    listed = ask_listed_tallies(narrow, search)
    return lambda: {**narrow_tallies(narrow, search), **listed()}


def arranged(tallies: Tallies, params: SearchParams, *, noun: Noun) -> Facets:
    """What was tallied, as readers see it; ``noun`` is what the list shows."""
    by_decade = {**tallies, "decades": _by_decade(tallies["dates"])}
    shown = (
        _facet(kind, by_decade[kind.tally], params=params, noun=noun)
        for kind in KINDS
        if kind.tally in by_decade
    )
    histogram = _histogram(tallies["dates"], params)
    return Facets(facets=tuple(facet for facet in shown if facet), histogram=histogram)


def _facet(kind: FacetKind, tally: Tally, *, params: SearchParams, noun: Noun) -> Facet | None:
    """A facet; None where there is nothing to choose, all having the only value."""
    chosen = kind.chosen(params)
    listed = _listed(kind, tally, chosen=chosen)
    narrows = chosen or any(tally.counts[value] < tally.total for value in listed)
    if not (listed and narrows):
        return None
    return Facet(
        name=kind.name,
        label=gettext(kind.label),
        values=tuple(_values(kind, listed, tally=tally, params=params)),
        more_count=tally.value_count - len(listed),
        is_more_approximate=tally.is_sampled,
        note=_note(tally, noun),
    )


def _listed(kind: FacetKind, tally: Tally, *, chosen: tuple[Any, ...]) -> list[Any]:
    """The values to show: all in their order, or those most have, and any that are chosen."""
    if kind.in_order:
        return sorted(tally.counts, reverse=True)
    by_count = sorted(
        tally.counts, key=lambda one: (-tally.counts[one], kind.rank(one), kind.named(one))
    )
    return by_count[:MOST_VALUES] + [one for one in by_count[MOST_VALUES:] if one in chosen]


def _values(
    kind: FacetKind, listed: list[Any], *, tally: Tally, params: SearchParams
) -> Iterator[FacetValue]:
    links, chosen = Links(params), kind.chosen(params)
    for value in listed:
        yield FacetValue(
            value=("no", "yes")[value] if isinstance(value, bool) else str(value),
            label=kind.named(value),
            count=tally.counts[value],
            link=links.to(kind.toggled(params, value)),
            detail=tally.titles.get(value, ""),
            is_approximate=tally.is_approximate(value),
            is_chosen=value in chosen,
        )


def _note(tally: Tally, noun: Noun) -> str:
    """What was counted, where it is not what the list shows."""
    if tally.noun is not noun:
        is_of_paragraphs = tally.noun is Noun.PARAGRAPH
        return (
            gettext("These are numbers of paragraphs.")
            if is_of_paragraphs
            else gettext("These are numbers of resolutions.")
        )
    return ""


def _by_decade(tally: Tally) -> Tally:
    counts: Counter[int] = Counter()
    for year, number in tally.counts.items():
        counts[decade_of(year)] += number
    return replace(tally, counts=counts, value_count=len(counts))


def _histogram(tally: Tally, params: SearchParams) -> Histogram | None:
    """Bars for the years; None where all are of one, and none is sought."""
    shown = bars(tally.counts, params)
    is_sought = params.since or params.until
    if (len(shown) < _FEWEST_YEARS and not is_sought) or not shown:
        return None
    undated = tally.total - sum(tally.counts.values())
    return Histogram(bars=shown, noun=tally.noun, undated=undated, is_approximate=tally.is_about)
