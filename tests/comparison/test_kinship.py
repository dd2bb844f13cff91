"""A resolution is proposed for a series by a telling title, or where it recalls several members."""

import pytest

from archive.comparison.kinship import by_citation, by_title, is_telling
from archive.comparison.passages import Fate
from archive.comparison.verdicts import verdict


@pytest.mark.parametrize(
    ("title", "telling"),
    [("Human rights defenders", True), ("Human rights", False), ("“Human – rights”", False)],
)
def test_a_title_of_two_words_says_too_little(title: str, *, telling: bool) -> None:
    assert is_telling(title) is telling


def test_the_reason_names_the_member_of_that_title() -> None:
    assert by_title("A/RES/66/164") == "It has the title of A/RES/66/164."


def test_one_member_alone_is_recalled_by_many() -> None:
    assert not by_citation({"A/RES/53/144"})


def test_the_reason_names_the_members_that_are_recalled() -> None:
    reason = by_citation({"A/RES/60/161", "A/RES/58/178"})
    assert reason == "It recalls A/RES/58/178 and A/RES/60/161, which are of the series."


def test_of_many_members_the_reason_names_some() -> None:
    reason = by_citation({f"A/RES/{session}/1" for session in range(60, 68)})
    assert reason.startswith("It recalls A/RES/60/1, A/RES/61/1, ")
    assert reason.endswith("A/RES/64/1 and 3 more, which are of the series.")


def test_the_same_words_were_kept_whatever_their_quotation_marks() -> None:
    found = verdict("Calls upon “all” States;", 'Calls upon "all" States.')
    assert (found.fate, found.likeness) == (Fate.KEPT, 1.0)


def test_one_word_more_is_rewording_and_less_alike_than_the_same() -> None:
    near = verdict("Calls upon all States", "Also calls upon all States")
    far = verdict("Calls upon all States", "Welcomes the report of the Secretary-General")
    assert (near.fate, far.fate) == (Fate.REWORDED, Fate.REWORDED)
    assert 1 > near.likeness > far.likeness
