"""The page of a paragraph: its words, its notes, and who recalls its resolution because of it."""

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from archive.models import Paragraph, Resolution, Text
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: The version, texts, citations, paragraphs, notes, those that name the place, the lineage.
QUERIES = 7
OP2 = "/A/RES/66/164/op2/"


@pytest.fixture
def text() -> Text:
    """A text with a preamble, sub-paragraphs, notes and an annex."""
    resolution = make.adopted("A/RES/66/164", 2011)
    text = make.make_text(resolution)
    declaration = make.adopted("A/RES/53/144", 1998)
    first = make.make_paragraph(
        text, "Recalling resolution 53/144,", kind="preambular", opening="Recalling"
    )
    make.make_citation(first, "resolution 53/144", declaration)
    make.make_footnote(first, "Resolution 53/144, annex.")
    make.make_paragraph(text, "Welcomes it;", opening="Welcomes")
    second = make.make_paragraph(
        text, "Calls upon States, as in paragraph 1:", opening="Calls upon"
    )
    make.make_citation(second, "paragraph 1", "", pinpoint="op1")
    make.make_sub_paragraph(second, "a", "To protect;")
    make.make_footnote(make.make_sub_paragraph(second, "b", "To report."), "See A/65/223.")
    make.make_paragraph(text, "Decides to act.", opening="Decides")
    make.make_paragraph(text, "Annex", kind="heading", anchor="annex", number=None)
    make.make_paragraph(text, "Declaration", kind="heading", anchor="annex-heading1", number=None)
    make.make_paragraph(text, "Article 1", kind="heading", anchor="annex-art1", number=None)
    make.make_paragraph(text, "All may act.", kind="annex", anchor="annex-art1-p1", number=None)
    make.make_paragraph(text, "Article 2", kind="heading", anchor="annex-art2", number=None)
    make.make_paragraph(text, "None may not.", kind="annex", anchor="annex-art2-p1", number=None)
    return text


def _page(client: Client, address: str = OP2) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return markup(response.content)


def _cited(symbol: str, year: int, words: str, *, of: Resolution, pinpoint: str = "") -> None:
    citing = make.make_text(make.adopted(symbol, year))
    paragraph = make.make_paragraph(citing, f"Recalls {words};", opening="Recalls")
    make.make_citation(paragraph, words, of, pinpoint=pinpoint)


def test_it_says_which_paragraph_it_is_and_of_what(client: Client, text: Text) -> None:
    page = _page(client)
    assert page.one("head").one("title").words == "A/RES/66/164, op. 2 · Recalling"
    assert page.one("h1").words == "Operative paragraph 2"
    whole = page.one("p", class_="paragraph-of")
    assert whole.words == "Title of A/RES/66/164, 19 December 2011"
    assert whole.one("a").attributes["href"] == "/A/RES/66/164/"
    assert page.one("link", rel="canonical").attributes["href"] == f"http://testserver{OP2}"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_its_tools_and_the_name_of_its_part_are_in_the_language_of_the_page(
    client: Client, text: Text, language: str, direction: str
) -> None:
    translation = make.make_text(text.resolution, language="zh", title="促进")
    make.make_paragraph(translation, "促请各国", opening="")
    with override(language):
        pages = [_page(client, f"/A/RES/66/164/{place}?lang=zh") for place in ("", "op1/")]
    tools = [page.one("div", class_="tools").attributes for page in pages]
    for said in (*tools, pages[0].one("h2", class_="part").attributes):
        assert (said["lang"], said["dir"]) == (language, direction)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/A/RES/66/164/pp1/", "Preambular paragraph 1"),
        ("/A/RES/66/164/op2-b/", "Operative paragraph 2 (b)"),
        ("/A/RES/66/164/annex-art1/", "Annex, article 1"),
    ],
)
def test_each_kind_of_place_has_its_name_in_full(
    client: Client, text: Text, address: str, name: str
) -> None:
    assert _page(client, address).one("h1").words == name


def test_it_has_its_sub_paragraphs_and_their_notes_and_no_others(
    client: Client, text: Text
) -> None:
    page = _page(client)
    shown = [one.attributes["id"] for one in page.every("div", class_="paragraph")]
    assert shown == ["op2", "op2-a", "op2-b"]
    assert [note.attributes["id"] for note in page.every("li", class_="note")] == ["fn2"]
    assert page.one("a", href="#fn2").words == "note 2"


def test_a_sub_paragraph_has_the_words_that_lead_to_it(client: Client, text: Text) -> None:
    page = _page(client, "/A/RES/66/164/op2-b/")
    [leading] = page.every("div", class_="leading")
    assert leading.one("div", id="op2").one("p").words.startswith("Calls upon States")
    assert not page.every("div", id="op2-a")


def test_a_heading_has_all_that_it_heads(client: Client, text: Text) -> None:
    page = _page(client, "/A/RES/66/164/annex-art1/")
    assert page.one("div", id="annex-art1-p1").one("p").words == "All may act."
    assert not page.every("div", id="annex-art2-p1")
    whole = _page(client, "/A/RES/66/164/annex/")
    assert whole.one("p", id="annex-heading1").words == "Declaration"
    assert whole.every("div", id="annex-art2-p1")


def test_the_anchor_of_a_title_leads_to_its_heading(client: Client, text: Text) -> None:
    response = client.get("/A/RES/66/164/annex-heading1/")
    assert (response.status_code, response["Location"]) == (301, "/A/RES/66/164/annex/")


@pytest.mark.parametrize(
    "address", ["/a/res/66/164/OP2/", "/A/RES/66/164/op2", "/A/RES/66/164 /op2/"]
)
def test_other_spellings_lead_to_its_one_address_with_their_query(
    client: Client, text: Text, address: str
) -> None:
    french = make.make_text(text.resolution, language="fr")
    for wording in ("Rappelle ;", "Prie ;"):
        make.make_paragraph(french, wording)
    response = client.get(f"{address}?lang=fr")
    assert (response.status_code, response["Location"]) == (301, f"{OP2}?lang=fr")


def test_what_refers_to_another_paragraph_leads_to_the_whole_text(
    client: Client, text: Text
) -> None:
    assert _page(client).one("a", href="/A/RES/66/164/#op1").words == "paragraph 1"


def test_it_leads_to_its_neighbours_and_to_the_whole_text(client: Client, text: Text) -> None:
    steps = _page(client).one("nav", class_="steps").every("a")
    assert [(link.attributes["href"], link.words) for link in steps] == [
        ("/A/RES/66/164/op1/", "op. 1"),
        ("/A/RES/66/164/#op2", "Read it in the whole text"),
        ("/A/RES/66/164/op3/", "op. 3"),
    ]


def test_it_lists_what_it_recalls_itself(client: Client, text: Text) -> None:
    beside = _page(client, "/A/RES/66/164/pp1/").one("div", class_="beside")
    assert beside.one("h2", id="recalls").words == "Recalls 1 resolution"
    assert not _page(client).one("div", class_="beside").every("h2", id="recalls")


def test_those_that_name_it_come_first_then_those_that_name_what_it_is_part_of(
    client: Client, text: Text
) -> None:
    whole = text.resolution
    _cited("A/RES/67/1", 2012, "resolution 66/164", of=whole)
    _cited(
        "A/RES/68/1",
        2013,
        "paragraph 2 (b) of resolution 66/164",
        of=whole,
        pinpoint="paragraph 2 (b)",
    )
    _cited("A/RES/69/1", 2014, "paragraph 2 of resolution 66/164", of=whole, pinpoint="paragraph 2")
    _cited("A/RES/70/1", 2015, "paragraph 3 of resolution 66/164", of=whole, pinpoint="paragraph 3")
    section = _page(client, "/A/RES/66/164/op2-b/").one("section", class_="connections")
    assert section.one("h2").words == "Recalled by 4 held documents"
    assert [heading.words for heading in section.every("h3")] == [
        "1 document names op. 2 (b)",
        "1 document names what op. 2 (b) is part of",
        "2 documents recall the resolution otherwise",
    ]
    symbols = [link.words for link in section.every("a", class_="symbol")]
    assert symbols == ["A/RES/68/1", "A/RES/69/1", "A/RES/67/1", "A/RES/70/1"]
    assert [quoted.words for quoted in section.every("q")] == [
        "Recalls paragraph 2 (b) of resolution 66/164;",
        "Recalls paragraph 2 of resolution 66/164;",
    ]


def test_a_place_that_nobody_names_says_so(client: Client, text: Text) -> None:
    section = _page(client).one("section", class_="connections")
    assert section.tidy_words == (
        "Recalled by no held documents No text held here cites A/RES/66/164."
    )
    _cited("A/RES/67/1", 2012, "resolution 66/164", of=text.resolution)
    section = _page(client).one("section", class_="connections")
    assert "No document names op. 2." in section.tidy_words


def test_it_says_how_to_cite_it_with_its_place(client: Client, text: Text) -> None:
    section = _page(client).one("section", **{"aria-labelledby": "cite"})
    assert "General Assembly resolution 66/164 of 19 December 2011, para. 2" in section.words
    assert section.every("a", href=f"http://testserver{OP2}")


def test_a_paragraph_of_a_draft_says_it_is_none_that_was_adopted(client: Client) -> None:
    draft = make.make_draft(adopted_as=make.adopted("A/RES/70/161", 2015))
    make.make_paragraph(make.make_text(draft), "Calls upon States to act;")
    page = _page(client, "/A/C.3/70/L.46/op1/")
    assert page.one("p", class_="draft-line").tidy_words.startswith("Draft. Not adopted")
    assert "(draft)" in page.one("title").words


def test_a_date_that_nobody_has_checked_is_said_to_be_so(client: Client, text: Text) -> None:
    make.make_evidence(text.resolution, fact="adopted_on", is_verified=False)
    of = _page(client).one("p", class_="paragraph-of")
    assert of.words.endswith("19 December 2011 (date unverified)")


def test_a_paragraph_of_a_translation_is_read_from_its_side(client: Client, text: Text) -> None:
    arabic = make.make_text(text.resolution, language="ar", title="تعزيز")
    make.make_paragraph(arabic, "تدعو الدول", opening="")
    page = _page(client, "/A/RES/66/164/op1/?lang=ar")
    assert page.one("section", class_="passage").attributes["dir"] == "rtl"
    assert page.one("p", class_="paragraph-of").one("a").attributes["href"].endswith("?lang=ar")
    canonical = page.one("link", rel="canonical").attributes["href"]
    assert canonical == "http://testserver/A/RES/66/164/op1/?lang=ar"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/A/RES/66/164/op99/", "A/RES/66/164 has no op. 99."),
        ("/A/RES/66/900/op1/", "The archive does not know A/RES/66/900."),
        (
            "/A/RES/53/144/op1/",
            "The archive holds no text of A/RES/53/144, and cannot show its op. 1.",
        ),
        (
            "/A/RES/66/164/op2/?lang=fr",
            "The archive holds no text of A/RES/66/164 in that language.",
        ),
    ],
)
def test_what_is_not_there_is_told(client: Client, text: Text, address: str, said: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert markup(response.content).one("h1").words == said


def test_a_document_whose_symbol_ends_like_a_place_is_no_paragraph(client: Client) -> None:
    response = client.get("/A/62/123/p1/")
    assert response.status_code == 404
    assert "A/62/123/P1" in markup(response.content).one("h1").words


def test_a_page_costs_the_same_queries_however_long_the_text(
    client: Client, text: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        _page(client)
    for number in range(4, 20):
        cited = make.make_resolution(adopted_on=date(2001, 1, number))
        paragraph = make.make_paragraph(text, f"Recalls {cited.identity.short};")
        make.make_citation(paragraph, cited.identity.short, cited)
        _cited(
            f"A/RES/67/{number}", 2012, "paragraph 2", of=text.resolution, pinpoint="paragraph 2"
        )
    with django_assert_num_queries(QUERIES):
        assert _page(client).one("h2", id="recalled-by").words == "Recalled by 16 held documents"


def test_words_of_markup_are_shown_as_words(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Decides <b>now</b> & then.")
    page = _page(client, f"/{paragraph.text.resolution}/op1/")
    assert page.one("div", id="op1").one("p").words == "Decides <b>now</b> & then."
    assert isinstance(paragraph, Paragraph)
