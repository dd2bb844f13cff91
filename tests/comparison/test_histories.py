"""What each text of a series did with a lineage, and the order in which lineages are told."""

from itertools import permutations, product

import pytest

from archive.comparison.histories import Cell, State, TextInSeries, cells, in_reading_order

GA, HRC = (TextInSeries(organ, is_draft=False) for organ in ("GA", "HRC"))
DRAFT = TextInSeries("GA", is_draft=True)
#: Every text of some of three paragraphs, in every order.
_TEXTS = ["".join(some) for count in range(4) for some in permutations("abc", count)]
NEW, SPLIT, KEPT, REWORDED, MERGED, DROPPED, ABSENT = State


def _cells(words: str, standings: list[TextInSeries]) -> tuple[Cell, ...]:
    """Of words as letters; a space is none."""
    return cells([" abc".index(letter) for letter in words], standings)


def _states(words: str, standings: list[TextInSeries] | None = None) -> list[State]:
    return [one.state for one in _cells(words, standings or [GA] * len(words))]


def test_the_first_words_are_new_the_same_kept_and_others_reworded() -> None:
    assert _states(" aab") == [ABSENT, NEW, KEPT, REWORDED]


def test_words_are_dropped_once_and_absent_from_then_on() -> None:
    assert _states("a  a") == [NEW, DROPPED, ABSENT, KEPT]


def test_words_that_come_back_are_set_against_their_last_use() -> None:
    assert _cells("a b", [GA] * 3)[2] == Cell(REWORDED, 0)


def test_an_organ_drops_only_what_it_had_itself() -> None:
    assert _states("a  a", [GA, HRC, GA, HRC]) == [NEW, ABSENT, DROPPED, KEPT]


def test_a_draft_changes_nothing_in_what_is_said_of_what_was_adopted() -> None:
    drafted = _cells("abb", [GA, DRAFT, GA])
    assert drafted == (Cell(NEW), Cell(REWORDED, 0), Cell(REWORDED, 0))
    assert _states(" aa", [GA, DRAFT, GA]) == [ABSENT, NEW, NEW]
    assert _states("a  ", [GA, DRAFT, GA]) == [NEW, DROPPED, DROPPED]
    assert _states(" a ", [GA, DRAFT, GA]) == [ABSENT, NEW, ABSENT]


def test_a_draft_is_set_against_the_draft_before_it() -> None:
    assert _cells("abb", [GA, DRAFT, DRAFT])[2] == Cell(KEPT, 1)


def test_words_within_other_paragraphs_are_merged_and_not_dropped() -> None:
    told = cells([1, 0, 0], [GA] * 3, parts=[(), (0,), ()])
    assert told == (Cell(NEW), Cell(MERGED, 0), Cell(ABSENT))
    told = cells([1, 0, 1], [GA, HRC, GA], parts=[(), (0, 2), ()])
    assert told == (Cell(NEW), Cell(MERGED, 0), Cell(KEPT, 0))
    assert cells([0, 1], [GA] * 2, parts=[(1,), ()])[0] == Cell(ABSENT)


def test_a_part_of_another_paragraph_is_split_off_and_not_new() -> None:
    assert cells([0, 1, 2], [GA] * 3, is_part={1, 2})[1:] == (Cell(SPLIT), Cell(REWORDED, 1))


def test_each_organ_merges_words_once_until_they_come_back() -> None:
    texts = [GA, HRC, GA, GA, DRAFT, HRC]
    parts = [(), (0,), (0,), (0,), (0,), (0,)]
    found = cells([1, 0, 0, 0, 0, 0], texts, parts=parts)
    assert [one.state for one in found] == [NEW, MERGED, MERGED, ABSENT, ABSENT, ABSENT]
    again = cells([1, 0, 1, 0], [GA] * 4, parts=[(), (0,), (), (0, 2)])
    assert [one.state for one in again] == [NEW, MERGED, KEPT, MERGED]


def test_a_draft_merges_for_drafts_alone() -> None:
    told = cells([1, 1, 0, 0], [GA, DRAFT, GA, DRAFT], parts=[(), (), (1,), (0, 1)])
    assert told[2:] == (Cell(DROPPED), Cell(MERGED, 1))


def test_lineages_stand_as_in_the_latest_text_and_others_beside_what_they_stood_by() -> None:
    assert in_reading_order(["xabc", "bca"]) == ("b", "c", "x", "a")
    assert in_reading_order(["aybz", "ab"]) == ("a", "y", "b", "z")
    assert in_reading_order(["ab", "cd"]) == ("c", "d", "a", "b")
    assert in_reading_order([]) == ()


@pytest.mark.parametrize("older", _TEXTS)
def test_every_lineage_stands_once_and_the_latest_text_keeps_its_order(older: str) -> None:
    for old, latest in product(_TEXTS, _TEXTS):
        order = in_reading_order([older, old, latest])
        assert sorted(order) == sorted({*older, *old, *latest})
        assert "".join(key for key in order if key in latest) == latest
