"""What a person set, and what a fact rests on, as the page of a review tells it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import Page, element
from tests.ingest.publishing.ways import parsed, set_right

pytestmark = pytest.mark.django_db


def test_a_fact_shows_the_line_that_prints_it(review: Page) -> None:
    ingestion = parsed()
    fact = element(review(ingestion), "at-masthead-adopted_on")
    assert "19 December 2011" in fact
    assert "The file prints: “Resolution adopted by the General Assembly on 19 December" in fact
    assert f"/{ingestion.pk}/correct/fact/adopted_on/" in fact


def test_sponsors_that_a_person_set_are_named(review: Page) -> None:
    ingestion = parsed()
    words = {"before": None, "after": "Chile, Norway; additional: Peru"}
    set_right(ingestion, Action.SET_FACT, "masthead.sponsors", **words)
    assert "Chile, Norway, Peru" in element(review(ingestion), "at-masthead-sponsors")


def test_that_a_person_says_there_is_none_is_told(review: Page) -> None:
    ingestion = parsed()
    words = {"before": "2011-12-19", "after": None}
    set_right(ingestion, Action.SET_FACT, "masthead.adopted_on", **words)
    assert '<span class="quiet">none</span>' in element(review(ingestion), "at-masthead-adopted_on")


def test_a_fact_that_a_person_set_names_the_person_and_what_it_rests_on(
    review: Page, anna: User
) -> None:
    ingestion = parsed()
    set_right(
        ingestion,
        Action.SET_FACT,
        "masthead.series",
        before=None,
        after="human rights defenders",
        evidence="The title <of> the series.",
        author=anna,
    )
    fact = element(review(ingestion), "at-masthead-series")
    assert "human rights defenders" in fact
    assert '<span class="set-by">set by anna on 24 November 2026</span>' in fact
    assert "Rests on: The title &lt;of&gt; the series." in fact


def test_a_paragraph_that_a_person_set_is_marked_with_author_and_date(
    review: Page, anna: User
) -> None:
    ingestion = parsed()
    words = {"before": "Calls upon all States to act;", "after": "Calls upon States;"}
    set_right(ingestion, Action.SET_WORDING, "op1", author=anna, **words)
    paragraph = element(review(ingestion), "at-op1")
    assert "<i>Calls upon</i> States;" in paragraph
    assert "set by anna on 24 November 2026" in paragraph
    assert "set by" not in element(review(ingestion), "at-op2")


def test_a_stage_that_no_line_prints_follows_from_the_symbol(review: Page) -> None:
    ingestion = parsed(build.nameless_text())
    set_right(
        ingestion,
        Action.SET_FACT,
        "masthead.symbol",
        after="A/C.3/62/L.46",
        evidence="Received as this draft.",
    )
    shown = re.sub(r"\s+", " ", review(ingestion))
    assert 'draft <span class="evidence">It follows from the symbol.</span>' in shown


def test_a_text_without_a_symbol_is_offered_what_it_may_be_with_the_evidence(review: Page) -> None:
    make.make_resolution("A/RES/63/7", title="Known and not held")
    make.make_text(make.make_resolution("A/RES/63/8"))
    shown = review(parsed(build.nameless_text(), given_symbol="A/RES/62/152"))
    offered = re.findall(r'name="symbol"[^>]*value="([^"]*)"', shown)
    assert offered == ["A/RES/62/152", "A/RES/63/7", *(f"A/RES/{n}/" for n in (53, 63, 62))]
    assert "Received as A/RES/62/152, from a test." in shown
    assert "The text says “Decides to consider the question at its sixty-fourth session" in shown


def test_a_text_with_a_symbol_is_offered_none(review: Page) -> None:
    assert "take-candidate" not in review(parsed())


def test_a_correction_that_does_not_meet_its_place_is_told_with_what_is_there(review: Page) -> None:
    ingestion = parsed()
    made = set_right(ingestion, Action.SET_WORDING, "op9", before="Not there;", after="Nor here;")
    shown = review(ingestion)
    assert "Corrections that do not meet their place (1)" in shown
    assert f'<a href="#correction-{made.pk}">Set wording, op. 9</a>' in shown
    assert "Its place is not there any more" in shown


def test_a_correction_that_met_something_else_says_what_and_that_it_stands(review: Page) -> None:
    ingestion = parsed()
    words = {"before": "Invites all States to act;", "after": "Calls upon States to act;"}
    set_right(ingestion, Action.SET_WORDING, "op1", **words)
    shown = review(ingestion)
    assert "Found in its place: “Calls upon all States to act;”." in shown
    assert "The person’s value is kept." in shown


@pytest.mark.parametrize(
    ("action", "where", "before", "after", "told"),
    [
        ("insert", "op1", None, {"kind": "operative", "label": "2.", "text": "Acts;"}, "2. Acts;"),
        ("insert_note", "fn1", None, {"number": "1", "text": "A note."}, "1 A note."),
        ("set_marker", "fn1", None, ["op1", 5], "op. 1, character 5"),
        ("set_fact", "masthead.meeting", None, "89", "89"),
        ("set_parent", "op2", None, "op1", "op1"),
    ],
)
def test_values_of_every_kind_are_told_in_words(
    review: Page, action: str, *, where: str, before: Any, after: Any, told: str
) -> None:
    ingestion = parsed()
    set_right(ingestion, Action(action), where, before=before, after=after)
    assert f"There was nothing, now “{told}”." in review(ingestion)


def test_corrections_are_listed_with_who_when_and_what_the_latest_first(
    review: Page, anna: User
) -> None:
    ingestion = parsed()
    words = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}
    first = set_right(ingestion, Action.SET_WORDING, "op1", author=anna, **words)
    second = set_right(ingestion, Action.SET_LABEL, "op2", before="2.", after="3.", author=anna)
    shown = review(ingestion).partition('id="corrections"')[2]
    assert shown.index(f'id="correction-{second.pk}"') < shown.index(f'id="correction-{first.pk}"')
    assert "<b>Set wording</b>, op. 1, by anna on 24 November 2026" in shown
    assert re.search(r"<del>.*?all.*?</del>", shown)
    assert "It was “2.”, now “3.”." in shown
    assert "Rests on: as printed" in shown
