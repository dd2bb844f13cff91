"""The page of a resolution only cited: what is known, how, and who cites it in which words."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Evidence, Paragraph, Resolution
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

QUERIES = 6
CITING = (
    "Recalling its resolution 53/144 of 9 December 1998, and that resolution 53/144 was adopted,"
)


@pytest.fixture
def declaration() -> Resolution:
    """A/RES/53/144, of which no text is held."""
    return make.adopted("A/RES/53/144", 1998)


def _cite(declaration: Resolution, symbol: str, year: int) -> Paragraph:
    """A resolution that cites it twice in a paragraph and once in a note to it."""
    text = make.make_text(make.adopted(symbol, year))
    paragraph = make.make_paragraph(text, CITING, kind="preambular", opening="Recalling")
    make.make_citation(paragraph, "resolution 53/144 of 9 December 1998", declaration)
    again = CITING.rindex("resolution 53/144")
    make.make_citation(
        paragraph,
        "resolution 53/144",
        declaration,
        start=again,
        end=again + len("resolution 53/144"),
    )
    note = make.make_footnote(paragraph, "Resolution 53/144, annex.")
    make.make_citation(note, "Resolution 53/144, annex", declaration)
    return paragraph


def _page(client: Client, symbol: str = "A/RES/53/144") -> Element:
    response = client.get(f"/{symbol}/")
    assert response.status_code == 200
    return markup(response.content)


def test_it_says_first_that_no_text_is_held(client: Client, declaration: Resolution) -> None:
    page = _page(client, declaration.symbol)
    assert page.one("p", class_="standing").tidy_words.startswith("Not held. ")
    assert not page.every("section", class_="paragraphs")
    assert page.one("title").words == "A/RES/53/144 · Recalling"


def test_every_paragraph_and_note_that_cites_it_is_listed_with_its_words_marked(
    client: Client, declaration: Resolution
) -> None:
    for symbol, year in (("A/RES/58/178", 2003), ("A/RES/56/163", 2001)):
        _cite(declaration, symbol, year)
    page = _page(client)
    assert page.one("h2", id="recalled-by").words == "Recalled by 2 held documents"
    sections = page.every("section", class_="citing-resolution")
    assert [s.every("a", class_="symbol")[0].words for s in sections] == [
        "A/RES/56/163",
        "A/RES/58/178",
    ]
    paragraph, note = sections[0].every("div", class_="citing-paragraph")
    assert paragraph.one("a").attributes["href"] == "/A/RES/56/163/#pp1"
    assert paragraph.one("p").words == CITING
    assert [mark.words for mark in paragraph.every("mark")] == [
        "resolution 53/144 of 9 December 1998",
        "resolution 53/144",
    ]
    assert note.one("a").words == "note 1 to pp 1"
    assert note.one("a").attributes["href"] == "/A/RES/56/163/#fn1"
    assert note.one("mark").words == "Resolution 53/144, annex"


def test_the_marked_words_that_begin_a_paragraph_keep_its_opening(
    client: Client, declaration: Resolution
) -> None:
    text = make.make_text()
    paragraph = make.make_paragraph(text, "Recalls 53/144;", opening="Recalls")
    make.make_citation(paragraph, "Recalls 53/144", declaration)
    marks = [mark.words for mark in _page(client).every("mark")]
    assert marks == ["Recalls", " 53/144"]


def test_where_no_text_cites_it_the_page_says_so(client: Client, declaration: Resolution) -> None:
    words = _page(client, declaration.symbol).one("section", class_="citing").tidy_words
    assert words == "Recalled by no held documents No text held here cites A/RES/53/144."


def test_it_says_how_to_send_the_document(client: Client, declaration: Resolution) -> None:
    [section] = _page(client, declaration.symbol).every("section", **{"aria-labelledby": "send"})
    assert section.one("h2", id="send").words == "Send the document"
    assert "If you have the text of A/RES/53/144" in section.tidy_words


def _facts(page: Element) -> dict[str, str]:
    rows = page.one("table", class_="masthead").every("tr")
    return {row.one("th").words: row.one("td").tidy_words for row in rows}


def _sources(page: Element) -> list[str]:
    return [entry.tidy_words for entry in page.one("ul", class_="sources").every("li")]


def test_each_fact_is_told_with_its_source(client: Client, declaration: Resolution) -> None:
    make.make_evidence(declaration, words="its own text")
    make.make_evidence(
        declaration, fact="adopted_on", origin="masthead", words="printed under the title"
    )
    page = _page(client)
    assert _facts(page)["Adopted"] == "19 December 1998"
    assert _sources(page) == [
        "the archive’s table of facts, for the title: its own text",
        "the file’s own masthead, for the date: printed under the title",
    ]


def test_evidence_of_many_words_is_folded_under_where_it_is_from(
    client: Client, declaration: Resolution
) -> None:
    reasons = (
        "The same matter at the same session, with the same paragraphs in the same order. " * 2
    )
    make.make_evidence(declaration, origin="manifest", words=reasons)
    folded = _page(client).one("table", class_="masthead").one("details")
    assert folded.one("summary").tidy_words == "the archive’s manifest, for the title"
    assert folded.one("p").tidy_words == f"For the title: {reasons.strip()}"


def test_a_fact_nobody_has_checked_is_unverified(client: Client, declaration: Resolution) -> None:
    make.make_evidence(declaration, words="general knowledge", is_verified=False)
    facts = _facts(_page(client))
    assert facts["Title"] == "as above unverified"
    assert facts["Adopted"] == "19 December 1998"


@pytest.mark.parametrize(
    ("unchecked", "said"),
    [
        (["title"], "Nobody has checked its title."),
        (["title", "adopted_on"], "Nobody has checked its title and date."),
        (["adopted_on", "series"], "Nobody has checked its date."),
        (["series"], ""),
    ],
)
def test_what_nobody_has_checked_is_said_beside_the_reference_too(
    client: Client, declaration: Resolution, *, unchecked: list[str], said: str
) -> None:
    for fact in ("title", "adopted_on", "series"):
        make.make_evidence(declaration, fact=fact, is_verified=fact not in unchecked)
    [section] = _page(client).every("section", **{"aria-labelledby": "cite"})
    assert section.tidy_words.count("Nobody has checked") == bool(said)
    assert said in section.tidy_words


def test_a_fact_without_evidence_says_so(client: Client, declaration: Resolution) -> None:
    make.make_evidence(declaration)
    assert _sources(_page(client))[1] == "no source recorded, for the date"


def test_a_vote_is_told_in_words(client: Client) -> None:
    make.make_resolution(
        "A/RES/70/161",
        adoption_method="recorded_vote",
        votes_in_favour=127,
        votes_against=14,
        votes_abstaining=41,
    )
    adopted = _facts(_page(client, "A/RES/70/161"))["Adopted"]
    assert adopted == "by a recorded vote of 127 to 14, with 41 abstentions"


def test_without_a_title_its_name_stands_for_it(client: Client) -> None:
    make.make_resolution("A/RES/74/146", title="")
    page = _page(client, "A/RES/74/146")
    assert page.one("h1").words == "General Assembly resolution 74/146"
    assert "The archive does not know its title." in page.one("header", class_="title").words


def test_markup_in_a_fact_is_shown_as_text(client: Client) -> None:
    title = "<script>alert(1)</script> & more"
    resolution = make.make_resolution("A/RES/74/146", title=title)
    make.make_evidence(resolution, words="<b>printed</b>")
    page = _page(client, "A/RES/74/146")
    assert page.one("h1").words == title
    assert not page.one("main").every("script")
    assert "<b>printed</b>" in _facts(page)["Source"]


def test_every_kind_of_evidence_has_its_fact(client: Client) -> None:
    values = {
        "title": "A title",
        "adopted_on": "2015-12-17",
        "meeting": 80,
        "adoption_method": "without_vote",
        "committee_report": "A/70/489/Add.2",
        "agenda_item": "72 (b)",
        "distributed_on": "2016-03-10",
        "series": "human rights defenders",
    }
    resolution = make.make_resolution("A/RES/70/161", **values)
    shown = set(values) - {"adoption_method"} | {"adoption"}
    for fact in shown:
        make.make_evidence(resolution, fact=fact, words=f"evidence of {fact}")
    page = _page(client, "A/RES/70/161")
    for fact in shown:
        assert f": evidence of {fact}" in _facts(page)["Source"]
    assert _facts(page)["Adopted"] == "17 December 2015, 80th plenary meeting, without a vote"
    assert _facts(page)["Distributed"] == "10 March 2016"


def test_a_page_costs_the_same_queries_however_many_cite(
    client: Client, declaration: Resolution, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _cite(declaration, "A/RES/56/163", 2001)
    with django_assert_num_queries(QUERIES):
        _page(client)
    for number in range(1, 15):
        _cite(declaration, f"A/RES/58/{number}", 2003)
        draft = make.make_draft(f"A/C.3/70/L.{number}", adopted_as=declaration)
        citing = make.make_paragraph(make.make_text(draft), "Recalls 53/144;")
        make.make_citation(citing, "53/144", declaration)
    for fact in Evidence.Fact:
        make.make_evidence(declaration, fact=fact)
    with django_assert_num_queries(QUERIES):
        assert _page(client).one("h2", id="recalled-by").words == "Recalled by 29 held documents"


def test_those_that_recall_say_where_nobody_has_checked_their_dates(
    client: Client, declaration: Resolution
) -> None:
    _cite(declaration, "A/RES/56/163", 2001)
    doubted = _cite(declaration, "A/RES/58/178", 2003).text.resolution
    make.make_evidence(doubted, fact="adopted_on", is_verified=False)
    sections = _page(client).every("section", class_="citing-resolution")
    assert [section.one("h4").tidy_words for section in sections] == [
        "A/RES/56/163 · 19 December 2001",
        "A/RES/58/178 · 19 December 2003 (date unverified)",
    ]
