"""Two texts on one page: summary first, then what became of each paragraph, told in words."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import ComparedTexts, Paragraph, ParagraphPairing, Resolution, Text
from tests import factories as make
from tests.web.compare.conftest import DRAFT, NEWER, OLDER
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

ADDRESS = f"/compare/?from={OLDER}&to={NEWER}"
Rows = Mapping[str, Resolution]


def page(client: Client, address: str = ADDRESS, *, status: int = 200) -> Element:
    """The page at an address."""
    response = client.get(address)
    assert response.status_code == status, response
    return markup(response.content)


def told(found: Element) -> list[str]:
    """What is said of each pair before its words."""
    return [one.tidy_words for one in found.every("p", class_="pair-told")]


def test_the_comparison_is_told_first_in_a_sentence(client: Client, texts: Rows) -> None:
    found = page(client)
    assert found.one("h1").words == f"From {OLDER} to {NEWER}"
    summary = found.one("p", class_="compare-summary").words
    assert summary == "1 new, 1 dropped, 1 reworded, 1 stronger, 2 kept."


def test_each_pair_says_what_became_of_it_and_where_it_stands(client: Client, texts: Rows) -> None:
    assert told(page(client)) == [
        f"Kept {OLDER} pp 1 → {NEWER} pp 1",
        f"New {NEWER} op. 1",
        f"Reworded {OLDER} op. 1 → {NEWER} op. 2 stronger: encourages, then urges",
        f"Kept {OLDER} op. 2 → {NEWER} op. 3",
        f"Dropped {OLDER} op. 2 (a)",
    ]


def test_places_lead_to_the_pages_of_their_paragraphs(client: Client, texts: Rows) -> None:
    links = page(client).every("p", class_="pair-told")[2].every("a")
    assert [one.attributes["href"] for one in links][:2] == [f"/{OLDER}/op1/", f"/{NEWER}/op2/"]


def test_reworded_words_are_a_redline_and_stand_beside_the_older_ones(
    client: Client, texts: Rows
) -> None:
    pair = page(client).one("li", id="op2")
    redline = pair.one("p", class_="pair-words")
    assert redline.one("del").words == "[taken out: Encourages]"
    assert redline.one("ins").words == "[put in: Urges]"
    older = pair.one("p", class_="pair-older")
    assert older.one("del").words == "[taken out: Encourages]"
    assert older.every("ins") == []


def test_words_that_are_the_same_stand_once(client: Client, texts: Rows) -> None:
    pair = page(client).one("li", id="pp1")
    assert len(pair.every("p")) == 2
    assert pair.every("ins") == pair.every("del") == []


def test_signs_of_markup_in_a_text_are_text(client: Client, texts: Rows) -> None:
    assert "<b>new laws</b> & the practice" in page(client).one("li", id="op1").words


def test_only_what_changed_is_shown_where_that_is_asked(client: Client, texts: Rows) -> None:
    found = page(client, f"{ADDRESS}&show=changes")
    assert [one.split()[0] for one in told(found)] == ["New", "Reworded", "Dropped"]
    [back] = [one for one in found.every("a") if one.words == "All paragraphs"]
    assert back.attributes["href"] == ADDRESS


def test_the_other_way_round_what_was_new_is_dropped(client: Client, texts: Rows) -> None:
    [swap] = [one for one in page(client).every("a") if one.words == "The other way round"]
    found = page(client, swap.attributes["href"])
    summary = found.one("p", class_="compare-summary").words
    assert summary == "1 new, 1 dropped, 1 reworded, 1 weaker, 2 kept."


def test_texts_that_differ_in_nothing_are_said_to(client: Client, texts: Rows) -> None:
    twin = make.make_text(make.make_resolution("A/RES/70/1"))
    make.make_paragraph(twin, "Decides to remain seized of the question.")
    other = make.make_text(make.make_resolution("A/RES/70/2"))
    make.make_paragraph(other, "Decides to remain seized of the question;")
    found = page(client, "/compare/?from=A/RES/70/1&to=A/RES/70/2")
    assert "Nothing was changed: 1 paragraph is the same in both." in found.words
    assert told(found)[0].startswith("Kept, but for its punctuation")


@pytest.mark.parametrize(
    ("added", "said", "counted"),
    [
        ("", "Moved", "1 moved, 2 kept."),
        (" without delay", "Reworded and moved", "1 reworded, 1 also moved, 2 kept."),
    ],
)
def test_what_moved_is_said_to_have_moved_and_to_be_reworded_where_it_was(
    client: Client, db: None, *, added: str, said: str, counted: str
) -> None:
    wordings = [
        "Encourages all States to protect defenders against threats and reprisals;",
        "Requests the Special Rapporteur to report annually to the Assembly on her work;",
        "Welcomes the adoption of national laws in several countries of the region;",
    ]
    for symbol, order in (("A/RES/70/1", (0, 1, 2)), ("A/RES/70/2", (1, 2, 0))):
        text = make.make_text(make.make_resolution(symbol))
        for at in order:
            more = added if at == 0 and symbol.endswith("2") else ""
            make.make_paragraph(text, wordings[at].replace(";", f"{more};"))
    found = page(client, "/compare/?from=A/RES/70/1&to=A/RES/70/2")
    assert found.one("p", class_="compare-summary").words == counted
    assert f"{said} A/RES/70/1 op. 1 → A/RES/70/2 op. 3" in told(found)


def test_days_and_drafts_are_said_to_be_what_they_are(client: Client, texts: Rows) -> None:
    assert "18 December 2007 (date unverified)" in page(client).one("dl").words
    words = page(client, f"/compare/?from={OLDER}&to={DRAFT}").one("dl").tidy_words
    assert "Draft. Not adopted in these words; see A/RES/70/161." in words


def test_the_page_asks_as_much_for_long_texts_as_for_short_ones(
    client: Client, texts: Rows, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    text = Text.objects.get(resolution=texts[NEWER])
    for number in range(10):
        make.make_paragraph(text, f"Notes paragraph {number} of the report;")
    with django_assert_num_queries(6):
        page(client)


def test_another_spelling_leads_to_the_one_address(client: Client, texts: Rows) -> None:
    for query in (
        "to=66/164&from=62/152",
        f"from={OLDER}&to={NEWER}&utm_source=mail",
        f"from={OLDER}&to={NEWER}&show=all",
        f"from=x&from={OLDER}&to={NEWER}",
        f"from={OLDER}&to={NEWER}&show=",
    ):
        response = client.get(f"/compare/?{query}")
        assert (response.status_code, response["Location"]) == (302, ADDRESS)


def test_without_texts_there_is_the_form_to_choose_them(client: Client, texts: Rows) -> None:
    found = page(client, "/compare/")
    assert [one.attributes["name"] for one in found.one("details").every("input")] == ["from", "to"]
    assert found.one("details").attributes.keys() >= {"open"}


def test_one_text_is_offered_its_series_and_drafts_to_be_compared_with(
    client: Client, texts: Rows
) -> None:
    found = page(client, f"/compare/?from={OLDER}")
    section = found.one("section", **{"aria-labelledby": "choices"})
    links = [one.attributes["href"] for one in section.every("a")]
    assert links == [
        ADDRESS,
        f"/compare/?from={OLDER}&to={DRAFT}",
        "/A/RES/70/161/",
    ]
    assert "draft, not adopted in these words" in section.words
    section = page(client, f"/compare/?to={OLDER}").one("section", **{"aria-labelledby": "choices"})
    assert section.every("a")[0].attributes["href"] == f"/compare/?from={NEWER}&to={OLDER}"


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("from=nonsense&to=A/RES/66/164", 400, "“nonsense” is not the symbol of a document"),
        (f"from={NEWER}&to={NEWER}", 400, f"Both are {NEWER}. Two different texts are compared"),
        (f"from={OLDER}&to={NEWER}&show=none", 400, "“none” is none of the choices"),
        (f"from={OLDER}&to=A/RES/1/1", 404, "The archive does not know A/RES/1/1."),
        (f"from=A/RES/70/161&to={NEWER}", 404, "The archive holds no text of A/RES/70/161"),
        ("from=%00&to=x", 400, "Several things in this comparison cannot be read."),
    ],
)
def test_what_cannot_be_compared_is_said_with_the_form(
    client: Client, texts: Rows, query: str, status: int, words: str
) -> None:
    found = page(client, f"/compare/?{query}", status=status)
    assert words in found.one("div", role="alert").tidy_words
    assert found.one("details").attributes.keys() >= {"open"}


def test_a_text_that_was_withdrawn_is_not_compared(client: Client, texts: Rows) -> None:
    text = Text.objects.get(resolution=texts[OLDER])
    make.make_ingestion(text)
    withdraw(text.pk, by=make.make_staff("publisher"), reason="It names a person.")
    found = page(client, status=410)
    assert "was withdrawn" in found.one("div", role="alert").words
    assert "It names a person." in found.one("div", role="alert").words
    assert "Encourages" not in found.words


PARTS = (
    ("Concerned", "that attacks on human rights defenders have become frequent,"),
    ("Gravely concerned", "by the impunity of those who threaten lawyers and journalists,"),
)


MERGED = "/compare/?from=A/RES/70/1&to=A/RES/70/2"


def _merged(*openings: str) -> Element:
    """Two paragraphs made one, whose opening is that of the second; ``openings`` are printed."""
    older = make.make_text(make.make_resolution("A/RES/70/1"))
    for opening, (_of_it, words) in zip(openings, PARTS, strict=True):
        make.make_paragraph(older, f"{opening} {words}", kind="preambular", opening=opening)
    newer = make.make_text(make.make_resolution("A/RES/70/2"))
    words = " and ".join(words.rstrip(",") for _of_it, words in PARTS)
    make.make_paragraph(newer, f"Gravely concerned {words},", opening="Gravely concerned")
    return page(Client(), MERGED)


@pytest.mark.parametrize("first", ["Concerned", "Deeply concerned"])
def test_no_step_is_told_of_what_was_merged_even_where_its_parts_agree(
    texts: Rows, first: str
) -> None:
    found = _merged("Concerned", first)
    assert told(found) == ["Merged A/RES/70/1 pp 1, pp 2 → A/RES/70/2 op. 1"]
    assert "stronger" not in found.one("p", class_="compare-summary").words


def test_what_was_merged_is_confirmed_where_every_part_of_it_is(
    client: Client, texts: Rows
) -> None:
    _merged("Concerned", "Deeply concerned")
    cache.clear()
    _decide("A/RES/70/1", "pp1", "A/RES/70/2", "op1", decision="confirmed", is_forth=True)
    assert "confirmed" not in told(page(client, MERGED))[0]
    cache.clear()
    _decide("A/RES/70/1", "pp2", "A/RES/70/2", "op1", decision="confirmed", is_forth=True)
    assert "confirmed" in told(page(client, MERGED))[0]


def test_texts_between_the_two_are_said_not_to_be_followed(client: Client, texts: Rows) -> None:
    [way] = [one for one in page(client).every("p") if "What texts between the two" in one.words]
    assert way.one("a").attributes["href"] == "/series/"


@pytest.mark.parametrize("is_forth", [True, False])
def test_what_staff_have_decided_of_two_paragraphs_stands(
    client: Client, texts: Rows, *, is_forth: bool
) -> None:
    _decide(OLDER, "op2-a", NEWER, "op1", decision="confirmed", is_forth=is_forth)
    _decide(OLDER, "op1", NEWER, "op2", decision="denied", is_forth=is_forth)
    lines = told(page(client))
    confirmed = "confirmed by the archive’s staff"
    assert f"Reworded {OLDER} op. 2 (a) → {NEWER} op. 1 · {confirmed}" in lines
    assert {f"New {NEWER} op. 2", f"Dropped {OLDER} op. 1"} <= {*lines}


def _decide(
    older: str, was_at: str, newer: str, is_at: str, *, decision: str, is_forth: bool
) -> None:
    """A decision on two paragraphs, whose texts may have been compared the other way round."""
    rows = [
        Paragraph.objects.get(text__resolution__symbol=symbol, anchor=anchor)
        for symbol, anchor in ((older, was_at), (newer, is_at))
    ]
    earlier, later = rows if is_forth else reversed(rows)
    compared, _ = ComparedTexts.objects.get_or_create(earlier=earlier.text, later=later.text)
    ParagraphPairing.objects.create(
        compared=compared,
        earlier=earlier,
        later=later,
        fate="reworded",
        likeness=0.1,
        decision=decision,
        decided_by=make.make_staff("publisher"),
        decided_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
        reason="They say so.",
    )
