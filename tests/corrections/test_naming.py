"""Messages name places as people do, and quote no more of a paste than tells it from others."""

import pytest

from archive.corrections.naming import begun, named, named_note, quoted


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("op10-a", "op. 10 (a)"),
        ("op5:10-28", "op. 5"),
        ("annex-1-p2", "annex 1, unnumbered para. 2"),
        ("fn2", "note 2"),
        ("start", "the beginning of the text"),
        ("masthead.adopted_on", "the date of adoption"),
        ("masthead", "the masthead"),
        ("file", "the file"),
        ("<b>", "“<b>”"),
    ],
)
def test_a_place_is_named_in_words(where: str, words: str) -> None:
    assert named(where) == words


def test_a_place_at_the_beginning_of_a_sentence_is_written_so() -> None:
    assert (begun("op5"), begun("masthead.title")) == ("Op. 5", "The title")


def test_a_note_is_called_one_whatever_its_name() -> None:
    assert (named_note("fn2"), named_note("pp1")) == ("note 2", "note pp 1")


def test_a_paste_is_shortened_and_set_on_one_line() -> None:
    assert quoted("a\n b") == "“a b”"
    assert quoted("w" * 60) == f"“{'w' * 60}”"
    assert quoted("w" * 59 + " " + "v" * 5_000) == f"“{'w' * 59}…”"
