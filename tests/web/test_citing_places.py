"""A paragraph can be taken to a reference manager from the address of its page."""

import json
from http import HTTPStatus

import pytest
import rispy
from django.test import Client
from pybtex.database import parse_string
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Evidence, Text
from tests import factories as make

pytestmark = pytest.mark.django_db

OP1 = "/A/RES/66/164/op1"
FORMATS = ["bib", "ris", "csl.json"]


@pytest.fixture(autouse=True)
def text() -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Defenders"))
    paragraph = make.make_paragraph(text, "Calls upon all States to act:")
    make.make_sub_paragraph(paragraph, "a", "At once;")
    return text


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_says_the_place_its_words_and_its_own_page(client: Client, suffix: str) -> None:
    response = client.get(f"/A/RES/66/164/op1-a.{suffix}")
    assert response.status_code == HTTPStatus.OK
    written = response.content.decode()
    assert "op. 1 (a): “At once;”" in written
    assert "http://testserver/A/RES/66/164/op1-a/" in written
    assert response["Content-Disposition"] == f'attachment; filename="A-RES-66-164-op1-a.{suffix}"'
    assert response["Link"] == (
        '<http://testserver/A/RES/66/164/op1-a/>; rel="alternate"; type="text/html"'
    )


def test_each_format_is_read_by_programs_that_are_its_own(client: Client) -> None:
    [entry] = parse_string(client.get(f"{OP1}.bib").content.decode(), "bibtex").entries.values()
    assert entry.fields["number"] == "A/RES/66/164"
    [record] = rispy.loads(client.get(f"{OP1}.ris").content.decode())
    assert record["date"] == "2011/12/19"
    [item] = json.loads(client.get(f"{OP1}.csl.json").content)
    assert item["id"] == "A/RES/66/164:op1"


def test_a_date_that_nobody_has_checked_is_told(client: Client, text: Text) -> None:
    make.make_evidence(text.resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    assert b"Nobody has checked the date." in client.get(f"{OP1}.bib").content


def test_a_paragraph_of_a_draft_is_cited_as_one(client: Client) -> None:
    draft = make.make_draft("A/C.3/70/L.46")
    make.make_paragraph(make.make_text(draft), "Calls upon States;")
    answer = client.get("/A/C.3/70/L.46/op1.ris").content.decode()
    assert "M3  - Draft resolution" in answer
    assert "Draft. Not adopted in these words." in answer


def test_a_paragraph_is_cited_in_the_language_that_is_asked_for(client: Client, text: Text) -> None:
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Demande à tous les États d’agir ;")
    [item] = json.loads(client.get(f"{OP1}.csl.json?lang=fr").content)
    assert item["language"] == "fr"
    assert item["URL"] == "http://testserver/A/RES/66/164/op1/?lang=fr"
    assert "Demande à tous" in item["note"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_spelling_leads_to_the_one_address(client: Client, suffix: str) -> None:
    response = client.get(f"/a/res/66/164/OP1.{suffix}")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == f"{OP1}.{suffix}"
    asked = client.get(f"/a/res/66/164/op1.{suffix}?lang=fr")
    assert asked["Location"] == f"{OP1}.{suffix}?lang=fr"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/A/RES/66/164/op9.bib", "A/RES/66/164 has no paragraph “op9”."),
        ("/A/RES/66/165/op1.ris", "The archive does not know A/RES/66/165."),
        ("/A/RES/53/144/op1.bib", "The archive holds no text of A/RES/53/144"),
        ("/A/RES/66/164/op1.bib?lang=fr", "The archive holds no text of A/RES/66/164 in the"),
        ("/A/RES/66/164/op9.csl.json", "A/RES/66/164 has no paragraph “op9”."),
    ],
)
def test_what_is_not_there_is_told_with_its_reason(client: Client, address: str, said: str) -> None:
    make.make_resolution("A/RES/53/144")
    response = client.get(address)
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert said in response.content.decode()


@pytest.mark.parametrize("suffix", FORMATS)
def test_of_a_withdrawn_text_nothing_is_cited(client: Client, text: Text, suffix: str) -> None:
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Calls upon all States, in French;")
    for query in ("", "?lang=fr"):
        response = client.get(f"{OP1}.{suffix}{query}")
        assert response.status_code == HTTPStatus.GONE
        assert "A person is named in it." in response.content.decode()
        assert "Calls upon" not in response.content.decode()


def test_a_file_is_made_once_a_day_of_three_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        first = client.get(f"{OP1}.bib")
    with django_assert_num_queries(1):
        again = client.get(f"{OP1}.bib", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
