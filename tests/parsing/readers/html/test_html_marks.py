"""Numbers of notes as pages print them: strokes and brackets around the link, raised by style."""

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read
from archive.parsing.readers.html.notes import notes_in
from archive.parsing.readers.html.page import Page

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


def test_a_line_may_have_a_mark_and_a_link_to_a_paragraph() -> None:
    body = (
        "<p>1. Keeps <a href='#p'>1</a> lamp<sup>1</sup> and <a href='#p'>2</a> wicks.</p>"
        "<p><sup>1</sup> See A/44/12.</p>"
    )
    assert marked(body) == ("Keeps 1 lamp and 2 wicks.", [("1", 12)])


def test_a_mark_moves_along_with_linked_words_that_a_space_parts() -> None:
    body = (
        "<p>1. Keeps lamps<a href='#top'> and oil<sup>1</sup>, kept</a>.</p>"
        "<p><sup>1</sup> See A/44/12.</p>"
    )
    assert marked(body) == ("Keeps lamps and oil, kept.", [("1", 19)])


def test_a_linked_number_alone_in_a_cell_marks_the_words_beside_it() -> None:
    body = (
        "<table><tr><td><a href='#_ftn1'>1</a></td><td>1. Keeps all lamps and wicks.</td></table>"
        "<p id='_ftn1'>1 See A/44/12.</p>"
    )
    reading = read(f"<body>{FRONT}{body}</body>".encode())
    block = next(block for block in reading.blocks if block.text.endswith("wicks."))
    assert [(mark.number, mark.offset) for mark in block.marks] == [("1", 0)]


def test_numbers_raised_around_the_text_are_left_over_with_their_words() -> None:
    body = (
        "<main>{}<p>1. Keeps the lamps<sup>1</sup>.</p><p><sup>1</sup> See.</p></main>"
        "<footer>Visitors <sup>7</sup></footer>"
    )
    reading = read(f"<html><body>{body.format(FRONT)}</body></html>".encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    assert "Visitors 7" in found.leftovers


def test_lines_that_say_what_they_are_stand_alone_between_line_breaks() -> None:
    body = (
        "<p>The General Assembly,<br>Recalling its resolutions on lamps<sup>1</sup>,<br>"
        "1. Keeps the lamps.<br>53rd plenary meeting<br>3 May 1989</p><p><sup>1</sup> See.</p>"
    )
    found = parse_reading(read(f"<html><body>{body}</body></html>".encode()))
    assert [one.text for one in found.paragraphs] == [
        "Recalling its resolutions on lamps,",
        "Keeps the lamps.",
    ]
    assert str(found.masthead.adopted_on) == "1989-05-03"


def test_a_page_without_lines_has_no_notes() -> None:
    assert notes_in(Page(lines=(), boxes=(), shown="")) == ([], [])
