"""Staff find what the parser was unsure of, and what it made of forms that are no plain words."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from archive.models import Citation, Paragraph, Text
from tests import factories as make

pytestmark = pytest.mark.django_db


def _page(client: Client, row: Model) -> str:
    name = f"admin:archive_{row._meta.model_name}_change"
    return client.get(reverse(name, args=[row.pk])).content.decode()


def _list(client: Client, model: str, **query: Any) -> str:
    return client.get(reverse(f"admin:archive_{model}_changelist"), query).content.decode()


@pytest.fixture
def citations() -> list[Citation]:
    """One against which its text speaks, one against which dates speak, one with nothing."""
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144, 60/161 and 62/152;")
    said: list[dict[str, str]] = [
        {"conflict": "No such session."},
        {"date_conflict": "Another day."},
        {},
    ]
    return [
        make.make_citation(paragraph, words, make.make_resolution(f"A/RES/{words}"), **conflict)
        for words, conflict in zip(("53/144", "60/161", "62/152"), said, strict=True)
    ]


@pytest.mark.usefixtures("citations")
@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("any", ["53/144", "60/161"]),
        ("text", ["53/144"]),
        ("dates", ["60/161"]),
        ("", ["53/144", "60/161", "62/152"]),
    ],
)
def test_citations_are_filtered_by_what_speaks_against_them(
    choice: str, found: list[str], staff_client: Client
) -> None:
    page = _list(staff_client, "citation", conflict=choice)
    assert sorted(re.findall(r'field-words"><a [^>]*>([^<]+)', page)) == found


def test_a_conflict_is_told_in_the_list_and_leads_to_its_place(
    citations: list[Citation], staff_client: Client
) -> None:
    page = _list(staff_client, "citation", conflict="dates")
    assert re.findall(r'field-against_it">([^<]*)', page) == ["Another day."]
    symbol = citations[1].text.resolution.symbol
    shown = _page(staff_client, citations[1])
    assert "Another day." in shown
    assert f'href="/{symbol}/#op1"' in shown


def test_citations_are_filtered_by_being_of_the_whole_of_a_part(staff_client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 45/58 P;")
    make.make_citation(paragraph, "45/58", make.make_resolution("A/RES/45/58"), of_whole=True)
    make.make_citation(paragraph, "45/58 P", make.make_resolution("A/RES/45/58P"))
    page = _list(staff_client, "citation", of_whole__exact=1)
    assert re.findall(r'field-words"><a [^>]*>([^<]+)', page) == ["45/58"]


@pytest.mark.parametrize(("choice", "found"), [("yes", "op. 2"), ("no", "op. 1")])
def test_paragraphs_are_filtered_by_being_tables(
    choice: str, found: str, staff_client: Client
) -> None:
    text = make.make_text()
    make.make_paragraph(text, "Decides to act;")
    make.make_paragraph(text, "Chad 1", rows=[[[0, 4], [5, 6]]])
    page = _list(staff_client, "paragraph", table=choice)
    assert re.findall(r'field-place"><a [^>]*>([^<]+)', page) == [found]


def test_a_table_is_shown_row_by_row(staff_client: Client) -> None:
    rows = [[[0, 4], [5, 6]], [[7, 12], [13, 14]]]
    table = make.make_paragraph(make.make_text(), "Chad 1 Chile 2", rows=rows)
    page = _page(staff_client, table)
    assert "<li>Chad | 1</li><li>Chile | 2</li>" in page
    assert "<li>" not in _page(staff_client, _plain(table.text)).split("field-table_rows")[1][:200]


def _plain(text: Text) -> Paragraph:
    return make.make_paragraph(text, "Decides to act;")


def test_ingestions_are_filtered_by_the_code_of_a_warning(staff_client: Client) -> None:
    warned, other = make.make_text(), make.make_text()
    for text, code in ((warned, "number_gap"), (other, "letter_gap")):
        warning = {"code": code, "message": "It does not run on.", "where": "op3"}
        make.make_ingestion(text, warnings=[warning, warning])
    page = _list(staff_client, "ingestion", warning="number_gap")
    assert "number_gap (1)" in page
    assert re.findall(r"field-its_text[^>]*><a [^>]*>([^<]+)", page) == [str(warned)]


@pytest.mark.parametrize("column", ["format", "layout"])
def test_ingestions_are_filtered_by_how_the_file_is_written(
    column: str, staff_client: Client
) -> None:
    texts = {value: make.make_text() for value in ("pdf", "columns")}
    for value, text in texts.items():
        make.make_ingestion(text, parse_result={column: value})
    page = _list(staff_client, "ingestion", **{column: "pdf"})
    assert re.findall(r"field-its_text[^>]*><a [^>]*>([^<]+)", page) == [str(texts["pdf"])]


def test_a_resolution_shows_its_voters_and_sponsors(staff_client: Client) -> None:
    resolution = make.make_resolution(
        adoption_method="recorded_vote",
        votes_in_favour=2,
        votes_against=0,
        votes_abstaining=1,
        voting_states={"in_favour": ["Chile", "Cuba"], "against": [], "abstaining": ["Chad"]},
        sponsors=["Chile"],
        additional_sponsors=["Cuba", "Mali"],
        draft_symbol="A/C.3/66/L.29",
    )
    page = _page(staff_client, resolution)
    assert "<li>In favour (2): Chile, Cuba</li><li>Abstaining (1): Chad</li>" in page
    for said in ("Chile", "Cuba, Mali", "A/C.3/66/L.29"):
        assert f">{said}<" in page


def test_what_stands_in_a_translation_leads_to_its_own_page(staff_client: Client) -> None:
    text = make.make_text(make.make_resolution("A/RES/66/164"), language="fr")
    paragraph = make.make_paragraph(text, "Demande à tous les États d’agir;")
    assert 'href="/A/RES/66/164/?lang=fr#op1"' in _page(staff_client, paragraph)
    assert 'href="/A/RES/66/164/?lang=fr"' in _page(staff_client, text)
