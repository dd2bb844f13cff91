"""Whatever is typed gets a page that says what happened and what to do."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from archive.search import results
from archive.search.answers import SearchPage
from archive.search.matches.patience import SearchTooSlowError
from tests import factories as make
from tests.web import search_pages as pages
from tests.web.markup import markup
from tests.web.search_pages import archive  # noqa: F401 a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


def test_what_is_not_looked_for_is_said_in_one_line(client: Client) -> None:
    page = pages.page(client, "the violence &")
    assert page.one("h1").words == "3 resolutions say violence"
    ignored = page.one("p", class_="search-ignored").words
    assert ignored.startswith("Not looked for: ")
    assert "&" in ignored
    assert "“the” (stands in every text)" in ignored
    assert not pages.page(client, "violence").every("p", class_="search-ignored")


def test_a_nul_is_left_out_and_said_to_be(client: Client) -> None:
    response = client.get("/search/?q=vio%00lence+violence")
    assert response.status_code == HTTPStatus.OK
    assert b"\0" not in response.content
    page = markup(response.content)
    assert "NUL" in page.one("p", class_="search-ignored").words
    assert page.one("input", id="q").attributes["value"] == "violence violence"


@pytest.mark.parametrize(
    "q",
    ['"', "&", "*", "(", "\\", "the of", "“", "%", "_", "حقوق الإنسان", "🕊", "zebra", "x" * 9000],
)
def test_whatever_finds_nothing_gets_two_sentences_and_the_form(client: Client, q: str) -> None:
    main = pages.page(client, q).one("main")
    assert not pages.results(main)
    assert main.one("h1").words
    assert main.every("p")[0].words.endswith(".")
    assert main.one("input", id="id_q").attributes["value"] == q
    assert "open" in main.one("details", class_="narrow").attributes
    assert len(main.every("dl", class_="search-manner")) == 1


def test_an_empty_box_shows_how_to_search(client: Client) -> None:
    main = markup(client.get("/search/").content).one("main")
    assert main.one("h1").words == "Search the archive"
    assert "open" in main.one("details", class_="narrow").attributes
    assert len(main.every("dl", class_="search-manner")) == 1


def test_a_slip_of_the_pen_is_asked_about_with_its_count(client: Client) -> None:
    main = pages.page(client, "violense").one("main")
    meant = main.one("p", class_="search-correction")
    assert meant.tidy_words == "Did you mean violence? 3 resolutions"
    assert meant.one("a").attributes["href"] == "/search/?q=violence"


def test_what_could_be_dropped_is_offered_with_its_count(client: Client) -> None:
    main = pages.page(client, "violence", "&organ=SC").one("main")
    offers = {
        offer.one("a").words: (offer.one("a").attributes["href"], offer.one("span").words)
        for offer in main.one("ul", class_="search-droppable").every("li")
    }
    assert offers["Security Council"] == (
        "/search/?q=violence",
        "3 resolutions",
    )


def test_hostile_words_are_shown_as_text(client: Client) -> None:
    typed = 'impunity OR "/><script>x</script><b>alert'
    page = pages.page(client, typed)
    assert not page.one("main").every("script")
    assert page.one("input", id="q").attributes["value"] == typed
    assert "<script>" in page.one("h1").words
    assert not page.one("main").one("h1").every("b")


def test_a_hostile_text_is_shown_as_text(client: Client) -> None:
    hostile = '<script>alert("1")</script> </mark> <b>impunity</b> &lt;i&gt;'
    resolution = make.make_resolution("A/RES/70/1", title="<b>Impunity</b> & extradition")
    make.make_paragraph(make.make_text(resolution), hostile)
    (result,) = pages.results(pages.page(client, "impunity extradition"))
    assert result.one("p", class_="snippet-words").words == hostile
    assert result.one("h2").tidy_words == "<b>Impunity</b> & extradition"


@pytest.mark.parametrize(
    ("address", "is_for_robots"),
    [
        ("/search/?q=impunity", True),
        ("/search/?q=impunity&sort=newest", False),
        ("/search/?q=zebra", False),
    ],
)
def test_what_a_search_by_one_thing_finds_is_for_the_index_of_a_robot_and_nothing_else(
    client: Client, address: str, *, is_for_robots: bool
) -> None:
    make.make_resolution("A/RES/70/1", title="Impunity")
    metas = [meta.attributes for meta in markup(client.get(address).content).every("meta")]
    said = {"name": "robots", "content": "noindex, follow"} in metas
    assert said is not is_for_robots


def test_a_feed_reader_finds_the_feed_of_what_was_found(client: Client) -> None:
    head = pages.page(client, "violence", "&organ=GA").one("head")
    feeds = head.every("link", rel="alternate", type="application/atom+xml")
    [feed] = [one.attributes for one in feeds if one.attributes["href"] != reverse("feed")]
    assert feed["title"].endswith("say violence (feed)")
    answer = client.get(feed["href"])
    assert (answer.status_code, answer["Content-Type"]) == (
        HTTPStatus.OK,
        "application/atom+xml; charset=utf-8",
    )
    assert b"A/RES/66/164" in answer.getvalue()
    [whole] = pages.page(client, "zebra").one("head").every("link", rel="alternate")
    assert whole.attributes["href"] == reverse("feed")


def test_what_is_printed_says_its_address_and_its_day(client: Client) -> None:
    printed = pages.page(client, "violence").one("p", class_="on-paper").words
    assert printed.startswith("http://testserver/search/?q=violence, printed from Recalling on ")


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.head("/search/?q=impunity").status_code == HTTPStatus.OK
    assert client.post("/search/?q=impunity").status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("query", ["", "q=zebra", "organ=XX"])
def test_where_nothing_was_found_every_opening_is_suggested(client: Client, query: str) -> None:
    suggested = markup(client.get(f"/search/?{query}").content).one("datalist")
    assert [option.attributes["value"] for option in suggested.every("option")] == [
        "condemn",
        "recall",
    ]


def test_a_search_that_takes_too_long_is_explained_and_asks_nothing_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(_page: SearchPage) -> SearchPage:
        raise SearchTooSlowError

    monkeypatch.setattr(results, "_answered", too_slow)
    response = client.get("/search/?q=violence&organ=GA")
    assert response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    main = markup(response.content).one("main")
    assert main.one("h1").words == "The search took too long, and was stopped."
    assert main.one("input", id="id_q").attributes["value"] == "violence"
    assert main.one("ul", class_="chips").every("a")[0].words == "General Assembly×: remove"


#: For the version, the time allowed, a savepoint and its release, words, list and count, rows,
#: snippets and facets.
QUERIES_OF_RESOLUTIONS, QUERIES_OF_PARAGRAPHS = 8, 9


@pytest.mark.parametrize(
    "query", ["q=violence", "q=gender+violence&organ=GA&from=2000", "q=violence&in=operative"]
)
def test_a_list_takes_as_many_queries_whatever_it_finds(
    client: Client, query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES_OF_RESOLUTIONS):
        client.get(f"/search/?{query}")
    paragraphs = query.replace("&organ", "&view=paragraphs&organ")
    paragraphs = paragraphs if "view" in paragraphs else f"{query}&view=paragraphs"
    with django_assert_num_queries(QUERIES_OF_PARAGRAPHS):
        client.get(f"/search/?{paragraphs}")
