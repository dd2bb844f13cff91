"""CSV: a table that spreadsheets open rightly, and in which nothing is taken for a formula."""

import pytest
from django.test import Client

from archive.models import CatalogueCard, Resolution
from archive.search.exports import exports
from tests import factories as make
from tests.web.formats import read_csv, whole

pytestmark = pytest.mark.django_db

_RESOLUTIONS = "/search.csv?q=impunity"
_PARAGRAPHS = "/search.csv?q=impunity&view=paragraphs"


@pytest.fixture
def held() -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="Impunity, “no more”")
    text = make.make_text(resolution)
    make.make_paragraph(text, "Calls upon “all”, to end impunity;", opening="Calls upon")
    return resolution


def test_a_resolution_is_a_row(client: Client, held: Resolution) -> None:
    response = client.get(_RESOLUTIONS)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    updated_at = CatalogueCard.objects.get(pk=held.pk).updated_at
    assert read_csv(response.getvalue()) == [
        {
            "symbol": "A/RES/66/164",
            "title": "Impunity, “no more”",
            "organ": "GA",
            "session": "66",
            "stage": "adopted",
            "adopted_as": "",
            "dated_on": "2011-12-19",
            "date_is_unverified": "no",
            "is_held": "yes",
            "times_recalled": "0",
            "url": "http://testserver/A/RES/66/164/",
            "updated_at": updated_at.isoformat(timespec="seconds"),
            "notice": "",
        }
    ]


@pytest.mark.usefixtures("held")
def test_a_paragraph_is_a_row_with_its_resolution(client: Client) -> None:
    [row] = read_csv(whole(client, _PARAGRAPHS))
    assert row["symbol"] == "A/RES/66/164"
    assert row["part"] == "operative"
    assert row["place"] == "op. 1"
    assert row["anchor"] == "op1"
    assert row["opening"] == "Calls upon"
    assert row["wording"] == "Calls upon “all”, to end impunity;"
    assert row["reference"] == ("General Assembly resolution 66/164 of 19 December 2011, para. 1")
    assert row["url"] == "http://testserver/A/RES/66/164/#op1"


def test_a_draft_says_that_it_is_one(client: Client) -> None:
    adopted = make.adopted("A/RES/70/161", 2015, title="Defenders")
    make.make_draft(title="Impunity", adopted_as=adopted)
    [row] = read_csv(whole(client, _RESOLUTIONS))
    assert (row["stage"], row["adopted_as"]) == ("draft", "A/RES/70/161")
    assert (row["is_held"], row["dated_on"]) == ("no", "")


@pytest.mark.usefixtures("held")
def test_a_spreadsheet_is_told_the_encoding(client: Client) -> None:
    content = whole(client, _RESOLUTIONS)
    assert content.startswith(b"\xef\xbb\xbfsymbol,")
    assert content.count(b"\xef\xbb\xbf") == 1


def test_a_table_of_nothing_has_its_columns(client: Client) -> None:
    for address in ("/search.csv?q=nowhere", "/search.csv?q=nowhere&view=paragraphs"):
        content = whole(client, address)
        assert read_csv(content) == []
        assert content.startswith(b"\xef\xbb\xbfsymbol,title,")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_cell_is_taken_for_a_formula(client: Client, sign: str) -> None:
    wording = f"{sign}HYPERLINK(0) of impunity"
    resolution = make.make_resolution("A/RES/66/164", title=wording)
    make.make_paragraph(make.make_text(resolution), wording)
    for address in (_RESOLUTIONS, _PARAGRAPHS):
        [row] = read_csv(whole(client, address))
        assert row["title"] == f"'{wording}"
        assert row.get("wording") in {None, f"'{wording}"}


@pytest.mark.parametrize("wording", ['A "quoted", word', "One\nline", "One\r\nline", "'s", ";", ""])
def test_a_cell_comes_back_as_it_was(client: Client, wording: str) -> None:
    make.make_resolution("A/RES/66/164", title=f"Impunity {wording}")
    [row] = read_csv(whole(client, _RESOLUTIONS))
    assert row["title"] == f"Impunity {wording}"


def test_the_first_row_says_what_is_missing_and_every_row_is_a_resolution(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 6):
        make.make_resolution(f"A/RES/66/{number}", title="Impunity")
    monkeypatch.setattr(exports, "MOST_ROWS", 4)
    monkeypatch.setattr(exports, "ROWS_PER_CHUNK", 2)
    rows = read_csv(whole(client, _RESOLUTIONS))
    assert [bool(row["notice"]) for row in rows] == [True, False, False, False]
    assert rows[0]["notice"].startswith("These are the first 4 of 5 resolutions.")
    assert all(row["symbol"].startswith("A/RES/66/") for row in rows)
