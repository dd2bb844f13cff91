"""What a program accepts is honoured at the address of a page."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Text
from archive.web.data.formats import FORMATS
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def text() -> Text:
    """A text that cites another resolution."""
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Recalls resolution 53/144;", opening="Recalls")
    make.make_citation(paragraph, "resolution 53/144", make.adopted("A/RES/53/144", 1998))
    return text


def _asked(client: Client, accept: str, *, symbol: str = "A/RES/66/164") -> Any:
    return client.get(f"/{symbol}/", headers={"Accept": accept})


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "text/html"),
        ("", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/json", "application/json"),
        ("application/json; charset=utf-8", "application/json"),
        ("text/html;charset=UTF-8, */*;q=0.1", "text/html"),
        ("application/json;q=0.5, text/html;q=0.4", "application/json"),
        ("application/json;q=0.3, text/html;q=0.4", "text/html"),
        ("application/akn+xml", "application/akn+xml"),
        ("text/xml, */*;q=0.1", "application/akn+xml"),
        ("text/plain", "text/plain"),
        ("application/x-bibtex", "application/x-bibtex"),
        (
            "application/vnd.citationstyles.csl+json",
            "application/vnd.citationstyles.csl+json",
        ),
    ],
)
def test_the_preferred_media_type_is_given(client: Client, accept: str, media_type: str) -> None:
    response = _asked(client, accept)
    assert response.status_code == HTTPStatus.OK
    assert response["Content-Type"].partition(";")[0] == media_type
    assert "Accept" in response["Vary"]


def test_a_file_says_where_it_is_itself(client: Client) -> None:
    response = _asked(client, "application/json")
    assert response["Content-Location"] == "/A/RES/66/164.json"


def test_files_of_one_address_are_told_apart(client: Client) -> None:
    etags = {_asked(client, kind.media_type)["ETag"] for kind in FORMATS.values()}
    assert len(etags) == len(FORMATS)


def test_where_nothing_fits_what_there_is_is_told(client: Client) -> None:
    response = _asked(client, "image/png")
    assert response.status_code == HTTPStatus.NOT_ACCEPTABLE
    assert "application/akn+xml" in response.content.decode()


def test_where_there_is_no_such_file_the_page_is_given_if_it_may_be(client: Client) -> None:
    preferred = "application/akn+xml, text/html;q=0.5"
    response = _asked(client, preferred, symbol="A/RES/53/144")
    assert response["Content-Type"].startswith("text/html")
    assert response.status_code == HTTPStatus.OK
    told = _asked(client, "application/akn+xml", symbol="A/RES/53/144")
    assert told.status_code == HTTPStatus.NOT_FOUND


def test_a_withdrawn_text_is_gone_for_programs_too(client: Client, text: Text) -> None:
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    response = _asked(client, "application/json")
    assert response.status_code == HTTPStatus.GONE


def test_another_spelling_is_led_on_before_anything_is_given(client: Client) -> None:
    response = client.get("/a/res/66/164", headers={"Accept": "application/json"})
    assert (response.status_code, response["Location"]) == (301, "/A/RES/66/164/")
