"""The page of a text that a search leads to: what was sought is marked, by the server."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Text
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: Those of the page without a search, which asks the version too, and two for what is sought.
QUERIES = 9


@pytest.fixture
def text() -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    first = make.make_paragraph(
        text, "Recalling resolution 53/144 on defenders,", kind="preambular", opening="Recalling"
    )
    make.make_citation(first, "resolution 53/144", make.adopted("A/RES/53/144", 1998))
    second = make.make_paragraph(text, "Calls upon human rights defenders to act;")
    make.make_paragraph(text, "Human beings have rights; defenders defend.", opening="Human beings")
    make.make_footnote(second, "See impunity & defenders.")
    return text


def _page(client: Client, q: str, **more: str) -> Element:
    response = client.get(f"/A/RES/66/164/?{urlencode({'q': q, **more})}")
    assert response.status_code == 200
    return markup(response.content)


def _marked(page: Element) -> dict[str, list[str]]:
    """By anchor, the words that are marked in each paragraph and note."""
    places = page.every("div", class_="paragraph") + page.every("li", class_="note")
    return {
        place.attributes["id"]: marks
        for place in places
        if (marks := [mark.words for mark in place.every("mark")])
    }


def test_each_word_is_marked_in_any_form_wherever_it_stands(client: Client, text: Text) -> None:
    assert _marked(_page(client, "defender act")) == {
        "pp1": ["defenders"],
        "op1": ["defenders", "act"],
        "op2": ["defenders", "defend"],
        "fn1": ["defenders"],
    }


def test_a_phrase_is_marked_only_where_it_stands_whole(client: Client, text: Text) -> None:
    assert _marked(_page(client, '"human rights defenders"')) == {"op1": ["human rights defenders"]}


def test_the_words_of_a_phrase_are_marked_where_none_stands_whole(
    client: Client, text: Text
) -> None:
    assert _marked(_page(client, '"defenders of human rights"'))["op1"] == [
        "human",
        "rights",
        "defenders",
    ]


def test_a_symbol_is_marked_where_it_is_cited_and_the_link_stays(
    client: Client, text: Text
) -> None:
    page = _page(client, "A/RES/53/144 impunity")
    link = page.one("div", id="pp1").one("p").one("a", class_="not-held")
    assert link.one("mark").words == "resolution 53/144"
    assert link.attributes["href"] == "/A/RES/53/144/"


def test_an_opening_that_is_marked_is_still_one(client: Client, text: Text) -> None:
    opening, rest = _page(client, "human").one("div", id="op2").every("i", class_="opening")
    assert (opening.one("mark").words, rest.words) == ("Human", " beings")


def test_the_words_of_the_text_stay_as_they_are(client: Client, text: Text) -> None:
    page = _page(client, "rights defender 53/144")
    assert page.one("div", id="op1").one("p").words == (
        "Calls upon human rights defenders to act;note 1"
    )


def test_it_says_what_is_marked_where_and_how_to_go_back(client: Client, text: Text) -> None:
    said = _page(client, '"human rights defenders"').one("aside", class_="sought")
    assert said.every("p")[0].tidy_words == (
        "Marked is what you searched for, “human rights defenders”: in 1 place. op. 1"
    )
    assert [link.attributes["href"] for link in said.every("a")] == [
        "#op1",
        "/search/?q=%22human+rights+defenders%22",
        "http://testserver/A/RES/66/164/",
    ]


def test_a_text_that_says_none_of_it_says_so(client: Client, text: Text) -> None:
    said = _page(client, "zeppelin").one("aside", class_="sought")
    assert "No paragraph or note of this text says zeppelin." in said.tidy_words


def test_the_canonical_address_is_without_it(client: Client, text: Text) -> None:
    link = _page(client, "defenders").one("link", rel="canonical")
    assert link.attributes["href"] == "http://testserver/A/RES/66/164/"


def test_such_a_page_is_kept_for_nobody(client: Client, text: Text) -> None:
    response = client.get("/A/RES/66/164/?q=defenders")
    assert response["Cache-Control"] == "no-cache, private"


@pytest.mark.parametrize("q", [" ", "the", "&", '"', "-defenders", "\0", "a" * 3_000])
def test_what_asks_for_nothing_marks_nothing(client: Client, text: Text, q: str) -> None:
    assert _marked(_page(client, q)) == {}


def test_a_question_without_words_leads_to_the_page_itself(client: Client, text: Text) -> None:
    assert client.get("/A/RES/66/164/?q=").headers["Location"] == "/A/RES/66/164/"


def test_markup_that_was_typed_is_shown_as_words(client: Client, text: Text) -> None:
    page = _page(client, '"<script>alert(1)</script> defenders"')
    assert not page.one("main").one("article").every("script")


def test_it_costs_as_many_queries_whatever_is_sought(
    client: Client, text: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for q in ("defenders", '"human rights" OR imp* -women 53/144'):
        with django_assert_num_queries(QUERIES):
            _page(client, q)


def test_what_is_cited_only_has_nothing_to_mark(client: Client, text: Text) -> None:
    response = client.get("/A/RES/53/144/?q=defenders")
    assert response.status_code == 200
    assert not markup(response.content).every("aside", class_="sought")
