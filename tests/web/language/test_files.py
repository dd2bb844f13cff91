"""Agreed language as files for programs, spreadsheets and papers."""

import csv
import io

import pytest
from django.test import Client

from tests import factories as make
from tests.search.agreed.saying import saying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

IMPUNITY = "Emphasizes the importance of combating impunity for attacks on defenders;"
REWORDED = IMPUNITY.replace("attacks on", "threats against")


@pytest.fixture
def archive() -> None:
    """A wording of two resolutions, and one that is near it."""
    adopted = {"adoption_method": "without_vote"}
    saying(make.adopted("A/RES/56/163", 2001, **adopted), IMPUNITY, kind="preambular")
    saying(make.adopted("A/RES/58/178", 2003), IMPUNITY)
    saying(make.make_draft("A/C.3/70/L.46"), REWORDED)


def test_json_tells_all_of_a_page(client: Client) -> None:
    response = client.get("/language.json", {"q": IMPUNITY})
    told = response.json()
    (one,), (near,) = told["saying"], told["near"]
    assert told["total"] == {"number": 1, "is_exact": True}
    assert (told["q"], told["sort"], told["page_count"]) == (IMPUNITY, "most-used", 1)
    assert (one["match"], one["likeness"], one["wording"]) == ("same", 1, IMPUNITY)
    assert one["adoption_methods"] == ["without_vote", None]
    assert one["first"] == {
        "symbol": "A/RES/56/163",
        "title": "Title of A/RES/56/163",
        "organ": "GA",
        "stage": "adopted",
        "dated_on": "2001-12-19",
        "date_is_unverified": False,
        "adoption_method": "without_vote",
        "anchor": "pp1",
        "place": "pp 1",
        "url": "http://testserver/A/RES/56/163/#pp1",
    }
    assert [use["symbol"] for use in one["uses"]] == ["A/RES/56/163", "A/RES/58/178"]
    assert (near["match"], near["resolutions_count"], near["drafts_count"]) == ("near", 0, 1)
    assert near["first"]["dated_on"] is None
    assert told["links"]["next"] is None


def test_csv_has_a_row_for_each_wording(client: Client) -> None:
    response = client.get("/language.csv", {"q": IMPUNITY})
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["match"], row["first"], row["last"]) for row in rows] == [
        ("same", "A/RES/56/163", "A/RES/58/178"),
        ("near", "A/C.3/70/L.46", "A/C.3/70/L.46"),
    ]
    assert rows[0]["adoption_methods"] == "without_vote; not known"
    assert rows[0]["last_dated_on"] == "2003-12-19"
    assert rows[1]["first_stage"] == "draft"
    assert 'filename="language.csv"' in response["Content-Disposition"]


def test_the_list_with_notes_is_plain_text(client: Client) -> None:
    response = client.get("/language.txt", {"q": IMPUNITY})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[:2] == [f"1. “{IMPUNITY}” [1]", f"2. “{REWORDED}” [2]"]
    assert lines[4] == (
        "[2] In no adopted text that is held; in 1 draft; General Assembly; first in Draft "
        "resolution A/C.3/70/L.46, op. 1."
    )


@pytest.mark.parametrize("suffix", ["json", "csv", "txt"])
def test_a_file_leads_to_its_page_and_refuses_what_it_cannot_read(
    client: Client, suffix: str
) -> None:
    found = client.get(f"/language.{suffix}", {"q": "combating impunity"})
    page = "http://testserver/language/?q=combating+impunity"
    assert found["Link"] == f'<{page}>; rel="alternate"; type="text/html"'
    refused = client.get(f"/language.{suffix}", {"q": "impunity"})
    assert refused.status_code == 400
    assert "one word at most" in refused.content.decode()
    led = client.get(f"/language.{suffix}", {"q": " combating  impunity"})
    assert led["Location"] == f"/language.{suffix}?q=combating+impunity"
