"""Random searches, where the links of their facets lead, and how long those lists are."""

from collections.abc import Iterator, Mapping
from math import ceil
from random import Random
from typing import Any

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search import results
from archive.search.answers import RESULTS_PER_PAGE, SearchPage
from archive.search.facets.facets import Facet, Facets, FacetValue
from archive.search.form.params import Part, SearchParams, View
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun
from archive.search.results import search
from tests.search.archives import CITED, OPENINGS

TYPED = (
    "",
    "impunity",
    "human rights",
    '"human rights"',
    '"human rights of the child"',
    '"gender-based violence" OR impunity',
    "violence -impunity",
    'rights -"human rights"',
    "defend*",
    "A/RES/53/144",
    "53/144 violence",
    "zebra",
)
NARROWING: Mapping[str, tuple[Any, ...]] = {
    "parts": ((Part.TITLE,), (Part.OPERATIVE,), (Part.ANNEX, Part.FOOTNOTES)),
    "organ": (Organ.GA, Organ.HRC, Organ.SC),
    "session": ("66", "XXI", "2000"),
    "since": (Period.read("2010"), Period.read("2000-07-01")),
    "until": (Period.read("2011"), Period.read("2015-06-30")),
    "openings": (("recall",), ("note", "urge"), OPENINGS[3:]),
    "cites": (CITED[:1], CITED[1:3]),
    "stage": (Resolution.Stage.ADOPTED, Resolution.Stage.DRAFT),
    "held": (True, False),
}
SEARCHES_OF_AN_ARCHIVE = 6


def random_search(random: Random, view: View) -> SearchParams:
    names = random.sample(list(NARROWING), random.choice([0, 1, 1, 2, 3]))
    narrowing = {name: random.choice(NARROWING[name]) for name in names}
    params = SearchParams(q=random.choice(TYPED), view=view, keeps_view=True, **narrowing)
    return params if params.q or params.is_narrowed else random_search(random, view)


class Lists:
    """How many an archive's searches find, each asked once."""

    def __init__(self) -> None:
        self._counts: dict[SearchParams, int] = {}

    def count(self, params: SearchParams) -> int:
        """The number that the page would say."""
        if params not in self._counts:
            self._counts[params] = results.found(params).count.number
        return self._counts[params]

    def length(self, params: SearchParams) -> int:
        """The number of rows on all pages, each of which says that number."""
        numbers = range(1, ceil(self.count(params) / RESULTS_PER_PAGE) + 1)
        pages = [search(params.on_page(number)) for number in numbers]
        assert {page.count.number for page in pages} == {self.count(params)}
        return sum(len(page.results or page.paragraphs) for page in pages)


def links_of(page: SearchPage) -> Iterator[tuple[str, int, SearchParams]]:
    """What each value is called, its count, and the search whose list has so many."""
    for facet in page.facets or ():
        for value in facet.values if not facet.note else ():
            target = _with_it(page.params, facet, value) if value.is_chosen else value.link.params
            yield f"{facet.name} {value.label}", value.count, target
    shows_paragraphs = page.params.view is View.PARAGRAPHS
    noun = Noun.PARAGRAPH if shows_paragraphs else Noun.RESOLUTION
    for bar in page.histogram.found if page.histogram else ():
        if bar.link and page.histogram and page.histogram.noun is noun:
            is_chosen = bar.link.params.since is None
            yield f"year {bar.year}", bar.count, page.params if is_chosen else bar.link.params


def _with_it(params: SearchParams, facet: Facet, value: FacetValue) -> SearchParams:
    """The search with a chosen value, the only one where any of several would do."""
    if facet.name == "opening":
        return params.with_(openings=(value.value,))
    return params.with_(parts=(Part(value.value),)) if facet.name == "in" else params


def facet_named(name: str, found: Facets) -> Facet:
    """The one of a name."""
    return next(facet for facet in found if facet.name == name)
