"""Tracked text: accepted it is exactly the newer text, rejected exactly the older one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparison.passages import Comparison, Fate, Pairing, Passage
from archive.comparison.tracked import Line, tracked
from archive.comparison.words import Change, ChangeKind, word_changes
from archive.parsing.parsed import ParagraphKind

KEPT, DELETED, INSERTED = ChangeKind.KEPT, ChangeKind.DELETED, ChangeKind.INSERTED


def text_of(*wordings: str) -> tuple[Passage, ...]:
    """Passages with these wordings, numbered from op. 1."""
    return tuple(
        Passage(anchor=f"op{number}", kind=ParagraphKind.OPERATIVE, text=wording)
        for number, wording in enumerate(wordings, start=1)
    )


def pairing(before: Sequence[Passage], after: Sequence[Passage]) -> Pairing:
    """A pairing of passages, whatever its fate is called."""
    words = [" ".join(one.text for one in side) for side in (before, after)]
    return Pairing(
        fate=Fate.REWORDED,
        before=tuple(before),
        after=tuple(after),
        likeness=0.5,
        changes=word_changes(*words),
    )


def comparison(
    older: Sequence[str], newer: Sequence[str], *pairs: tuple[Sequence[int], Sequence[int]]
) -> Comparison:
    """A comparison in which these places are paired, and all others new or dropped."""
    before, after = text_of(*older), text_of(*newer)
    made = [pairing([before[at] for at in a], [after[to] for to in b]) for a, b in pairs]
    taken = {at for a, _b in pairs for at in a}, {to for _a, b in pairs for to in b}
    made += [pairing([one], []) for at, one in enumerate(before) if at not in taken[0]]
    made += [pairing([], [one]) for to, one in enumerate(after) if to not in taken[1]]
    return Comparison(before=before, after=after, pairings=tuple(made))


def decided(lines: Iterable[Line], *, without: ChangeKind) -> list[str]:
    """The paragraphs that are left once changes are accepted, or rejected: those without a kind."""
    found, open_words = [], ""
    for line in lines:
        open_words += "".join(one.text for one in line.changes if one.kind is not without)
        if line.end is not without:
            found.append(open_words)
            open_words = ""
    assert not open_words, "a document ends with the end of a paragraph"
    return found


def assert_exact(found: Comparison) -> tuple[Line, ...]:
    """That both texts come out of the lines; the lines."""
    lines = tracked(found)
    assert lines[-1].end is KEPT
    assert decided(lines, without=DELETED) == [one.text for one in found.after]
    assert decided(lines, without=INSERTED) == [one.text for one in found.before]
    return lines


def test_what_is_kept_in_its_place_has_no_change() -> None:
    (line,) = assert_exact(comparison(["Urges States"], ["Urges States"], ([0], [0])))
    assert (line.changes, line.end) == ((Change(KEPT, "Urges States"),), KEPT)


def test_a_reworded_paragraph_has_its_changes_in_it() -> None:
    (line,) = assert_exact(comparison(["Urges States"], ["Urges all States"], ([0], [0])))
    assert [one.kind for one in line.changes] == [KEPT, INSERTED, KEPT]


def test_a_moved_paragraph_is_taken_out_where_it_stood_and_put_in_where_it_stands() -> None:
    old, new = ["one", "two", "three"], ["three", "one", "two"]
    lines = assert_exact(comparison(old, new, ([0], [1]), ([1], [2]), ([2], [0])))
    assert [(one.changes[0].kind, one.changes[0].text) for one in lines] == [
        (INSERTED, "three"),
        (KEPT, "one"),
        (KEPT, "two"),
        (DELETED, "three"),
    ]


def test_a_paragraph_that_was_split_has_an_end_put_into_it() -> None:
    whole = "Calls upon States to act and to report"
    lines = assert_exact(
        comparison([whole], ["Calls upon States to act", "and to report"], ([0], [0, 1]))
    )
    assert [(one.before is None, one.end) for one in lines] == [(False, INSERTED), (True, KEPT)]


def test_paragraphs_that_were_merged_have_an_end_taken_out_of_them() -> None:
    lines = assert_exact(
        comparison(["States act", "and report"], ["States act and report"], ([0, 1], [0]))
    )
    assert [(one.after is None, one.end) for one in lines] == [(False, DELETED), (True, KEPT)]


def test_parts_of_a_merger_that_stood_apart_are_taken_out_and_put_in_whole() -> None:
    old, new = ["a b", "between them", "c d"], ["a b c d", "between them"]
    lines = assert_exact(comparison(old, new, ([0, 2], [0]), ([1], [1])))
    assert [one.end for one in lines if one.changes[0].text == "between them"] != []


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (["one"], ["two"]),
        (["one", "two"], ["three"]),
        (["one"], ["two", "three"]),
        (["one", "two", "three"], ["four", "five"]),
        ([], ["one", "two"]),
        (["one", "two"], []),
    ],
)
def test_texts_that_share_nothing(older: list[str], newer: list[str]) -> None:
    lines = tracked(comparison(older, newer))
    assert decided(lines, without=DELETED) == (newer or [""])
    assert decided(lines, without=INSERTED) == (older or [""])


def test_what_comes_behind_all_that_is_kept_brings_the_end_before_it() -> None:
    lines = assert_exact(comparison(["one", "gone"], ["one", "new", "newer"], ([0], [0])))
    assert [one.end for one in lines] == [DELETED, INSERTED, INSERTED, KEPT]


def test_no_line_begins_with_words_put_in_behind_one_that_ends_with_such() -> None:
    """A word processor would reject the end between them too."""
    lines = assert_exact(
        comparison(["one", "two"], ["one more", "now two"], ([0], [0]), ([1], [1]))
    )
    changes = [(one.kind, one.text) for one in lines[1].changes]
    assert changes == [(DELETED, "two"), (INSERTED, "now two")]
    assert _meeting(lines) == []


def test_a_line_put_in_whole_behind_words_put_in_brings_the_end_before_it() -> None:
    older, newer = ["one", "two"], ["one more", "new", "two"]
    lines = assert_exact(comparison(older, newer, ([0], [0]), ([1], [2])))
    assert [one.end for one in lines] == [INSERTED, KEPT, KEPT]
    assert _meeting(lines) == []


def _meeting(lines: Sequence[Line]) -> list[Line]:
    """Lines that begin with words put in behind an end that is kept and such."""
    return [
        line
        for last, line in pairwise(lines)
        if last.end is KEPT
        and [one.kind for one in last.changes[-1:]] == [INSERTED]
        and [one.kind for one in line.changes[:1]] == [INSERTED]
    ]


WORDS = st.lists(st.sampled_from("a b c d".split()), min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(WORDS, min_size=1, max_size=7)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Two texts of which any places are paired: one with one, with several, several with one."""
    older, newer = draw(TEXTS), draw(TEXTS)
    left, right = draw(st.permutations(range(len(older)))), draw(st.permutations(range(len(newer))))
    pairs = []
    for sizes in draw(st.lists(st.sampled_from([(1, 1), (1, 1), (1, 2), (2, 1), (2, 2)]))):
        if not (left and right):
            break
        pairs.append((sorted(left[: sizes[0]]), sorted(right[: sizes[1]])))
        left, right = left[sizes[0] :], right[sizes[1] :]
    return comparison(older, newer, *pairs)


@settings(max_examples=60, deadline=None)
@given(found=comparisons())
def test_both_texts_come_out_exactly_however_they_are_paired(found: Comparison) -> None:
    assert _meeting(assert_exact(found)) == []
