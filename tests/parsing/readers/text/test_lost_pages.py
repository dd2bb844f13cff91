"""Pages whose form feeds are gone are told by what counts them."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read
from tests.parsing.printed import texts_of

ABOVE = """The General Assembly,

Recalling the lamps of all the lighthouses of the coasts1 of
the north and of the south, and noting that every keeper

__________
1 See the report of the keepers of all lamps.
"""
BELOW = """
of them has lit a lamp2 in each of the nights of the years,

1. Decides to remain seized of the matter of its lamps and
of its wicks, as they were.

__________
2 Ibid.
"""


def parsed(between: str, *, end: str = "", layout: str = "pdftotext") -> ParsedResolution:
    """The parse of two pages with these lines between them, every character accounted for."""
    reading = read((ABOVE + between + BELOW + end).encode())
    assert reading.layout == layout
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def assert_whole(found: ParsedResolution) -> None:
    """Nothing between the pages got into their paragraph or their notes."""
    assert texts_of(found)["pp1"] == (
        "Recalling the lamps of all the lighthouses of the coasts of the north and of the south, "
        "and noting that every keeper of them has lit a lamp in each of the nights of the years,"
    )
    assert [(note.number, note.text, note.marked_in) for note in found.footnotes] == [
        ("1", "See the report of the keepers of all lamps.", "pp1"),
        ("2", "Ibid.", "pp1"),
    ]


@pytest.mark.parametrize(
    ("between", "end"),
    [
        ("\n1/2\n", "\n2/2\n"),
        ("\n1/2          44-12345\n", "\n44-12345          2/2\n"),
        ("\n- 1 -\n", "\n- 2 -\n"),
        ("\nPage 1\n", "\nPage 2\n"),
        ("\nA/RES/76/900\nPage 2\n", ""),
        ("\nPage 2\n", ""),
    ],
)
def test_numbers_that_count_every_page_part_them(between: str, end: str) -> None:
    found = parsed(between, end=end)
    assert_whole(found)


def test_the_symbol_at_the_head_of_page_after_page_parts_them() -> None:
    heads = "\nA/RES/76/900\n"
    found = parsed(heads, end=heads + "53rd plenary meeting\n17 December 2021\n")
    assert found.footnotes[0].text == "See the report of the keepers of all lamps."


@pytest.mark.parametrize(
    ("between", "end"),
    [("\n1/3\n", "\n3/3\n"), ("\nPage 3\n", "\nPage 5\n"), ("\nA/76/900\n", "\nA/76/900\n")],
)
def test_numbers_that_leave_pages_out_tell_of_none(between: str, end: str) -> None:
    parsed(between, end=end, layout="pdf_extraction")


def test_pages_without_heads_and_feet_are_told_by_the_notes_above_their_form_feeds() -> None:
    found = parsed("\f")
    assert [(note.number, note.marked_in) for note in found.footnotes] == [
        ("1", "pp1"),
        ("2", "pp1"),
    ]


def test_a_form_feed_without_anything_of_a_page_parts_none() -> None:
    reading = read(
        b"The General Assembly,\n\nRecalling the lamps of all the lighthouses of\n\fthe coasts,\n"
    )
    assert reading.layout != "pdftotext"


def test_a_page_may_begin_with_a_word_in_capitals_of_the_sentence_before() -> None:
    text = (
        ABOVE.replace("and noting that every keeper", "of all,")
        + "\f"
        + BELOW.replace("of them has", "The keeper has")
    )
    found = parse_reading(read(text.encode()))
    assert texts_of(found)["pp1"].endswith(
        "of all, The keeper has lit a lamp in each of the nights of the years,"
    )


def test_the_residue_of_two_fields_alone_is_left_over() -> None:
    text = ABOVE.replace("__________", "0F1F\n__________") + "\f" + BELOW
    found = parse_reading(read(text.encode()))
    assert "0F1F" in found.leftovers


def test_the_number_of_the_printer_s_job_belongs_to_the_page_above_it() -> None:
    job = "\n21-18059\n030589\n\nA/RES/44/99\n"
    found = parsed("\n1/2\n" + job, end="\n2/2\n\n21-18059\n")
    assert_whole(found)


def test_numbers_alone_count_pages_above_the_symbol() -> None:
    found = parsed("\n1\n\nA/RES/44/99\n", end="\n2\n")
    assert_whole(found)


def test_numbers_alone_above_other_symbols_count_no_pages() -> None:
    found = parsed("\n1\n\nA/44/12\n\n2\n\nA/44/13\n", end="\n3\n", layout="pdf_extraction")
    assert texts_of(found)


def test_a_page_s_number_glued_to_its_last_word_counts_it_too() -> None:
    lines = "all the lamps of the coasts, lit and trimmed in each of the nights of\n" * 5
    above = f"The General Assembly,\n\nRecalling {lines}the years, and all the non1/2\n"
    reading = read(f"{above}\ngovernmental keepers,\n\n1. Decides so.\n\n2/2\n".encode())
    assert reading.layout == "pdftotext"
    assert [mend.mended for mend in reading.mends] == ["non-governmental"]
