"""Notes by Roman numbers and letters, as word processors save them, and raised figures of words."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

FRONT = "<p>The General Assembly,</p><p>Recalling its resolutions on the lamps of lighthouses,</p>"

Marks = list[tuple[str, int]]

OFFICE = (
    "<p>1. Keeps the lamps<a class=sdendnoteanc name=sdendnote1anc href='#sdendnote1sym'>"
    "<sup>i</sup></a> and wicks,<a class=sdendnoteanc name=sdendnote2anc href='#sdendnote2sym'>"
    "<sup>ii</sup></a></p>"
    "<div id=sdendnote1><p class=sdendnote><a class=sdendnotesym name=sdendnote1sym"
    " href='#sdendnote1anc'>i</a>See A/44/12.</p></div>"
    "<div id=sdendnote2><p class=sdendnote><a class=sdendnotesym name=sdendnote2sym"
    " href='#sdendnote2anc'>ii</a>Resolution 217 A (III).</p></div>"
)
BRACKETED = (
    "<p>1. Keeps the lamps<a href='#_edn1' name=_ednref1><span class=MsoEndnoteReference>[i]</span>"
    "</a> and wicks,<a href='#_edn2' name=_ednref2><span class=MsoEndnoteReference>[ii]</span></a>"
    "<div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a href='#_ednref1'"
    " name=_edn1><span class=MsoEndnoteReference>[i]</span></a> See A/44/12.</div>"
    "<div style='mso-element:endnote' id=edn2><p class=MsoEndnoteText><a href='#_ednref2'"
    " name=_edn2><span class=MsoEndnoteReference>[ii]</span></a> Resolution 217 A (III).</div>"
)
RAISED = (
    "<p>1. Keeps the lamps<sup>i</sup> and wicks,<sup>ii</sup></p>"
    "<p><sup>i</sup> See A/44/12.</p><p><sup>ii</sup> Resolution 217 A (III).</p>"
)
LINKED = (
    "<p>1. Keeps the lamps<a href='#one'>i</a> and wicks,<a href='#two'>ii</a></p>"
    "<p id=one>i. See A/44/12.</p><p id=two>ii. Resolution 217 A (III).</p>"
)


def parsed(body: str) -> ParsedResolution:
    """The parse of a page, every character of which must be accounted for."""
    reading = read(f"<html><body>{FRONT}{body}</body></html>".encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def marked(found: ParsedResolution) -> tuple[str, Marks]:
    first = next(one for one in found.paragraphs if one.id == "op1")
    return first.text, [(mark.number, mark.offset) for mark in first.markers]


def codes(found: ParsedResolution) -> list[str]:
    return [warning.code for warning in found.warnings]


@pytest.mark.parametrize("body", [OFFICE, BRACKETED, RAISED, LINKED])
def test_endnotes_in_roman_numbers_are_tied_to_their_marks(body: str) -> None:
    found = parsed(body)
    assert marked(found) == ("Keeps the lamps and wicks,", [("i", 15), ("ii", 26)])
    assert [(note.number, note.text, note.marked_in) for note in found.footnotes] == [
        ("i", "See A/44/12.", "op1"),
        ("ii", "Resolution 217 A (III).", "op1"),
    ]
    assert [one.source for one in found.citations] == ["fni", "fnii"]


def test_a_raised_letter_marks_the_note_of_that_letter() -> None:
    found = parsed("<p>1. Keeps the lamps<sup>a</sup> lit.</p><p><sup>a</sup> See A/44/12.</p>")
    assert marked(found) == ("Keeps the lamps lit.", [("a", 15)])
    assert [(note.number, note.marked_in) for note in found.footnotes] == [("a", "op1")]


def test_a_raised_letter_without_a_note_is_a_letter_of_the_words() -> None:
    body = (
        "<p>1. Keeps lamps n<sup>o</sup> 3<sup>1</sup> and the 2<sup>e</sup>, lit.</p>"
        "<p><sup>1</sup> See A/44/12.</p>"
    )
    assert marked(parsed(body)) == ("Keeps lamps no 3 and the 2e, lit.", [("1", 16)])


def test_a_line_that_begins_with_a_raised_letter_marked_nowhere_above_is_no_note() -> None:
    found = parsed(
        "<p>1. Keeps the lamps<sup>1</sup>.</p><p><sup>b</sup> See.</p><p><sup>1</sup> A."
    )
    assert [note.number for note in found.footnotes] == ["1"]


def test_a_word_that_goes_on_with_a_note_is_no_number_of_another() -> None:
    body = (
        "<p>1. Keeps lamps<sup>1</sup>.</p><div class=footnotes><div id=fn1><p><sup>1</sup> See</p>"
        "<p>a report on lamps.</p></div></div>"
    )
    assert [(note.number, note.text) for note in parsed(body).footnotes] == [
        ("1", "See a report on lamps.")
    ]


def test_a_link_to_a_note_that_the_page_lacks_is_still_a_mark() -> None:
    found = parsed("<p>1. Keeps the lamps<a href='#_edn3'>iii</a> lit.</p>")
    assert marked(found) == ("Keeps the lamps lit.", [("iii", 15)])
    assert codes(found).count("marker_without_note") == 1


def test_a_power_of_ten_is_a_number_where_no_note_has_it() -> None:
    body = "<p>1. Keeps 10<sup>6</sup> lamps<sup>1</sup> lit.</p><p><sup>1</sup> See A/44/12.</p>"
    found = parsed(body)
    assert marked(found) == ("Keeps 106 lamps lit.", [("1", 15)])
    assert "marker_without_note" not in codes(found)


def test_a_number_raised_behind_a_ten_marks_the_note_of_that_number() -> None:
    body = "<p>1. Keeps article 10<sup>1</sup> in force.</p><p><sup>1</sup> See A/44/12.</p>"
    assert marked(parsed(body)) == ("Keeps article 10 in force.", [("1", 16)])


def test_a_number_raised_behind_a_year_is_a_mark_though_its_note_is_missing() -> None:
    found = parsed("<p>1. Keeps the lamps of 2010<sup>6</sup>.</p>")
    assert marked(found) == ("Keeps the lamps of 2010.", [("6", 23)])
    assert "marker_without_note" in codes(found)


def test_a_number_raised_apart_from_a_ten_is_no_power_of_it() -> None:
    found = parsed("<p>1. Keeps lamps on all of article 10 <sup>6</sup> from now on.</p>")
    assert marked(found) == ("Keeps lamps on all of article 10 from now on.", [("6", 32)])


def test_a_raised_letter_of_a_word_parts_it_from_nothing() -> None:
    body = (
        "<p>1. Keeps lamps M<sup>c</sup>Neil made<sup>1</sup>.</p><p><sup>1</sup> See A/44/12.</p>"
    )
    assert marked(parsed(body)) == ("Keeps lamps McNeil made.", [("1", 23)])


def test_a_word_that_clings_to_a_linked_roman_number_is_a_word_of_its_own() -> None:
    body = (
        "<p>1. Keeps the lamps<a href='#_edn1'>i</a>and wicks.</p>"
        "<p id=_edn1><a href='#_ednref1'>i</a> See A/44/12.</p>"
    )
    assert marked(parsed(body)) == ("Keeps the lamps and wicks.", [("i", 15)])
