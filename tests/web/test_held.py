"""The page of a held resolution: its text, its notes, what it recalls and who recalls it."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from archive.models import Footnote, Paragraph, Resolution, Text
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

QUERIES = 8
PREAMBLE = (
    "Recalling its resolution 53/144 of 9 December 1998, resolutions 13/13 and 16/5, and the "
    "report A/65/53 and paragraph 2 below,"
)


@pytest.fixture
def text() -> Text:
    """A text with every kind of paragraph, note and citation."""
    resolution = make.adopted("A/RES/66/164", 2011)
    text = make.make_text(resolution, published_at=datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    first = make.make_paragraph(text, PREAMBLE, kind=Paragraph.Kind.PREAMBULAR, opening="Recalling")
    _cite(first, "resolution 53/144 of 9 December 1998", make.adopted("A/RES/53/144", 1998))
    make.make_text(held := make.make_resolution("A/HRC/RES/13/13"))
    _cite(first, "13/13", held)
    make.make_citation(first, "A/65/53", "A/65/53")
    make.make_citation(first, "paragraph 2", "", pinpoint="op2")
    op1 = make.make_paragraph(text, "Calls upon all States to act;", opening="Calls upon")
    make.make_sub_paragraph(op1, "a", "To protect;")
    note = make.make_footnote(op1, "Resolution 53/144, annex.", marker_offset=29)
    _cite(note, "Resolution 53/144, annex", Resolution.objects.get(symbol="A/RES/53/144"))
    Footnote.objects.create(text=text, position=2, number="2", wording="Never marked.")
    make.make_paragraph(text, "Decides <script>alert(1)</script> & to act.", opening="Decides")
    return text


def _cite(place: object, words: str, cited: Resolution) -> None:
    make.make_citation(place, words, cited)  # type: ignore[arg-type]


def _page(client: Client, symbol: str = "A/RES/66/164") -> Element:
    response = client.get(f"/{symbol}/")
    assert response.status_code == 200
    return markup(response.content)


@pytest.fixture
def shown(client: Client, text: Text) -> Element:
    """The page of that text."""
    return _page(client, text.resolution.symbol)


def test_the_title_of_the_page_is_its_symbol(shown: Element) -> None:
    assert shown.one("head").one("title").words == "A/RES/66/164 · Recalling"
    assert shown.one("html").attributes["lang"] == "en"
    assert shown.one("h1").words == "Title of A/RES/66/164"
    assert "General Assembly, sixty-sixth session" in shown.one("p", class_="identity").words


def test_paragraphs_stand_under_their_anchors_with_their_numbers(shown: Element) -> None:
    margins = {anchor: shown.one("div", id=anchor).one("a", class_="place") for anchor in _ANCHORS}
    assert {anchor: link.words for anchor, link in margins.items()} == _ANCHORS
    assert all(margins[a].attributes["href"] == f"#{a}" for a in _ANCHORS)


_ANCHORS = {"pp1": "pp 1", "op1": "1", "op1-a": "1 (a)", "op2": "2"}


def test_words_are_the_texts_own_with_no_space_before_a_marker_or_a_comma(shown: Element) -> None:
    op1 = shown.one("div", id="op1").one("p")
    assert op1.words == "Calls upon all States to act;note 1"
    pp1 = shown.one("div", id="pp1").one("p").words
    for said in (" (not held)", " (no page here)"):
        pp1 = pp1.replace(said, "")
    assert pp1 == PREAMBLE


def test_openings_are_set_in_italics(shown: Element) -> None:
    assert shown.one("div", id="op1").one("i").words == "Calls upon"
    assert shown.one("div", id="pp1").one("i").words == "Recalling"


def test_a_citation_of_what_is_held_is_a_plain_link(shown: Element) -> None:
    link = shown.one("div", id="pp1").one("a", href="/A/HRC/RES/13/13/")
    assert (link.attributes["class"], link.words) == ("held", "13/13")


def test_a_citation_of_what_is_not_held_says_so_in_words(shown: Element) -> None:
    link = shown.one("div", id="pp1").one("a", href="/A/RES/53/144/")
    assert link.attributes["class"] == "not-held"
    assert link.words == "resolution 53/144 of 9 December 1998 (not held)"


def test_a_citation_without_a_page_is_no_link_and_says_so(shown: Element) -> None:
    [said] = shown.one("div", id="pp1").every("span", class_="no-page")
    assert said.words == "A/65/53 (no page here)"
    assert not said.every("a")


def test_a_reference_within_the_text_leads_to_the_paragraph(shown: Element) -> None:
    assert shown.one("div", id="pp1").one("a", href="#op2").words == "paragraph 2"


def test_a_reference_to_a_paragraph_the_text_has_not_is_no_link(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "As in paragraph 9;", opening="")
    make.make_citation(paragraph, "paragraph 9", "", pinpoint="op9")
    page = _page(client, paragraph.text.resolution.symbol)
    assert page.one("div", id="op1").one("p").words == "As in paragraph 9 (no page here);"
    said = page.one("section", class_="warnings").tidy_words
    assert said.endswith("“paragraph 9” names a paragraph that this text does not have.")


def test_a_note_and_its_mark_lead_to_each_other(shown: Element) -> None:
    mark = shown.one("div", id="op1").one("sup").one("a")
    assert mark.attributes == {"id": "fn1-mark", "href": "#fn1", "data-note": "--fn1"}
    assert shown.one("li", id="fn1").attributes["data-note"] == mark.attributes["data-note"]
    note = shown.one("li", id="fn1")
    back = note.every("a", href="#fn1-mark")
    assert [link.words for link in back] == ["1, back to its mark", "Back to the text"]
    assert note.one("p").one("a", class_="not-held").words.startswith("Resolution 53/144, annex")


def test_a_note_leads_to_the_resolution_whose_citation_it_is_marked_at(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Recalls resolutions 13/13, and 16/5 of its own;")
    _cite(paragraph, "13/13", make.make_resolution("A/HRC/RES/13/13"))
    _cite(paragraph, "16/5", make.make_resolution("A/HRC/RES/16/5"))
    make.make_footnote(paragraph, "See A/65/53, chap. II.", marker_offset=26)
    make.make_footnote(paragraph, "See A/66/53, chap. II.")
    page = _page(client)
    note = page.one("li", id="fn1").one("p")
    assert note.words == "See A/65/53, chap. II. Marked at A/HRC/RES/13/13 (not held)."
    assert note.one("a").attributes["href"] == "/A/HRC/RES/13/13/"
    assert page.one("li", id="fn2").one("p").words == "See A/66/53, chap. II."


def test_a_note_that_cites_what_it_is_marked_at_says_it_once(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Recalls the Declaration;")
    _cite(paragraph, "the Declaration", declaration := make.adopted("A/RES/53/144", 1998))
    _cite(make.make_footnote(paragraph, "Resolution 53/144."), "Resolution 53/144", declaration)
    note = _page(client).one("li", id="fn1").one("p")
    assert note.words == "Resolution 53/144 (not held)."


def test_a_note_that_nothing_marks_says_so(shown: Element) -> None:
    note = shown.one("li", id="fn2")
    assert note.one("p").words == "Never marked. No mark of this note was found in the text."
    assert not note.every("a")


def test_notes_marked_at_one_place_are_kept_apart(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls the two;", opening="")
    make.make_footnote(paragraph, "One.")
    make.make_footnote(paragraph, "Two.")
    page = _page(client, paragraph.text.resolution.symbol)
    assert page.one("div", id="op1").one("p").words == "Recalls the two;note 1,note 2"


def test_markup_in_a_text_is_shown_as_text(shown: Element) -> None:
    assert (
        shown.one("div", id="op2").one("p").words == "Decides <script>alert(1)</script> & to act."
    )
    assert not shown.one("main").every("script")


def test_two_citations_in_the_same_words_are_both_linked(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 3411 A and B (XXX);", opening="")
    for letter in "AB":
        cited = make.make_resolution(f"A/RES/3411{letter}(XXX)")
        make.make_citation(paragraph, "3411 A and B (XXX)", cited)
    page = _page(client, paragraph.text.resolution.symbol)
    links = [link.attributes["href"] for link in page.one("div", id="op1").one("p").every("a")]
    assert links == ["/A/RES/3411A(XXX)/", "/A/RES/3411B(XXX)/"]
    words = page.one("div", id="op1").one("p").words.replace(" (not held)", "")
    assert words == "Recalls 3411 A and B (XXX) [A/RES/3411B(XXX)];"


def test_the_contents_lead_to_each_operative_paragraph(shown: Element) -> None:
    links = shown.one("nav", class_="contents").every("a")
    assert [(link.attributes["href"], link.words) for link in links] == [
        ("#pp1", "Preamble, 1 paragraph"),
        ("#op1", "Calls upon all States to\N{NO-BREAK SPACE}…"),
        ("#op2", "Decides <script>alert(1)</script> & to act."),
        ("#notes", "Notes"),
    ]


def test_the_contents_lead_to_a_preamble_that_stands_in_a_later_part(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/55/239", 2000))
    make.make_paragraph(text, "Resolves to act.")
    make.make_paragraph(
        text, "Recalling its acts,", kind=Paragraph.Kind.PREAMBULAR, anchor="part-2-pp1"
    )
    links = _page(client, "A/RES/55/239").one("nav", class_="contents").every("a")
    assert [link.attributes["href"] for link in links] == ["#part-2-pp1", "#op1"]
    assert links[0].words == "Preamble, 1 paragraph"


def _entries(page: Element, heading: str) -> list[list[str]]:
    """The symbol and the places of each entry in a list beside the text."""
    [section] = page.every("section", **{"aria-labelledby": heading})
    items = [item for found in section.every("ul", class_="recalls") for item in found.children]
    return [
        [item.every("a", class_="symbol")[0].words]
        + [link.words for link in item.every("a", class_="place")]
        for item in items
        if isinstance(item, Element)
    ]


def test_recalls_are_grouped_by_resolution_with_each_place(shown: Element) -> None:
    assert shown.one("h2", id="recalls").words == "Recalls 2 resolutions"
    assert _entries(shown, "recalls") == [
        ["A/RES/53/144", "pp 1", "note 1 to op. 1"],
        ["A/HRC/RES/13/13", "pp 1"],
    ]


def test_documents_without_a_page_are_counted_and_listed(shown: Element) -> None:
    assert shown.one("h2", id="documents").words == "Cites 1 document without a page here"
    [section] = shown.every("section", **{"aria-labelledby": "documents"})
    assert [item.tidy_words for item in section.every("li")] == ["A/65/53 · pp 1"]
    assert "1 document cited has no page here" in shown.one("section", class_="warnings").tidy_words


def test_who_recalls_it_is_listed_with_the_sentence(client: Client, text: Text) -> None:
    later = make.make_text(make.adopted("A/RES/68/181", 2013))
    citing = make.make_paragraph(
        later,
        "Recalling resolution 66/164 of 19 December 2011,",
        kind=Paragraph.Kind.PREAMBULAR,
        opening="Recalling",
    )
    make.make_citation(citing, "resolution 66/164", text.resolution)
    page = _page(client)
    assert page.one("h2", id="recalled-by").words == "Recalled by 1 held document"
    assert _entries(page, "recalled-by") == [["A/RES/68/181", "pp 1"]]
    [section] = page.every("section", **{"aria-labelledby": "recalled-by"})
    assert section.one("a", class_="place").attributes["href"] == "/A/RES/68/181/#pp1"
    quoted = section.one("q")
    assert quoted.words == citing.wording
    assert quoted.one("i").words == "Recalling"
    assert quoted.one("mark").words == "resolution 66/164"


def test_each_entry_has_the_opening_that_governs_it(client: Client) -> None:
    cited = make.make_resolution("A/RES/53/144")
    paragraph = make.make_paragraph(make.make_text(), "Urges States:", opening="Urges")
    part = make.make_sub_paragraph(paragraph, "a", "To heed resolution 53/144;")
    last = make.make_paragraph(paragraph.text, "Recalls resolution 53/144;", opening="Recalls")
    note = make.make_footnote(last, "Resolution 53/144, annex.")
    make.make_citation(part, "resolution 53/144", cited, opening="Urges")
    make.make_citation(last, "resolution 53/144", cited, opening="Recalls")
    make.make_citation(note, "Resolution 53/144", cited, opening="Recalls")
    said = [
        "Urges … To heed resolution 53/144;",
        "Recalls resolution 53/144;",
        "Recalls … Resolution 53/144, annex.",
    ]
    recalls = _page(client, paragraph.text.resolution.symbol).every("q")
    assert [quoted.words for quoted in recalls] == said
    assert [quoted.one("i").words for quoted in recalls] == ["Urges", "Recalls", "Recalls"]
    places = _page(client, "A/RES/53/144").every("div", class_="citing-paragraph")
    assert [place.one("p").words for place in places] == said


def test_a_citation_of_itself_is_neither_recalled_nor_recalling(client: Client) -> None:
    text = make.make_text(make.make_resolution("A/RES/60/161"))
    paragraph = make.make_paragraph(text, "Recalls resolution 60/161;")
    make.make_citation(paragraph, "resolution 60/161", text.resolution)
    page = _page(client, "A/RES/60/161")
    assert page.one("h2", id="recalls").words == "Recalls no resolutions"
    assert page.one("h2", id="recalled-by").words == "Recalled by no held documents"


def test_the_source_file_is_named_with_its_digest_and_the_parser(
    shown: Element, text: Text
) -> None:
    facts = shown.one("table", class_="masthead").tidy_words
    source = text.source_file
    history = "received 24 November 2026, published 25 November 2026, read by parser"
    assert f"File a test Plain text, {history} {text.parser_version}" in facts
    assert f"{source.name}, {source.size_bytes} bytes, read on 24 November 2026." in facts
    assert f"SHA-256 {source.sha256}" in facts


def test_what_the_parser_warned_of_is_said(client: Client, text: Text) -> None:
    warning = {"code": "x", "message": "Paragraph 7 follows paragraph 5.", "where": "op7"}
    make.make_ingestion(text, warnings=[warning | {"message": "An older reading."}])
    make.make_ingestion(text, warnings=[warning])
    said = _page(client).one("section", class_="warnings").tidy_words
    assert "Paragraph 7 follows paragraph 5. (op7)" in said
    assert "An older reading." not in said


def test_the_bytes_of_the_source_file_are_not_read_for_the_page(client: Client, text: Text) -> None:
    with CaptureQueriesContext(connection) as queries:
        _page(client, text.resolution.symbol)
    assert any("archive_sourcefile" in query["sql"] for query in queries)
    assert not any('"archive_sourcefile"."content"' in query["sql"] for query in queries)


def test_how_to_cite_it(shown: Element) -> None:
    [section] = shown.every("section", **{"aria-labelledby": "cite"})
    assert "General Assembly resolution 66/164 of 19 December 2011" in section.words
    assert section.every("a", href="http://testserver/A/RES/66/164/")


def test_each_paragraph_offers_its_page_and_how_to_cite_it(shown: Element) -> None:
    tools = shown.one("div", id="op1-a").one("div", class_="tools")
    assert [(link.words, link.attributes["href"]) for link in tools.every("a")[:2]] == [
        ("link to op. 1 (a)", "/A/RES/66/164/op1-a/"),
        ("cite op. 1 (a)", "/A/RES/66/164/op1-a/#cite"),
    ]


def test_an_opening_stands_out_among_the_contents(shown: Element) -> None:
    link = shown.one("nav", class_="contents").one("a", href="#op1")
    assert link.one("i", class_="opening").words == "Calls upon"


def test_a_page_costs_the_same_queries_however_long_the_text(
    client: Client, text: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        _page(client)
    for number in range(3, 30):
        cited = make.make_resolution()
        words = f"Recalls {cited.identity.short};"
        paragraph = make.make_paragraph(text, words)
        make.make_citation(paragraph, cited.identity.short, cited)
        make.make_footnote(paragraph, f"Note {number}.")
        citing = make.make_paragraph(make.make_text(), "Recalls 66/164;")
        make.make_citation(citing, "66/164", text.resolution)
        make.make_draft(f"A/C.3/70/L.{number}", adopted_as=text.resolution)
        make.make_citation(
            paragraph, "Recalls", make.make_draft(adopted_as=cited, symbol=f"A/C.3/66/L.{number}")
        )
    with django_assert_num_queries(QUERIES):
        assert _page(client).one("h2", id="recalled-by").words == "Recalled by 27 held documents"
