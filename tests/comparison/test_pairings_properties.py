"""Pairings of whatever two texts: none is lost, and neither text is favoured."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparison.chains import rising_chain
from archive.comparison.pairings import compared
from archive.comparison.passages import Comparison, Fate, Pairing, Passage
from archive.comparison.words import ChangeKind
from archive.parsing.parsed import ParagraphKind

MIRRORED = {
    Fate.NEW: Fate.DROPPED,
    Fate.DROPPED: Fate.NEW,
    Fate.SPLIT: Fate.MERGED,
    Fate.MERGED: Fate.SPLIT,
}
#: Texts that each rule is tried with: most where neither is to be favoured.
FEW, MANY = 50, 150
#: How many paragraphs a fate has before and after; "2" is several.
SIDES = {
    Fate.NEW: (0, 1),
    Fate.DROPPED: (1, 0),
    Fate.SPLIT: (1, 2),
    Fate.MERGED: (2, 1),
}
_WORD = st.sampled_from(
    "Recalling Urges States to protect the rights of defenders and combat impunity registration "
    "funding Declaration translate awareness “peace” 53/144 2011 9 December , ; security".split()
)
_STATEMENT = st.lists(_WORD, min_size=3, max_size=12).map(" ".join)
_WORDING = st.one_of(_STATEMENT, st.lists(_WORD, max_size=4).map(" ".join), st.text(max_size=8))
_KIND = st.sampled_from(list(ParagraphKind))


def _passage(at: int, text: str, *, kind: ParagraphKind, is_below: bool) -> Passage:
    opening = text.split(" ", maxsplit=1)[0] if is_below else ""
    parent = f"op{at - 1}" if is_below and at else None
    return Passage(
        anchor=f"op{at}", kind=kind, text=text, opening=opening, form=opening, parent=parent
    )


def _text(drawn: list[tuple[str, ParagraphKind, bool]]) -> tuple[Passage, ...]:
    return tuple(
        _passage(at, text, kind=kind, is_below=is_below)
        for at, (text, kind, is_below) in enumerate(drawn)
    )


_TEXTS = st.lists(st.tuples(_WORDING, _KIND, st.booleans()), max_size=8).map(_text)


@st.composite
def _two_texts(draw: st.DrawFn) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Two texts of the same statements: reordered, joined, cut short, with others between."""
    statements = draw(st.lists(_STATEMENT, min_size=1, max_size=8))
    made = []
    for _ in range(2):
        chosen = draw(st.lists(st.sampled_from(statements), max_size=8))
        joined = draw(st.lists(st.integers(1, 3), min_size=len(chosen), max_size=len(chosen)))
        words = [" and ".join(chosen[at : at + n]) for at, n in enumerate(joined)]
        made.append(_text([(one, ParagraphKind.OPERATIVE, False) for one in words]))
    return made[0], made[1]


_PAIRS = st.one_of(st.tuples(_TEXTS, _TEXTS), _two_texts())


def _mirror(one: Pairing) -> Pairing:
    return replace(
        one,
        fate=MIRRORED.get(one.fate, one.fate),
        before=one.after,
        after=one.before,
        changes=(),
    )


def _without_changes(comparison: Comparison) -> Counter[Pairing]:
    return Counter(replace(one, changes=()) for one in comparison.pairings)


@given(_TEXTS)
@settings(max_examples=FEW)
def test_a_text_is_kept_whole_beside_itself(text: tuple[Passage, ...]) -> None:
    pairings = compared(text, text).pairings
    assert [(one.before, one.after) for one in pairings] == [((one,), (one,)) for one in text]
    assert {(one.fate, one.likeness, one.is_moved) for one in pairings} <= {(Fate.KEPT, 1.0, False)}


@given(_PAIRS)
@settings(max_examples=MANY)
def test_the_other_way_round_all_is_mirrored(
    texts: tuple[tuple[Passage, ...], tuple[Passage, ...]],
) -> None:
    before, after = texts
    there, back = compared(before, after), compared(after, before)
    assert _without_changes(back) == Counter(_mirror(one) for one in there.pairings)


@given(_PAIRS)
@settings(max_examples=FEW)
def test_every_paragraph_is_in_one_pairing_of_the_shape_of_its_fate(
    texts: tuple[tuple[Passage, ...], tuple[Passage, ...]],
) -> None:
    found = compared(*texts)
    for side, text in zip(("before", "after"), texts, strict=True):
        told = [one for pairing in found.pairings for one in getattr(pairing, side)]
        assert Counter(told) == Counter(text)
        for pairing in found.pairings:
            places = [text.index(one) for one in getattr(pairing, side)]
            assert places == sorted(places)
    for one in found.pairings:
        sides = min(len(one.before), 2), min(len(one.after), 2)
        assert sides == SIDES.get(one.fate, (1, 1))
        assert one.is_moved or one.fate is not Fate.MOVED
        assert (0 in sides) == (one.likeness == 0)
        assert (one.likeness == 1) == (one.fate in {Fate.KEPT, Fate.MOVED}) or 2 in sides


@given(_PAIRS)
@settings(max_examples=FEW)
def test_changes_make_the_words_before_those_after(
    texts: tuple[tuple[Passage, ...], tuple[Passage, ...]],
) -> None:
    for one in compared(*texts).pairings:
        sides = (ChangeKind.INSERTED, one.before), (ChangeKind.DELETED, one.after)
        for other, passages in sides:
            words = "".join(change.text for change in one.changes if change.kind is not other)
            assert words == " ".join(passage.text for passage in passages)


@given(_PAIRS)
@settings(max_examples=FEW)
def test_pairings_stand_as_the_newer_text_reads(
    texts: tuple[tuple[Passage, ...], tuple[Passage, ...]],
) -> None:
    before, after = texts
    pairings = compared(before, after).pairings
    places = [after.index(one.after[0]) for one in pairings if one.after]
    assert places == sorted(places)
    for one, two in pairwise(pairings):
        if not two.after and one.before:
            assert before.index(one.before[0]) < before.index(two.before[0])


@given(st.lists(_STATEMENT, min_size=1, max_size=8, unique=True), st.randoms(use_true_random=False))
@settings(max_examples=FEW)
def test_the_same_paragraphs_in_another_order_are_kept_or_moved_as_few_as_can_be(
    statements: list[str], random: object
) -> None:
    numbered = [f"{one} {at}th" for at, one in enumerate(statements)]
    before = _text([(one, ParagraphKind.OPERATIVE, False) for one in numbered])
    after = list(before)
    random.shuffle(after)  # type: ignore[attr-defined]
    pairings = compared(before, after).pairings
    assert {(one.before, one.fate in {Fate.KEPT, Fate.MOVED}) for one in pairings} == {
        ((one,), True) for one in before
    }
    assert all(one.before == one.after for one in pairings)
    stay = rising_chain((before.index(one), at) for at, one in enumerate(after))
    assert sum(one.is_moved for one in pairings) == len(before) - len(stay)
