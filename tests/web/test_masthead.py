"""A masthead says each fact once, in the order in which the United Nations print them."""

from typing import Any

import pytest

from archive.models import Evidence, Resolution
from archive.web.masthead import body, stated_facts


def _resolution(symbol: str, **fields: Any) -> Resolution:
    return Resolution(symbol=symbol, **({"organ": "GA"} | fields))


@pytest.mark.parametrize(
    ("symbol", "organ", "words"),
    [
        ("A/RES/66/164", "GA", "General Assembly, sixty-sixth session"),
        ("E/CN.4/RES/2000/61", "CHR", "Commission on Human Rights"),
    ],
)
def test_the_organ_and_session_in_words(symbol: str, organ: str, words: str) -> None:
    assert body(_resolution(symbol, organ=organ)) == words


@pytest.mark.parametrize(
    ("meeting", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (89, "89th"), (112, "112th")],
)
def test_the_number_of_a_meeting(meeting: int, words: str) -> None:
    [fact] = stated_facts(_resolution("A/RES/66/164", meeting=meeting), ())
    assert fact.value == f"{words} plenary meeting"


def test_what_is_not_known_is_left_out() -> None:
    assert stated_facts(_resolution("A/RES/66/164"), ()) == ()


@pytest.mark.parametrize("fact", ["symbol", "stage"])
def test_what_is_said_above_is_a_fact_where_the_archive_keeps_what_it_rests_on(fact: str) -> None:
    proof = Evidence(fact=fact, origin="manifest", words="Received as resolution 62/152.")
    [shown] = stated_facts(_resolution("A/RES/62/152"), [proof])
    value = {"symbol": "A/RES/62/152", "stage": "Adopted"}[fact]
    assert (shown.name, shown.value, shown.evidence) == (fact.capitalize(), value, proof)


def test_that_a_text_is_a_draft_is_always_a_fact() -> None:
    draft = _resolution("A/C.3/70/L.46", stage="draft")
    assert [(fact.name, fact.value) for fact in stated_facts(draft, ())] == [("Stage", "Draft")]
