"""Numbers of notes that stand above the words of the page's last paragraph."""

import pytest

from archive.parsing.readers.text import read
from archive.parsing.readers.text.lines import cut
from archive.parsing.readers.text.parted_notes import with_parted_notes
from tests.parsing.readers.text.pages import FIRST, FRONT, notes_of, page_of, parsed, texts_of

MARKED = (
    "Recalling its resolution 41/20 of 3 December 1986 1 and the reports of all the keepers of",
    "lighthouses of the northern coasts,2",
)
NOTES = ("Resolution 41/20, annex.", "See the reports of the keepers.")
READ = [("1", NOTES[0], "pp1"), ("2", NOTES[1], "pp1")]
WORDS = "Requests all the keepers of lighthouses to keep their lamps filled with oil and to"
OVER = "\fkeep the wicks dry;\n2.\n\nDecides to remain seized of the matter.\n\n2/2\n\n\f"


def test_words_of_the_last_label_stay_out_of_the_notes_below_them() -> None:
    page = page_of(*MARKED, "1.", "1", "2", "", WORDS, "", *NOTES, "", "1/2", "")
    found = parsed(page[:-1] + OVER)
    assert texts_of(found)["op1"] == WORDS + " keep the wicks dry;"
    assert notes_of(found) == READ


def test_a_rule_above_the_numbers_goes_with_them() -> None:
    rule = "__________________"
    page = page_of(*MARKED, "1.", rule, "1", "2", "", WORDS, "", *NOTES, "", "1/2", "")
    found = parsed(page[:-1] + OVER)
    assert texts_of(found)["op1"] == WORDS + " keep the wicks dry;"
    assert notes_of(found) == READ


def test_numbers_above_whole_paragraphs_belong_to_the_notes_below_them_all() -> None:
    below = ("1.", "", "Lights lamps;", "", "2.", "", "Decides so.", "", "3 May 1989", "", *NOTES)
    found = parsed(page_of(*MARKED, "", "1", "2", "", *below, "", "1/1", ""))
    assert texts_of(found)["op2"] == "Decides so."
    assert notes_of(found) == READ


def test_words_of_several_lines_stay_together() -> None:
    page = page_of(*MARKED, "1.", "1", "2", "", WORDS, "keep them.", "", *NOTES, "", "1/1", "")
    found = parsed(page)
    assert texts_of(found)["op1"] == WORDS + " keep them."
    assert notes_of(found) == READ


def test_a_number_that_marks_a_note_stays_where_it_stands() -> None:
    text = ("Recalling its resolution 41/20 of 3 December", "1", "1986, and all the reports,")
    below = ("1.", "", "Decides so.", "", "1 Resolution 41/20, annex.", "", "1/1", "")
    found = parsed(page_of(*text, *below))
    assert texts_of(found)["op1"] == "Decides so."
    assert [note[:2] for note in notes_of(found)] == [("1", "Resolution 41/20, annex.")]


def test_numbers_that_nothing_marks_are_no_notes() -> None:
    page = page_of(*FIRST, "1.", "", "Decides so:", "", "1", "2", "", "Lamp.", "", "1/1", "")
    assert notes_of(parsed(page)) == []


@pytest.mark.parametrize("below", [("Lamp.",), (*NOTES, "Northern lamps")])
def test_lines_that_are_no_notes_move_no_numbers(below: tuple[str, ...]) -> None:
    lines = cut("\n".join([*MARKED, "1.", "1", "2", "", WORDS, "", *below]))
    assert with_parted_notes(lines, 1) == lines


def test_numbers_above_notes_alone_stay() -> None:
    lines = cut("\n".join([*MARKED, "1. Decides so.", "1", "2", "", *NOTES]))
    assert with_parted_notes(lines, 1) == lines


def test_labels_alone_and_a_form_feed_tell_pages_where_most_lines_are_parted() -> None:
    labels = [f"{n}.\n\nRequests that lamp {n} be lit in the evening;\n" for n in range(1, 20)]
    found = parsed(FRONT + "\n".join([*FIRST, *labels]) + "\n1/1\n\n\f")
    assert texts_of(found)["op19"] == "Requests that lamp 19 be lit in the evening;"


def test_one_page_with_labels_alone_is_told_by_its_form_feed() -> None:
    text = FRONT + "Recalling lamps,\n1.\n\nLights them;\n\n2.\n\nDecides so.\n\f"
    assert list(texts_of(parsed(text))) == ["pp1", "op1", "op2"]


def test_one_page_with_labels_parted_by_wide_gaps_is_told_by_its_form_feed() -> None:
    text = FRONT + "    Recalling lamps of 23\nDecember 2000,\n    1.      Lights them;\n\f"
    assert texts_of(parsed(text)) == {
        "pp1": "Recalling lamps of 23 December 2000,",
        "op1": "Lights them;",
    }


def test_lines_as_long_as_paragraphs_are_no_printed_page_s() -> None:
    long = "Decides that all lamps be lit, and that all the wicks be kept dry, and so on;"
    text = f"{FRONT}Recalling lamps,\n1.\n{long[:-1]}, {long}\n2. {long}\n\f"
    assert read(text.encode()).layout == "one_per_line"
