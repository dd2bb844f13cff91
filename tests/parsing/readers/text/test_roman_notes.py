"""Notes of Roman numbers in plain texts: marks and notes keep their numbers."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read
from tests.parsing.readers.text.pages import FRONT, notes_of, texts_of

TEXT = """Recalling its resolution 41/20 of 3 December 1986 i and the reports of all the keepers,
Guided by the Declaration of Lampsii and by the Covenants of the keepers of lighthouses,iii
Noting that lamps are lit in the evening and put out in the morning by all their keepers,
1.

Decides to keep the lamps of all lighthouses under review at each of its sessions.
"""

NOTES = """i

See the reports of the keepers of lighthouses (A/44/12), which all of the Members
have before them.
ii Resolution 41/20, annex.
iii See resolution 42/1.
"""

LONG = "See the reports of the keepers of lighthouses (A/44/12), which all of the Members"
READ = [
    ("i", f"{LONG} have before them.", "pp1"),
    ("ii", "Resolution 41/20, annex.", "pp2"),
    ("iii", "See resolution 42/1.", "pp2"),
]


def parsed(text: str) -> ParsedResolution:
    reading = read(text.encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


@pytest.mark.parametrize("foot", ["\n1/2\n\n\f", "\n"])
def test_roman_endnotes_are_notes_and_part_paragraphs(foot: str) -> None:
    found = parsed(FRONT + TEXT + foot + NOTES)
    texts = texts_of(found)
    assert list(texts) == ["pp1", "pp2", "pp3", "op1"]
    assert texts["pp2"].endswith(
        "Declaration of Lamps and by the Covenants of the keepers of lighthouses,"
    )
    assert notes_of(found) == READ


def test_notes_in_one_paragraph_per_line() -> None:
    text = FRONT + TEXT.replace("1.\n\n", "1. ") + "\n" + NOTES.replace("i\n\n", "i ", 1)
    assert notes_of(parsed(text)) == READ


def test_a_note_that_nothing_marks_leaves_all_as_it_stands() -> None:
    found = parsed(FRONT + TEXT.replace("Lampsii", "Lamps") + "\n1/2\n\n\f" + NOTES)
    assert notes_of(found) == []


def test_an_end_of_a_word_marks_a_note_only_where_no_other_does() -> None:
    found = parsed(FRONT + TEXT.replace("all their", "Hawaii’s torii, their") + "\n" + NOTES)
    assert notes_of(found) == []


def test_bracketed_figures_leave_all_as_it_stands() -> None:
    found = parsed(FRONT + TEXT.replace("all their", "their [1]") + "\n1/2\n\n\f" + NOTES)
    assert notes_of(found) == []


def test_what_follows_a_closed_note_is_no_note_s() -> None:
    text = FRONT + TEXT + "\n1/2\n\n\f" + NOTES + "\n3 May 1989\n"
    assert notes_of(parsed(text)) == READ


def test_romans_out_of_order_begin_no_note() -> None:
    text = FRONT + TEXT + "\n1/2\n\n\f" + NOTES + "\nv See this.\n"
    assert notes_of(parsed(text)) == READ


def test_a_long_list_of_lines_is_no_note() -> None:
    text = FRONT + TEXT + "\n1/2\n\n\f" + NOTES[:-2] + "\nand so on" * 50
    assert len(notes_of(parsed(text))[-1][1]) < 400


def test_romans_of_other_notes_stay_among_the_words() -> None:
    found = parsed(FRONT + TEXT.replace("all their", "rule vi of their") + "\n" + NOTES)
    assert "rule vi of" in texts_of(found)["pp3"]
    assert notes_of(found) == READ
