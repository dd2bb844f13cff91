"""Beside a text: references in four styles, and what tools read from the page."""

import json
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import extruct
import pytest
from django.template import engines
from django.test import Client, RequestFactory
from lxml.html import document_fromstring

from archive.citing.legislation import Mention
from archive.models import Citation, Evidence, Resolution, Text
from archive.web.cite_this import CiteThis, mentions
from archive.web.cited import cited_place, cited_resolution
from tests import factories as make
from tests.citing.cases import HOST, defenders, draft
from tests.web.markup import Element, markup

CITATIONS = (Mention(symbol="A/RES/53/144", title="Declaration", url=f"{HOST}/A/RES/53/144/"),)


def _written(name: str, citing: CiteThis) -> str:
    template = engines["django"].from_string(
        f'{{% load components %}}{{% component "{name}" citing=citing %}}'
    )
    written: str = template.render({"citing": citing})
    return written


def _section(citing: CiteThis) -> Element:
    return markup(_written("cite_this", citing)).one("section")


def _read(citing: CiteThis) -> dict[str, Any]:
    """What an extractor of metadata finds in the head."""
    head = f"<html><head>{_written('citing_head', citing)}</head><body></body></html>"
    found: dict[str, Any] = extruct.extract(head, base_url=HOST, syntaxes=["json-ld"])
    return found


def _head(client: Client, address: str) -> dict[str, str]:
    """The ``citation_*`` tags of a page, as lxml reads them."""
    page = document_fromstring(client.get(address).content)
    tags = ((one.get("name", ""), one.get("content", "")) for one in page.iterfind("head/meta"))
    return {name: content for name, content in tags if name.startswith("citation_")}


def test_each_style_is_named_and_can_be_copied() -> None:
    section = _section(CiteThis(cited=defenders(anchor="op10-a", title="Human rights defenders")))
    written = {
        name.words: value.one("span", **{"data-copy": ""})
        for name, value in zip(section.every("dt"), section.every("dd"), strict=True)
    }
    assert {name: words.words for name, words in written.items()} == {
        "UN Editorial Manual": (
            "General Assembly resolution 66/164 of 19 December 2011, para. 10 (a)"
        ),
        "OSCOLA": "UNGA Res 66/164 (19 December 2011) UN Doc A/RES/66/164 para 10(a)",
        "Bluebook": "G.A. Res. 66/164, ¶ 10(a), U.N. Doc. A/RES/66/164 (Dec. 19, 2011)",
        "APA 7, list": (
            "United Nations General Assembly. (2011, December 19). Human rights defenders "
            "(A/RES/66/164). https://archive.example/A/RES/66/164/"
        ),
        "APA 7, in the text": "(United Nations General Assembly, 2011, para. 10(a))",
    }
    assert written["APA 7, list"].one("i").words == "Human rights defenders"
    names = [words.attributes["id"] for words in written.values()]
    assert names == ["cite-un", "cite-oscola", "cite-bluebook", "cite-apa-list", "cite-apa-text"]


def test_what_nobody_has_checked_is_said_beside_the_references() -> None:
    section = _section(CiteThis(cited=defenders(), unverified="date of adoption"))
    assert "Nobody has checked its date of adoption." in section.words
    assert "checked" not in _section(CiteThis(cited=defenders())).words


def test_reference_managers_are_led_to_files_and_read_the_page_itself() -> None:
    section = _section(CiteThis(cited=defenders()))
    files = section.one("p", class_="cite-files").every("a")
    assert {one.words: one.attributes["href"] for one in files} == {
        "BibTeX": "/A/RES/66/164.bib",
        "RIS": "/A/RES/66/164.ris",
        "CSL-JSON": "/A/RES/66/164.csl.json",
    }
    title = section.one("span", class_="Z3988").attributes["title"]
    assert parse_qs(title)["rft.series"] == ["Resolution A/RES/66/164"]


def test_an_extractor_reads_legislation_with_its_citations() -> None:
    [found] = _read(CiteThis(cited=defenders(), citations=CITATIONS))["json-ld"]
    assert found["@type"] == "Legislation"
    assert found["legislationIdentifier"] == "A/RES/66/164"
    assert found["legislationPassedBy"]["name"] == "United Nations General Assembly"
    assert [one["legislationIdentifier"] for one in found["citation"]] == ["A/RES/53/144"]


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- & ‘x’ \u2028"])
def test_no_title_ends_the_data_or_becomes_markup(title: str) -> None:
    citing = CiteThis(cited=draft(title=title))
    head = markup(_written("citing_head", citing))
    [script] = head.every("script")
    assert json.loads(script.words)["name"] == title
    said = head.one("meta", name="citation_title").attributes["content"]
    assert said == f"Draft resolution: {title}"
    assert title in _section(citing).words


# -- From rows ----------------------------------------------------------------------------------

absolute = RequestFactory().get("/").build_absolute_uri


@pytest.fixture
def text(db: None) -> Text:
    declaration = make.adopted("A/RES/53/144", 1998, title="Declaration")
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Defenders"))
    paragraph = make.make_paragraph(text, "Recalls resolution 53/144 and A/66/203;")
    make.make_citation(paragraph, "resolution 53/144", declaration)
    make.make_citation(paragraph, "53/144", declaration)
    make.make_citation(paragraph, "A/66/203", "A/66/203")
    return text


def _whole(resolution: Resolution) -> Any:
    text = Text.objects.of(resolution).first()
    return cited_resolution(resolution, absolute=absolute, text=text, date_is_unverified=False)


def test_a_paragraph_is_cited_by_its_own_page_and_a_note_by_its_anchor(text: Text) -> None:
    paragraph = text.paragraphs.get()
    note = make.make_footnote(paragraph, "See A/66/203.")
    whole = _whole(text.resolution)
    place = cited_place(whole, paragraph)
    assert (place.url, place.leads_to) == (
        "http://testserver/A/RES/66/164/",
        "http://testserver/A/RES/66/164/op1/",
    )
    assert (place.label, place.wording) == ("1.", "Recalls resolution 53/144 and A/66/203;")
    assert cited_place(whole, note).leads_to == "http://testserver/A/RES/66/164/#fn1"


@pytest.mark.parametrize(
    ("printed", "title"), [("Défenseurs", "Défenseurs"), ("", "Title of A/RES/70/161")]
)
def test_a_translation_is_cited_by_the_title_it_prints_in_its_own_language(
    client: Client, db: None, printed: str, title: str
) -> None:
    resolution = make.adopted("A/RES/70/161", 2015)
    make.make_paragraph(make.make_text(resolution), "Calls upon all States;")
    translation = make.make_text(resolution, language="fr", title=printed)
    make.make_paragraph(translation, "Invite les États;")
    for address in ("/A/RES/70/161", "/A/RES/70/161/op1"):
        [item] = client.get(f"{address}.csl.json?lang=fr").json()
        assert (item["title"], item["language"]) == (title, "fr")
    page = _head(client, "/A/RES/70/161/?lang=fr")
    assert page["citation_title"] == title
    assert _head(client, "/A/RES/70/161/")["citation_title"] == "Title of A/RES/70/161"


def test_a_draft_is_cited_with_the_day_it_was_distributed_and_what_was_adopted(db: None) -> None:
    adopted = make.adopted("A/RES/70/161", 2015)
    found = make.make_draft(adopted_as=adopted, distributed_on=adopted.adopted_on)
    cited = _whole(found)
    assert cited.is_draft
    assert (cited.dated_on, cited.adopted_as) == (found.distributed_on, "A/RES/70/161")


def test_what_a_text_cites_is_mentioned_once_with_its_page_if_it_has_one(text: Text) -> None:
    assert mentions(Citation.objects.around(text), absolute=absolute) == (
        Mention(
            symbol="A/RES/53/144",
            title="Declaration",
            url="http://testserver/A/RES/53/144/",
        ),
        Mention(symbol="A/66/203", is_act=False),
    )


# -- On pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "cited"),
    [
        ("/A/RES/66/164/", "General Assembly resolution 66/164 of 19 December 2011"),
        ("/A/RES/66/164/op1/", "General Assembly resolution 66/164 of 19 December 2011, para. 1"),
        ("/A/RES/53/144/", "General Assembly resolution 53/144 of 19 December 1998"),
    ],
)
def test_every_page_of_a_resolution_cites_it(
    client: Client, text: Text, address: str, cited: str
) -> None:
    page = markup(client.get(address).content)
    assert page.one("span", id="cite-un").words == cited
    title = page.one("section", class_="cite-this").one("span", class_="Z3988").attributes["title"]
    assert parse_qs(title)["rft_id"] == [f"http://testserver{address}"]
    assert page.one("meta", name="citation_public_url").attributes["content"] == (
        f"http://testserver{address}"
    )


def test_an_extractor_reads_from_the_page_of_a_resolution_what_it_cites(
    client: Client, text: Text
) -> None:
    page = client.get("/A/RES/66/164/").content.decode()
    [found] = extruct.extract(page, base_url="http://testserver/", syntaxes=["json-ld"])["json-ld"]
    assert found["@id"] == "http://testserver/A/RES/66/164/"
    assert [one["@type"] for one in found["citation"]] == ["Legislation", "CreativeWork"]
    assert found["citation"][0]["@id"] == "http://testserver/A/RES/53/144/"


def test_an_extractor_reads_from_the_page_of_a_paragraph_what_that_paragraph_cites(
    client: Client, text: Text
) -> None:
    other = make.make_paragraph(text, "Recalls also resolution 60/161;")
    make.make_citation(other, "resolution 60/161", make.adopted("A/RES/60/161", 2005))
    page = client.get("/A/RES/66/164/op1/").content.decode()
    [found] = extruct.extract(page, base_url="http://testserver/", syntaxes=["json-ld"])["json-ld"]
    assert found["isPartOf"]["@id"] == "http://testserver/A/RES/66/164/"
    cited = [one.get("legislationIdentifier", one.get("identifier")) for one in found["citation"]]
    assert cited == ["A/RES/53/144", "A/66/203"]


def test_another_parser_of_pages_reads_the_tags_and_coins(client: Client, text: Text) -> None:
    assert _head(client, "/A/RES/66/164/op1/") == {
        "citation_title": "Defenders",
        "citation_author": "United Nations General Assembly",
        "citation_publication_date": "2011/12/19",
        "citation_technical_report_institution": "United Nations",
        "citation_technical_report_number": "A/RES/66/164",
        "citation_language": "en",
        "citation_public_url": "http://testserver/A/RES/66/164/op1/",
    }
    page = document_fromstring(client.get("/A/RES/66/164/op1/").content)
    [coins] = page.find_class("Z3988")
    assert coins.text_content().strip() == ""
    said = dict(parse_qsl(coins.attrib["title"], strict_parsing=True))
    assert (said["rft.btitle"], said["rft.date"]) == ("Defenders", "2011-12-19")


def test_no_page_gives_machines_a_date_that_nobody_has_checked(client: Client, text: Text) -> None:
    make.make_evidence(text.resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    for address in ("/A/RES/66/164/", "/A/RES/66/164/op1/"):
        assert "citation_publication_date" not in _head(client, address)
        page = client.get(address).content.decode()
        assert "legislationDate" not in page
        assert "rft.date" not in page
    assert "rft.date" not in client.get("/search/?q=66/164+recalls").content.decode()


def test_the_files_a_page_leads_to_are_there(client: Client, text: Text) -> None:
    for address in ("/A/RES/66/164/", "/A/RES/66/164/op1/", "/A/RES/53/144/"):
        cite = markup(client.get(address).content).one("section", class_="cite-this")
        files = cite.one("p", class_="cite-files").every("a")
        for file in files:
            response = client.get(file.attributes["href"])
            assert response.status_code == 200
            assert response["Content-Type"].startswith(file.attributes["type"])
