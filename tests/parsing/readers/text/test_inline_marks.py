"""Numbers among the words of a text mark notes where nothing else explains them."""

import pytest

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.readers.text.inline_marks import with_inline_marks


def marked(*texts: str, notes: tuple[int, ...]) -> list[tuple[str, list[tuple[str, int]]]]:
    """The words of each text, and the numbers and places of its marks."""
    blocks = [Block(BlockKind.TEXT, text, "line 1") for text in texts]
    blocks += [Block(BlockKind.NOTE, "Ibid.", "line 2", str(number)) for number in notes]
    return [
        (block.text, [(mark.number, mark.offset) for mark in block.marks])
        for block in with_inline_marks(blocks)
        if block.kind is BlockKind.TEXT
    ]


@pytest.mark.parametrize(
    ("text", "words", "offset"),
    [
        ("Of all lamps, 7 and more", "Of all lamps, and more", 13),
        ("Of all lamps 7 and more", "Of all lamps and more", 12),
        ("Of 12 August 1949, 7/ and more", "Of 12 August 1949, and more", 18),
        ("Of 12 August 1949 7 and more", "Of 12 August 1949 and more", 17),
        ("Of S/10352 7/ and more", "Of S/10352 and more", 10),
    ],
)
def test_a_number_apart_marks_its_note(text: str, words: str, offset: int) -> None:
    assert marked(text, notes=(7,)) == [(words, [("7", offset)])]


@pytest.mark.parametrize("text", ["Of S/10352 46 and more", "Of letters of 20 46 and 23 July"])
def test_a_number_after_a_number_marks_a_note_that_no_day_and_no_count_can_be(text: str) -> None:
    assert marked(text, notes=(46,))[0][1][0][0] == "46"


@pytest.mark.parametrize(
    "text",
    ["Of paragraph 7 of it", "On 3, 7 May", "Of S/10352 7 and more", "Of 20 7 and more", "Of 8 it"],
)
def test_a_number_that_something_counts_marks_nothing(text: str) -> None:
    assert marked(text, notes=(7,)) == [(text, [])]


def test_a_note_is_marked_again_next_to_its_mark_or_at_the_end_of_a_text() -> None:
    found = marked(
        "Of lamps, 46", "Of wicks, 47 and oil", "Of coasts, 47", "Of 1991; 46", notes=(46, 47)
    )
    assert [numbers for _, numbers in found] == [
        [("46", 9)],
        [("47", 9)],
        [("47", 10)],
        [("46", 8)],
    ]


def test_a_mark_again_out_of_its_place_within_a_text_is_none() -> None:
    found = marked("Of lamps, 46 and", "Of wicks, 47 and", "Of coasts, 46 and oil", notes=(46, 47))
    assert found[2] == ("Of coasts, 46 and oil", [])


def test_notes_that_signs_mark_have_no_bare_marks() -> None:
    assert marked("Of lamps[7] on level 7 of it", notes=(7,))[0][1] == []


def test_signs_of_notes_are_left_over_where_there_are_no_notes() -> None:
    block = Block(BlockKind.TEXT, "Of lamps, 7", "line 1")
    assert [one.text for one in with_inline_marks([block], signs="/" * 130)] == [
        "Of lamps, 7",
        "/" * 120,
        "/" * 10,
    ]
