"""Candidates: the pairs worth weighing, and no more of them than can be weighed."""

import pytest

from archive.comparison.candidates import Sides, candidates
from archive.comparison.passages import Passage
from archive.comparison.wordings import wordings
from tests.comparison.drafted import text


def _pairs(before: tuple[Passage, ...], after: tuple[Passage, ...]) -> dict[tuple[int, int], float]:
    return dict(candidates(Sides(before, after, *wordings(before, after))))


def test_words_that_stand_once_in_each_text_have_one_candidate() -> None:
    before = text("Urges States to end torture;", "Urges States to end torture now;")
    after = text("Urges States to end torture;", "Urges all States to end torture now;")
    pairs = _pairs(before, after)
    assert pairs[0, 0] == 1
    assert pairs.keys() == {(0, 0), (1, 1)}
    assert pairs[1, 1] < 1


def test_words_that_stand_twice_are_weighed_against_both() -> None:
    twice = text("Education;", "Education;")
    assert _pairs(twice, twice) == {(0, 0): 1, (0, 1): 1, (1, 0): 1, (1, 1): 1}


def test_of_words_that_stand_many_times_the_first_is_weighed_against_the_first() -> None:
    many = text(*["Education;"] * 50)
    assert _pairs(many, many) == {(at, at): 1 for at in range(50)}


def test_passages_that_are_all_alike_are_weighed_against_one_another() -> None:
    before = text(*(f"Urges States to end torture in district{at};" for at in "abc"))
    after = text(*(f"Urges States to end torture in province{at};" for at in "abc"))
    assert len(_pairs(before, after)) == 9


def test_each_passage_is_weighed_against_its_nearest_only() -> None:
    before = text(*(f"Urges States to end torture in district{at} soon;" for at in range(60)))
    after = text(*(f"Urges all States to end torture in district{at};" for at in range(60)))
    pairs = _pairs(before, after)
    assert {(at, at) for at in range(60)} <= pairs.keys()
    assert len(pairs) <= 60 * 2 * 8


def test_long_texts_find_one_another_by_their_rarest_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.comparison.candidates._MOST_ADDITIONS", 2)
    before = text("Urges haste in common matters;", "Urges care in common matters of forestry;")
    after = text("Urges calm in common matters;", "Urges more in common matters of forestry;")
    assert _pairs(before, after).keys() == {(1, 1)}
