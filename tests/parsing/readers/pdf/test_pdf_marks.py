"""Each mark meets the note at the foot of its own page, whatever sign or number it is."""

from collections.abc import Sequence

import pytest

from archive.parsing.blocks import BlockKind
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers.pdf import read
from tests.parsing.printed import codes_of
from tests.parsing.readers.pdf.files import Look, Typesetter

#: Words of a line, and what is raised behind them.
Line = tuple[str, str]
#: What is printed before a note's words, and these.
Note = tuple[str, str]
WORDS = "Recalling the words of the declaration"


def _file(*pages: tuple[Sequence[Line], Sequence[Note]], rule: bool = True) -> bytes:
    """A resolution whose pages hold lines, and notes at their feet."""
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 80, "The General Assembly,")
    for number, (lines, notes) in enumerate(pages):
        if number:
            setter.turn()
        for row, (words, raised) in enumerate(lines):
            setter.at(72, 110 + 20 * row, words)
            setter.at(72 + setter.width_of(words, size=10), 106 + 20 * row, raised, size=6)
        if rule:
            setter.rule(72, 140, 640)
        for row, (printed, words) in enumerate(notes):
            setter.at(72, 660 + 14 * row, f"{printed} {words}", size=8 if rule else 10)
    return setter.data()


def _marks(found: ParsedResolution) -> list[list[tuple[str, str]]]:
    """The marks of each paragraph, each with the word before it."""
    return [
        [(one.number, paragraph.text[: one.offset].rpartition(" ")[2]) for one in paragraph.markers]
        for paragraph in found.paragraphs
    ]


def _notes(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


END = ("1. Decides to go on.", "")


def test_numbers_that_begin_again_on_each_page_run_on_and_meet_the_notes_of_their_page() -> None:
    pages = [
        ([(f"{WORDS} {page},", "1"), (f"Noting {page} of it,", "2"), *end],
         [("1", f"First of {page}."), ("2", f"Second of {page}.")])
        for page, end in (("one", []), ("two", [END]))
    ]  # fmt: skip
    found = parse(_file(*pages))
    assert _marks(found) == [[("1", "one,")], [("2", "it,")], [("3", "two,")], [("4", "it,")], []]
    assert _notes(found) == [
        ("1", "First of one.", "pp1"),
        ("2", "Second of one.", "pp2"),
        ("3", "First of two.", "pp3"),
        ("4", "Second of two.", "pp4"),
    ]
    assert codes_of(found) == ["notes_by_page"]
    mends = [(one.found, one.mended) for one in found.mends]
    assert sorted(mends) == [("1", "3"), ("1", "3"), ("2", "4"), ("2", "4")]


def test_a_mark_without_a_note_on_its_page_is_left_over_where_numbers_begin_again() -> None:
    pages = [
        ([(f"{WORDS} {page},", "1"), *more], [("1", f"First of {page}.")])
        for page, more in (("one", []), ("two", [("Noting it,", "2"), END]))
    ]
    found = parse(_file(*pages))
    assert _marks(found) == [[("1", "one,")], [("2", "two,")], [], []]
    assert found.leftovers == ("2",)
    assert codes_of(found) == ["notes_by_page", "marker_without_note"]


def test_two_notes_of_one_number_on_a_page_are_both_kept_and_the_first_is_marked() -> None:
    notes = [("*", "Star."), ("*", "Another.")]
    found = parse(_file(([(f"{WORDS}* of it,", ""), END], notes)))
    assert _notes(found) == [("*", "Star.", "pp1")]
    assert found.leftovers == ("* Another.",)


@pytest.mark.parametrize("rule", [True, False])
def test_numbers_with_strokes_among_the_words_mark_notes(*, rule: bool) -> None:
    lines = [
        (f"{WORDS}, 1/ and so on,", ""),
        ("Noting rights 2/ and the words of A/C.3/66/ in it,", ""),
        END,
    ]
    found = parse(_file((lines, [("1/", "See one."), ("2/", "See two.")]), rule=rule))
    assert _marks(found) == [[("1", "declaration,")], [("2", "rights")], []]
    assert [paragraph.text for paragraph in found.paragraphs[:2]] == [
        f"{WORDS}, and so on,",
        "Noting rights and the words of A/C.3/66/ in it,",
    ]
    assert _notes(found) == [("1", "See one.", "pp1"), ("2", "See two.", "pp2")]
    assert codes_of(found) == []
    assert found.leftovers.count("/") == 4


def test_a_mark_at_the_start_of_a_line_stands_behind_the_word_above() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 80, "The General Assembly,")
    setter.at(96, 110, "Recalling the words of the declaration of rights")
    setter.at(72, 122, "1/ and of all that came of it in the years behind,")
    setter.at(96, 140, "1. Decides to go on.")
    setter.at(72, 700, "1/ See one.")
    found = parse(setter.data())
    assert _marks(found) == [[("1", "rights")], []]
    assert found.paragraphs[0].text.endswith(
        "of rights and of all that came of it in the years behind,"
    )


def test_a_line_that_is_nothing_but_a_mark_adds_no_words() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 80, "The General Assembly,")
    setter.at(96, 110, "Recalling the words of the declaration of rights")
    setter.at(72, 122, "1/")
    setter.at(72, 134, "and of all that came of it in the years behind,")
    setter.at(96, 152, "1. Decides to go on.")
    setter.at(72, 700, "1/ See one.")
    found = parse(setter.data())
    assert _marks(found) == [[("1", "rights")], []]
    assert "of rights and of all" in found.paragraphs[0].text


def test_a_number_with_a_stroke_that_begins_no_note_is_text() -> None:
    lines = [(f"{WORDS}, 1/ and so on,", ""), END]
    found = parse(_file((lines, [("4/", "See four.")]), rule=False))
    assert found.footnotes == ()
    assert "1/ and" in found.paragraphs[0].text


@pytest.mark.parametrize("sign", ["*", "**", "†", "*/"])
@pytest.mark.parametrize("raised", [True, False])
def test_a_starred_note_belongs_to_the_sign_in_the_text(sign: str, *, raised: bool) -> None:
    first = (f"{WORDS},", sign) if raised else (f"{WORDS}{sign} of it,", "")
    found = parse(_file(([first, END], [(sign, "Starred.")])))
    number = sign.rstrip("/")
    assert _marks(found) == [[(number, "declaration," if raised else "declaration")], []]
    assert _notes(found) == [(number, "Starred.", "pp1")]
    assert codes_of(found) == []


def test_stars_that_begin_again_on_another_page_grow() -> None:
    pages = [
        ([(f"{WORDS}* {page},", ""), *end], [("*", f"Starred {page}.")])
        for page, end in (("one", []), ("two", [END]))
    ]
    found = parse(_file(*pages))
    assert _notes(found) == [("*", "Starred one.", "pp1"), ("**", "Starred two.", "pp2")]
    assert codes_of(found) == ["notes_by_page"]


def test_a_starred_note_that_the_text_does_not_mark_is_furniture() -> None:
    reading = read(_file(([(f"{WORDS},", ""), END], [("*", "Reissued for technical reasons.")])))
    furniture = [block.text for block in reading.blocks if block.kind is BlockKind.FURNITURE]
    assert furniture == ["* Reissued for technical reasons."]


def test_a_star_of_another_page_or_within_a_word_is_no_mark() -> None:
    pages = [
        ([(f"{WORDS}* of it,", ""), ("Noting a*b of it,", "")], []),
        ([(f"{WORDS}* again,", ""), END], [("*", "Starred.")]),
    ]
    found = parse(_file(*pages))
    assert _marks(found) == [[], [], [("*", "declaration")], []]
    assert found.paragraphs[0].text == f"{WORDS}* of it,"


def test_raised_numbers_and_signs_of_one_line_stand_in_order() -> None:
    lines = [(f"{WORDS}* of rights,", "1"), END]
    found = parse(_file((lines, [("*", "Starred."), ("1", "One.")])))
    assert _marks(found) == [[("*", "declaration"), ("1", "rights,")], []]
