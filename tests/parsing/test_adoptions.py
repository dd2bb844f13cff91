"""The statement of adoption tells the method, the counts, the States and the draft."""

import pytest

from archive.parsing.adoptions import check_adoption, draft_of, read_adoption, sponsors_of
from archive.parsing.parsed import Adoption, AdoptionMethod

VOTE, NO_VOTE = AdoptionMethod.RECORDED_VOTE, AdoptionMethod.WITHOUT_VOTE
STATEMENTS = {
    "Adopted at the 83rd plenary meeting, on 8 December 2000, without a vote": Adoption(
        method=NO_VOTE
    ),
    "Adopted at the 2005th meeting by consensus.": Adoption(method=NO_VOTE),
    "Adopted by acclamation": Adoption(method=NO_VOTE),
    "Adopted unanimously at the 87th meeting.": Adoption(method=VOTE, against=0, abstaining=0),
    "[Adopted by a recorded vote.]": Adoption(method=VOTE),
    "by a recorded vote of 156 to 2, with 2 abstentions,* as follows:": Adoption(
        method=VOTE, in_favour=156, against=2, abstaining=2
    ),
    "by a recorded vote of 97 to none, with no abstentions": Adoption(
        method=VOTE, in_favour=97, against=0, abstaining=0
    ),
    "by a recorded vote of 23 to 2]": Adoption(method=VOTE, in_favour=23, against=2),
    "Adopted at the 375th meeting by 13 votes to none. 3": Adoption(
        method=VOTE, in_favour=13, against=0, abstaining=0
    ),
    "by 7 votes to 1 (Peru), with 3 abstentions (Cuba, Egypt, Congo (Republic of)).": Adoption(
        method=VOTE,
        in_favour=7,
        against=1,
        abstaining=3,
        against_states=("Peru",),
        abstaining_states=("Cuba", "Egypt", "Congo (Republic of)"),
    ),
    "by 14 votes to none, with I abstention (China)": Adoption(
        method=VOTE, in_favour=14, against=0, abstaining=1, abstaining_states=("China",)
    ),
    "by nine votes to none with two abstentions (Peru": Adoption(
        method=VOTE, in_favour=9, against=0, abstaining=2, abstaining_states=("Peru",)
    ),
    "by a recorded vote of 2 to 1, with no abstentions, as follows: In favour: Chile, Peru "
    "Against: Cuba Abstaining: None": Adoption(
        method=VOTE,
        in_favour=2,
        against=1,
        abstaining=0,
        in_favour_states=("Chile", "Peru"),
        against_states=("Cuba",),
    ),
    "In favour: Chile, Peru Against: None Absent: Cuba": Adoption(
        method=VOTE, in_favour=2, against=0, in_favour_states=("Chile", "Peru")
    ),
}


@pytest.mark.parametrize(("statement", "adoption"), STATEMENTS.items())
def test_a_statement_is_read_as_it_says(statement: str, adoption: Adoption) -> None:
    assert read_adoption(statement) == adoption


def test_a_statement_without_a_vote_s_words_says_nothing_of_it() -> None:
    assert read_adoption("Adopted at the 375th meeting.") is None


def test_counts_that_the_lists_do_not_bear_out_are_named() -> None:
    adoption = read_adoption("by 8 votes to none, with 3 abstentions (Cuba, Peru)")
    assert adoption is not None
    assert [warning.message for warning in check_adoption(adoption)] == [
        "The statement counts 3 States abstaining and names 2."
    ]


@pytest.mark.parametrize(
    ("statement", "draft"),
    [
        ("on the basis of draft resolution A/55/L.1 and Add.1, sponsored by: Peru", "A/55/L.1"),
        ("draft resolution A/C.3/66/L.45/Rev.1", "A/C.3/66/L.45/Rev.1"),
        ("draft resolution A/57/L. 10/Rev.1, sponsored by Cuba", "A/57/L.10/Rev.1"),
        ("draft resolution A/57/L.l, sponsored by Cuba", "A/57/L.1"),
        ("on the recommendation of the Committee (A/55/573, para. 10)", None),
    ],
)
def test_the_draft_is_named(statement: str, draft: str | None) -> None:
    assert draft_of(statement) == draft


def test_the_sponsors_are_named_up_to_the_votes() -> None:
    assert sponsors_of("sponsored by: Cuba, Peru") == ("Cuba", "Peru")
    assert sponsors_of("sponsored by the Netherlands In favour: Peru") == ("Netherlands",)
    assert sponsors_of("submitted by the President") == ()
