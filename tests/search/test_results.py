"""A search is answered one page at a time, or with what happened and what to do."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.search import results
from archive.search.params import SearchParams
from archive.search.results import RESULTS_PER_PAGE, SearchPage, resolution_named, search
from tests import factories as make

pytestmark = pytest.mark.django_db

QUERIES_OF_A_PAGE = 7  # one savepoint and its release, the limit, stop words, count, list, snippets


def _held(symbol: str, wording: str = "Condemns impunity;") -> Resolution:
    resolution = make.make_resolution(symbol, title="Promotion of the Declaration")
    make.make_paragraph(make.make_text(resolution), wording)
    return resolution


def _many(count: int) -> None:
    for number in range(1, count + 1):
        _held(f"A/RES/66/{number:03}".replace("/0", "/").replace("/0", "/"))


def _search(q: str, page: int = 1) -> SearchPage:
    return search(SearchParams(q, page))


def _symbols(page: SearchPage) -> list[str]:
    return [result.resolution.symbol for result in page.results]


def test_the_title_says_the_search_and_the_count_in_words() -> None:
    _held("A/RES/66/164", "Condemns gender-based violence and impunity;")
    assert _search("impunity").title == "1 resolution says impunity"
    _held("A/RES/62/152", "Condemns gender-based violence and impunity;")
    assert _search('"gender-based violence" impunity').title == (
        "2 resolutions say “gender-based violence” and impunity"
    )


def test_drafts_are_counted_apart() -> None:
    make.make_paragraph(make.make_text(make.make_draft()), "Condemns impunity;")
    assert _search("impunity").title == "1 draft says impunity"
    _held("A/RES/66/164")
    assert _search("impunity").title == "1 resolution and 1 draft say impunity"


def test_words_too_common_to_look_for_are_not_in_the_title() -> None:
    _held("A/RES/66/164")
    assert _search("the impunity of").title == "1 resolution says impunity"


def test_count_and_list_agree_on_every_page_and_no_result_is_on_two() -> None:
    _many(2 * RESULTS_PER_PAGE + 5)
    pages = [_search("impunity", number) for number in (1, 2, 3)]
    assert [len(page.results) for page in pages] == [20, 20, 5]
    assert {page.title for page in pages} == {"45 resolutions say impunity"}
    assert {page.page_count for page in pages} == {3}
    assert [page.first_number for page in pages] == [1, 21, 41]
    assert len({symbol for page in pages for symbol in _symbols(page)}) == 45


@pytest.mark.parametrize(
    ("q", "advice"),
    [
        ("zebra", "Look for another word, as a text may put it."),
        ("zebra giraffe", "Look for fewer words, or for others, as a text may put it."),
        ('"of zebras"', "Look for fewer words, or leave out the quotation marks."),
    ],
)
def test_where_nothing_is_found_there_is_advice(q: str, advice: str) -> None:
    problem = _search(q).problem
    assert problem is not None
    assert problem.advice == advice


def test_a_page_beyond_the_last_says_how_many_there_are() -> None:
    _many(RESULTS_PER_PAGE + 1)
    page = _search("impunity", 3)
    assert (page.status, page.results) == (404, ())
    assert page.title == "There is no page 3: there are 2 pages of results."
    assert [params.page for params in page.pages] == [1, 2]
    assert _search("impunity", 10**17).status == 404


def test_nothing_found_has_one_page() -> None:
    assert _search("zebra").title == "No resolution says zebra."
    assert _search("zebra", 2).title == "There is no page 2: there is 1 page of results."


def test_one_page_needs_no_links_to_pages() -> None:
    assert SearchPage(params=SearchParams("a"), page_count=1).pages == ()
    assert SearchPage(params=SearchParams("a", 2), page_count=1).pages == (SearchParams("a"),)


@pytest.mark.parametrize(
    ("page", "shown"),
    [(1, [1, 2, 3, 9]), (5, [1, 3, 4, 5, 6, 7, 9]), (9, [1, 7, 8, 9]), (10**6, [1, 9])],
)
def test_the_pages_near_this_one_the_first_and_the_last_are_linked(
    page: int, shown: list[int]
) -> None:
    pages = SearchPage(params=SearchParams("a", page), page_count=9).pages
    assert pages == tuple(SearchParams("a", number) for number in shown)


@pytest.mark.parametrize("count", [1, RESULTS_PER_PAGE])
def test_a_page_takes_the_same_number_of_database_queries_whatever_it_shows(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _many(count)
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        page = _search("impunity")
        assert [len(result.snippets) for result in page.results] == [1] * count
        assert not any(result.resolution.adopted_as for result in page.results)


SAYS_NOTHING = {
    "": "Search the archive",
    '"': "There is no word and no number in this search.",
    "& | !": "There is no word and no number in this search.",
    "the of": "These words stand in every text, so nothing can be found by them.",
    '"to be or not to be"': "These words stand in every text, so nothing can be found by them.",
    "-impunity": "This search says only what to leave out.",
    "violence OR -impunity": "This search says only what to leave out.",
    "the -impunity": "This search says only what to leave out.",
}


@pytest.mark.parametrize("q", SAYS_NOTHING)
def test_a_search_that_says_nothing_gets_an_explanation_and_never_the_whole_archive(q: str) -> None:
    _held("A/RES/66/164")
    page = _search(q)
    assert (page.status, page.results, page.title) == (200, (), SAYS_NOTHING[q])
    assert page.problem is not None
    assert page.problem.advice.endswith(".")


def test_too_many_words_are_refused_and_many_are_not() -> None:
    _held("A/RES/66/164", " ".join(f"word{number}" for number in range(300)))
    many = " ".join(f"word{number}" for number in range(300))
    assert _symbols(_search(many)) == ["A/RES/66/164"]
    page = _search(f"{many} one-more")
    assert (page.status, page.title) == (400, "The search has 302 words; 300 is the most.")


def test_a_word_that_postgresql_would_pass_over_is_refused_not_ignored() -> None:
    _held("A/RES/66/164", "Impunity prevails")
    longest, longer = "é" * 1023, "é" * 1023 + "e"
    assert _search(f"impunity {longest}").title.startswith("No resolution says")
    for typed in (longer, f"impunity {longer}", f'"impunity {longer}"', f"impunity -{longer}"):
        page = _search(typed)
        assert (page.status, page.title) == (
            400,
            "A word of the search is 2,047 bytes long; 2,046 is the most.",
        )


def test_a_search_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    _many(3)
    monkeypatch.setattr(results, "SECONDS", 0.001)
    monkeypatch.setattr(results, "without_stop_words", _sleep)
    page = _search("impunity")
    assert (page.status, page.title) == (503, "The search took too long, and was stopped.")


def _sleep(_query: object) -> None:
    list(Resolution.objects.raw("SELECT id FROM archive_resolution, pg_sleep(5)"))


# -- Symbols -----------------------------------------------------------------------------------


def test_of_several_resolutions_with_a_number_the_likeliest_that_exists_is_named() -> None:
    council = make.make_resolution("A/HRC/RES/53/144")
    assert resolution_named("53/144") == council
    assembly = make.make_resolution("A/RES/53/144")
    assert resolution_named("53/144") == assembly
    assert resolution_named("Council resolution 53/144") == council


@pytest.mark.parametrize("words", ["", "impunity", "66/164 impunity", '"66/164"', "66/165", "\0"])
def test_other_words_name_no_resolution(words: str) -> None:
    make.make_resolution("A/RES/66/164")
    assert resolution_named(words) is None


def test_words_that_spell_no_symbol_ask_the_database_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert resolution_named("impunity") is None


def test_a_symbol_in_quotation_marks_finds_the_texts_that_name_it() -> None:
    make.make_resolution("A/RES/53/144", title="Declaration")
    _held("A/RES/66/164", "Recalling resolution 53/144;")
    assert _symbols(_search('"53/144"')) == ["A/RES/66/164"]


def test_a_symbol_that_is_not_known_finds_the_texts_that_name_it() -> None:
    _held("A/RES/66/164", "Recalling resolution 53/44;")
    page = _search("A/RES/53/44")
    assert page.title == "1 resolution names 53/44"
    assert [symbol.text for symbol in page.unknown_symbols] == ["A/RES/53/44"]
    assert [part.anchor for part in page.results[0].snippets] == ["op1"]


def test_a_document_is_found_in_the_notes_that_cite_it_in_any_form() -> None:
    paragraph = make.make_paragraph(make.make_text(make.make_resolution("A/RES/58/178")), "Notes;")
    note = make.make_footnote(paragraph, "E/CN.4/2001/94, E/CN.4/2002/106 and Add.1 and 2.")
    make.make_citation(note, "2.", "E/CN.4/2002/106/Add.2")
    for symbol in ("E/CN.4/2001/94", "e/cn.4/2002/106", "E/CN.4/2002/106/Add.2"):
        page = _search(symbol)
        assert [part.place for part in page.results[0].snippets] == ["note 1"]


def test_a_symbol_that_nobody_names_is_said_to_be_unknown_in_each_of_its_meanings() -> None:
    page = _search("resolution 58/178")
    assert page.title == "The archive does not know A/RES/58/178 or A/HRC/RES/58/178."
    assert (page.status, page.results) == (200, ())
