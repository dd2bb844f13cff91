"""Suggestions over HTTP: the format of OpenSearch, for whatever is typed."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import ArchiveVersion
from tests import factories as make

pytestmark = pytest.mark.django_db

DECLARATION = "Declaration on the Right and Responsibility of Individuals"


@pytest.fixture(autouse=True)
def archive() -> None:
    """A declaration that is cited only, and a text with an opening."""
    make.adopted("A/RES/53/144", 1998, title=DECLARATION)
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Right to promote"))
    make.make_paragraph(text, "Calls upon States;", opening="Calls upon", form="call upon")


def _answer(client: Client, typed: str) -> list[Any]:
    response = client.get(f"/suggest.json?q={quote(typed)}")
    assert response.status_code == 200
    answer: list[Any] = response.json()
    return answer


def test_the_answer_is_what_was_typed_and_three_lists_of_equal_length(client: Client) -> None:
    assert _answer(client, "Right") == [
        "Right",
        [DECLARATION, "Right to promote"],
        ["A/RES/53/144 · 19 December 1998 · not held", "A/RES/66/164 · 19 December 2011"],
        ["http://testserver/A/RES/53/144/", "http://testserver/A/RES/66/164/"],
    ]


def test_an_opening_leads_to_the_page_that_lists_it(client: Client) -> None:
    typed, words, about, urls = _answer(client, "call")
    assert (typed, words, about) == ("call", ["call upon"], ["opening of paragraphs"])
    assert urls == ["http://testserver/search/?opening=call+upon"]
    page = client.get(urls[0])
    assert page.status_code == 200
    assert "A/RES/66/164" in page.content.decode()


@pytest.mark.parametrize("typed", ["53/1", "Right", "call"])
def test_every_suggestion_leads_to_a_page(client: Client, typed: str) -> None:
    *_, urls = _answer(client, typed)
    assert urls
    assert [client.get(url).status_code for url in urls] == [200] * len(urls)


@pytest.mark.parametrize(
    "typed",
    ["", "r", "\0", "\0right", '"', "*", "💚", "حقوق الإنسان", "a" * 10_000, "the", "%_\\'"],
)
def test_whatever_is_typed_is_given_back_with_lists(client: Client, typed: str) -> None:
    given_back, *lists = _answer(client, typed)
    assert given_back == typed
    assert len({len(one) for one in lists}) == 1


@pytest.mark.parametrize("query", ["", "?q=%FF", "?q=a&q=b", "?query=right", "?q"])
def test_a_strange_address_is_no_error(client: Client, query: str) -> None:
    assert client.get(f"/suggest.json{query}").status_code == 200


def test_the_media_type_is_that_of_suggestions(client: Client) -> None:
    response = client.get("/suggest.json?q=right")
    assert response["Content-Type"] == "application/x-suggestions+json"


def test_a_database_that_is_too_busy_suggests_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.suggestions.suggestions.TITLES", "SELECT pg_sleep(5)")
    monkeypatch.setattr("archive.search.suggestions.suggestions.SECONDS", 0.05)
    response = client.get("/suggest.json?q=right")
    assert (response.status_code, response.json()) == (503, ["right", [], [], []])
    monkeypatch.undo()
    assert _answer(client, "right")[1]


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/suggest.json?q=right").status_code == 405
    assert client.head("/suggest.json?q=right").status_code == 200


def test_a_browser_that_has_the_answer_is_told_so_until_something_is_published(
    client: Client,
) -> None:
    etag = client.get("/suggest.json?q=right")["ETag"]
    again = client.get("/suggest.json?q=right", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    ArchiveVersion.objects.grow()
    after = client.get("/suggest.json?q=right", headers={"If-None-Match": etag})
    assert after.status_code == 200


def test_suggestions_take_seven_queries_and_the_same_again_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # The version, a savepoint and its release, the limit, symbols, titles, openings.
    with django_assert_num_queries(7):
        client.get("/suggest.json?q=53/1")
    with django_assert_num_queries(1):
        client.get("/suggest.json?q=53/1")
