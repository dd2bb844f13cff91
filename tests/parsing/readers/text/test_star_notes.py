"""Notes that asterisks mark are told in every layout."""

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read
from tests.parsing.printed import texts_of

TEXT = """76/900. Lamps of all lighthouses{title}

The General Assembly,

Recalling the lamps of all the lighthouses of the coasts* of
the north and of the south,

1. Decides to remain seized of the matter of its lamps and
of its wicks, as they were.

{notes}
"""


def parsed(*notes: str, title: str = "") -> ParsedResolution:
    """The parse of a text with these lines below it, every character accounted for."""
    reading = read(TEXT.format(title=title, notes="\n".join(notes)).encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def notes_of(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


def test_an_asterisk_marks_the_note_that_begins_with_it() -> None:
    found = parsed("* Reissued for technical reasons on", "5 January 2022.", "And more.")
    assert notes_of(found) == [("*", "Reissued for technical reasons on 5 January 2022.", "pp1")]
    assert [marker.offset for marker in found.paragraphs[0].markers] == [56]
    assert texts_of(found)["pp1"].endswith("of the coasts of the north and of the south,")


def test_an_asterisk_alone_on_its_line_stands_before_its_note() -> None:
    assert notes_of(parsed("*", "", "Reissued.")) == [("*", "Reissued.", "pp1")]


def test_a_note_that_has_not_ended_ends_at_a_blank_line() -> None:
    found = parsed("* Reissued for reasons", "", "The annex follows.")
    assert notes_of(found) == [("*", "Reissued for reasons", "pp1")]


def test_each_number_of_asterisks_is_a_note_of_its_own() -> None:
    found = parsed("* Reissued.", "** Corrected.", title="**")
    assert found.masthead.title == "Lamps of all lighthouses"
    assert [(number, words) for number, words, _ in notes_of(found)] == [
        ("*", "Reissued."),
        ("**", "Corrected."),
    ]


def test_asterisks_that_no_words_have_begin_no_note() -> None:
    assert notes_of(parsed("** Reissued.")) == []
