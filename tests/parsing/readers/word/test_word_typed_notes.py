"""Notes and marks that an author typed by hand are told from other raised figures."""

import pytest

from archive.parsing.blocks import BlockKind, Reading
from archive.parsing.checks import account
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    OPERATIVE,
    definition,
    document,
    level,
    listed,
    listing,
    p,
    raised,
    resolution,
    run,
    styled,
    table,
)

RULE = p("_______________")
CLOSING = p("89th plenary meeting") + p("19 December 2011")
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/></w:style>'
    '<w:style w:type="character" w:styleId="High"><w:name w:val="High"/><w:rPr>'
    '<w:position w:val="6"/></w:rPr></w:style>'
)
MARKED = [
    p("Recalling its resolution 53/144 of 9 December 1998,", raised("1")),
    p("Noting the report", raised("2"), " and the annex,", raised("3")),
]


def reading(after: str, *preamble: str, lists: str = NUMBERING) -> Reading:
    body = resolution(preamble=preamble or MARKED, after=after)
    return read(document(body, numbering=lists, styles=STYLES))


def notes(found: Reading) -> list[tuple[str | None, str]]:
    return [(block.number, block.text) for block in found.blocks if block.kind is BlockKind.NOTE]


def marks(found: Reading) -> list[tuple[str, int]]:
    return [(mark.number, mark.offset) for block in found.blocks for mark in block.marks]


def typed(*words: str) -> str:
    """Notes whose numbers are raised."""
    return "".join(p(raised(str(at)), f" {one}") for at, one in enumerate(words, start=1))


WANTED = [("1", "Resolution 53/144, annex."), ("2", "A/66/203."), ("3", "Ibid., annex.")]
WORDS = [words for _, words in WANTED]
BREAK = "<w:r><w:br/></w:r>"
NUMBERED = list(enumerate(WORDS, start=1))
PLAIN = "".join(p(f"{at} {one}") for at, one in NUMBERED)
PLAINLY = {
    "with raised numbers": typed(*WORDS),
    "with raised figures": "".join(p(f"{'⁰¹²³'[at]} {one}") for at, one in NUMBERED),
    "after a rule": RULE + PLAIN,
    "after the closing lines": CLOSING + PLAIN,
    "in brackets": "".join(p(f"[{at}] {one}") for at, one in NUMBERED),
    "with full stops": CLOSING + "".join(p(f"{at}. {one}") for at, one in NUMBERED),
    "as a list": CLOSING + "".join(listed(one, of=2) for one in WORDS),
    "in the style of notes": "".join(styled("Note", f"{at} {one}") for at, one in NUMBERED),
    "below one another in a paragraph": CLOSING
    + p(*(raised(f"{at}") + run(f" {one}") + BREAK for at, one in NUMBERED)),
}
LISTS = (
    definition(7, level(0, "%1.")) + definition(8, level(0, "%1.", start=9)) + NUMBERING
    + listing(2, 7) + listing(3, 8)
)  # fmt: skip


@pytest.mark.parametrize("way", PLAINLY)
def test_notes_typed_at_the_end_are_notes(way: str) -> None:
    found = reading(PLAINLY[way], lists=LISTS)
    assert notes(found) == WANTED
    assert marks(found) == [("1", 51), ("2", 17), ("3", 32)]
    assert not found.hidden_marks


def test_notes_typed_where_pages_end_part_no_text() -> None:
    first, second = p(raised("1"), " Annex."), p("2 A/66/203.") + p("3 Ibid.")
    body = [MARKED[0], RULE, first, MARKED[1], RULE, second, p("Stressing the need,")]
    found = reading("", *body)
    assert notes(found) == [("1", "Annex."), ("2", "A/66/203."), ("3", "Ibid.")]
    assert found.blocks[-2].text == "Stressing the need,"


def test_a_note_goes_on_until_a_line_that_does_not() -> None:
    after = CLOSING + p("1 See A/66/203") + p("and Add.1.") + p("Printed in Geneva") + p("2 Ibid.")
    found = reading(after)
    assert notes(found) == [("1", "See A/66/203 and Add.1."), ("2", "Ibid.")]


def test_a_paragraph_in_the_style_of_notes_goes_on_with_the_note_above() -> None:
    after = styled("Note", raised("1"), " See one.") + styled("Note", "See two.") + RULE
    assert notes(reading(after)) == [("1", "See one. See two.")]


def test_a_table_ends_a_note() -> None:
    found = reading(CLOSING + p("1 See A/66/203") + table(["a", "b"]) + p("and Add.1."))
    assert notes(found) == [("1", "See A/66/203")]


NO_NOTES = {
    "a date": p("19 December 2011"),
    "a line that begins with a date": p("19 December 2011 (resumed)"),
    "a number that none marks and a full stop": p("9. See A/66/203."),
    "a paragraph of the resolution": p("1. Decides to meet;"),
    "a number too far on": p("1 One.") + p("40 countries."),
    "a listed number that none marks": listed("Something else", of=3),
    "a number without words": p(raised("7")),
}


@pytest.mark.parametrize("way", NO_NOTES)
def test_a_line_that_is_no_note_stays_a_line(way: str) -> None:
    found = reading(CLOSING + NO_NOTES[way], lists=LISTS)
    assert [number for number, _ in notes(found)] in ([], ["1"])
    assert len(notes(found)) == NO_NOTES[way].count("1 One.")


def test_a_raised_number_before_the_text_begins_no_note() -> None:
    body = p(raised("1"), " Protection of defenders") + resolution()
    assert notes(read(document(body, numbering=NUMBERING))) == []


RAISED = {
    "by hand": raised("1"),
    "by a position": run("1", '<w:position w:val="6"/>'),
    "by the style of marks": run("1", '<w:rStyle w:val="Mark"/>'),
    "by a style that raises": run("1", '<w:rStyle w:val="High"/>'),
    "as a figure": run("¹"),
    "with a blank": raised(" 1 "),
}


@pytest.mark.parametrize("way", RAISED)
def test_a_number_that_stands_raised_is_a_mark(way: str) -> None:
    found = reading("", p("Noting the report,", RAISED[way], " and so forth,"))
    assert marks(found) == [("1", 18)]
    assert found.blocks[1].text == "Noting the report, and so forth,"


LOW = {
    "lowered": run("1", '<w:vertAlign w:val="subscript"/>'),
    "raised too little": run("1", '<w:position w:val="1"/>'),
    "lowered by position": run("1", '<w:position w:val="-6"/>'),
    "set in the line again": run("1", '<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>'),
}


@pytest.mark.parametrize("way", LOW)
def test_a_number_that_does_not_stand_raised_is_none(way: str) -> None:
    assert marks(reading("", p("Noting the report,", LOW[way]))) == []


def test_figures_raised_in_several_runs_are_one_number() -> None:
    assert marks(reading("", p("Noting it,", raised("1"), raised("2"), " and"))) == [("12", 10)]


def test_numbers_raised_together_are_marks_of_their_own() -> None:
    found = reading("", p("Noting it,", raised("1, 2"), " and"))
    assert marks(found) == [("1", 10), ("2", 10)]
    assert found.blocks[1].text == "Noting it, and"


WORDS_OF_THE_TEXT = {
    "a unit": p("Noting 5 km", raised("2"), " of land,"),
    "a power": p("Noting 10", raised("9"), " years,"),
    "a number with letters": p("Noting the 2", raised("nd"), " report,"),
    "a number at the start": p(raised("5")),
}


@pytest.mark.parametrize("way", WORDS_OF_THE_TEXT)
def test_a_raised_figure_that_marks_nothing_stays_in_the_words(way: str) -> None:
    found = reading(typed("Annex.", "A/66/203."), WORDS_OF_THE_TEXT[way])
    assert marks(found) == []


def test_a_typed_note_that_no_raised_number_marks_may_be_marked_in_the_words() -> None:
    body = resolution(preamble=["Recalling the report,1 and more,"], after=CLOSING + p("1 Annex."))
    data = document(body, numbering=NUMBERING)
    assert read(data).hidden_marks
    assert parse(data).footnotes[0].marked_in == "pp1"


@pytest.mark.parametrize("way", PLAINLY)
def test_every_character_is_accounted_for_once(way: str) -> None:
    body = resolution(OPERATIVE, preamble=MARKED, after=PLAINLY[way])
    data = document(body, numbering=LISTS, styles=STYLES)
    found = parse(data)
    missing, invented = account(read(data).source_text, found)
    assert (missing.total(), invented.total()) == (0, 0)
    assert [(one.number, one.marked_in) for one in found.footnotes] == [
        ("1", "pp1"),
        ("2", "pp2"),
        ("3", "pp2"),
    ]


OLD = {
    "raised": [p("Recalling the Covenants,", raised("1/"), " and 2/3 of it", raised("2/"), " so,")],
    "in the line": [p("Recalling the Covenants, 1/ and 2/3 of it 2/ so,")],
}


@pytest.mark.parametrize("way", OLD)
def test_marks_and_notes_of_older_decades_end_in_a_stroke(way: str) -> None:
    after = CLOSING + p("1/ Resolution 2200 A (XXI), annex.") + p("2/ A/45/1.")
    found = reading(after, *OLD[way])
    assert notes(found) == [("1", "Resolution 2200 A (XXI), annex."), ("2", "A/45/1.")]
    assert found.blocks[1].text == "Recalling the Covenants, and 2/3 of it so,"
    assert marks(found) == [("1", 24), ("2", 38)]
    assert not found.hidden_marks


def test_every_stroke_of_a_mark_or_a_note_is_accounted_for_once() -> None:
    body = resolution(preamble=OLD["raised"], after=CLOSING + p("1/ Annex.") + p("2/ A/45/1."))
    data = document(body, numbering=NUMBERING)
    missing, invented = account(read(data).source_text, parse(data))
    assert (missing.total(), invented.total()) == (0, 0)


def test_a_number_with_a_stroke_that_no_note_has_is_words() -> None:
    assert marks(reading(CLOSING + p("1/ Annex."), p("Recalling 7/ and 1/2,"))) == []
