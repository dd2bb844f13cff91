"""Where paragraphs of a text wrapped by hand begin and end."""

from archive.parsing.readers.text import read
from tests.parsing.readers.text.by_hand import FIRST, FRONT, SECOND, parsed
from tests.parsing.readers.text.pages import notes_of, texts_of


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
