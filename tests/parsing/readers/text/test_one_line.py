"""A Word extraction has a paragraph a line, and its notes stand together at the end."""

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.readers import read
from tests.parsing.printed import word_text


def _blocks(text: str) -> list[Block]:
    return list(read(text.encode()).blocks)


def _notes(text: str) -> list[tuple[str | None, str]]:
    return [(block.number, block.text) for block in _blocks(text) if block.kind is BlockKind.NOTE]


def test_each_line_is_a_block_with_single_spaces_and_its_line_number() -> None:
    blocks = _blocks(word_text(operative=["Calls  upon\tall States;"]))
    assert [(block.where, block.text) for block in blocks] == [
        ("line 1", "The General Assembly,"),
        ("line 2", "Recalling its resolution 53/144 of 9 December 1998,"),
        ("line 3", "Gravely concerned by threats against human rights defenders,"),
        ("line 4", "1. Calls upon all States;"),
    ]


def test_page_numbers_and_rules_are_furniture() -> None:
    blocks = _blocks(word_text(after=["_______________", "", "3", "11-46866", "*1146866*"]))
    furniture = [block.text for block in blocks if block.kind is BlockKind.FURNITURE]
    assert furniture == ["_______________", "3", "11-46866", "*1146866*"]


def test_numbered_lines_after_the_last_paragraph_are_notes() -> None:
    assert _notes(word_text(notes=["See A/63/288.", "Ibid."])) == [
        ("1", "See A/63/288."),
        ("2", "Ibid."),
    ]


def test_a_note_number_in_brackets_is_a_note_number() -> None:
    assert _notes(word_text(after=["[1] See A/63/288."])) == [("1", "See A/63/288.")]


def test_a_note_of_several_lines_is_one_note() -> None:
    text = word_text(
        after=[
            "1 See Official Records of the General Assembly,",
            "No. 53 (A/62/53), chap. IV.",
            "and",
            "2 Ibid.",
        ]
    )
    assert _notes(text) == [
        (
            "1",
            "See Official Records of the General Assembly, No. 53 (A/62/53), chap. IV. and",
        ),
        ("2", "Ibid."),
    ]


def test_a_sentence_after_a_finished_note_is_text() -> None:
    text = word_text(after=["1 See A/63/288.", "The annex follows."])
    assert _notes(text) == [("1", "See A/63/288.")]
    assert _blocks(text)[-1].text == "The annex follows."


def test_the_date_of_the_meeting_is_no_note() -> None:
    text = word_text(after=["89th plenary meeting", "19 December 2011", "1 See A/63/288."])
    assert _notes(text) == [("1", "See A/63/288.")]


def test_a_number_far_beyond_the_next_note_is_text() -> None:
    assert _notes(word_text(after=["1 See A/63/288.", "9 See A/63/289."])) == [
        ("1", "See A/63/288.")
    ]


def test_a_text_without_numbers_has_its_notes_after_the_organ() -> None:
    text = word_text(operative=[], after=["\tDecides to meet again.", "1 See A/63/288."])
    assert _notes(text) == [("1", "See A/63/288.")]


def test_a_text_without_numbers_and_organ_has_no_notes() -> None:
    assert _notes("Recalling the Declaration,\n1 See A/63/288.\n") == []


def test_a_short_text_is_not_taken_for_lines_cut_by_width_because_of_its_trailers() -> None:
    text = word_text(
        ["Wishing to promote cooperation with the Alliance,"],
        front=["[DU1]", "Resolution adopted by the General Assembly"],
        after=[
            "[DU1]<<ODS JOB NO>>N2146866E<<ODS JOB NO>>",
            "<<ODS DOC SYMBOL1>>A/RES/76/123<<ODS DOC SYMBOL1>>",
            "<<ODS DOC SYMBOL2>><<ODS DOC SYMBOL2>>",
            "_______________",
            "4",
            "3",
        ],
    )
    assert _notes(text) == []
