"""Pages that hold a text as it was typed, its lines cut by width."""

from archive.parsing.checks import account
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

TYPED = """<HTML><BODY><PRE>
                                              A/RES/44/99

          44/99.  Keeping of lighthouses in the waters of the
                  United Nations

     The General Assembly,

     Recalling its resolutions on the lamps of lighthouses, 1/ and on
the wicks, 2/

     1.   Decides to keep the lighthouses under review.

                              Notes

     1/   See the records of the keepers of all lighthouses, paras.
18.

     2/   1990 Review of the wicks, part I.
</PRE></BODY></HTML>"""


def test_notes_of_a_typed_page_may_begin_with_a_year_and_go_on_with_a_number() -> None:
    reading = read(TYPED.encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    assert [(note.number, note.text, note.marked_in) for note in found.footnotes] == [
        ("1", "See the records of the keepers of all lighthouses, paras. 18.", "pp1"),
        ("2", "1990 Review of the wicks, part I.", "pp1"),
    ]


def test_a_title_of_a_typed_page_goes_on_below_though_its_last_line_is_a_printed_one() -> None:
    title = parse_reading(read(TYPED.encode())).masthead.title
    assert title == "Keeping of lighthouses in the waters of the United Nations"
