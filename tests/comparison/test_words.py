"""Changes of words: whole words, both texts exactly, and never without end."""

import time
from collections.abc import Iterable
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparison import words
from archive.comparison.words import Change, ChangeKind, change_spans, word_changes

KEPT, DELETED, INSERTED = ChangeKind.KEPT, ChangeKind.DELETED, ChangeKind.INSERTED
_WORDS = st.lists(
    st.sampled_from(["the", "States", "act", "53/144", ",", "“we”", "Côte", "d’Ivoire", "\n", "𝄞"])
).map(" ".join)
_TEXTS = st.one_of(_WORDS, st.text(max_size=40))


def _told(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in word_changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", []),
        ("Recalling it,", "Recalling it,", [("kept", "Recalling it,")]),
        ("", "Noting it,", [("inserted", "Noting it,")]),
        ("Noting it,", "", [("deleted", "Noting it,")]),
        (
            "Recalling the act,",
            "Recalling the acts,",
            [("kept", "Recalling the "), ("deleted", "act"), ("inserted", "acts"), ("kept", ",")],
        ),
        (
            "We keep the old rule here.",
            "We keep a new law here.",
            [
                ("kept", "We keep "),
                ("deleted", "the old rule"),
                ("inserted", "a new law"),
                ("kept", " here."),
            ],
        ),
        (
            "Emphasizes the importance of justice, and urges States to address the question;",
            "Also urges States to address the question of attacks;",
            [
                ("deleted", "Emphasizes the importance of justice, and"),
                ("inserted", "Also"),
                ("kept", " urges States to address the question"),
                ("inserted", " of attacks"),
                ("kept", ";"),
            ],
        ),
        (
            "the rights of women and the duties of men",
            "the needs of children and the fears of parents",
            [
                ("kept", "the "),
                ("deleted", "rights of women and the duties of men"),
                ("inserted", "needs of children and the fears of parents"),
            ],
        ),
        (
            "rights of all women or men",
            "rights of women and men",
            [
                ("kept", "rights of "),
                ("deleted", "all "),
                ("kept", "women "),
                ("deleted", "or"),
                ("inserted", "and"),
                ("kept", " men"),
            ],
        ),
        (
            "to act  at once and everywhere",
            "to act at once and everywhere",
            [
                ("kept", "to act"),
                ("deleted", "  "),
                ("inserted", " "),
                ("kept", "at once and everywhere"),
            ],
        ),
        (
            "of 9 December 1998",
            "of 10 December 1998",
            [("kept", "of "), ("deleted", "9"), ("inserted", "10"), ("kept", " December 1998")],
        ),
    ],
)
def test_a_reader_sees_whole_words(before: str, after: str, told: list[tuple[str, str]]) -> None:
    assert _told(before, after) == told


@given(_TEXTS, _TEXTS)
def test_joined_the_stretches_are_both_texts(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert "".join(one.text for one in changes if one.kind is not INSERTED) == before
    assert "".join(one.text for one in changes if one.kind is not DELETED) == after
    assert all(one.text for one in changes)
    assert all(one.kind is not two.kind for one, two in pairwise(changes))


def _undirected(changes: Iterable[Change]) -> list[tuple[str, frozenset[str]]]:
    """Stretches between those that are kept, whichever text they are of."""
    return [
        ("kept" if is_kept else "other", frozenset(one.text for one in group))
        for is_kept, group in groupby(changes, key=lambda one: one.kind is KEPT)
    ]


@given(_TEXTS, _TEXTS)
def test_the_same_words_are_kept_whichever_text_is_called_the_older(
    before: str, after: str
) -> None:
    assert _undirected(word_changes(before, after)) == _undirected(word_changes(after, before))


def test_the_search_goes_from_the_side_from_which_more_is_kept() -> None:
    before = "its promotion and implementation,"
    after = "its implementation, and that promoting respect for the activities is essential,"
    kept = [one.text for one in word_changes(before, after) if one.kind is KEPT]
    assert "implementation" in " ".join(kept)


@given(_TEXTS, _TEXTS)
def test_no_word_is_cut_and_deleted_words_come_before_those_in_their_place(
    before: str, after: str
) -> None:
    changes = word_changes(before, after)
    for one, two in pairwise(changes):
        assert (one.kind, two.kind) != (INSERTED, DELETED)
    for text, other in ((before, INSERTED), (after, DELETED)):
        kept = [one.text for one in changes if one.kind is not other]
        for end, start in pairwise(kept):
            assert not (words._TOKEN.fullmatch(end[-1] + start[0]) and end[-1].isalnum())
        assert "".join(kept) == text


@given(_TEXTS, _TEXTS)
def test_spans_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    at = other = 0
    for start, end, other_start, other_end in change_spans(word_changes(before, after)):
        assert (start, other_start) == (at, other)
        at, other = end, other_end
    assert (at, other) == (len(before), len(after))


def test_texts_of_a_million_characters_are_compared_in_seconds() -> None:
    before = " ".join(f"word{n % 50_000} {n % 7}" for n in range(110_000))
    after = before.replace("word77 0", "changed 0").replace("word4999 ", "") + " more"
    started = time.perf_counter()
    changes = word_changes(before, after)
    assert time.perf_counter() - started < 10
    assert Change(DELETED, "word77") in changes
    assert "".join(one.text for one in changes if one.kind is not DELETED) == after


def test_long_texts_are_cut_where_both_have_a_word_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_MOST_PAIRS", 30)
    before = "x a b a one two three four a b a five six seven eight c c c"
    after = "y a b one two three four a a a five six seven eight c d c"
    changes = word_changes(before, after)
    kept = [one.text.strip() for one in changes if one.kind is KEPT]
    assert any("one two three" in text for text in kept)
    assert any("five six seven" in text for text in kept)
    assert "".join(one.text for one in changes if one.kind is not INSERTED) == before


def test_what_shares_nothing_and_is_too_long_is_told_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(words, "_MOST_PAIRS", 30)
    told = _told("a a c a c a c a a", "a a b d b d b b a")
    assert told == [
        ("kept", "a a "),
        ("deleted", "c a c a c a"),
        ("inserted", "b d b d b b"),
        ("kept", " a"),
    ]
