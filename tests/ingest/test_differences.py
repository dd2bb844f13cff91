"""How a file differs from the text that is held is said anchor by anchor."""

import pytest

from archive.ingest.differences import difference_between
from archive.models import Text
from archive.parsing.parsed import ParsedResolution
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db


def _held(*wordings: str) -> Text:
    text = make.make_text()
    for wording in wordings:
        make.make_paragraph(text, wording)
    return text


def _given(*wordings: str) -> ParsedResolution:
    paragraphs = tuple(build.paragraph(f"op{n}", one) for n, one in enumerate(wordings, 1))
    return build.parse_of(paragraphs=paragraphs, footnotes=(), citations=())


def _difference(held: Text, given: ParsedResolution) -> str:
    return difference_between(held, given).in_words()


def test_changed_paragraphs_are_counted_and_the_first_is_quoted_from_where_it_changes() -> None:
    held = _held("Calls upon all States to act;", "Decides to wait;", "Ends.")
    given = _given("Calls upon all States to rest;", "Decides to go;", "Ends.")
    assert _difference(held, given) == (
        "2 of 3 paragraphs and notes differ, first op1: held “act;”, in this file “rest;”."
    )


def test_new_and_lost_paragraphs_are_named() -> None:
    assert _difference(_held("One;"), _given("One;", "Two;")) == "Only this file has op2."
    assert _difference(_held("One;", "Two;"), _given("One;")) == "Only the held text has op2."


def test_many_lost_paragraphs_are_counted() -> None:
    held = _held(*(f"Number {n};" for n in range(1, 8)))
    assert _difference(held, _given("Number 1;")) == (
        "Only the held text has op2, op3, op4, op5 and 2 more."
    )


def test_notes_are_compared_too() -> None:
    text = _held("One;")
    make.make_footnote(text.paragraphs.get(), "See A/65/223.")
    assert "1 of 2 paragraphs and notes differ, first op1" in _difference(text, _given("Two;"))
    assert "Only the held text has fn1." in _difference(text, _given("One;"))


def test_long_words_are_cut() -> None:
    assert f"held “{'a' * 60}…”" in _difference(_held("a" * 90), _given("b"))


def test_a_paragraph_that_goes_on_differs_where_it_goes_on() -> None:
    assert "held “act”, in this file “act now”" in _difference(
        _held("To act"), _given("To act now")
    )


def test_the_same_words_are_said_to_be_the_same() -> None:
    difference = difference_between(_held("One;"), _given("One;"))
    assert not difference
    assert difference.in_words() == (
        "Every paragraph and note reads the same; the files differ elsewhere."
    )
