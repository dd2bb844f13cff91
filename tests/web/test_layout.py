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


def test_the_line_of_an_organ_within_a_text_is_set_as_such(client: Client, text: Text) -> None:
    make.make_paragraph(text, "The General Assembly,", kind=Paragraph.Kind.HEADING)
    page = _page(client)
    assert page.one("p", class_="organ", id="heading1").words == "The General Assembly,"
    links = [link.attributes["href"] for link in page.one("nav", class_="contents").every("a")]
    assert links == ["#pp1"]


def test_a_heading_and_its_title_stand_together_and_their_annex_is_listed_by_its_headings(
    client: Client, text: Text
) -> None:
    kind = Paragraph.Kind.HEADING
    make.make_paragraph(text, "Decides to act;")
    make.make_paragraph(text, "Annex", kind=kind, anchor="annex-1", number=None)
    make.make_paragraph(text, "Declaration", kind=kind)
    make.make_paragraph(text, "Article 1", kind=kind, anchor="annex-1-art1", number=None)
    make.make_paragraph(
        text, "Everyone may act.", kind=Paragraph.Kind.ANNEX, anchor="annex-1-art1-p1"
    )
    page = _page(client)
    [group] = page.every("hgroup")
    assert [(one.name, one.words) for one in group.every()] == [
        ("h2", "Annex"),
        ("p", "Declaration"),
    ]
    assert page.one("h3", id="annex-1-art1").words == "Article 1"
    assert [part.words for part in page.every("h2", class_="part")] == ["Operative paragraphs"]
    links = page.one("nav", class_="contents").every("a")
    assert [(link.attributes["href"], link.words) for link in links][1:] == [
        ("#op1", "Decides to act;"),
        ("#annex-1", "Annex, Declaration"),
        ("#annex-1-art1", "Article 1"),
    ]


def test_operative_paragraphs_begin_anew_after_each_preamble(client: Client, text: Text) -> None:
    make.make_paragraph(text, "Decides to act;")
    preambular = Paragraph.Kind.PREAMBULAR
    make.make_paragraph(text, "Noting this,", kind=preambular, anchor="part-2-pp1", opening="")
    make.make_paragraph(text, "Decides again;", anchor="part-2-op1")
    parts = [part.words for part in _page(client).every("h2", class_="part")]
    assert parts == ["Operative paragraphs"] * 2


def test_closing_words_stand_at_the_margin_of_the_paragraph_they_close(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Urges States:")
    make.make_sub_paragraph(paragraph, "a", "To protect;")
    make.make_paragraph(
        paragraph.text, "and to report.", parent=paragraph, label="", number=None, anchor="op1-p1"
    )
    page = _page(client, paragraph.text.resolution.symbol)
    assert page.one("div", id="op1-p1").attributes["class"] == "paragraph operative depth-0"


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
