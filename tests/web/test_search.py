"""The search page: results by resolution, and a plain answer to whatever is typed."""

from urllib.parse import quote_plus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.search.results import RESULTS_PER_PAGE
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


def _address(q: str, page: str = "") -> str:
    return f"/search/?q={quote_plus(q, safe='/')}{page}"


def _page(client: Client, q: str, *, status: int = 200) -> Element:
    response = client.get(_address(q))
    assert response.status_code == status
    return markup(response.content)


def _results(page: Element) -> list[Element]:
    return page.every("article", class_="result")


def _symbols(page: Element) -> list[str]:
    return [result.one("b", class_="symbol").words for result in _results(page)]


def _held(symbol: str, wording: str, *, year: int = 2011) -> Resolution:
    resolution = make.adopted(symbol, year, title="Promotion of the Declaration")
    make.make_paragraph(make.make_text(resolution), wording)
    return resolution


@pytest.fixture
def archive() -> None:
    """Two resolutions that are held, one that is cited only, and a draft."""
    violence = "Condemns gender-based violence against human rights defenders;"
    adopted = _held("A/RES/66/164", violence)
    _held("A/RES/62/152", "Condemns violence based on gender, and impunity;", year=2007)
    declaration = make.adopted("A/RES/53/144", 1998, title="Declaration on human rights defenders")
    make.make_resolution("A/RES/2200A(XXI)", title="International Covenants")
    citing = make.make_text(make.make_draft(adopted_as=adopted, title="Of a draft"))
    paragraph = make.make_paragraph(citing, "Recalling resolution 53/144;", kind="preambular")
    note = make.make_footnote(paragraph, "See E/CN.4/2001/94.")
    make.make_citation(paragraph, "resolution 53/144", declaration)
    make.make_citation(note, "E/CN.4/2001/94", "E/CN.4/2001/94")


@pytest.mark.parametrize("q", ['"gender-based violence"', "“gender-based violence”"])
def test_a_phrase_with_a_hyphen_finds_it_and_no_other_order_of_its_words(
    client: Client, q: str
) -> None:
    page = _page(client, q)
    assert page.one("h1").words == "1 resolution says “gender-based violence”"
    assert page.one("title").words == "1 resolution says “gender-based violence” · Recalling"
    assert _symbols(page) == ["A/RES/66/164"]
    assert [hit.words for hit in page.every("mark")] == ["gender-based violence"]
    assert page.one("input", id="q").attributes["value"] == q


def test_a_curly_phrase_finds_texts_and_titles(client: Client) -> None:
    page = _page(client, "“human rights defenders”")
    assert _symbols(page) == ["A/RES/53/144", "A/RES/66/164"]
    title, snippet = page.every("mark")
    assert title.words == snippet.words == "human rights defenders"


def test_a_result_says_what_it_is_and_links_its_places(client: Client) -> None:
    (result,) = _results(_page(client, '"gender-based violence"'))
    facts = result.one("p", class_="result-facts").words.strip()
    assert facts == "A/RES/66/164 19 December 2011"
    title = result.one("h2").one("a", href="/A/RES/66/164/")
    assert title.words == "Promotion of the Declaration"
    place = result.one("a", class_="snippet-place", href="/A/RES/66/164/#op1")
    assert place.words == "op. 1 of A/RES/66/164"
    assert result.one("p", class_="snippet-words").words == (
        "Condemns gender-based violence against human rights defenders;"
    )


def test_what_is_not_held_is_said_not_to_be_and_how_often_it_is_recalled(client: Client) -> None:
    (result,) = _results(_page(client, '"declaration on human rights defenders"'))
    facts = result.one("p", class_="result-facts").words.strip()
    assert facts == "A/RES/53/144 · not held 19 December 1998 · recalled by 1"
    assert result.one("h2").one("a", class_="not-held").attributes["href"] == "/A/RES/53/144/"


def test_a_draft_is_marked_as_one_and_names_what_was_adopted(client: Client) -> None:
    page = _page(client, "recalling")
    assert page.one("h1").words == "1 draft says recalling"
    facts = _results(page)[0].one("p", class_="result-facts")
    assert facts.words.strip() == (
        "A/C.3/70/L.46 · draft, not adopted in these words; see A/RES/66/164"
    )
    assert facts.one("a").attributes["href"] == "/A/RES/66/164/"


@pytest.mark.usefixtures("archive")
def test_a_date_that_nobody_has_checked_says_so(client: Client) -> None:
    doubted = Resolution.objects.get(symbol="A/RES/62/152")
    make.make_evidence(doubted, fact="adopted_on", is_verified=False)
    results = _results(_page(client, "gender violence"))
    dates = {result.one("span", class_="line-dates").tidy_words for result in results}
    assert dates == {"19 December 2007 (date unverified)", "19 December 2011"}


def test_a_resolution_whose_title_is_not_known_still_has_a_link(client: Client) -> None:
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/70/1", title="")), "Poverty;")
    (result,) = _results(_page(client, "poverty"))
    assert result.one("h2").one("a", href="/A/RES/70/1/").words == "Title not known"


@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("66/164", "/A/RES/66/164/"),
        ("53/144", "/A/RES/53/144/"),
        ("A/RES/66/164", "/A/RES/66/164/"),
        ("a/res/66/164", "/A/RES/66/164/"),
        ("General Assembly resolution 66/164 of 19 December 2011", "/A/RES/66/164/"),
        ("2200 A (XXI)", "/A/RES/2200A(XXI)/"),
        ("2200(XXI)", "/A/RES/2200A(XXI)/"),
        ("A/C.3/70/L.46", "/A/C.3/70/L.46/"),
    ],
)
def test_a_symbol_leads_to_its_page(client: Client, q: str, address: str) -> None:
    response = client.get(_address(q))
    assert (response.status_code, response["Location"]) == (302, address)
    assert client.get(address).status_code == 200


def test_a_symbol_that_is_not_known_is_said_not_to_be_and_who_names_it(client: Client) -> None:
    page = _page(client, "E/CN.4/2001/94")
    assert page.one("h1").words == "1 draft names E/CN.4/2001/94"
    assert page.one("p", class_="search-unknown").words.strip() == (
        "The archive does not know E/CN.4/2001/94. These name it:"
    )
    assert page.one("a", href="/A/C.3/70/L.46/#fn1").words == "note 1 of A/C.3/70/L.46"
    unknown = _page(client, "66/165").one("main")
    assert unknown.one("h1").words.startswith("The archive does not know A/RES/66/165, ")
    assert not _results(unknown)


@pytest.mark.parametrize("q", ["", '"', "the of", "-impunity", "&", "zebra", "“", "\\", "%", "_"])
def test_whatever_finds_nothing_gets_two_sentences_and_the_box(client: Client, q: str) -> None:
    page = _page(client, q) if q else markup(client.get("/search/").content)
    main = page.one("main")
    assert not _results(main)
    assert main.one("h1").words
    assert main.every("p")[0].words.endswith(".")
    assert main.one("form", role="search").one("input", type="search").attributes["value"] == q
    assert len(main.every("dl", class_="search-manner")) == 1


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=impunity%00",
        "q=impunity&page=0",
        "q=impunity&page=x",
        "q=impunity&page=",
        "q=impunity&sort=date",
        "q=impunity&utm_source=letter",
        "q=impunity&q=violence",
        f"q={'impunity+' * 2_000}",
        f"q={'+'.join(f'word{number}' for number in range(301))}",
        "%00=1",
        "page=%FF",
    ],
)
def test_an_address_that_is_no_search_is_refused_with_a_page(client: Client, query: str) -> None:
    response = client.get(f"/search/?{query}")
    assert response.status_code == 400
    main = markup(response.content).one("main")
    assert main.one("h1").words.endswith(".")
    assert not _results(main)
    assert len(main.every("form", role="search")) == 1


@pytest.mark.parametrize("q", ["impunity", "zebra"])
def test_a_page_of_results_is_not_for_the_index_of_a_robot(client: Client, q: str) -> None:
    metas = [meta.attributes for meta in _page(client, q).every("meta")]
    assert {"name": "robots", "content": "noindex, follow"} in metas


def test_a_page_beyond_the_last_links_those_there_are(client: Client) -> None:
    response = client.get(_address("violence", "&page=7"))
    main = markup(response.content).one("main")
    assert response.status_code == 404
    assert main.one("h1").words == "There is no page 7: there is 1 page of results."
    assert main.one("nav").one("a").attributes["href"] == "/search/?q=violence"


def test_pages_are_linked_and_the_current_one_is_said(client: Client) -> None:
    for number in range(1, RESULTS_PER_PAGE + 2):
        _held(f"A/RES/70/{number}", "Condemns impunity;")
    first = _page(client, "impunity")
    assert [link.attributes["href"] for link in first.one("nav", class_="pages").every("a")] == [
        "/search/?q=impunity",
        "/search/?q=impunity&page=2",
    ]
    second = markup(client.get("/search/?q=impunity&page=2").content)
    assert second.one("a", **{"aria-current": "page"}).words == "Page 2"
    assert second.one("title").words == "22 resolutions say impunity (page 2) · Recalling"
    assert second.one("ol", class_="results").attributes["start"] == "21"
    assert len(_results(second)) == 2
    assert not _page(client, '"gender-based violence"').every("nav", class_="pages")


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("q=impunity&page=1", "?q=impunity"),
        ("page=2&q=impunity", "?q=impunity&page=2"),
        ("q=++impunity+", "?q=impunity"),
        ("q=", ""),
        ("q=+", ""),
        ("page=3", ""),
    ],
)
def test_other_ways_to_write_a_search_lead_to_the_one(
    client: Client, query: str, canonical: str
) -> None:
    response = client.get(f"/search/?{query}")
    assert (response.status_code, response["Location"]) == (302, f"/search/{canonical}")
    assert client.get(response["Location"]).status_code in {200, 404}


def test_the_page_names_its_own_address(client: Client) -> None:
    page = _page(client, "“human rights defenders”")
    link = page.one("link", rel="canonical").attributes["href"]
    assert link == f"http://testserver{_address('“human rights defenders”')}"


def test_hostile_words_are_shown_as_text(client: Client) -> None:
    typed = 'impunity OR "/><script>x</script><b>alert'
    page = _page(client, typed)
    assert not page.one("main").every("script")
    assert page.one("input", id="q").attributes["value"] == typed
    assert "><script>x</script><b>alert" in page.one("h1").words
    assert not page.one("main").one("h1").every("b")


def test_a_hostile_text_is_shown_as_text(client: Client) -> None:
    hostile = '<script>alert("1")</script> </mark> <b>impunity</b> &lt;i&gt;'
    resolution = make.make_resolution("A/RES/70/1", title="<b>Impunity</b> & extradition")
    make.make_paragraph(make.make_text(resolution), hostile)
    (result,) = _results(_page(client, "impunity extradition"))
    assert result.one("p", class_="snippet-words").words == hostile
    assert result.one("h2").tidy_words == "<b>Impunity</b> & extradition"


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.head("/search/?q=impunity").status_code == 200
    assert client.post("/search/?q=impunity").status_code == 405
    assert reverse("search") == "/search/"


@pytest.mark.parametrize("q", ["impunity", "violence", "zebra"])
def test_a_search_takes_at_most_seven_database_queries(
    client: Client, q: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(7):
        client.get(_address(q))
