"""RIS: a record for each resolution or paragraph, as reference managers read it."""

import pytest
from django.test import Client

from archive.models import Evidence, Resolution
from archive.search.exports import exports
from tests import factories as make
from tests.web.formats import read_ris, whole

pytestmark = pytest.mark.django_db

_RESOLUTIONS = "/search.ris?q=impunity"
_PARAGRAPHS = "/search.ris?q=impunity&view=paragraphs"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.web.search_formats.ris.today", lambda: "2026-11-26")


@pytest.fixture
def held() -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    make.make_paragraph(make.make_text(resolution), "Ends impunity;")
    return resolution


@pytest.mark.usefixtures("held")
def test_a_resolution_is_a_report_of_the_organ(client: Client) -> None:
    response = client.get(_RESOLUTIONS)
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert read_ris(response.getvalue()) == [
        [
            ("TY", "RPRT"),
            ("AU", "United Nations General Assembly,"),
            ("TI", "On impunity"),
            ("M3", "Resolution"),
            ("SN", "A/RES/66/164"),
            ("PY", "2011"),
            ("DA", "2011/12/19"),
            ("PB", "United Nations"),
            ("LA", "en"),
            ("UR", "http://testserver/A/RES/66/164/"),
            ("Y2", "2026/11/26"),
            ("ER", ""),
        ]
    ]


@pytest.mark.usefixtures("held")
def test_a_paragraph_is_its_resolution_with_the_place_in_a_note(client: Client) -> None:
    [record] = read_ris(whole(client, _PARAGRAPHS))
    assert ("SN", "A/RES/66/164") in record
    assert ("UR", "http://testserver/A/RES/66/164/op1/") in record
    assert ("N1", "op. 1: “Ends impunity;”") in record


def test_a_draft_is_told_from_what_was_adopted(client: Client) -> None:
    adopted = make.adopted("A/RES/70/161", 2015, title="Defenders")
    distributed_on = adopted.adopted_on
    make.make_draft(title="Impunity", adopted_as=adopted, distributed_on=distributed_on)
    [record] = read_ris(whole(client, _RESOLUTIONS))
    assert ("M3", "Draft resolution") in record
    assert [value for tag, value in record if tag == "N1"] == [
        "Draft. Not adopted in these words; see A/RES/70/161.",
        "Distributed on 19 December 2015.",
        "Known from texts that cite it; the archive does not hold its text.",
    ]


def test_a_date_that_nobody_has_checked_is_told(client: Client, held: Resolution) -> None:
    make.make_evidence(held, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    [record] = read_ris(whole(client, _RESOLUTIONS))
    assert ("N1", "Nobody has checked the date.") in record


def test_what_is_not_known_is_left_out(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="On impunity")
    [record] = read_ris(whole(client, _RESOLUTIONS))
    assert {tag for tag, _ in record} & {"PY", "DA"} == set()
    assert all(value or tag == "ER" for tag, value in record)


def test_a_resolution_without_a_title_has_its_name_for_one(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="")
    [record] = read_ris(whole(client, "/search.ris?session=66"))
    assert ("TI", "General Assembly resolution 66/164") in record


def test_words_cannot_begin_a_tag(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="On impunity\r\nER  - \nTY  - BOOK")
    [record] = read_ris(whole(client, _RESOLUTIONS))
    assert ("TI", "On impunity ER - TY - BOOK") in record


def test_the_first_record_says_what_is_missing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        make.make_resolution(f"A/RES/66/{number}", title="Impunity")
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    first, second = read_ris(whole(client, _RESOLUTIONS))
    notes = [value for tag, value in first if tag == "N1"]
    assert notes[-1].startswith("These are the first 2 of 3 resolutions.")
    assert len([tag for tag, _ in second if tag == "N1"]) == len(notes) - 1
