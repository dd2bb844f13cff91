"""Numbers of notes as pages print them: strokes and brackets around the link, raised by style."""

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

FRONT = "<p>The General Assembly,</p><p>Recalling its resolutions on the lamps of lighthouses,</p>"


def parsed(body: str) -> ParsedResolution:
    """The parse of a page, every character of which must be accounted for."""
    reading = read(f"<html><body>{FRONT}{body}</body></html>".encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def marked(body: str) -> tuple[str, list[tuple[str, int]]]:
    first = next(one for one in parsed(body).paragraphs if one.id == "op1")
    return first.text, [(mark.number, mark.offset) for mark in first.markers]


NOTES = '<p><a name="fn1">1</a>/ See A/44/12.<p><a name="fn2">2</a>/ See A/44/13.'


def test_a_stroke_behind_a_linked_number_is_printed_with_it() -> None:
    body = '<p>1. Keeps lamps, <a href="#fn1">1</a>/ and the wicks <a href="#fn2">2</a>/.' + NOTES
    assert marked(body) == ("Keeps lamps, and the wicks.", [("1", 12), ("2", 26)])
    assert [note.text for note in parsed(body).footnotes] == ["See A/44/12.", "See A/44/13."]


def test_a_stroke_that_goes_on_is_a_word_s() -> None:
    body = '<p>1. Keeps lamps and <a href="#fn1">1</a>/2 of the wicks.' + NOTES
    assert marked(body) == ("Keeps lamps and /2 of the wicks.", [("1", 15)])


def test_brackets_around_a_linked_number_are_printed_with_it() -> None:
    notes = NOTES.replace("</a>/", "</a>")
    body = '<p>1. Keeps lamps [<a href="#fn1">1</a>] and wicks[<a href="#fn2">2</a>].' + notes
    assert marked(body) == ("Keeps lamps and wicks.", [("1", 11), ("2", 21)])


def test_a_bracket_that_closes_another_is_a_word_s() -> None:
    notes = NOTES.replace("</a>/", "</a>")
    body = '<p>1. Keeps [lamps<a href="#fn1">1</a>] and <a href="#fn2">2</a>] wicks.' + notes
    assert marked(body)[0] == "Keeps [lamps] and] wicks."


def test_a_mark_at_the_start_of_a_line_has_no_bracket_before_it() -> None:
    found = parsed('<p>1. Keeps lamps<sup>1</sup>.<p><a href="#x">7</a>] See.<p><sup>1</sup> See.')
    assert found.footnotes[0].text == "See."


def test_a_note_below_a_line_break_is_one_where_its_number_is_marked_above() -> None:
    raised = '<span style="vertical-align: super">{}</span>'
    lines = [
        f"1. Keeps lamps,{raised.format(1)} and wicks of the year<br>",
        f"{raised.format(2)} and oil.<br><br>{raised.format(1)} See A/44/12.<br>",
        f"{raised.format(2)} See A/44/13.",
    ]
    found = parsed(f"<div>{' '.join(lines)}</div>")
    assert found.paragraphs[-1].text == "Keeps lamps, and wicks of the year and oil."
    assert [(note.number, note.text, note.marked_in) for note in found.footnotes] == [
        ("1", "See A/44/12.", "op1"),
        ("2", "See A/44/13.", "op1"),
    ]
