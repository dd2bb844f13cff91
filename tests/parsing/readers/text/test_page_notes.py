"""The foot of a page is told by numbers that follow one another, marked above."""

from dataclasses import replace

from archive.parsing.readers.text.lines import cut
from archive.parsing.readers.text.page_notes import PageNotes, find_foot


def _notes_at(*lines: str, goes_on: bool = False, expected: int = 1) -> list[str]:
    """The lines at the foot of a page that are its notes'."""
    return [line.text for line in find_foot(cut("\n".join(lines)), expected, goes_on=goes_on).notes]


def test_notes_begin_at_the_number_that_most_others_follow() -> None:
    assert _notes_at("Of lamps1 and", "1 See it", "2 Ibid.", "x", "1 See") == [
        "1 See it",
        "2 Ibid.",
        "x",
        "1 See",
    ]


def test_a_note_goes_on_above_the_first_number_only_below_a_blank_line_or_in_brackets() -> None:
    text = ("Of all", "of the lamps1 of", "the coasts of the", "north,")
    assert _notes_at(*text, "1 See it.", goes_on=True) == ["1 See it."]
    assert _notes_at(*text, "", "of them.", "1 See it.", goes_on=True)[0] == "of them."
    assert _notes_at(*text, "(A/1).", "1 See it.", goes_on=True)[0] == "(A/1)."


def test_a_page_whose_last_line_ends_nothing_has_no_end_of_a_note() -> None:
    assert _notes_at("Of the lamps", "", "of the coasts and", goes_on=True) == []


def test_the_end_of_a_note_is_told_by_its_blank_line_or_its_longer_lines() -> None:
    assert _notes_at("Of the lamps,", "", "of them.", goes_on=True) == ["of them."]
    assert _notes_at("Of the lamps,", "of them.", goes_on=True) == []
    page = ["Of the lamps of the coast,"] * 12 + ["Of two lines that were put together " * 2]
    longer = "of the report of all the keepers of the"
    assert _notes_at(*page, *page[:12], longer, "coast.", goes_on=True) == [longer, "coast."]


def _taken(*lines: str, stranded: int = 0) -> tuple[list[tuple[int, str]], list[str]]:
    """The notes of one page's foot, and the lines given back; so many stand below the foot."""
    cut_lines = cut("\n".join(lines))
    first = len(cut_lines) - stranded
    placed = [replace(line, stranded=at >= first) for at, line in enumerate(cut_lines)]
    notes = PageNotes()
    loose = notes.take(placed)
    words = [(one.number, " ".join(line.text for line in one.lines)) for one in notes.notes]
    return words, [line.text for line in loose]


def test_lines_below_the_foot_that_no_number_needs_are_the_texts() -> None:
    assert _taken("1 See it.", "of the lamps", stranded=1) == ([(1, "See it.")], ["of the lamps"])


def test_a_number_without_words_takes_the_surplus_of_the_note_before_it() -> None:
    assert _taken("1 See it.", "Ibid.", "2") == ([(1, "See it."), (2, "Ibid.")], [])
