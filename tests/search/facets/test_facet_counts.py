"""How facets are counted: exactly, by estimate, or of resolutions where paragraphs are too many."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.facets import listed_counts, paragraph_bases
from archive.search.facets.facets import Facets, FacetValue, facets
from archive.search.form.params import SearchParams, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import paragraphs
from archive.search.matches.counting import counted
from archive.search.matches.counts import Noun
from archive.search.matches.matching import Search
from tests import factories as make
from tests.search.archives import CITED, make_archive
from tests.search.facets.links import facet_named


def _names(found: Facets) -> list[str]:
    return [facet.name for facet in found]


def _searched(q: str = "", **narrowing: Any) -> tuple[Search, Facets]:
    params = SearchParams(q=q, **narrowing)
    asked = Search.of(params, ask(Query.read(q)))
    return asked, facets(asked, counted(asked))


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
def test_the_title_of_a_cited_resolution_is_the_one_that_the_archive_knows(view: View) -> None:
    make.make_resolution(CITED[0], title="Declaration")
    make_archive(1)
    values = facet_named("cites", _searched("rights", view=view)[1]).values
    details = {value.label: value.detail for value in values}
    assert details == {**dict.fromkeys(details, ""), CITED[0]: "Declaration"}
    assert len(details) > 3


@pytest.mark.django_db
def test_sessions_are_told_apart_only_within_one_organ() -> None:
    for symbol in ("A/RES/66/164", "A/RES/70/161", "A/HRC/RES/66/1"):
        make.adopted(symbol, 2011, title="Impunity")
    assert "session" not in _names(_searched("impunity")[1])
    sessions = facet_named("session", _searched("impunity", organ=Organ.GA)[1]).values
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
        values = facet_named(name, found).values
        assert values
        assert all(value.is_approximate for value in values)
        assert all(0 < value.count <= total for value in values)
    assert not any(value.is_approximate for value in facet_named("organ", found).values)
    assert facet_named("opening", found) == facet_named("opening", again)


@pytest.mark.django_db
def test_an_estimate_is_near_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    make_archive(3, resolutions=120)
    counts = {value.label: value.count for value in _openings()}
    monkeypatch.setattr(listed_counts, "MOST_READ", 60)
    monkeypatch.setattr(listed_counts, "SAMPLE_SIZE", 50)
    for value in _openings():
        assert value.is_approximate
        assert abs(value.count - counts[value.label]) < 0.5 * counts[value.label]


@pytest.mark.django_db
def test_a_sample_is_the_same_whether_or_not_it_has_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    make_archive(3, resolutions=120)
    monkeypatch.setattr(listed_counts, "MOST_READ", 1)
    monkeypatch.setattr(listed_counts, "SAMPLE_SIZE", 5)
    by_key = _openings()
    assert by_key
    monkeypatch.setattr(listed_counts, "SAMPLE_LEVELS", range(12, 13))
    assert _openings() == by_key


def _openings() -> tuple[FacetValue, ...]:
    found = _searched("rights OR impunity OR child OR human OR violence OR defenders")[1]
    return facet_named("opening", found).values


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
        values = facet_named(name, found).values
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
def test_facets_of_too_many_paragraphs_count_resolutions_and_say_so(few_places: None) -> None:
    make_archive(2)
    asked, found = _searched("rights", view=View.PARAGRAPHS)
    assert not counted(asked).is_exact
    resolutions = _searched("rights", held=True)[1]
    assert len(list(found)) > 4
    for facet in found:
        assert facet.note == "These are numbers of resolutions."
        same = facet_named(facet.name, resolutions).values
        counts = {value.label: value.count for value in same if value.label != "title"}
        assert {value.label: value.count for value in facet.values} == counts
    assert found.histogram
    assert found.histogram.noun is Noun.RESOLUTION


@pytest.mark.django_db
def test_a_facet_alone_may_be_of_too_many_paragraphs(few_places: None) -> None:
    make_archive(2)
    asked, found = _searched("rights", view=View.PARAGRAPHS, organ=Organ.CHR)
    assert counted(asked).is_exact
    assert facet_named("organ", found).note == "These are numbers of resolutions."
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
    assert facet_named("organ", found).note == "These are numbers of resolutions."
    assert len(facet_named("organ", found).values) > 1


@pytest.mark.django_db
def test_what_a_paragraph_must_not_say_may_stand_elsewhere_in_a_resolution_that_is_counted(
    few_places: None,
) -> None:
    make_archive(2)
    asked, found = _searched("rights -impunity", view=View.PARAGRAPHS)
    assert not counted(asked).is_exact
    resolutions = _searched("rights", held=True)[1]
    assert [value.count for value in facet_named("organ", found).values] == [
        value.count for value in facet_named("organ", resolutions).values
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
