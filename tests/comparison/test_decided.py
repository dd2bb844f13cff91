"""What people have decided of two paragraphs wins over what comparing found."""

from collections.abc import Sequence

from archive.comparison.decided import Decisions, decided
from archive.comparison.pairings import compared
from archive.comparison.passages import Comparison, Fate, Passage
from archive.parsing.parsed import ParagraphKind

STATES = "Calls upon all States to protect defenders against threats and reprisals"
REPORT = "Requests the Special Rapporteur to report annually on her work to the Assembly"
OTHER = "Welcomes the adoption of national laws in several countries of the region"


def texts(before: Sequence[str], after: Sequence[str]) -> Comparison:
    """What comparing finds between two texts."""
    return compared(
        *([_passage(at, one) for at, one in enumerate(side)] for side in (before, after))
    )


def _passage(at: int, text: str) -> Passage:
    return Passage(anchor=f"op{at + 1}", kind=ParagraphKind.OPERATIVE, text=text)


def told(found: Comparison) -> list[tuple[str, str, str]]:
    """Each pairing by its fate and anchors."""
    return [
        (
            one.fate.value,
            " ".join(passage.anchor for passage in one.before),
            " ".join(passage.anchor for passage in one.after),
        )
        for one in found.pairings
    ]


def test_what_agrees_with_the_comparison_changes_nothing() -> None:
    found = texts([STATES, REPORT], [STATES, REPORT])
    decisions = Decisions(
        confirmed=frozenset({("op1", "op1")}), denied=frozenset({("op1", "op2"), ("op9", "op1")})
    )
    assert decided(found, decisions) is found


def test_a_pair_that_is_denied_is_dropped_and_new() -> None:
    found = decided(texts([STATES], [STATES]), Decisions(denied=frozenset({("op1", "op1")})))
    assert told(found) == [("dropped", "op1", ""), ("new", "", "op1")]
    assert [one.likeness for one in found.pairings] == [0, 0]


def test_a_pair_that_is_confirmed_takes_both_from_what_they_were_paired_with() -> None:
    decisions = Decisions(confirmed=frozenset({("op1", "op2")}))
    found = decided(texts([STATES, OTHER], [STATES, "Calls upon all States to report"]), decisions)
    assert told(found) == [("new", "", "op1"), ("reworded", "op1", "op2"), ("dropped", "op2", "")]
    [pair] = [one for one in found.pairings if one.fate is Fate.REWORDED]
    assert pair.likeness == 2 * 5 / (11 + 6)


def test_a_pair_that_is_confirmed_and_differs_in_case_alone_is_not_wholly_alike() -> None:
    decisions = Decisions(confirmed=frozenset({("op1", "op2")}))
    found = decided(texts([OTHER], [OTHER, OTHER.upper()]), decisions)
    [pair] = [one for one in found.pairings if one.fate is Fate.REWORDED]
    assert pair.likeness < 1


def test_several_that_are_confirmed_with_one_were_merged_or_split() -> None:
    pairs = frozenset({("op1", "op1"), ("op2", "op1")})
    found = decided(texts([STATES, OTHER], [REPORT]), Decisions(confirmed=pairs))
    assert told(found) == [("merged", "op1 op2", "op1")]
    pairs = frozenset({("op1", "op1"), ("op1", "op2")})
    found = decided(texts([STATES], [REPORT, OTHER]), Decisions(confirmed=pairs))
    assert told(found) == [("split", "op1", "op1 op2")]


def test_one_part_that_is_denied_leaves_the_others_as_like_as_their_words_are() -> None:
    found = texts([STATES, REPORT], [f"{STATES} and {REPORT}"])
    assert told(found) == [("merged", "op1 op2", "op1")]
    left = decided(found, Decisions(denied=frozenset({("op2", "op1")})))
    assert told(left) == [("reworded", "op1", "op1"), ("dropped", "op2", "")]
    assert [one.likeness for one in left.pairings] == [2 * 11 / (11 + 25), 0]


def test_a_part_that_is_confirmed_takes_no_other_part_away() -> None:
    found = texts([STATES, REPORT, OTHER], [f"{STATES} and {REPORT}", OTHER])
    pairs = frozenset({("op1", "op1")})
    left = decided(found, Decisions(confirmed=pairs, denied=frozenset({("op3", "op2")})))
    assert told(left)[0] == ("merged", "op1 op2", "op1")


def test_what_people_paired_across_the_order_has_moved() -> None:
    decisions = Decisions(confirmed=frozenset({("op1", "op2"), ("op2", "op1")}))
    found = decided(texts([STATES, REPORT], [STATES, REPORT]), decisions)
    assert sorted(one.is_moved for one in found.pairings) == [False, True]
