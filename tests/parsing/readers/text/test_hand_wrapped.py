"""Texts wrapped by hand: blank lines between paragraphs, notes below the text without a rule."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers import text as text_reader
from archive.parsing.readers.text import read


def parsed(*lines: str) -> ParsedResolution:
    """The parse of a text, every character of which must be accounted for."""
    reading = read("\n".join(lines).encode())
    assert reading.layout == "hand_wrapped"
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def texts_of(found: ParsedResolution) -> dict[str, str]:
    return {one.id: one.text for one in found.paragraphs}


def notes_of(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


FRONT = ("Resolution 999 (1989)", "of 3 May 1989", "", "The Security Council,", "")
FIRST = (
    "Recalling its resolutions 720 (1986) of 3 December",
    "1986 and 811 (1988), 25 and the report of the",
    "keepers of lighthouses (S/12345), 26",
    "",
    "Noting that lamps were lit on 12 May and on 7",
    "June 1988 in all the",
    "",
    "lighthouses of the coast,",
    "",
)
SECOND = (
    "1. Requests all the keepers of lighthouses to light",
    "their lamps on 3 days of the week, by a reso-",
    "lution of keepers; 27",
    "",
    "2. Decides to remain seized of the matter of its",
    "lamps and of its wicks.",
    "",
    "Adopted at the 2999th meeting by 12 votes to none with",
    "3 abstentions (Northland,",
    "Southland).",
    "",
    "",
)


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


def test_whereas_before_the_organ_is_a_block_over_its_lines() -> None:
    lines = (
        "30 (1947). Resolution of 25 August 1947",
        "Whereas the Council on 1 August 1947",
        "called upon the keepers of all the lighthouses,",
        "",
        "Whereas the lamps have been lit",
        "for the cessation of darkness,",
        "",
        "The Security Council",
        "",
        "1. Notes the steps taken by the keepers of the",
        "lamps of the coast.",
    )
    blocks = [block.text for block in read("\n".join(lines).encode()).blocks]
    assert blocks[1:3] == [
        "Whereas the Council on 1 August 1947 called upon the keepers of all the lighthouses,",
        "Whereas the lamps have been lit for the cessation of darkness,",
    ]


def test_a_text_in_double_spacing_is_read_by_the_gaps_that_are_wider() -> None:
    single = (*FRONT[:3], *FIRST, *SECOND)
    lines = [words for line in single for words in ((line, "") if line else ("",))]
    found = parsed(*lines, "25 Ibid.", "", "26 Ibid.", "", "27 Ibid.")
    assert [note.marked_in for note in found.footnotes] == ["pp1", "pp1", "op1"]
    assert texts_of(found)["pp2"] == (
        "Noting that lamps were lit on 12 May and on 7 June 1988 in all the lighthouses of the "
        "coast,"
    )


def test_an_adoption_below_a_blank_line_ends_a_paragraph_that_lacks_its_full_stop() -> None:
    found = parsed(
        *FRONT,
        "Demands the complete withdrawal of all keepers",
        "of lighthouses from the coast",
        "",
        "Adopted at the 1551st meeting by 14 votes to none,",
        "with 1 abstention (Northland).",
    )
    assert texts_of(found) == {
        "op1": "Demands the complete withdrawal of all keepers of lighthouses from the coast"
    }
    assert found.masthead.meeting == 1551


def test_a_number_whose_note_is_not_printed_does_not_hide_the_end_of_a_paragraph() -> None:
    found = parsed(
        *FRONT,
        "Having considered the report on all the lamps of",
        "all the lighthouses of the northern and southern",
        "coasts, of the wicks of these lamps and of all of",
        "the coast, 2",
        "",
        "Having noted the efforts made to light the lamps",
        "of the coast",
        "",
        "Expressing concern over the lamps of the coast,",
        "",
        "1. Decides to remain seized of the matter.",
    )
    ends = [text[-10:] for text in texts_of(found).values()]
    assert ends == ["e coast, 2", " the coast", "the coast,", "he matter."]


def test_a_word_divided_above_a_blank_line_goes_on_below_it() -> None:
    found = parsed(
        *FRONT,
        "Having considered the report of the Secretary-",
        "",
        "General on all the lamps of the coast and of all",
        "the other coasts,",
        "",
        "1. Decides to remain seized of the matter.",
    )
    assert "of the Secretary-General on all" in texts_of(found)["pp1"]


def test_the_next_note_begins_below_one_that_has_no_full_stop() -> None:
    found = parsed(
        *FRONT,
        *FIRST,
        "1. Decides to remain seized of the matter of its",
        "lamps, 27 and of the others, 28 in the year.",
        "",
        "25 See document S/706 of the keepers",
        "26 Ibid., document S/707, of the coast and of",
        "27 Lamps and wicks.",
        "28 Ibid., Third Year,",
        "1969th meeting.",
    )
    assert notes_of(found)[0] == ("25", "See document S/706 of the keepers", "pp1")
    assert notes_of(found)[1][1] == "Ibid., document S/707, of the coast and of 27 Lamps and wicks."
    assert notes_of(found)[2][:2] == ("28", "Ibid., Third Year, 1969th meeting.")


def test_a_sub_label_that_the_wrap_put_first_on_a_line_begins_no_paragraph() -> None:
    found = parsed(
        *FRONT,
        "1. Requests the keepers of all the lighthouses of",
        "the coast to light (a) the lamps of the north and",
        "their wicks, and (b) those of the south of coasts;",
        "(c) the others of the coasts that are not lit yet;",
        "",
        "2. Decides to remain seized of the matter.",
    )
    assert list(texts_of(found)) == ["op1", "op2"]


def test_a_number_in_a_line_of_notes_that_is_not_the_next_stays_in_its_words() -> None:
    found = parsed(
        *FRONT,
        *FIRST,
        "1. Decides to remain seized of the matter.",
        "",
        "25 See S/706. 27 Lamps. 26 Ibid.",
    )
    assert [(number, words) for number, words, _ in notes_of(found)] == [
        ("25", "See S/706. 27 Lamps."),
        ("26", "Ibid."),
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
