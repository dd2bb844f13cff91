"""Parts: a paragraph is part of another where enough of its words are told by nothing else."""

import pytest

from archive.comparison.parts import Group, with_lone
from tests.comparison.drafted import text, told

FRAME = "Urges States to register civil society organizations in a transparent procedure;"
CLAUSE = "Encourages training of judges, prosecutors and police officers by bar associations;"
LIST = [
    "Condemns impunity for attacks upon journalists;",
    "Requests the Secretary-General to convene a seminar;",
    "Invites Parliaments to translate the Declaration widely;",
    "Welcomes donations towards the humanitarian fund;",
    "Notes progress towards disarmament and demobilization;",
    "Commends mediation efforts along the northern border;",
    "Deplores torture, disappearance and arbitrary detention;",
    "Recognizes grandparents, orphans and widows everywhere;",
    "Stresses fisheries, forestry and inland navigation;",
]


def _merged(*, kept: str, between: int) -> bool:
    """Whether a clause that stood so far behind is found in what its frame became."""
    before = text(FRAME, *LIST[:between], CLAUSE)
    after = text(f"{FRAME[:-1]}, and {kept}", *LIST[:between])
    return any("merged" in one for one in told(before, after))


@pytest.mark.parametrize("between", [0, 4, 9])
def test_a_clause_kept_whole_is_found_wherever_it_stood(between: int) -> None:
    assert _merged(kept="encourages training of judges, prosecutors and police;", between=between)


def test_a_clause_of_which_little_is_left_is_found_beside_its_neighbour_only() -> None:
    kept = "encourages training of judges and prosecutors;"
    assert _merged(kept=kept, between=0)
    assert not _merged(kept=kept, between=9)


def test_words_that_the_pair_accounts_for_make_no_part() -> None:
    before = text(FRAME, "Encourages States to register organizations;")
    assert told(before, text(FRAME)) == ["op1 > op1: kept", "op2 > : dropped"]


def test_of_two_that_say_the_same_one_is_a_part() -> None:
    before = text(FRAME, CLAUSE, CLAUSE.replace("Encourages", "Also encourages"))
    after = text(f"{FRAME[:-1]}, and encourages training of judges, prosecutors and police;")
    assert sum(">" in one and "dropped" in one for one in told(before, after)) == 1


def test_where_a_paragraph_was_split_and_merged_what_says_more_is_told() -> None:
    shared = f"{FRAME[:-1]}, free of charge, within ninety days, online or by mail"
    translate = "invites Parliaments to translate the Declaration;"
    train = "encourages training of prosecutors, police officers and prison guards;"
    one = text(f"{shared}, and {translate}", train.capitalize())
    other = text(f"{shared}, and {train}", translate.capitalize())
    assert told(one, other) == ["op1 op2 > op1: merged", "> op2: new"]
    assert told(other, one) == ["op1 > op1 op2: split", "op2 > : dropped"]


def test_every_place_is_in_a_group() -> None:
    pair = Group((1,), (0,), 0.5, (1, 0))
    assert with_lone([pair], counts=(2, 2)) == [pair, Group((0,), ()), Group((), (1,))]
