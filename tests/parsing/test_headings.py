"""A heading is told by its place and its form, and no sentence is one."""

from archive.parsing.blocks import Role
from archive.parsing.footnotes import MarkedText
from archive.parsing.headings import headings_of

LONG = "Implementation of the " + "agreement on the measures and " * 6 + "their results"


def _headings(*texts: str) -> list[str]:
    marked = [MarkedText(text, "line 1") for text in texts]
    return [texts[index] for index in sorted(headings_of(marked))]


def test_a_short_line_is_a_heading_and_a_sentence_or_a_line_in_small_letters_is_none() -> None:
    assert _headings("Scope", "It acts;", "and acts", "It is “so”") == ["Scope"]


def test_a_line_that_opens_a_preamble_is_no_heading_before_the_first_number() -> None:
    lines = ("Noting the report", "1. Decides to act.", "Strengthening the organ")
    assert _headings(*lines) == ["Strengthening the organ"]
    again = (*lines, "The General Assembly,", "Noting the letter")
    assert _headings(*again) == ["Strengthening the organ"]


def test_a_line_that_ends_in_a_stop_and_a_note_s_number_is_no_heading() -> None:
    assert _headings("The letters before it, 7", "The agenda of 2030") == ["The agenda of 2030"]


def test_a_title_below_a_letter_or_an_annex_may_be_long() -> None:
    assert _headings("B", LONG, "The General Assembly,", "Noting it,")[:2] == ["B", LONG]
    assert _headings("Annex", LONG, "The States agree:") == ["Annex", LONG]
    assert _headings(LONG, "The States agree:") == []


def test_a_title_ends_at_the_first_sentence_or_label() -> None:
    assert _headings("B", LONG, "It is so,", "The General Assembly,") == ["B", LONG]
    assert _headings("Annex", "1. " + LONG) == ["Annex"]
    assert _headings("II", *[LONG] * 6) == ["II", LONG]


def test_the_format_s_word_decides_where_it_says_what_a_text_is() -> None:
    heading = MarkedText("Recalling it,", "line 1", role=Role.HEADING)
    words = MarkedText("Scope", "line 2", role=Role.OPERATIVE)
    assert headings_of([heading, words]) == {0}


def test_a_table_and_a_text_with_a_label_apart_are_no_headings() -> None:
    table = MarkedText("Scope", "line 1", rows=(((0, 5),),))
    assert headings_of([table, MarkedText("Scope", "line 2", label="(a)")]) == frozenset()


def test_a_long_line_that_is_no_sentence_heads_the_numbers_below_it() -> None:
    assert _headings(LONG, "1. Decides to act.") == [LONG]
    assert _headings(LONG, "Decides to act.") == []
    assert _headings(f"{LONG};", "1. Decides to act.") == []
    assert _headings(f"Recalling the {LONG}", "1. Decides to act.") == []
    assert _headings(LONG.replace("Imp", "imp"), "1. Decides to act.") == []
