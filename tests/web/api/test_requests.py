"""What every answer of the API has in common, and what it says of a request it cannot answer."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import ArchiveVersion, Text
from tests import factories as make

pytestmark = pytest.mark.django_db

LISTS = [f"/api/v1/{name}" for name in ("resolutions", "paragraphs", "citations")]
ADDRESSES = [*LISTS, "/api/v1/search", "/api/v1/resolutions/A/RES/66/164", "/api/openapi.json"]


@pytest.fixture(scope="module")
def text(rows_of_module: None) -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Calls upon all States to act;")
    return text


def _problem(client: Client, address: str, *, status: int) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"]
    assert told["detail"]
    return told


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/v1/nothing", "/api/v1/citations?x=1"])
@pytest.mark.parametrize("method", ["get", "head", "options", "post", "delete"])
def test_any_page_on_the_web_may_read_every_answer(
    client: Client, text: Text, address: str, method: str
) -> None:
    response = getattr(client, method)(address)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_that_asks_first_may_ask_whether_something_changed(
    client: Client, address: str
) -> None:
    response = client.options(
        address,
        headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"},
    )
    assert (response.status_code, response.content) == (204, b"")
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]
    assert "POST" not in response["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/api/v1/paragraphs", "/api/v1/nothing", "/api/openapi.json"])
def test_nothing_can_be_written(client: Client, address: str, method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["title"] == "The archive is for reading only."


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_holds_until_the_archive_changes(
    client: Client, text: Text, address: str
) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    ArchiveVersion.objects.grow()
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_as_get_does_without_the_words(
    client: Client, text: Text, address: str
) -> None:
    response = client.head(address)
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(address)["ETag"]


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("organ=UNESCO", "organ", "“UNESCO” is none of the choices: GA, HRC, CHR, ECOSOC or SC."),
        ("stage=dead", "stage", "“dead” is none of the choices: adopted or draft."),
        ("session=next", "session", "“next” is no session as symbols write it: 66, XXI, S-21"),
        ("from=2011-02-30", "from", "“2011-02-30” is neither a year, such as 2011, nor a day"),
        ("from=2012&to=2011", "to", "The time from 2012 cannot end with 2011."),
        ("per_page=0", "per_page", "“0” is not a number from 1 to 100."),
        ("per_page=101", "per_page", "“101” is not a number from 1 to 100."),
        ("per_page=%D9%A3", "per_page", "“٣” is not a number from 1 to 100."),
        ("after=%00", "after", "“” is no place in a list; take the address in “links.next”."),
        ("organ=", "organ", "It is empty. Leave it out, or give it a value."),
        ("organ=GA&organ=SC", "organ", "“organ” is in the address more than once; one is meant."),
        ("colour=red", "colour", "There is no parameter “colour” here."),
    ],
)
@pytest.mark.parametrize("address", LISTS)
def test_what_is_not_understood_is_told(
    client: Client, address: str, query: str, parameter: str, told: str
) -> None:
    problem = _problem(client, f"{address}?{query}", status=400)
    [error] = problem["errors"]
    assert error["parameter"] == parameter
    assert error["detail"].startswith(told)
    assert problem["title"] == error["detail"]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/api/v1/resolutions?held=maybe", "held"),
        ("/api/v1/resolutions?cites=nothing", "cites"),
        ("/api/v1/resolutions?opening=%00", "opening"),
        ("/api/v1/resolutions?series=%00", "series"),
        ("/api/v1/resolutions?changed_since=yesterday", "changed_since"),
        ("/api/v1/resolutions?changed_since=0001-01-01T00:00:00%2B14:00", "changed_since"),
        ("/api/v1/paragraphs?kind=clause", "kind"),
        ("/api/v1/paragraphs?resolution=x", "resolution"),
        ("/api/v1/citations?cited=%00", "cited"),
        ("/api/v1/citations?in_conflict=1", "in_conflict"),
        ("/api/v1/resolutions/A/RES/66/164?lang=french", "lang"),
        ("/api/v1/resolutions/A/RES/66/164?page=2", "page"),
        ("/api/v1/paragraphs/A/RES/66/164/op1?lang=fr", "lang"),
        ("/api/v1/search?organ=UNESCO", "organ"),
        ("/api/v1/search?organ=", "organ"),
        ("/api/v1/search?q=x&opening=recall&opening=+", "opening"),
    ],
)
def test_each_parameter_says_what_it_cannot_read(
    client: Client, address: str, parameter: str
) -> None:
    [error] = _problem(client, address, status=400)["errors"]
    assert error["parameter"] == parameter


def test_everything_that_is_wrong_is_told_at_once(client: Client) -> None:
    problem = _problem(client, "/api/v1/paragraphs?organ=x&kind=y", status=400)
    assert problem["title"] == "Several things in this request cannot be read."
    assert [one["parameter"] for one in problem["errors"]] == ["organ", "kind"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/api/v1/", "The API has no such address."),
        ("/api/v1/votes", "The API has no such address."),
        ("/api/v1/a%0Ab", "The API has no such address."),
        ("/api/v1/resolutions/nothing", "That is not the symbol of a document."),
        ("/api/v1/resolutions/A/RES/1/1", "The archive does not know A/RES/1/1."),
        ("/api/v1/resolutions/A/RES/66/164?lang=fr", "The archive holds no text of A/RES/66/164"),
        ("/api/v1/paragraphs/A/RES/1/1/op1", "The archive does not know A/RES/1/1."),
        ("/api/v1/paragraphs/A/RES/66/164/op9", "The text of A/RES/66/164 has no place “op9”."),
        ("/api/v1/paragraphs/A/RES/66/164/%00", "That is not the name of a paragraph."),
    ],
)
def test_what_is_not_there_is_told(client: Client, text: Text, address: str, told: str) -> None:
    assert _problem(client, address, status=404)["title"].startswith(told)


def test_a_slash_too_much_leads_to_the_address_without(client: Client) -> None:
    response = client.get("/api/v1/resolutions/?organ=GA")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/resolutions?organ=GA")


def test_what_was_withdrawn_is_gone_and_in_no_list(client: Client, text: Text) -> None:
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    for address in ("resolutions/A/RES/66/164", "paragraphs/A/RES/66/164/op1"):
        problem = _problem(client, f"/api/v1/{address}", status=410)
        assert problem["title"].startswith("The text of A/RES/66/164 was withdrawn")
        assert problem["detail"].endswith("A person is named in it.")
    for address in LISTS:
        page = client.get(address).json()
        assert (page["results"], page["total"]["number"]) == ([], 0)


@pytest.mark.parametrize("address", LISTS)
def test_a_database_that_does_not_answer_is_told_as_a_problem(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise OperationalError("The server closed the connection unexpectedly.")

    monkeypatch.setattr("archive.models.ArchiveVersion.objects.number", fail)
    response = client.get(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response.json()["title"] == "The archive did not answer in time."
