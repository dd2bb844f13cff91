"""A search is answered one page at a time, or with what happened and what to do."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from archive.parsing.symbols import Organ
from archive.search import problems, results
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.matches import paragraphs, statements, verification
from archive.search.matches.counts import Certainty
from archive.search.results import RESULTS_PER_PAGE, SearchPage, found, search
from tests import factories as make
from tests.search.answering import answered, held, many, symbols

pytestmark = pytest.mark.django_db

#: The limit, the words, the count with most facets, the order, facts, snippets; the other facets.
QUERIES_OF_A_PAGE = 6 + 1
QUERIES_WITH_A_LONG_PHRASE = QUERIES_OF_A_PAGE + 1
#: The way to them takes the place of the count.
QUERIES_OF_PARAGRAPHS = 6 + 3


def test_the_title_says_the_search_and_the_count_in_words() -> None:
    held("A/RES/66/164", "Condemns gender-based violence and impunity;")
    assert answered("impunity").title == "1 resolution says impunity"
    held("A/RES/62/152", "Condemns gender-based violence and impunity;")
    assert answered('"gender-based violence" impunity').title == (
        "2 resolutions say “gender-based violence” and impunity"
    )


def test_drafts_are_counted_apart() -> None:
    make.make_paragraph(make.make_text(make.make_draft()), "Condemns impunity;")
    assert answered("impunity").title == "1 draft says impunity"
    held("A/RES/66/164")
    assert answered("impunity").title == "1 resolution and 1 draft say impunity"


def test_words_too_common_to_look_for_are_not_in_the_title_and_are_said_to_be_left_out() -> None:
    held("A/RES/66/164")
    page = answered("the impunity of")
    assert page.title == "1 resolution says impunity"
    assert page.ignored == ("“the” and “of” (stand in every text)",)


def test_parts_narrow_no_resolutions_without_words_and_that_is_said() -> None:
    held("A/RES/66/164")
    parts = (Part.TITLE, Part.ANNEX)
    page = search(SearchParams(q="the", parts=parts))
    assert page.title == "1 resolution"
    assert page.ignored == (
        "“the” (stands in every text)",
        "“in the title” (narrows only where words are sought)",
        "“in annexes” (narrows only where words are sought)",
    )
    assert search(SearchParams(parts=parts, view=View.PARAGRAPHS)).ignored == ()
    assert search(SearchParams(q="impunity", parts=parts)).ignored == ()


def test_count_and_list_agree_on_every_page_and_no_result_is_on_two() -> None:
    many(2 * RESULTS_PER_PAGE + 5)
    pages = [answered("impunity", number) for number in (1, 2, 3)]
    assert [len(page.results) for page in pages] == [20, 20, 5]
    assert {page.title for page in pages} == {"45 resolutions say impunity"}
    assert {page.page_count for page in pages} == {3}
    assert [page.first_number for page in pages] == [1, 21, 41]
    assert len({symbol for page in pages for symbol in symbols(page)}) == 45


def test_a_result_has_what_is_known_of_a_resolution() -> None:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    make.make_paragraph(make.make_text(resolution), "Condemns impunity;")
    make.make_evidence(resolution, fact="adopted_on", is_verified=False, words="elsewhere")
    citing = make.make_paragraph(make.make_text(), "Recalls it;")
    make.make_citation(citing, "it", resolution)
    (result,) = answered("impunity").results
    assert (result.symbol, result.url, result.organ) == (
        "A/RES/66/164",
        "/A/RES/66/164/",
        "General Assembly",
    )
    assert (result.dated_on, result.date_is_unverified) == (date(2011, 12, 19), True)
    assert (result.is_held, result.times_recalled, result.stage) == (True, 1, "adopted")
    assert [part.text for part in result.title if part.is_hit] == ["impunity"]
    assert [snippet.place for snippet in result.snippets] == ["op. 1"]


def test_a_draft_is_never_shown_as_adopted() -> None:
    adopted = make.make_resolution("A/RES/70/161", title="Impunity")
    make.make_draft(title="Impunity", adopted_as=adopted, distributed_on=date(2015, 11, 12))
    draft = next(result for result in answered("impunity").results if result.stage == "draft")
    assert draft.resolution.adopted_as is not None
    assert draft.resolution.adopted_as.symbol == adopted.symbol
    assert (draft.dated_on, draft.is_held) == (date(2015, 11, 12), False)
    assert draft.resolution.is_draft


def test_where_nothing_is_found_the_page_says_so_and_what_could_be_done() -> None:
    held("A/RES/66/164", "Condemns impunity;")
    page = answered("impunitty", organ=Organ.GA)
    assert page.problem is not None
    assert "No resolution" in page.title
    assert page.problem.advice.endswith(".")
    assert page.correction is not None
    assert page.correction.q == "impunity"
    assert [one.label for one in answered("impunity", organ=Organ.HRC).droppable] == [
        "Human Rights Council"
    ]


def test_a_page_beyond_the_last_says_how_many_there_are() -> None:
    many(RESULTS_PER_PAGE + 1)
    page = answered("impunity", 3)
    assert (page.status, page.results) == (404, ())
    assert page.title == "There is no page 3: there are 2 pages of results."
    assert [params.page for params in page.pages] == [1, 2]
    assert answered("impunity", 10**17).status == 404
    assert answered("impunity", 10**18 - 1).status == 404
    assert answered("impunity", 10**18 - 1, view=View.PARAGRAPHS).status == 404


def test_nothing_found_has_one_page() -> None:
    assert "No resolution" in answered("zebra").title
    assert answered("zebra", 2).title == "There is no page 2: there is 1 page of results."


def _page(number: int, page_count: int) -> SearchPage:
    return SearchPage(params=SearchParams(q="a", page=number), page_count=page_count)


def test_one_page_needs_no_links_to_pages() -> None:
    assert _page(1, 1).pages == ()
    assert [params.page for params in _page(2, 1).pages] == [1]


@pytest.mark.parametrize(
    ("page", "shown"),
    [(1, [1, 2, 3, 9]), (5, [1, 3, 4, 5, 6, 7, 9]), (9, [1, 7, 8, 9]), (10**6, [1, 9])],
)
def test_the_pages_near_this_one_the_first_and_the_last_are_linked(
    page: int, shown: list[int]
) -> None:
    assert [params.page for params in _page(page, 9).pages] == shown


# -- What a page costs -------------------------------------------------------------------------


@pytest.mark.parametrize("sort", [Sort.RELEVANCE, Sort.OLDEST])
def test_a_page_takes_the_same_number_of_database_queries_whatever_it_shows(
    sort: Sort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for some in (["A/RES/65/1"], [f"A/RES/66/{number}" for number in range(1, 20)]):
        for symbol in some:
            held(symbol, "Condemns much impunity;")
        for q, queries in (
            ("impunity", QUERIES_OF_A_PAGE),
            ('"condemns much impunity"', QUERIES_WITH_A_LONG_PHRASE),
            ("-zebra", QUERIES_OF_A_PAGE),
        ):
            with django_assert_num_queries(queries):
                page = answered(q, sort=sort)
                assert not any(result.resolution.adopted_as for result in page.results)
    assert len(answered("impunity").results) == RESULTS_PER_PAGE


@pytest.mark.parametrize("most_texts", [1_000, 1])
@pytest.mark.parametrize("most_places", [10_000, 1])
def test_a_page_of_paragraphs_takes_the_same_number_too(
    most_texts: int,
    most_places: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(3)
    monkeypatch.setattr(paragraphs, "MOST_TEXTS", most_texts)
    monkeypatch.setattr(paragraphs, "MOST_PLACES", most_places)
    with CaptureQueriesContext(connection) as asked:
        assert len(answered("impunity", view=View.PARAGRAPHS).paragraphs) == 3
    assert QUERIES_OF_PARAGRAPHS - 1 <= len(asked) <= QUERIES_OF_PARAGRAPHS


def test_a_search_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    many(3)
    monkeypatch.setattr(results, "SECONDS", 0.001)
    monkeypatch.setattr(results, "ask", _sleep)
    page = answered("impunity")
    assert (page.status, page.title) == (503, "The search took too long, and was stopped.")


def _sleep(_query: object) -> None:
    statements.answered(("SELECT pg_sleep(5)", []))


# -- Words that say nothing --------------------------------------------------------------------


def test_a_count_that_phrases_make_unsure_says_about(monkeypatch: pytest.MonkeyPatch) -> None:
    many(3, "Condemns much impunity;")
    assert answered('"condemns much impunity"').count.kind is Certainty.EXACT
    monkeypatch.setattr(verification, "MOST_VERIFIED", 2)
    page = answered('"condemns much impunity"')
    assert (page.count.kind, page.count.number) == (Certainty.ABOUT, 3)
    assert "about" in page.title.lower()


# -- Paragraphs --------------------------------------------------------------------------------


def test_the_paragraph_view_lists_paragraphs_and_notes_with_their_places_and_labels() -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Urges States:")
    make.make_sub_paragraph(paragraph, "a", "To end impunity;")
    make.make_footnote(paragraph, "Of what is called impunity.")
    page = answered("impunity", view=View.PARAGRAPHS)
    assert page.title == "2 paragraphs say impunity"
    assert [(result.place, result.label) for result in page.paragraphs] == [
        ("op. 1 (a)", "(a)"),
        ("note 1", ""),
    ]
    assert [result.address for result in page.paragraphs] == [
        "/A/RES/66/164/#op1-a",
        "/A/RES/66/164/#fn1",
    ]
    assert [part.text for part in page.paragraphs[0].fragments] == ["To end ", "impunity", ";"]
    assert page.results == ()


def test_titles_are_no_paragraphs_and_the_page_says_so() -> None:
    held("A/RES/66/164")
    page = answered("promotion", view=View.PARAGRAPHS, parts=(Part.TITLE,))
    assert page.problem is problems.TITLES_ARE_NO_PARAGRAPHS
    assert (page.status, page.paragraphs) == (200, ())


def test_pages_of_paragraphs_agree_with_their_count() -> None:
    text = make.make_text(make.make_resolution("A/RES/66/164"))
    for _ in range(RESULTS_PER_PAGE + 3):
        make.make_paragraph(text, "Condemns impunity;")
    pages = [answered("impunity", number, view=View.PARAGRAPHS) for number in (1, 2)]
    assert [len(page.paragraphs) for page in pages] == [20, 3]
    assert pages[0].page_count == 2
    assert len({result.anchor for page in pages for result in page.paragraphs}) == 23


# -- Without the rows --------------------------------------------------------------------------


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("q", ["impunity", "zebra", "", '"condemns impunity"'])
def test_what_a_search_finds_is_what_its_page_says(q: str, view: View) -> None:
    many(3)
    params = SearchParams(q=q, view=view)
    outcome, page = found(params), search(params)
    assert (outcome.count, outcome.problem) == (page.count, page.problem)
