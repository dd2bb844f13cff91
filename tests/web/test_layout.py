"""How a held text is laid out: its organ's line, its parts, its headings and sub-paragraphs."""

import pytest
from django.test import Client

from archive.models import Paragraph, Text
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def text() -> Text:
    """A text with one preambular paragraph."""
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Recalling all,", kind=Paragraph.Kind.PREAMBULAR, opening="Recalling")
    return text


def _page(client: Client, symbol: str = "A/RES/66/164") -> Element:
    response = client.get(f"/{symbol}/")
    assert response.status_code == 200
    return markup(response.content)


def test_sub_paragraphs_stand_as_deep_as_their_parents_are_many(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Urges States:")
    letter = make.make_sub_paragraph(paragraph, "a", "To protect:")
    make.make_sub_paragraph(letter, "ii", "Women;")
    page = _page(client, paragraph.text.resolution.symbol)
    depths = {
        div.attributes["id"]: div.attributes["class"]
        for div in page.every("div", class_="paragraph")
    }
    assert depths == {
        "op1": "paragraph operative depth-0",
        "op1-a": "paragraph operative depth-1",
        "op1-a-ii": "paragraph operative depth-2",
    }


@pytest.mark.parametrize("line", ["The General Assembly,", "The General Assembly"])
def test_the_line_of_the_organ_stands_above_the_preamble_as_the_file_prints_it(
    client: Client, text: Text, line: str
) -> None:
    lines = ["Resolution adopted by the General Assembly", line, "89th plenary meeting"]
    make.make_ingestion(text, parse_result={"masthead": {"lines": lines}})
    page = _page(client)
    said = page.one("p", class_="organ")
    assert (said.words, said.one("i").words) == (line, "The General Assembly")
    assert page.one("section", class_="paragraphs").children.index(said) < 2


def test_a_file_that_does_not_name_its_organ_gets_no_such_line(client: Client, text: Text) -> None:
    lines = ["Resolution adopted by the General Assembly", "89th plenary meeting"]
    make.make_ingestion(text, parse_result={"masthead": {"lines": lines}})
    assert not _page(client).every("p", class_="organ")


def test_headings_and_an_annex_stand_under_their_anchors(client: Client) -> None:
    text = make.make_text()
    make.make_paragraph(text, "Protection", kind=Paragraph.Kind.HEADING)
    make.make_paragraph(text, "Calls upon all States to act;")
    for number, label in ((1, "1."), (2, "")):
        anchor = f"annex-op{number}"
        make.make_paragraph(
            text, f"Article {number}", kind=Paragraph.Kind.ANNEX, anchor=anchor, label=label
        )
    page = _page(client, text.resolution.symbol)
    assert page.one("h2", id="heading1").words == "Protection"
    parts = [part.words for part in page.every("h2", class_="part")]
    assert parts == ["Operative paragraphs", "Annex"]
    annex = [page.one("div", id=f"annex-op{number}") for number in (1, 2)]
    assert [div.one("a", class_="place").words for div in annex] == ["1.", "¶"]
    assert [div.attributes["class"] for div in annex] == ["paragraph annex depth-0"] * 2
    links = [link.attributes["href"] for link in page.one("nav", class_="contents").every("a")]
    assert links == ["#heading1", "#op1", "#annex-op1", "#annex-op2"]
