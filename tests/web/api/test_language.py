"""Agreed language for programs: the same as the file, and problems as the API tells them."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.search.matches.patience import SearchTooSlowError
from tests import factories as make
from tests.search.agreed.saying import saying

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/language"


@pytest.fixture
def _archive() -> None:
    saying(make.adopted("A/RES/56/163", 2001), "Urges all States to act;")
    saying(make.make_draft("A/C.3/70/L.46"), "Urges States to act;")


@pytest.mark.usefixtures("_archive")
def test_an_answer_is_what_its_file_has_but_for_its_own_addresses(client: Client) -> None:
    asked = {"q": "urges all states to act", "sort": "oldest", "stage": "adopted"}
    told = client.get(ADDRESS, asked).json()
    file = client.get("/language.json", asked, follow=True).json()
    assert told.pop("links")["self"].startswith(f"http://testserver{ADDRESS}?q=urges+all")
    file.pop("links")
    assert told == file
    assert told["saying"][0]["first"]["symbol"] == "A/RES/56/163"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "q"),
        ({"q": ""}, "q"),
        ({"q": "states"}, "q"),
        ({"q": "all states", "organ": "XX"}, "organ"),
        ({"q": "all states", "sort": "best"}, "sort"),
        ({"q": "all states", "page": ""}, "page"),
        ({"q": "all states", "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_its_parameter(
    client: Client, asked: dict[str, str], said: str
) -> None:
    response = client.get(ADDRESS, asked)
    assert response.status_code == 400
    assert [one["parameter"] for one in response.json()["errors"]] == [said]


@pytest.mark.usefixtures("_archive")
def test_a_page_after_the_last_is_not_there(client: Client) -> None:
    response = client.get(ADDRESS, {"q": "to act", "page": "7"})
    assert response.status_code == 404
    assert "the last is 1" in response.json()["title"]


def test_what_takes_too_long_is_a_problem_of_the_archive(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise SearchTooSlowError

    monkeypatch.setattr("archive.search.agreed.language._saying", stop)
    assert client.get(ADDRESS, {"q": "of the"}).status_code == 503


@pytest.mark.usefixtures("_archive")
def test_an_answer_costs_the_same_queries_whatever_is_asked(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for asked in ("urges all states to act", "nothing of the kind"):
        with django_assert_num_queries(8):
            client.get(ADDRESS, {"q": asked})
