"""Notes are marked in the order of their numbers, wherever extraction left the marks."""

import pytest

from archive.parsing.blocks import Block, BlockKind, Mark
from archive.parsing.footnotes import (
    MarkedText,
    heaviest_chain,
    marked_outside,
    notes_of,
    place_markers,
)
from archive.parsing.mark_places import Place
from archive.parsing.parsed import Marker
from tests.parsing.printed import codes_of, markers_of, parsed, texts_of, word_text


def _text(words: str, *marks: Mark) -> Block:
    return Block(BlockKind.TEXT, words, "line 1", marks=marks)


def _notes(*numbers: str) -> list[Block]:
    return [Block(BlockKind.NOTE, "See it.", "line 2", number=number) for number in numbers]


def _placed(
    blocks: list[Block], *numbers: str, hidden: bool = True
) -> tuple[list[tuple[str, list[tuple[str, int]]]], list[str]]:
    texts, unused, _ = place_markers(blocks, _notes(*numbers), hidden=hidden)
    return [(t.text, [(m.number, m.offset) for m in t.markers]) for t in texts], unused


GLUED = [
    ("of 24 March 2011,2", "of 24 March 2011,", 17),
    ("Freedoms;2", "Freedoms;", 9),
    ("defenders2 and others", "defenders and others", 9),
    ("Defenders2 and others", "Defenders and others", 9),
    ("Covenant (the Covenant)2 and", "Covenant (the Covenant) and", 23),
    ("the “Declaration”2 and", "the “Declaration” and", 17),
    ("remain seized.2", "remain seized.", 14),
    ("of the States (A/66/1).2", "of the States (A/66/1).", 23),
    ("the 2030 AGENDA2 and", "the 2030 AGENDA and", 15),
    ("Protocol II2 of", "Protocol II of", 11),
    ("Plan,2the Agreement", "Plan, the Agreement", 5),
]


@pytest.mark.parametrize(("printed", "words", "offset"), GLUED)
def test_a_number_glued_to_words_marks_its_note(printed: str, words: str, offset: int) -> None:
    first = _text("Recalling it,1")
    placed, _ = _placed([first, _text(printed)], "1", "2")
    assert placed == [("Recalling it,", [("1", 13)]), (words, [("2", offset)])]


OWN = [
    "Corr.2",
    "No.2 of it",
    "L.2",
    "Add.2",
    "the H2 and",
    "EU2 of",
    "A/RES2 of",
    "A/66/2) of",
    "2 of them",
    "A/66/L2",
    "in 02, of",
    "1.2 million",
    "COVID2000",
    "nuclear02",
    "10,2000",
    "and 2, of",
    "(see p. 2)",
    "x,002",
]


@pytest.mark.parametrize("words", OWN)
def test_a_number_of_its_own_marks_nothing(words: str) -> None:
    assert _placed([_text(words)], "2") == ([(words, [])], [])


def test_numbers_are_not_looked_for_in_words_where_the_format_tells_marks() -> None:
    words = "Recalling defenders2 and,"
    assert _placed([_text(words)], "2", hidden=False) == ([(words, [])], [])


def test_a_mark_the_format_is_certain_of_needs_no_note() -> None:
    block = _text("Recalling it,", Mark(number="7", offset=13, printed="7", certain=True))
    assert _placed([block], hidden=False) == ([("Recalling it,", [("7", 13)])], [])


def test_a_number_that_stood_apart_and_has_no_note_is_handed_back() -> None:
    block = _text(
        "Recalling it,",
        Mark(number="7", offset=13, printed="7"),
        Mark(number="*", offset=13, printed="*"),
    )
    assert _placed([block], "1") == ([("Recalling it,", [])], ["7"])


def test_a_note_may_be_marked_twice() -> None:
    found = parsed(
        word_text(["Recalling the Declaration,1", "Noting the Declaration,1"], notes=["It."])
    )
    assert markers_of(found) == {"pp1": [("1", 26)], "pp2": [("1", 23)]}
    assert found.footnotes[0].marked_in == "pp1"
    assert codes_of(found) == []


def test_plain_numbers_that_run_on_mark_notes_the_file_lost() -> None:
    found = parsed(word_text(["Recalling it,1", "Noting it,2", "Welcoming it,9"]))
    assert markers_of(found) == {"pp1": [("1", 13)], "pp2": [("2", 10)]}
    assert texts_of(found)["pp3"] == "Welcoming it,9"
    assert codes_of(found) == ["marker_without_note", "marker_without_note"]


def test_two_numbers_tied_by_a_comma_are_two_markers() -> None:
    found = parsed(word_text(["Recalling the reports,1,2 and more,"], notes=["A.", "B."]))
    assert [number for number, _ in markers_of(found)["pp1"]][-1] == "2"


def test_notes_are_put_in_the_order_of_their_numbers() -> None:
    assert [note.number for note in notes_of(_notes("10", "9", "1"))] == ["1", "9", "10"]


def test_the_heaviest_rising_chain_wins_over_a_longer_light_one() -> None:
    weights = [(1, 5), (7, 20), (2, 5), (3, 5), (8, 9)]
    places = [
        Place(block=0, start=at, end=at, number=number, weight=weight)
        for at, (number, weight) in enumerate(weights)
    ]
    assert [place.number for place in heaviest_chain(places)] == [1, 7, 8]
    assert heaviest_chain([]) == []


def test_a_text_without_places_is_unchanged() -> None:
    texts, _, _ = place_markers([_text("Recalling it,")], [], hidden=True)
    assert texts == [MarkedText("Recalling it,", "line 1", ())]


def test_a_marker_stands_where_its_number_stood() -> None:
    texts, _, _ = place_markers([_text("one1 two2")], _notes("1", "2"), hidden=True)
    assert texts[0].markers == (Marker(number="1", offset=3), Marker(number="2", offset=7))


def test_a_sign_that_the_format_is_sure_of_marks_its_note_and_moves_no_number() -> None:
    block = Block(
        BlockKind.TEXT,
        "Recalling the report and the annex,",
        "paragraph 1",
        marks=(
            Mark(number="1", offset=20, printed="1", certain=True),
            Mark(number="*", offset=34, printed="*", certain=True),
        ),
    )
    notes = [
        Block(BlockKind.NOTE, "A/66/203.", "note 1", "1"),
        Block(BlockKind.NOTE, "Reissued.", "note *", "*"),
    ]
    texts, unused, doubts = place_markers([block], notes, hidden=False)
    assert [(marker.number, marker.offset) for marker in texts[0].markers] == [("1", 20), ("*", 34)]
    assert [note.number for note in notes_of(notes)] == ["*", "1"]
    assert (unused, doubts) == ([], [])


def test_notes_beyond_the_highest_number_that_is_weighed_are_marked_all_the_same() -> None:
    marks = tuple(
        Mark(number=str(number), offset=9, printed=str(number), certain=True)
        for number in (999, 1000, 1500)
    )
    block = Block(BlockKind.TEXT, "Recalling", "paragraph 1", marks=marks)
    notes = [Block(BlockKind.NOTE, "Ibid.", "note", mark.number) for mark in marks]
    texts, _, _ = place_markers([block], notes, hidden=False)
    assert [marker.number for marker in texts[0].markers] == ["999", "1000", "1500"]


def test_a_mark_at_the_beginning_or_the_end_leaves_no_space_bare() -> None:
    marks = (
        Mark(number="1", offset=0, printed="1", certain=True),
        Mark(number="2", offset=14, printed="2", certain=True),
    )
    block = Block(BlockKind.TEXT, " Recalling it ", "line 1", marks=marks, rows=(((1, 14),),))
    [text], _, _ = place_markers([block], [], hidden=False)
    assert text.text == "Recalling it"
    assert [marker.offset for marker in text.markers] == [0, 12]
    assert text.rows == (((0, 12),),)


@pytest.mark.parametrize("printed", ["the Covenants,1,2 and it,", "the Covenants,1,2,3 and it,"])
def test_a_comma_between_two_marks_belongs_to_neither_the_words_nor_the_marks(printed: str) -> None:
    notes = ["See the first.", "See the second.", "See the third."][: printed.count(",") - 1]
    found = parsed(word_text([f"Recalling {printed}", "Noting it,"], notes=notes))
    assert texts_of(found)["pp1"] == "Recalling the Covenants, and it,"
    assert markers_of(found)["pp1"] == [(str(number + 1), 24) for number in range(len(notes))]
    assert found.leftovers == (",",) * (len(notes) - 1)
    assert codes_of(found) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Adopted at the 375th meeting.1", "1"),
        ("Adopted by 11 votes to none (Fiji)1", "1"),
        ("66/164. Human rights defenders1", "1"),
        ("Adopted on the report of the Committee (A/66/1, para. 8),1", "1"),
    ],
)
def test_a_line_around_the_text_may_mark_a_note(line: str, number: str) -> None:
    (told,) = marked_outside([_text("66/164"), _text(line), _text(line)], {number, "2"})
    assert (told.code, told.where) == ("note_marked_outside", f"fn{number}")
    assert f"“{line}”" in told.message


def test_a_mark_apart_from_a_line_around_the_text_may_be_a_sign() -> None:
    line = _text(
        "Adopted at the 375th meeting.", Mark(number="*", offset=29, printed="*", certain=True)
    )
    assert [told.where for told in marked_outside([line], {"*"})] == ["fn*"]


def test_what_a_mark_of_a_line_around_the_text_stands_at_is_told_in_whole_words() -> None:
    words = "Adopted at the 54th plenary meeting, on the recommendation of the Committee,"
    mark = Mark(number="1", offset=len(words), printed="1", certain=True)
    (told,) = marked_outside([_text(f"{words} by a recorded vote", mark)], {"1"})
    assert told.message == (
        "Note 1 is marked outside the paragraphs, at “… plenary meeting, on the recommendation of "
        "the Committee,”."
    )
    (told,) = marked_outside([_text("x" * 70 + ".1")], {"1"})
    assert f"“… {'x' * 58}.1”" in told.message


def test_a_mark_in_the_midst_of_a_line_around_the_text_is_told() -> None:
    line = "Adopted on the report of the Committee (A/66/1, para. 8),1 by a recorded vote of 5 to 1"
    (told,) = marked_outside([_text(line)], {"1"})
    assert told.message.endswith("of the Committee (A/66/1, para. 8),1”.")


@pytest.mark.parametrize(
    "line",
    [
        "A/C.3/L.1",
        "the report of A/66/Add.1",
        "Agenda item 1",
        "19 December 2011",
        "61",
        "by 11 votes to 1, with 1 abstention",
    ],
)
def test_the_number_of_something_else_marks_no_note_of_a_line_around_the_text(line: str) -> None:
    assert marked_outside([_text(line)], {"1", "11"}) == []


def test_a_note_to_the_statement_of_adoption_is_said_to_be_marked_there() -> None:
    found = parsed(
        word_text(
            ["Recalling the Covenant,1"],
            notes=["See A/66/1.", "One member did not vote."],
            after=["Adopted at the 375th meeting.2"],
        )
    )
    assert [note.marked_in for note in found.footnotes] == ["pp1", None]
    assert [(w.code, w.where) for w in found.warnings] == [("note_marked_outside", "fn2")]


@pytest.mark.parametrize("words", ['the number "1,000" of lamps', "the number '1, or more", '("1'])
def test_a_number_after_a_quotation_mark_that_opens_marks_nothing(words: str) -> None:
    assert _placed([_text(words)], "1")[0] == [(words, [])]


def test_a_number_that_no_unmarked_note_has_marks_none_outside_the_paragraphs() -> None:
    assert marked_outside([_text("Adopted at the 375th meeting.3")], {"1"}) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("Adopted on the report (A/66/1),1 by 5 votes to 2", "Recalling the Rights"),
        ("Adopted on the report (A/66/1),2 by 5 votes to 2", "Recalling the Rights2"),
        ("Adopted on the report (A/66/1) by 5 votes to 2", "Recalling the Rights2"),
    ],
)
def test_the_marks_of_a_text_go_on_from_those_before_it_though_no_note_is_kept(
    statement: str, words: str
) -> None:
    found = parsed(word_text(["Recalling the Rights2 and the Covenants,3"], front=[statement]))
    assert texts_of(found)["pp1"].startswith(f"{words} and")
    assert len(markers_of(found).get("pp1", [])) == (2 if words.endswith("s") else 0)
