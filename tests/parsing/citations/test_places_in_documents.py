"""Places in documents and annexes, and the documents that suffixes in words name."""

import pytest

from tests.parsing.citations.citing import cited, cited_in_note


def test_a_suffix_that_has_lost_its_full_stop_names_a_document() -> None:
    targets = [target for _, target, _, _ in cited_in_note("Ibid., documents S/1 and Add 1 and 2.")]
    assert targets == ["S/1", "S/1/Add.1", "S/1/Add.2"]


def places_of(text: str) -> list[tuple[str | None, str | None]]:
    return [(target, place) for _, target, _, place in cited(text)]


@pytest.mark.parametrize(
    "words", ["resolution 48/134", "its resolution 48/134", "General Assembly resolution 48/134"]
)
def test_what_is_annexed_to_an_act_stands_in_its_annex(words: str) -> None:
    assert places_of(f"the principles annexed to {words} of 20 December 1993") == [
        ("A/RES/48/134", "annex")
    ]


@pytest.mark.parametrize("place", ["annex, decision X/2, annex", "annex, decision 2"])
def test_a_decision_of_a_conference_is_a_place_in_its_report(place: str) -> None:
    assert places_of(f"see UNEP/CBD/COP/10/27, {place}.") == [("UNEP/CBD/COP/10/27", place)]


CORRIGENDA = {
    "see A/65/53 and A/65/53/Corr.1, chap. I.": ["chap. I", "chap. I"],
    "see A/65/53, A/65/53/Corr.1 and A/65/53/Corr.2, chap. I.": ["chap. I"] * 3,
    "see A/65/53, chap. II, and A/65/53/Corr.1, chap. I.": ["chap. II", "chap. I"],
    "see A/65/53 and A/65/53/Add.1, chap. I.": [None, "chap. I"],
    "see A/65/53 and A/66/53/Corr.1, chap. I.": [None, "chap. I"],
}


@pytest.mark.parametrize("text", CORRIGENDA)
def test_the_place_behind_a_corrigendum_is_one_in_the_document_it_corrects(text: str) -> None:
    assert [place for _, place in places_of(text)] == CORRIGENDA[text]
