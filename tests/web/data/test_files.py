"""Files of a resolution: the address of its page with a suffix."""

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Resolution, Text
from archive.web.data.formats import FORMATS
from archive.web.symbols import SUFFIXES
from tests import factories as make

pytestmark = pytest.mark.django_db

QUERIES = 8


@pytest.fixture
def text() -> Text:
    """A text with a paragraph, a note and a citation."""
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Recalls resolution 53/144;", opening="Recalls")
    make.make_citation(paragraph, "resolution 53/144", make.adopted("A/RES/53/144", 1998))
    make.make_footnote(paragraph, "See the annex.")
    return text


def _refused(client: Client, address: str, *, status: HTTPStatus) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def _links(response: Any) -> dict[str, list[tuple[str, str]]]:
    """The links of a header by their relation: addresses and media types."""
    found: dict[str, list[tuple[str, str]]] = {}
    pattern = r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?'
    for address, relation, media_type in re.findall(pattern, response["Link"]):
        found.setdefault(relation, []).append(
            (address.removeprefix("http://testserver"), media_type)
        )
    return found


def test_every_suffix_has_its_format() -> None:
    assert set(SUFFIXES) == set(FORMATS)


@pytest.mark.parametrize(
    ("suffix", "media_type", "words"),
    [
        ("json", "application/json", '"wording": "Recalls resolution 53/144;"'),
        ("xml", "application/akn+xml; charset=utf-8", '<paragraph eId="para_1"'),
        ("txt", "text/plain; charset=utf-8", "1. Recalls resolution 53/144;[1]"),
        ("bib", "application/x-bibtex; charset=utf-8", "A/RES/66/164"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "SN  - A/RES/66/164"),
        ("csl.json", "application/vnd.citationstyles.csl+json", '"A/RES/66/164"'),
    ],
)
def test_a_suffix_gives_the_resolution_in_its_format(
    client: Client, text: Text, suffix: str, media_type: str, words: str
) -> None:
    response = client.get(f"/A/RES/66/164.{suffix}")
    assert response.status_code == HTTPStatus.OK
    assert response["Content-Type"] == media_type
    assert words in response.content.decode()
    assert f'filename="A-RES-66-164.{suffix}"' in response["Content-Disposition"]
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_takes_no_more_queries_than_a_page(
    client: Client, text: Text, suffix: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        client.get(f"/A/RES/66/164.{suffix}")


def test_a_file_is_used_again_until_the_archive_changes(
    client: Client, text: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = client.get("/A/RES/66/164.json")["ETag"]
    with django_assert_num_queries(1):
        again = client.get("/A/RES/66/164.json", headers={"If-None-Match": etag})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/a/res/66/164.json", "/A/RES/66/164.json"),
        ("/A/RES/66/164.xml?lang=fr", None),
        ("/A/RES/2200 (XXI).txt?lang=fr", "/A/RES/2200A(XXI).txt?lang=fr"),
        ("/resolution/66-164.csl.json", "/A/RES/66/164.csl.json"),
        ("/resolution/S-21-2.bib", "/A/RES/S-21/2.bib"),
    ],
)
def test_another_spelling_leads_to_the_one_address(
    client: Client, asked: str, address: str | None
) -> None:
    response = client.get(asked)
    if address is None:
        assert response.status_code == HTTPStatus.NOT_FOUND
    else:
        assert (response.status_code, response["Location"]) == (301, address)


def test_links_tell_the_page_the_other_files_the_terms_and_what_describes_it(
    client: Client, text: Text
) -> None:
    links = _links(client.get("/A/RES/66/164.json"))
    assert links["canonical"] == [("/A/RES/66/164/", "")]
    assert links["license"] == [("/about/#reuse", "")]
    assert ("/A/RES/66/164/", "text/html") in links["alternate"]
    assert ("/A/RES/66/164.xml", "application/akn+xml") in links["alternate"]
    assert ("/A/RES/66/164.json", "application/json") not in links["alternate"]
    described = ("/data/resolution.schema.json", "application/schema+json")
    assert described in links["describedby"]


def test_every_link_leads_somewhere(client: Client, text: Text) -> None:
    answers = [_links(client.get(f"/A/RES/66/164.{suffix}")) for suffix in FORMATS]
    told = {link for links in answers for named in links.values() for link in named}
    assert len(told) > len(FORMATS)
    for address, media_type in told:
        response = client.get(address)
        assert response.status_code == HTTPStatus.OK, address
        assert response["Content-Type"].startswith(media_type), address


def test_a_translation_has_files_of_its_own(client: Client, text: Text) -> None:
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Rappelle la résolution 53/144 ;")
    response = client.get("/A/RES/66/164.txt?lang=fr")
    assert "Rappelle la résolution 53/144" in response.content.decode()
    assert response["Content-Language"] == "fr"
    assert ("/A/RES/66/164.xml?lang=fr", "application/akn+xml") in _links(response)["alternate"]


@pytest.mark.parametrize("suffix", ["xml", "txt"])
def test_what_is_only_cited_has_no_file_of_its_text(
    client: Client, text: Text, suffix: str
) -> None:
    told = _refused(client, f"/A/RES/53/144.{suffix}", status=HTTPStatus.NOT_FOUND)
    assert told.splitlines() == [
        "The archive holds no text of A/RES/53/144, only what others say of it.",
        "That is at /A/RES/53/144/, and for programs at /A/RES/53/144.json.",
    ]


@pytest.mark.parametrize("suffix", ["json", "bib", "ris", "csl.json"])
def test_what_is_only_cited_is_described(client: Client, text: Text, suffix: str) -> None:
    response = client.get(f"/A/RES/53/144.{suffix}")
    assert response.status_code == HTTPStatus.OK
    told = _links(response)
    assert not any(".xml" in address for address, _ in told["alternate"])


def test_what_the_archive_does_not_know_is_said_in_the_format_that_was_asked(
    client: Client,
) -> None:
    response = client.get("/A/RES/1/1.json")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["title"] == "The archive does not know A/RES/1/1."
    told = _refused(client, "/A/RES/1/1.txt", status=HTTPStatus.NOT_FOUND)
    assert told.startswith("The archive does not know A/RES/1/1.")


def test_a_language_that_is_not_held_is_refused_with_those_that_are(
    client: Client, text: Text
) -> None:
    told = _refused(client, "/A/RES/66/164.txt?lang=es", status=HTTPStatus.NOT_FOUND)
    assert "holds no text of A/RES/66/164 in the language “es”" in told
    assert "It has it in: en." in told
    described = client.get("/A/RES/66/164.json?lang=es")
    assert described.status_code == HTTPStatus.NOT_FOUND


def test_a_language_of_what_is_only_cited_is_refused(client: Client, text: Text) -> None:
    told = _refused(client, "/A/RES/53/144.txt?lang=fr", status=HTTPStatus.NOT_FOUND)
    assert "It has it in no language." in told


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_withdrawn_text_is_gone_with_its_reason(client: Client, text: Text, suffix: str) -> None:
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    told = _refused(client, f"/A/RES/66/164.{suffix}", status=HTTPStatus.GONE)
    assert "A person is named in it." in told
    assert "Recalls" not in told


def test_a_withdrawn_translation_is_gone_and_the_text_is_not(client: Client, text: Text) -> None:
    french = make.make_text(text.resolution, language="fr")
    withdraw(french.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    _refused(client, "/A/RES/66/164.json?lang=fr", status=HTTPStatus.GONE)
    assert client.get("/A/RES/66/164.json").json()["languages"] == ["en"]


@pytest.mark.parametrize("address", ["/A/RES/66/164.json", "/A/RES/66/164/source"])
def test_any_page_on_the_web_may_read_files_and_nobody_write_them(
    client: Client, text: Text, address: str
) -> None:
    assert client.get(address)["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in client.options(address)["Access-Control-Allow-Headers"]
    assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_a_draft_has_files_too(client: Client) -> None:
    adopted = make.adopted("A/RES/70/161", 2015)
    make.make_text(make.make_draft("A/C.3/70/L.46/Rev.1", adopted_as=adopted))
    response = client.get("/A/C.3/70/L.46/Rev.1.txt")
    assert response.status_code == HTTPStatus.OK
    assert response.content.decode().startswith("[This is a draft resolution; ")


def test_the_page_names_its_files(client: Client, text: Text) -> None:
    links = _links(client.get("/A/RES/66/164/"))
    assert links["canonical"] == [("/A/RES/66/164/", "")]
    assert ("/A/RES/66/164.xml", "application/akn+xml") in links["alternate"]
    assert ("/A/RES/66/164.json", "application/json") in links["describedby"]
    only_cited = _links(client.get(f"/{Resolution.objects.get(symbol='A/RES/53/144')}/"))
    assert not any(".xml" in address for address, _ in only_cited["alternate"])
