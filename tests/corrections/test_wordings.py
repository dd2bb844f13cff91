"""Words a text may have, and where places go when words change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.corrections import wordings
from archive.corrections.places import Span
from archive.corrections.values import Action, CorrectionError
from archive.corrections.wordings import Shift, checked_words

_WORDS = st.lists(st.sampled_from(["act", "of", "53/144", "States", "a"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("before", "at", "after", "now"),
    [
        ("Recalling it,", 13, "Recalling it,", 13),
        ("Recalling it,", 13, "Recalling also it,", 18),
        ("of 1998, and it", 7, "of 1999, and it", 7),
        ("of 1998, and it", 8, "of 1998 or 1999, and it", 16),
        ("act", 3, "act now", 3),
        ("act now", 7, "act", 3),
        ("act", 0, "Do act", 3),
        ("one two", 5, "three", 5),
        ("one two", 5, "", 0),
    ],
)
def test_a_place_stays_behind_the_words_it_stood_behind(
    before: str, at: int, after: str, now: int
) -> None:
    assert Shift.between(before, after).place(at) == now


@given(_WORDS, _WORDS)
def test_places_stay_in_order_and_within_the_words(before: str, after: str) -> None:
    shift = Shift.between(before, after)
    places = [shift.place(at) for at in range(len(before) + 1)]
    assert all(0 <= place <= len(after) for place in places)


def test_words_are_found_while_they_stand_and_are_alone_elsewhere() -> None:
    shift = Shift.between("Recalls 53/144 and 60/161", "Notes 60/161 and Recalls")
    assert shift.span(Span("op1", 19, 25)) == Span("op1", 6, 12)
    assert shift.span(Span("op1", 8, 14)) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (None, "The words of op1 are missing; write them, or remove op1"),
        ("  ", "are missing"),
        (7, "are missing"),
        ("a\x1bb", "have control characters"),
        ("a\ud800b", "have control characters"),
    ],
)
def test_what_are_no_words_is_refused(words: object, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        checked_words(words, of="op1")


def test_a_paragraph_longer_than_any_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordings, "_LONGEST", 5)
    with pytest.raises(CorrectionError, match="are too many; split them"):
        checked_words("too long", of="op1")


def test_words_have_single_spaces() -> None:
    assert checked_words(" a\n\tb\u00a0c ", of="op1") == "a b c"


def test_an_action_has_a_name_for_people() -> None:
    assert Action.SET_NOTE_NUMBER.label == "Set note number"
