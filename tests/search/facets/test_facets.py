"""What a search may be narrowed by, with counts that are those of the lists its links lead to."""

from collections.abc import Iterator, Mapping
from math import ceil
from random import Random
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search import results
from archive.search.answers import RESULTS_PER_PAGE, SearchPage
from archive.search.facets import listed_counts, paragraph_bases
from archive.search.facets.facets import Facet, Facets, FacetValue, arranged, facets
from archive.search.facets.tallies import Tally, in_two_figures
from archive.search.form.params import Part, SearchParams, View
from archive.search.form.periods import Period
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import paragraphs
from archive.search.matches.counting import counted
from archive.search.matches.counts import Noun
from archive.search.matches.matching import Search
from archive.search.results import search
from tests import factories as make
from tests.search.archives import CITED, OPENINGS, make_archive

# -- How tallies are shown ---------------------------------------------------------------------

SEARCH = SearchParams(q="impunity")
TALLIES: Mapping[str, Tally] = {
    "organ": Tally.of({"HRC": 3, "GA": 5, "SC": 0}, total=8),
    "dates": Tally.of({1999: 2, 2011: 4, 2015: 1, None: 1}, total=8),
}


def _arranged(tallies: Mapping[str, Tally], params: SearchParams = SEARCH) -> Facets:
    return arranged({**TALLIES, **tallies}, params, noun=Noun.RESOLUTION)


def _facet(name: str, found: Facets) -> Facet:
    return next(facet for facet in found if facet.name == name)


def _names(found: Facets) -> list[str]:
    return [facet.name for facet in found]


def test_values_stand_with_the_most_frequent_first_and_values_of_none_go() -> None:
    organ = _facet("organ", _arranged({}))
    shown = [(value.value, value.label, value.count) for value in organ.values]
    assert shown == [("GA", "General Assembly", 5), ("HRC", "Human Rights Council", 3)]
    assert organ.label == "Organ"


def test_decades_stand_in_order_the_latest_first_and_what_has_no_date_is_in_none() -> None:
    decades = _facet("decade", _arranged({})).values
    assert [(value.label, value.count) for value in decades] == [("2010s", 5), ("1990s", 2)]
    assert decades[0].params == SEARCH.with_(since=Period.read("2010"), until=Period.read("2019"))


def test_at_most_eight_values_are_shown_and_how_many_more_there_are() -> None:
    openings = {f"opening {number:02}": 30 - number for number in range(20)}
    facet = _facet("opening", _arranged({"openings": Tally.of(openings, total=30)}))
    assert [value.label for value in facet.values] == list(openings)[:8]
    assert facet.more_count == 12


def test_a_chosen_value_is_shown_however_few_have_it() -> None:
    openings = {f"opening {number:02}": 30 - number for number in range(20)}
    params = SEARCH.with_(openings=("opening 19",))
    facet = _facet("opening", _arranged({"openings": Tally.of(openings, total=30)}, params))
    assert [value.label for value in facet.values if value.is_chosen] == ["opening 19"]
    assert (len(facet.values), facet.more_count) == (9, 11)
    assert facet.values[-1].params == SEARCH.with_()


def test_values_as_frequent_as_one_another_stand_in_alphabetical_order() -> None:
    facet = _facet("opening", _arranged({"openings": Tally.of({"urge": 1, "note": 1}, total=2)}))
    assert [value.label for value in facet.values] == ["note", "urge"]


def test_a_facet_is_left_out_that_would_narrow_nothing() -> None:
    only = {"organ": Tally.of({"GA": 8}, total=8), "stage": Tally.of({}, total=8)}
    assert _names(_arranged(only)) == ["decade"]
    assert "organ" in _names(_arranged({"organ": Tally.of({"GA": 7}, total=8)}))
    assert "organ" in _names(_arranged(only, SEARCH.with_(organ=Organ.GA)))


def test_a_facet_of_no_values_is_left_out_even_where_one_is_chosen() -> None:
    none = {"organ": Tally.of({}, total=0)}
    assert "organ" not in _names(_arranged(none, SEARCH.with_(organ=Organ.GA)))


def test_two_values_that_all_have_narrow_nothing_either_but_a_third_does() -> None:
    parts = {Part.TITLE: 8, Part.OPERATIVE: 8}
    assert "in" not in _names(_arranged({"parts": Tally.of(parts, total=8)}))
    parts[Part.ANNEX] = 1
    assert "in" in _names(_arranged({"parts": Tally.of(parts, total=8)}))


def test_values_are_written_as_the_address_writes_them() -> None:
    found = _arranged(
        {
            "held": Tally.of({True: 5, False: 3}, total=8),
            "parts": Tally.of({Part.TITLE: 5, Part.FOOTNOTES: 3}, total=8),
            "stage": Tally.of({"adopted": 5, "draft": 3}, total=8),
        }
    )
    for name, written in {
        "held": ["yes", "no"],
        "in": ["title", "footnotes"],
        "stage": ["adopted", "draft"],
        "decade": ["2010", "1990"],
    }.items():
        assert [value.value for value in _facet(name, found).values] == written


def test_a_cited_resolution_comes_with_its_title() -> None:
    symbol = "A/RES/53/144"
    cites = Tally(counts={symbol: 1}, total=2, value_count=1, titles={symbol: "Declaration"})
    (value,) = _facet("cites", _arranged({"cites": cites})).values
    assert (value.label, value.detail) == (symbol, "Declaration")


def test_what_was_counted_is_said_where_the_list_shows_something_else() -> None:
    tally = Tally.of({"GA": 5, "HRC": 3}, total=8)
    assert _facet("organ", _arranged({"organ": tally})).note == ""
    found = arranged({**TALLIES, "organ": tally}, SEARCH, noun=Noun.PARAGRAPH)
    assert _facet("organ", found).note == "These are numbers of resolutions."


def test_years_are_bars_unless_all_are_of_one() -> None:
    histogram = _arranged({}).histogram
    assert histogram
    assert {bar.year: bar.count for bar in histogram.found} == {1999: 2, 2011: 4, 2015: 1}
    assert (histogram.undated, histogram.noun) == (1, Noun.RESOLUTION)
    one = {"dates": Tally.of({2011: 8}, total=8)}
    assert _arranged(one).histogram is None
    assert _arranged(one, SEARCH.with_(since=Period.read("2000"))).histogram
    assert _arranged({"dates": Tally.of({}, total=8)}).histogram is None


@pytest.mark.parametrize(
    ("number", "about"),
    [(0, 0), (7, 7), (42, 42), (123, 120), (1_250, 1_200), (1_251, 1_300), (99_600, 100_000)],
)
def test_what_is_known_approximately_is_said_in_two_figures(number: int, about: int) -> None:
    assert in_two_figures(number) == about


def test_a_count_says_whether_it_is_approximate() -> None:
    value = FacetValue(value="GA", label="General Assembly", count=12_000, params=SEARCH)
    assert value.count_in_words == "12,000"
    about = FacetValue(value="GA", label="", count=12_000, params=SEARCH, is_approximate=True)
    assert about.count_in_words == "about 12,000"


# -- Counts and the lists that links lead to ---------------------------------------------------

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


def _random_search(random: Random, view: View) -> SearchParams:
    names = random.sample(list(NARROWING), random.choice([0, 1, 1, 2, 3]))
    narrowing = {name: random.choice(NARROWING[name]) for name in names}
    params = SearchParams(q=random.choice(TYPED), view=view, keeps_view=True, **narrowing)
    return params if params.q or params.is_narrowed else _random_search(random, view)


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


def _links(page: SearchPage) -> Iterator[tuple[str, int, SearchParams]]:
    """What each value is called, its count, and the search whose list has so many."""
    for facet in page.facets or ():
        for value in facet.values if not facet.note else ():
            target = _with_it(page.params, facet, value) if value.is_chosen else value.params
            yield f"{facet.name} {value.label}", value.count, target
    shows_paragraphs = page.params.view is View.PARAGRAPHS
    noun = Noun.PARAGRAPH if shows_paragraphs else Noun.RESOLUTION
    for bar in page.histogram.found if page.histogram else ():
        if bar.params and page.histogram and page.histogram.noun is noun:
            is_chosen = bar.params.since is None
            yield f"year {bar.year}", bar.count, page.params if is_chosen else bar.params


def _with_it(params: SearchParams, facet: Facet, value: FacetValue) -> SearchParams:
    """The search with a chosen value, the only one where any of several would do."""
    if facet.name == "opening":
        return params.with_(openings=(value.value,))
    return params.with_(parts=(Part(value.value),)) if facet.name == "in" else params


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("seed", range(3))
def test_every_count_is_that_of_the_list_its_link_leads_to(seed: int, view: View) -> None:
    make_archive(seed)
    random, lists, followed = Random(seed), Lists(), 0
    for _ in range(SEARCHES_OF_AN_ARCHIVE):
        page = search(_random_search(random, view))
        links = list(_links(page))
        assert [(name, lists.count(target)) for name, _count, target in links] == [
            (name, count) for name, count, _target in links
        ]
        for _name, count, target in random.sample(links, min(1, len(links))):
            assert lists.length(target) == count
        followed += len(links)
    assert followed > 20


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
def test_every_value_that_leads_anywhere_is_shown(view: View) -> None:
    """Of one facet each: what its lists say together is what it counts."""
    make_archive(5)
    page = search(SearchParams(q="rights", view=view))
    assert page.facets
    for facet, params in (
        ("organ", [SEARCH.with_(organ=organ) for organ in Organ]),
        ("opening", [SEARCH.with_(openings=(opening,)) for opening in OPENINGS[1:]]),
        ("cites", [SEARCH.with_(cites=(symbol,)) for symbol in CITED]),
    ):
        searches = [one.with_(q="rights", view=view) for one in params]
        counts = [results.found(one).count.number for one in searches]
        shown = [value.count for value in _facet(facet, page.facets).values]
        assert shown == sorted(filter(None, counts), reverse=True)


def _searched(q: str = "", **narrowing: Any) -> tuple[Search, Facets]:
    params = SearchParams(q=q, **narrowing)
    asked = Search.of(params, ask(Query.read(q)))
    return asked, facets(asked, counted(asked))


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
def test_the_title_of_a_cited_resolution_is_the_one_that_the_archive_knows(view: View) -> None:
    make.make_resolution(CITED[0], title="Declaration")
    make_archive(1)
    values = _facet("cites", _searched("rights", view=view)[1]).values
    details = {value.label: value.detail for value in values}
    assert details == {**dict.fromkeys(details, ""), CITED[0]: "Declaration"}
    assert len(details) > 3


@pytest.mark.django_db
def test_sessions_are_told_apart_only_within_one_organ() -> None:
    for symbol in ("A/RES/66/164", "A/RES/70/161", "A/HRC/RES/66/1"):
        make.adopted(symbol, 2011, title="Impunity")
    assert "session" not in _names(_searched("impunity")[1])
    sessions = _facet("session", _searched("impunity", organ=Organ.GA)[1]).values
    assert [value.label for value in sessions] == ["seventieth", "sixty-sixth"]
    make.adopted("A/RES/70/1", 2015, title="Zebras")
    make.adopted("A/RES/71/1", 2016, title="Zebras")
    assert "session" in _names(_searched("zebras")[1])


@pytest.mark.django_db
def test_sessions_in_which_no_paragraph_was_found_are_not_shown() -> None:
    """A resolution that has a word in one paragraph and not in another is found by both."""
    for symbol in ("A/RES/66/164", "A/RES/70/161"):
        text = make.make_text(make.adopted(symbol, 2011, title="Title"))
        make.make_paragraph(text, "Impunity;")
    found = _searched("-impunity impunity", view=View.PARAGRAPHS, organ=Organ.GA)[1]
    assert _names(found) == []


@pytest.mark.django_db
def test_parts_are_told_apart_only_where_words_are_sought() -> None:
    make_archive(1)
    assert "in" in _names(_searched("impunity")[1])
    assert "in" not in _names(_searched(stage=Resolution.Stage.ADOPTED)[1])
    by_paragraph = _searched(stage=Resolution.Stage.ADOPTED, view=View.PARAGRAPHS)
    assert "in" in _names(by_paragraph[1])


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("narrowing", [{}, {"organ": Organ.GA, "openings": ("note", "urge")}])
def test_two_statements_count_everything_however_much_was_found(
    view: View, narrowing: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_archive(1)
    for q in ("zebra", "rights"):
        params = SearchParams(q=q, view=view, **narrowing)
        asked = Search.of(params, ask(Query.read(q)))
        count = counted(asked)
        with django_assert_num_queries(2):
            facets(asked, count)


# -- More than is looked at --------------------------------------------------------------------


@pytest.fixture
def small_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed_counts, "MOST_READ", 20)
    monkeypatch.setattr(listed_counts, "SAMPLE_SIZE", 15)


@pytest.mark.django_db
def test_openings_and_citations_of_many_resolutions_are_estimated(small_samples: None) -> None:
    make_archive(2, resolutions=60)
    again = _searched("rights OR impunity OR child")[1]
    asked, found = _searched("rights OR impunity OR child")
    total = counted(asked).number
    assert total > 40
    for name in ("opening", "cites"):
        values = _facet(name, found).values
        assert values
        assert all(value.is_approximate for value in values)
        assert all(0 < value.count <= total for value in values)
    assert not any(value.is_approximate for value in _facet("organ", found).values)
    assert _facet("opening", found) == _facet("opening", again)


@pytest.mark.django_db
def test_an_estimate_is_near_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    make_archive(3, resolutions=120)
    counts = {value.label: value.count for value in _openings()}
    monkeypatch.setattr(listed_counts, "MOST_READ", 60)
    monkeypatch.setattr(listed_counts, "SAMPLE_SIZE", 50)
    for value in _openings():
        assert value.is_approximate
        assert abs(value.count - counts[value.label]) < 0.5 * counts[value.label]


def _openings() -> tuple[FacetValue, ...]:
    found = _searched("rights OR impunity OR child OR human OR violence OR defenders")[1]
    return _facet("opening", found).values


@pytest.mark.django_db
def test_chosen_values_are_known_even_where_others_are_estimated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_archive(2, resolutions=60)
    monkeypatch.setattr(listed_counts, "MOST_READ", 4)
    monkeypatch.setattr(listed_counts, "SAMPLE_SIZE", 3)
    for name, narrowing in (
        ("opening", {"openings": ("urge",)}),
        ("cites", {"cites": (CITED[0],)}),
    ):
        asked, found = _searched("rights OR impunity OR child OR violence", **narrowing)
        total = counted(asked).number
        assert total > 10
        values = _facet(name, found).values
        (chosen,) = (value for value in values if value.is_chosen)
        assert (chosen.count, chosen.is_approximate) == (total, False)
        assert all(value.is_approximate for value in values if value is not chosen)


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs of twelve texts, or twenty of the index, are as many as are looked at."""
    for module in (paragraphs, paragraph_bases):
        monkeypatch.setattr(module, "FEW_TEXTS", 6)
        monkeypatch.setattr(module, "MOST_TEXTS", 12)
        monkeypatch.setattr(module, "MOST_PLACES", 20)


@pytest.mark.django_db
@pytest.mark.parametrize(("texts", "places"), [(2, 1_000), (2, 40), (0, 15)])
def test_every_count_is_that_of_its_list_whichever_way_paragraphs_are_found(
    texts: int, places: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_archive(7, resolutions=30)
    for module in (paragraphs, paragraph_bases):
        monkeypatch.setattr(module, "FEW_TEXTS", texts)
        monkeypatch.setattr(module, "MOST_TEXTS", 8)
        monkeypatch.setattr(module, "MOST_PLACES", places)
    random, lists, followed = Random(7), Lists(), 0
    for _ in range(8):
        links = list(_links(search(_random_search(random, View.PARAGRAPHS))))
        wrong = [name for name, count, target in links if lists.count(target) != count]
        assert wrong == []
        followed += len(links)
    assert followed > 10


@pytest.mark.django_db
def test_facets_of_too_many_paragraphs_count_resolutions_and_say_so(few_places: None) -> None:
    make_archive(2)
    asked, found = _searched("rights", view=View.PARAGRAPHS)
    assert not counted(asked).is_exact
    resolutions = _searched("rights", held=True)[1]
    assert len(list(found)) > 4
    for facet in found:
        assert facet.note == "These are numbers of resolutions."
        same = _facet(facet.name, resolutions).values
        counts = {value.label: value.count for value in same if value.label != "title"}
        assert {value.label: value.count for value in facet.values} == counts
    assert found.histogram
    assert found.histogram.noun is Noun.RESOLUTION


@pytest.mark.django_db
def test_a_facet_alone_may_be_of_too_many_paragraphs(few_places: None) -> None:
    make_archive(2)
    asked, found = _searched("rights", view=View.PARAGRAPHS, organ=Organ.CHR)
    assert counted(asked).is_exact
    assert _facet("organ", found).note == "These are numbers of resolutions."
    assert {facet.note for facet in found if facet.name != "organ"} == {""}


@pytest.mark.django_db
def test_a_facet_may_be_of_few_texts_with_too_many_paragraphs(
    few_places: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is asked, and names more than are looked at."""
    monkeypatch.setattr(paragraph_bases, "MOST_PLACES", 40)
    make_archive(2)
    asked, found = _searched("rights", view=View.PARAGRAPHS, organ=Organ.CHR)
    assert counted(asked).is_exact
    assert _facet("organ", found).note == "These are numbers of resolutions."
    assert len(_facet("organ", found).values) > 1


@pytest.mark.django_db
def test_what_a_paragraph_must_not_say_may_stand_elsewhere_in_a_resolution_that_is_counted(
    few_places: None,
) -> None:
    make_archive(2)
    asked, found = _searched("rights -impunity", view=View.PARAGRAPHS)
    assert not counted(asked).is_exact
    resolutions = _searched("rights", held=True)[1]
    assert [value.count for value in _facet("organ", found).values] == [
        value.count for value in _facet("organ", resolutions).values
    ]


@pytest.mark.django_db
def test_counts_of_phrases_that_are_not_verified_are_approximate() -> None:
    make_archive(1)
    asked, _ = _searched('"human rights of the child"')
    about = Search(asked.params, asked.asked)
    assert about.is_about
    found = facets(about, counted(about))
    assert all(value.is_approximate for facet in found for value in facet.values)
    assert found.histogram is None or found.histogram.is_approximate
