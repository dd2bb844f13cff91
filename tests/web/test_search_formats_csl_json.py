"""CSL-JSON: an item for each resolution or paragraph, in one array however long the list is."""

import json
from typing import Any

import pytest
from django.test import Client

from archive.models import Resolution
from archive.search.exports import exports
from tests import factories as make
from tests.web.formats import whole

pytestmark = pytest.mark.django_db

_RESOLUTIONS = "/search.csl.json?q=impunity"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.web.search_formats.csl_json.today", lambda: "2026-11-26")


@pytest.fixture
def held() -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    make.make_paragraph(make.make_text(resolution), "Ends impunity;")
    return resolution


def _items(client: Client, address: str = _RESOLUTIONS) -> Any:
    return json.loads(whole(client, address))


@pytest.mark.usefixtures("held")
def test_a_resolution_is_a_report_of_the_organ(client: Client) -> None:
    response = client.get(_RESOLUTIONS)
    assert response["Content-Type"].startswith("application/vnd.citationstyles.csl+json")
    assert json.loads(response.getvalue()) == [
        {
            "id": "A/RES/66/164",
            "type": "report",
            "author": [{"literal": "United Nations General Assembly"}],
            "title": "On impunity",
            "genre": "Resolution",
            "number": "A/RES/66/164",
            "issued": {"date-parts": [[2011, 12, 19]]},
            "publisher": "United Nations",
            "language": "en",
            "URL": "http://testserver/A/RES/66/164/",
            "accessed": {"date-parts": [[2026, 11, 26]]},
        }
    ]


@pytest.mark.usefixtures("held")
def test_a_paragraph_is_its_resolution_with_the_place_in_the_note(client: Client) -> None:
    [item] = _items(client, f"{_RESOLUTIONS}&view=paragraphs")
    assert item["id"] == "A/RES/66/164:op1"
    assert item["note"] == "op. 1: “Ends impunity;”"
    assert item["URL"] == "http://testserver/A/RES/66/164/op1/"


@pytest.mark.parametrize("rows_per_chunk", [1, 2, 500])
def test_items_of_several_chunks_are_one_array(
    client: Client, monkeypatch: pytest.MonkeyPatch, rows_per_chunk: int
) -> None:
    for number in (1, 2, 3):
        make.make_resolution(f"A/RES/66/{number}", title="Impunity")
    monkeypatch.setattr(exports, "ROWS_PER_CHUNK", rows_per_chunk)
    assert {item["number"] for item in _items(client)} == {f"A/RES/66/{n}" for n in (1, 2, 3)}


def test_the_first_item_says_what_is_missing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        make.make_resolution(f"A/RES/66/{number}", title="Impunity")
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    first, second = _items(client)
    assert first["note"].endswith(
        "These are the first 2 of 3 resolutions. Narrow the search to get the others."
    )
    assert "first 2" not in second["note"]


def test_a_file_of_nothing_is_an_empty_array(client: Client) -> None:
    assert _items(client, "/search.csl.json?q=nowhere") == []
