"""What is left out of a search is said in few words, with the reason."""

import pytest

from archive.search.language.leavings import Leaving, Why, in_words

SIGN, STOP = Why.SIGN, Why.IN_EVERY_TEXT

SAID = [
    ([], ()),
    ([("&", SIGN)], ("“&”",)),
    ([("&", SIGN), ("–", SIGN), ("&", SIGN)], ("“&” and “–”",)),
    ([("the", STOP)], ("“the” (stands in every text)",)),
    (
        [("the", STOP), ("&", SIGN), ("of", STOP), ("in", STOP)],
        ("“&”", "“the”, “of” and “in” (stand in every text)"),
    ),
    (
        [(word, STOP) for word in "abcdefgh"],
        ("“a”, “b”, “c”, “d”, “e”, “f” and 2 more (stand in every text)",),
    ),
    ([("NUL characters", Why.NO_TEXT_HAS)], ("NUL characters (which no text has)",)),
    ([("x" * 50, Why.TOO_LONG)], (f"“{'x' * 40}…” (too long for a word)",)),
    ([("a\u202eb\x07", SIGN)], ("“ab”",)),
]


@pytest.mark.parametrize(("leavings", "said"), SAID)
def test_what_is_left_out_is_said(leavings: list[tuple[str, Why]], said: tuple[str, ...]) -> None:
    assert in_words(Leaving(*one) for one in leavings) == said


@pytest.mark.parametrize("why", Why)
def test_every_reason_can_be_said_of_one_and_of_several(why: Why) -> None:
    (one,) = in_words([Leaving("x", why)])
    (several,) = in_words([Leaving("x", why), Leaving("y", why)])
    assert "x" in one
    assert "and" in several
