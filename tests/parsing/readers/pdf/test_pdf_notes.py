"""Notes of a PDF are told by rules, sizes and numbers, their marks by what is raised."""

import pytest

from archive.parsing.blocks import BlockKind, Reading
from archive.parsing.readers.pdf import read
from tests.parsing.readers.pdf.files import Look, Typesetter
from tests.parsing.readers.pdf.pages import BODY, of_kind


def test_a_note_goes_on_below_the_rule_of_the_next_page() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.at(72, 620, "____________", size=8)
    setter.at(72, 632, "1", size=5.5)
    setter.at(76, 635, "A note that speaks of much and goes on where the", size=8)
    setter.turn()
    for line in BODY:
        setter.at(*line)
    setter.at(72, 620, "____________", size=8)
    setter.at(76, 635, "next page has room for it.", size=8)
    notes = of_kind(read(setter.data()), BlockKind.NOTE)
    assert notes == ["A note that speaks of much and goes on where the next page has room for it."]


def _noted(*notes: tuple[str, str], rule: bool = True, size: float = 8) -> Reading:
    """A page with notes, each with its number as printed in front of it."""
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    if rule:
        setter.rule(72, 140, 610)
    for row, (number, words) in enumerate(notes):
        setter.at(72, 630 + 12 * row, f"{number} {words}", size=size)
    return read(setter.data())


def test_notes_with_plain_numbers_are_read_below_a_rule() -> None:
    reading = _noted(("1", "First."), ("2", "Second, see"), ("12 May 1998", "of it."), ("3.", "C."))
    notes = [(block.number, block.text) for block in reading.blocks if block.number]
    assert notes == [("1", "First."), ("2", "Second, see 12 May 1998 of it."), ("3", "C.")]
    assert "." in of_kind(reading, BlockKind.FURNITURE)
    assert reading.hidden_marks


def test_notes_with_strokes_behind_their_numbers_are_read() -> None:
    reading = _noted(("1/", "First."), ("2/", "Second."))
    assert [block.number for block in reading.blocks if block.number] == ["1", "2"]


def test_a_numbered_paragraph_below_a_rule_is_no_note() -> None:
    reading = _noted(("1.", "Decides to go on."), size=10)
    assert not of_kind(reading, BlockKind.NOTE)


def test_a_starred_note_is_kept_and_is_no_note_of_the_text() -> None:
    reading = _noted(("*", "Reissued for technical reasons."))
    assert of_kind(reading, BlockKind.FURNITURE) == ["* Reissued for technical reasons."]


def test_small_lines_at_the_foot_that_nothing_numbers_are_text() -> None:
    reading = _noted(("see", "below."), rule=False)
    assert "see below." in " ".join(of_kind(reading, BlockKind.TEXT))


def test_lines_below_a_rule_that_begin_no_note_are_text() -> None:
    reading = _noted(("see", "below."))
    assert "see below." in " ".join(of_kind(reading, BlockKind.TEXT))


def test_an_underlined_word_parts_no_notes() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 100, "The Title Underlined")
    setter.rule(72, 150, 102)
    setter.at(72, 130, "1 See the words")
    assert not of_kind(read(setter.data()), BlockKind.NOTE)


RAISED = "A long line with words enough to tell what is usual here"


def _raised(*pieces: tuple[str, bool]) -> Reading:
    """A page of one text with raised pieces, above its notes 1 and 2."""
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 88, "The General Assembly,")
    x = 72.0
    for words, is_raised in pieces:
        size = 6.0 if is_raised else 10.0
        setter.at(x, 96 if is_raised else 100, words, size=size)
        x += setter.width_of(words, size=size)
    setter.at(72, 112, RAISED)
    setter.rule(72, 140, 610)
    for number in (1, 2):
        setter.at(72, 628 + 12 * number, str(number), size=5)
        setter.at(76, 631 + 12 * number, "See it.", size=8)
    return read(setter.data())


@pytest.mark.parametrize(
    ("pieces", "words", "marks"),
    [
        ((("Recalling it", False), ("1", True)), "Recalling it", [("1", 12)]),
        ((("Rights", False), ("1, 2", True), (" and", False)), "Rights and", [("1", 6), ("2", 6)]),
        ((("Rights", False), ("1", True), (",", True), (" too", False)), "Rights, too", [("1", 6)]),
        ((("Rights", False), ("1", True), (",", True)), "Rights,", [("1", 6)]),
        ((("Rights", False), ("1/", True), (" too", False)), "Rights too", [("1", 6)]),
        ((("On 5", False), ("th", True), (" May", False)), "On 5th May", []),
        ((("Of 9 km", False), ("3", True), (" wide", False)), "Of 9 km3 wide", []),
        ((("Some 10", False), ("6", True), (" of it", False)), "Some 106 of it", []),
        ((("So", False), ("7", True), (" it goes", False)), "So it goes", [("7", 2)]),
        ((("Rights¹ and", False),), "Rights and", [("1", 6)]),
        ((("See it*", False),), "See it*", []),
    ],
)
def test_raised_numbers_mark_notes_and_other_raised_signs_are_words(
    pieces: tuple[tuple[str, bool], ...], words: str, marks: list[tuple[str, int]]
) -> None:
    reading = _raised(*pieces)
    block = next(block for block in reading.blocks if block.text.startswith(words))
    assert [(mark.number, mark.offset) for mark in block.marks] == marks
    assert all(mark.certain for mark in block.marks)
    kept = "".join(
        block.text + (block.number or "") + "".join(mark.number for mark in block.marks)
        for block in reading.blocks
    )
    assert sorted("".join(kept.split())) == sorted("".join(reading.source_text.split()))


def test_a_page_that_has_nothing_but_notes_adds_no_text() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.turn()
    setter.rule(72, 140, 90)
    setter.at(72, 108, "1", size=5)
    setter.at(76, 111, "See it.", size=8)
    reading = read(setter.data())
    assert of_kind(reading, BlockKind.NOTE) == ["See it."]
    assert len(of_kind(reading, BlockKind.TEXT)) == 1


def test_a_rule_in_pieces_is_one_and_a_rule_at_the_end_has_no_notes() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    for x in range(72, 132, 10):
        setter.rule(x, x + 10, 600)
    setter.at(72, 618, "1", size=5)
    setter.at(76, 621, "See it.", size=8)
    setter.at(280, 660, "____________")
    assert of_kind(read(setter.data()), BlockKind.NOTE) == ["See it. ____________"]
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.at(280, 360, "____________")
    assert not of_kind(read(setter.data()), BlockKind.NOTE)


def test_a_number_printed_over_a_word_marks_its_end() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 80, "The General Assembly,")
    setter.at(72, 100, "Rights are here")
    setter.at(76.5, 96, "1", size=5)
    block = read(setter.data()).blocks[1]
    assert (block.text, [mark.offset for mark in block.marks]) == ("Rights are here", [6])


def test_small_words_far_from_a_line_or_too_many_are_not_raised() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 100, "A line of text")
    setter.at(300, 96, "12", size=6)
    setter.at(72, 200, "Another line of text")
    setter.at(72, 196, "too many small words above it", size=6)
    reading = read(setter.data())
    assert not any(block.marks for block in reading.blocks)
    words = " ".join(block.text for block in reading.blocks)
    assert {"12", "too", "many", "above", "Another"} <= set(words.split())


def _with_romans(*marked: tuple[str, str], raised: bool = True) -> Typesetter:
    """A page of lines, each with what is raised or stands behind its words."""
    setter = Typesetter(Look(job_number=""))
    for row, (words, mark) in enumerate(marked):
        y = 100.0 + 12 * row
        setter.at(72, y, words)
        rise, size = (3.6, 6.0) if raised else (0.0, 10.0)
        setter.at(72 + setter.width_of(words, size=10), y - rise, mark, size=size)
    return setter


def _marked(reading: Reading) -> list[tuple[str, str]]:
    """The words before each mark, and the number of the note."""
    return [
        (block.text[: mark.offset], mark.number) for block in reading.blocks for mark in block.marks
    ]


_MARKED = (("Recalling the Declaration", "i"), ("Recalling the Covenants,", "ii"))


def test_raised_roman_numbers_mark_the_notes_at_the_end_of_the_file() -> None:
    setter = _with_romans(*_MARKED)
    setter.turn()
    for row, words in enumerate(("i See the first", "volume.", "ii Resolution 217 A (III).")):
        setter.at(57, 66 + 12 * row, words)
    reading = read(setter.data())
    assert _marked(reading) == [
        ("Recalling the Declaration", "i"),
        ("Recalling the Declaration Recalling the Covenants,", "ii"),
    ]
    notes = [(block.number, block.text) for block in reading.blocks if block.number]
    assert notes == [("i", "See the first volume."), ("ii", "Resolution 217 A (III).")]


def test_a_note_at_the_end_of_the_file_goes_on_on_the_next_page() -> None:
    setter = _with_romans(*_MARKED)
    setter.turn()
    setter.at(57, 66, "i See the first")
    setter.turn()
    for row, words in enumerate(("volume.", "ii Resolution 217 A (III).")):
        setter.at(57, 66 + 12 * row, words)
    reading = read(setter.data())
    notes = [(block.number, block.text) for block in reading.blocks if block.number]
    assert notes == [("i", "See the first volume."), ("ii", "Resolution 217 A (III).")]


def test_raised_roman_numbers_begin_notes_below_a_rule_and_may_begin_again() -> None:
    setter = Typesetter(Look(job_number=""))
    for page in range(3):
        if page:
            setter.turn()
        for line in BODY:
            setter.at(*line)
        setter.at(72, 220, "Recalling the act")
        setter.at(72 + setter.width_of("Recalling the act", size=10), 216.4, "iv", size=6)
        setter.rule(72, 140, 610)
        setter.at(72, 626.4, "iv", size=6)
        setter.at(80, 630, f"Act of page {page}.")
    reading = read(setter.data())
    notes = [(block.number, block.text) for block in reading.blocks if block.number]
    assert notes == [("iv", "Act of page 0."), ("v", "Act of page 1."), ("vi", "Act of page 2.")]
    assert [number for _, number in _marked(reading)] == ["iv", "v", "vi"]
    assert [(mend.found, mend.mended) for mend in reading.mends][-1] == ("iv", "vi")


@pytest.mark.parametrize(
    "mark", ["i", "th", "vth", "thi", "ivxlivxlivxl"], ids=lambda mark: f"raised {mark}"
)
def test_raised_letters_that_no_note_has_are_words(mark: str) -> None:
    reading = read(_with_romans(("Recalling the 6", mark), ("(ii) second", "")).data())
    assert _marked(reading) == []
    assert of_kind(reading, BlockKind.TEXT)[0].startswith(f"Recalling the 6{mark}")


def test_plain_letters_are_no_marks_and_labels_begin_no_notes() -> None:
    lines = [("Recalling the act", "i"), ("(i) In law;", ""), ("(ii) In fact.", "")]
    reading = read(_with_romans(*lines).data())
    assert _marked(reading) == []
    assert of_kind(reading, BlockKind.NOTE) == []
    plain = read(_with_romans(("Recalling the act ", "i"), ("i See it.", ""), raised=False).data())
    assert of_kind(plain, BlockKind.NOTE) == []


def test_two_roman_numbers_may_be_raised_in_one_place() -> None:
    setter = _with_romans(("Recalling the act", "i,ii"), ("and so", ""))
    for row, words in enumerate(("i First.", "ii Second.")):
        setter.at(72, 500 + 12 * row, words)
    assert [number for _, number in _marked(read(setter.data()))] == ["i", "ii"]
