"""What was found: each result says what it is, where it says it, and leads there."""

from http import HTTPStatus

import pytest
from django.test import Client

from archive.models import CatalogueCard, Resolution
from archive.search.answers import RESULTS_PER_PAGE
from tests import factories as make
from tests.web import search_pages as pages
from tests.web.markup import markup
from tests.web.search_pages import archive  # noqa: F401 a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


@pytest.mark.parametrize("q", ['"gender-based violence"', "“gender-based violence”"])
def test_the_title_says_the_search_and_its_count_in_words(client: Client, q: str) -> None:
    page = pages.page(client, q)
    assert page.one("h1").words == "1 resolution says “gender-based violence”"
    assert (
        page.one("head").one("title").words
        == "1 resolution says “gender-based violence” · Recalling"
    )
    assert pages.symbols(page) == ["A/RES/66/164"]
    assert [hit.words for hit in page.every("mark")] == ["gender-based violence"]
    assert page.one("input", id="q").attributes["value"] == q


def test_a_phrase_finds_texts_and_titles(client: Client) -> None:
    page = pages.page(client, "“human rights defenders”")
    assert pages.symbols(page) == ["A/RES/53/144", "A/RES/66/164"]
    title, snippet = page.every("mark")
    assert title.words == snippet.words == "human rights defenders"


#: With what the addresses of results end, so that the page of each marks what was sought.
MARKS = "?q=%22gender-based+violence%22"


def test_a_result_says_what_it_is_and_links_its_places(client: Client) -> None:
    (result,) = pages.results(pages.page(client, '"gender-based violence"'))
    assert result.one("p", class_="result-facts").tidy_words == (
        "A/RES/66/164 · adopted 19 December 2011 · General Assembly"
    )
    title = result.one("h2").one("a", href=f"/A/RES/66/164/{MARKS}")
    assert title.words == "Promotion of the Declaration"
    place = result.one("a", class_="snippet-place", href=f"/A/RES/66/164/{MARKS}#op1")
    assert place.words == "op. 1 of A/RES/66/164"
    assert result.one("p", class_="snippet-words").words == (
        "Condemns gender-based violence against human rights defenders;"
    )


def test_what_is_not_held_is_said_not_to_be_and_how_often_it_is_recalled(client: Client) -> None:
    (result,) = pages.results(pages.page(client, '"declaration on human rights defenders"'))
    assert result.one("p", class_="result-facts").tidy_words == (
        "A/RES/53/144 · adopted 19 December 1998 · General Assembly · not held · recalled by 1"
    )
    assert result.one("h2").one("a", class_="not-held").attributes["href"] == "/A/RES/53/144/"


def test_how_often_something_is_recalled_has_commas_between_thousands(client: Client) -> None:
    CatalogueCard.objects.filter(symbol="A/RES/66/164").update(times_recalled=1_204)
    (result,) = pages.results(pages.page(client, '"gender-based violence"'))
    assert result.one("p", class_="result-facts").tidy_words.endswith("· recalled by 1,204")


def test_a_draft_is_marked_as_one_and_names_what_was_adopted(client: Client) -> None:
    page = pages.page(client, "recalling")
    assert page.one("h1").words == "1 draft says recalling"
    facts = pages.results(page)[0].one("p", class_="result-facts")
    assert facts.tidy_words == (
        "A/C.3/70/L.46 · General Assembly · draft, not adopted in these words; see A/RES/66/164"
    )
    assert facts.one("a").attributes["href"] == "/A/RES/66/164/"


def test_a_date_that_nobody_has_checked_says_so(client: Client) -> None:
    doubted = Resolution.objects.get(symbol="A/RES/62/152")
    make.make_evidence(doubted, fact="adopted_on", is_verified=False)
    facts = [
        result.one("p", class_="result-facts").tidy_words
        for result in pages.results(pages.page(client, "gender"))
    ]
    assert [line for line in facts if "(date unverified)" in line] == [
        "A/RES/62/152 · adopted 19 December 2007 (date unverified) · General Assembly"
    ]


def test_a_resolution_whose_title_is_not_known_still_has_a_link(client: Client) -> None:
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/70/1", title="")), "Poverty;")
    (result,) = pages.results(pages.page(client, "poverty"))
    assert result.one("h2").one("a", href="/A/RES/70/1/?q=poverty").words == "Title not known"


def test_places_beyond_three_are_counted_and_linked(client: Client) -> None:
    text = make.make_text(make.make_resolution("A/RES/70/1"))
    for _ in range(5):
        make.make_paragraph(text, "Poverty;")
    (result,) = pages.results(pages.page(client, "poverty"))
    assert len(result.every("a", class_="snippet-place")) == 3
    more = result.one("details", class_="more-places")
    assert more.one("summary").words == "2 more paragraphs of A/RES/70/1"
    assert [link.attributes["href"] for link in more.every("a")] == [
        "/A/RES/70/1/?q=poverty#op4",
        "/A/RES/70/1/?q=poverty#op5",
    ]


def test_a_symbol_that_is_not_known_is_said_not_to_be_and_who_names_it(client: Client) -> None:
    page = pages.page(client, "E/CN.4/2001/94")
    assert page.one("h1").words == "1 draft names E/CN.4/2001/94"
    assert page.one("p", class_="search-unknown").words.strip() == (
        "The archive does not know E/CN.4/2001/94. These name it:"
    )
    assert (
        page.one("a", href="/A/C.3/70/L.46/?q=E/CN.4/2001/94#fn1").words
        == "note 1 of A/C.3/70/L.46"
    )
    unknown = pages.page(client, "66/165").one("main")
    assert unknown.one("h1").words.startswith("The archive does not know A/RES/66/165")
    assert not unknown.every("p", class_="search-unknown")
    assert not pages.results(unknown)


def test_paragraphs_are_listed_with_their_place_and_a_reference_to_copy(client: Client) -> None:
    page = pages.page(client, "violence", "&view=paragraphs&organ=HRC")
    assert page.one("h1").words == (
        "1 paragraph of resolutions of the Human Rights Council says violence"
    )
    (found,) = pages.results(page)
    link = found.one("h2").one("a", href="/A/HRC/RES/13/13/?q=violence#op1")
    assert link.words == "op. 1 of A/HRC/RES/13/13"
    assert found.one("p", class_="snippet-words").words == "Condemns violence of every kind;"
    assert [hit.words for hit in found.every("mark")] == ["violence"]
    assert found.one("span", class_="copyable").words == (
        "Human Rights Council resolution 13/13 of 19 December 2010, para. 1"
    )
    cite = found.one("a", href="/A/HRC/RES/13/13/op1/#cite")
    assert cite.words == "Cite op. 1 of A/HRC/RES/13/13"
    assert markup(client.get(cite.attributes["href"]).content).one("h2", id="cite").words
    assert (
        "rft_id=http%3A%2F%2Ftestserver%2FA%2FHRC%2FRES%2F13%2F13%2Fop1%2F"
        in (found.one("span", class_="Z3988").attributes["title"])
    )


def test_orders_views_and_files_are_links_with_the_same_search(client: Client) -> None:
    tools = pages.page(client, "violence", "&organ=GA&sort=oldest").one(
        "nav", class_="search-tools"
    )
    links = {link.words: link.attributes["href"] for link in tools.every("a")}
    assert links == {
        "relevance": "/search/?q=violence&organ=GA",
        "newest": "/search/?q=violence&organ=GA&sort=newest",
        "oldest": "/search/?q=violence&organ=GA&sort=oldest",
        "most recalled": "/search/?q=violence&organ=GA&sort=most-recalled",
        "resolutions": "/search/?q=violence&organ=GA&sort=oldest",
        "paragraphs": "/search/?q=violence&view=paragraphs&organ=GA&sort=oldest",
        "feed": "/search.atom?q=violence&organ=GA&sort=oldest",
        "CSV": "/search.csv?q=violence&organ=GA&sort=oldest",
        "RIS": "/search.ris?q=violence&organ=GA&sort=oldest",
        "BibTeX": "/search.bib?q=violence&organ=GA&sort=oldest",
        "CSL-JSON": "/search.csl.json?q=violence&organ=GA&sort=oldest",
        "JSON": "/search.json?q=violence&organ=GA&sort=oldest",
    }
    current = [link.words for link in tools.every("a", **{"aria-current": "true"})]
    assert current == ["oldest", "resolutions"]
    for address in links.values():
        assert client.get(address).status_code == HTTPStatus.OK


def test_the_order_asked_for_is_the_order_shown(client: Client) -> None:
    assert pages.symbols(pages.page(client, "violence", "&sort=oldest")) == [
        "A/RES/62/152",
        "A/HRC/RES/13/13",
        "A/RES/66/164",
    ]
    assert pages.symbols(pages.page(client, "violence", "&sort=newest")) == [
        "A/RES/66/164",
        "A/HRC/RES/13/13",
        "A/RES/62/152",
    ]


def test_pages_are_linked_and_the_current_one_is_said(client: Client) -> None:
    for number in range(1, RESULTS_PER_PAGE + 1):
        pages.held(f"A/RES/70/{number}", "Condemns impunity;")
    first = pages.page(client, "impunity")
    assert [link.attributes["href"] for link in first.one("nav", class_="pages").every("a")] == [
        "/search/?q=impunity",
        "/search/?q=impunity&page=2",
    ]
    second = pages.page(client, "impunity", "&page=2")
    assert second.one("nav", class_="pages").one("a", **{"aria-current": "page"}).words == "Page 2"
    assert (
        second.one("head").one("title").words == "21 resolutions say impunity (page 2) · Recalling"
    )
    assert second.one("ol", class_="results").attributes["start"] == "21"
    assert len(pages.results(second)) == 1
    assert not pages.page(client, "violence").every("nav", class_="pages")


def test_a_page_beyond_the_last_links_those_there_are(client: Client) -> None:
    response = client.get(pages.address("violence", "&page=7"))
    main = markup(response.content).one("main")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert main.one("h1").words == "There is no page 7: there is 1 page of results."
    assert main.one("nav", class_="pages").one("a").attributes["href"] == "/search/?q=violence"
    assert "open" not in main.one("details", class_="narrow").attributes
    assert not main.every("dl", class_="search-manner")
