"""Texts wrapped by hand: blank lines between paragraphs, notes below the text without a rule."""

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers import text as text_reader
from archive.parsing.readers.text import read
from tests.parsing.readers.text.by_hand import FIRST, FRONT, SECOND, parsed
from tests.parsing.readers.text.pages import notes_of, texts_of


def test_notes_below_the_text_are_marked_by_the_numbers_among_its_words() -> None:
    found = parsed(
        *FRONT,
        *FIRST,
        *SECOND,
        "25 Ibid., Supplement for October, November and December 1988,",
        "document S/12300.",
        "26 Ibid., document S/12345.27 See the report",
        "12 of the keepers.",
    )
    assert list(texts_of(found)) == ["pp1", "pp2", "op1", "op2"]
    assert texts_of(found)["pp1"].endswith(
        "811 (1988), and the report of the keepers of lighthouses (S/12345),"
    )
    assert "on 12 May and on 7 June 1988 in all the lighthouses" in texts_of(found)["pp2"]
    assert texts_of(found)["op1"].endswith("on 3 days of the week, by a resolution of keepers;")
    assert notes_of(found) == [
        (
            "25",
            "Ibid., Supplement for October, November and December 1988, document S/12300.",
            "pp1",
        ),
        ("26", "Ibid., document S/12345.", "pp1"),
        ("27", "See the report 12 of the keepers.", "op1"),
    ]


def test_numbers_with_strokes_are_marks_and_the_strokes_are_left_over() -> None:
    found = parsed(
        *FRONT,
        "Recalling its resolutions 720 (1986) of 3 December",
        "1986 1/ and Agenda 21, 2/ and the reports of all of",
        "the keepers,",
        "3/",
        "",
        "Noting the lamps of all the lighthouses of the coast and",
        "their wicks,",
        "",
        *SECOND[3:7],
        "Notes",
        "",
        "1/ See the first supplement to the records of keepers,",
        "2/3 of it.",
        "",
        "2/ Agenda 21.",
        "",
        "3/ See the second supplement to the records of the",
        "Council,",
        "4 January 1988.",
    )
    assert [(number, where) for number, _, where in notes_of(found)] == [
        ("1", "pp1"),
        ("2", "pp1"),
        ("3", "pp1"),
    ]
    assert notes_of(found)[2][1].endswith("of the Council, 4 January 1988.")
    assert "".join(words for words in found.leftovers if set(words) == {"/"}) == "//////"
    assert "Notes" in found.leftovers or "Notes" in texts_of(found).values()


def test_a_text_without_notes_has_none() -> None:
    found = parsed(*FRONT, *FIRST, *SECOND[:7])
    assert not found.footnotes
    assert texts_of(found)["op1"].endswith("keepers; 27")


def test_a_statement_of_adoption_before_the_text_goes_on_over_its_lines() -> None:
    found = parsed(
        "RESOLUTION 999 (1989)",
        "",
        "Adopted by the Security Council at its 2999th meeting,",
        "",
        "on 3 May 1989",
        "Adopted on the",
        "",
        "The Security Council,",
        "",
        *FIRST,
        *SECOND[:7],
    )
    lines = found.masthead.lines
    assert "Adopted by the Security Council at its 2999th meeting, on 3 May 1989" in lines
    assert found.masthead.meeting == 2999


def test_a_note_is_not_begun_by_a_number_in_mid_sentence() -> None:
    found = parsed(
        *FRONT,
        *FIRST,
        *SECOND,
        "25 See the records of the meeting of the keepers and of",
        "26 Northland and Southland keepers on the",
    )
    assert [number for number, _, _ in notes_of(found)] == ["25"]


@pytest.mark.parametrize("line", ["______________", " Noting the lamps of the coast,", "2/7", "5"])
def test_what_extraction_leaves_shows_that_no_hand_wrapped_the_lines(line: str) -> None:
    text = "\n".join([*FRONT, *FIRST, line, "", *SECOND[:7]])
    assert read(text.encode()).layout == "pdf_extraction"


def test_lines_without_blank_ones_between_them_are_no_text_wrapped_by_hand() -> None:
    lines = [line for line in (*FRONT, *FIRST, *SECOND[:7]) if line]
    assert read("\n".join(lines).encode()).layout == "pdf_extraction"


def test_numbers_of_counted_things_and_of_days_mark_nothing() -> None:
    found = parsed(
        *FRONT,
        "Recalling paragraph 1 of its resolution 720 (1986) of",
        "3 December 1986 and its annex 1 of the day of 1",
        "January of the year 1988 and its decision,",
        "",
        *SECOND[3:7],
        "",
        "1 See the first supplement to the records.",
    )
    assert notes_of(found)[0][2] is None
    assert "annex 1 of the day of 1 January" in texts_of(found)["pp1"]


def test_only_notes_end_a_text_of_notes() -> None:
    blocks = read(
        b"The General Assembly,\n\n1 See the supplement to the records of the\nkeepers of lamps.\n"
    ).blocks
    assert [(block.number, block.text) for block in blocks[1:]] == [
        ("1", "See the supplement to the records of the keepers of lamps.")
    ]


def test_a_front_that_ends_in_a_statement_of_adoption_keeps_it() -> None:
    found = parsed(
        "Resolution 999 (1989)",
        "",
        "Adopted by the Security Council at its 2999th",
        "meeting, on 3 May 1989",
        "",
        "Recalling the lamps of all the lighthouses of the",
        "northern coast,",
        "",
        "1. Decides to remain seized of the matter.",
    )
    assert found.masthead.meeting == 2999


def test_a_front_may_end_in_a_title_where_no_line_names_the_organ() -> None:
    found = parsed(
        "76/900. Lamps of all lighthouses of the coasts",
        "",
        "Recalling the lamps of all the lighthouses of the",
        "northern coast,",
        "",
        "1. Decides to remain seized of the matter of all",
        "the lamps.",
    )
    assert found.masthead.title == "Lamps of all lighthouses of the coasts"


def test_more_lines_than_any_resolution_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MOST_LINES", 2)
    with pytest.raises(ParseError) as refused:
        read(b"The General Assembly,\nRecalling all,\nNoting all,\n")
    assert refused.value.code == "too_large"


def test_a_letter_alone_within_a_note_is_no_paragraphs() -> None:
    found = parsed(
        *FRONT,
        *FIRST,
        "1. Decides to remain seized of the matter.",
        "",
        "25 See document S/706 and its annex I, section",
        "(a)",
        "of the keepers.",
        "26 Ibid.",
    )
    words = "See document S/706 and its annex I, section (a) of the keepers."
    assert notes_of(found)[0][:2] == ("25", words)
