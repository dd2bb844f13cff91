"""Texts that pdftotext printed: pages parted by form feeds, with heads, feet and notes."""

import pytest

from archive.parsing.readers.text import read
from tests.parsing.readers.text.pages import (
    FIRST,
    FRONT,
    HEAD,
    LAST,
    notes_of,
    page_of,
    parsed,
    texts_of,
)

PLAIN = (
    FRONT
    + """Recalling its resolutions 41/20 of 3 December 1986 and 43/11 of 8 December 1988,1
and the report of the keepers of the northern lighthouses,2
Noting that lamps that are lit in the evening and put out in the morning are seen by
all who pass, as the keepers
__________________

Resolution 41/20, annex.
Resolution 43/11.
3
See the report of the keepers
(A/44/12), chap. II.
1
2

44-12345 (E)
030589
*4412345*
"""
    + HEAD
    + """have told the Assembly, 3 and that this was so in the year 1988 as it was before,
1.
Requests the keepers of all lighthouses to keep their lamps filled with oil:
(a)
To be lit in the evening;
(b) To be put out in the morning;
Condemns all acts committed against lamps and their keepers in times of storm and
2.
engaged in by those who should know that lamps are of use to them and to all;
3.
keepers;

Decides to send the present resolution to all the northern, southern and western

4. Requests its President to
4
inform them.
__________________
4

2/2

Resolution 42/1.
44-12345
"""
)


def test_labels_notes_heads_and_feet_of_plain_text_find_their_places() -> None:
    found = parsed(PLAIN)
    texts = texts_of(found)
    assert list(texts) == ["pp1", "pp2", "op1", "op1-a", "op1-b", "op2", "op3", "op4"]
    assert texts["pp2"].endswith(
        "as the keepers have told the Assembly, and that this was so in"
        " the year 1988 as it was before,"
    )
    assert texts["op2"].startswith("Condemns all acts")
    assert texts["op2"].endswith(
        "in times of storm and engaged in by those who should know that"
        " lamps are of use to them and to all;"
    )
    assert texts["op3"].endswith("northern, southern and western keepers;")
    assert notes_of(found) == [
        ("1", "Resolution 41/20, annex.", "pp1"),
        ("2", "Resolution 43/11.", "pp1"),
        ("3", "See the report of the keepers (A/44/12), chap. II.", "pp2"),
        ("4", "Resolution 42/1.", "op4"),
    ]
    assert found.masthead.title == "Keeping of lighthouses and of the lamps that are lit in them"
    assert "Keeping of lighthouses and of the lamps that are lit in them" in found.leftovers


LAID_OUT = """United Nations                                                   A/RES/44/99

                     General Assembly                              Distr.: General
                                                                   3 May 1989


         44/99.      Keeping of lighthouses and of the lamps that are lit in them
                     The General Assembly,

                     Recalling its resolutions 41/20 of 3 December 1986 and 43/11
              of 8 December 1988,1 and all those before them on the lamps of its
              keepers, and the words of the President on that day,
                     Noting that lamps are seen by all who pass in the even-
              ing and at night, as long as 1980–
              1988,
                     Lamps and wicks
                     1.    Requests the keepers to keep their lamps filled with
              oil at all times of the year, as their
                                            2
              means allow;

1
    See resolution 41/20, annex, and the reports of all keepers of
1/3                                                                        44-12345
Keeping of lighthouses and of the lamps that are lit
in them                                                                 A/RES/44/99
                     2.    Recalls that in the year of its first session it asked the
              lighthouses to be seen by all who
                                                    3 May

              pass them;

the northern coasts (A/44/12), chap. II.
2
    Ibid., chap. III.
2/3                                                                        44-12345
Keeping of lighthouses and of the lamps that are lit
in them                                                                 A/RES/44/99
                     3.    Decides to send the present resolution to all of them.

                                                              85th plenary meeting
                                                                     3 May 1989

Annex
Rules for keepers
                    Lamps shall be lit in the evening of each day and shall burn until
              the morning of the next.
                    Article 1
                    Wicks shall be trimmed
3/3                                                                        44-12345
"""


def test_indents_and_gaps_of_a_text_laid_out_tell_its_paragraphs() -> None:
    found = parsed(LAID_OUT.replace("3 May\n", "days\n").replace("\nKeeping", "\n\fKeeping"))
    texts = texts_of(found)
    assert texts["pp2"].endswith("in the evening and at night, as long as 1980–1988,")
    assert texts["heading1"] == "Lamps and wicks"
    assert texts["op1"].endswith("as their means allow;")
    assert notes_of(found) == [
        (
            "1",
            (
                "See resolution 41/20, annex, and the reports of all keepers of the northern "
                "coasts (A/44/12), chap. II."
            ),
            "pp1",
        ),
        ("2", "Ibid., chap. III.", "op1"),
    ]
    assert found.masthead.meeting == 85
    assert found.masthead.symbol == "A/RES/44/99"
    assert [one.text[:17] for one in found.paragraphs][-5:] == [
        "Annex",
        "Rules for keepers",
        "Lamps shall be li",
        "Article 1",
        "Wicks shall be tr",
    ]


@pytest.mark.parametrize(
    "foot",
    ["44-12345", "1/1", "Page 1", "- 1 -", "/...", "Please recycle @", "*4412345*", "1"],
)
def test_what_numbers_a_page_is_no_part_of_its_text(foot: str) -> None:
    found = parsed(page_of(*FIRST, *LAST, "", foot, "\f"))
    assert list(texts_of(found)) == ["pp1", "op1"]
    assert foot in found.leftovers


def test_a_number_beside_a_page_s_number_is_words() -> None:
    found = parsed(
        page_of(
            *FIRST,
            "1. Decides on lamps of the year and on their wicks and all else of",
            "7",
            "Page 1",
        )
    )
    assert texts_of(found)["op1"].endswith("and all else of 7")


def test_words_that_head_several_pages_are_running_heads() -> None:
    pages = (
        page_of(*FIRST) + "The keepers' own copy\nPage 2\n1. Decides to light the lamps of all "
        "lighthouses on all coasts and to\n"
    )
    found = parsed(pages + "\fThe keepers' own copy\nPage 3\nkeep them lit.\n")
    assert texts_of(found)["op1"].endswith("on all coasts and to keep them lit.")


def test_a_line_of_the_text_may_stand_between_the_parts_of_a_head() -> None:
    title = "Keeping of lighthouses and of the lamps that"
    found = parsed(
        page_of(*FIRST, "1. Decides to light the lamps of all lighthouses on all coasts and of")
        + f"{title}\nall harbours.\n\nA/RES/44/99\n\n2. Asks its keepers to be of help.\n"
    )
    assert texts_of(found)["op1"].endswith("on all coasts and of all harbours.")


def test_a_page_that_has_no_head_is_text_from_its_first_line() -> None:
    found = parsed(
        page_of(
            *FIRST,
            "1. Decides to light the lamps of all lighthouses on all coasts and of",
            "44-12345",
        )
        + "all harbours,\nas soon as it is dark.\n"
    )
    assert texts_of(found)["op1"].endswith("of all harbours, as soon as it is dark.")


def test_the_end_of_a_note_at_the_foot_of_the_next_page_is_told_by_its_longer_lines() -> None:
    long = (
        "the reports of all of the keepers of lighthouses of the northern and "
        "of the southern coasts and of"
    )
    found = parsed(
        page_of(
            *FIRST,
            "Noting the lamps of this and of other years and in all the lands of the keepers,1",
            "",
            "1",
            "See the lists of all the lamps and",
            "44-12345",
        )
        + "A/RES/44/99\n1. Decides on the lamps of this and of other years and in all lands,\n"
        + "".join(
            f"and on the lamps of keepers in land number {n} and all others,\n" for n in range(9)
        )
        + f"{long}\nall others.\n2/2\n"
    )
    assert notes_of(found)[0][1].endswith("southern coasts and of all others.")
    assert texts_of(found)["op1"].endswith("land number 8 and all others,")


def test_a_number_without_words_is_kept_and_lines_without_a_number_stay_in_the_text() -> None:
    found = parsed(page_of(*FIRST, *LAST, "__________", "of no note at all", "44-12345"))
    assert "of no note at all" in " ".join(texts_of(found).values())
    bare = parsed(page_of(*FIRST, *LAST, "__________", "1/", "44-12345"))
    assert [words for words in bare.leftovers if words in {"1", "/"}] == ["1", "/"]


def test_an_adoption_statement_and_a_vote_are_paragraphs_of_their_own() -> None:
    found = parsed(
        page_of(
            *FIRST,
            *LAST,
            "Adopted at the 88th plenary meeting, on 3 May 1989, by a recorded vote of 2 to none,",
            "with 1 abstention.",
            "In favour: Northland, Southland",
            "Against: None",
            "44-12345",
        )
    )
    assert texts_of(found)["op1"].endswith("at each of its sessions.")


def test_residue_of_fields_and_a_day_of_a_date_are_told_from_marks() -> None:
    found = parsed(
        page_of(
            *FIRST,
            "Noting the lamps of this and of other years and the report of 2005, 0F",
            "1",
            "and the words of the keepers of all the lands on the day that was the year's",
            "4",
            "February 1988, as they were,",
            "4F",
            *LAST,
            "__________",
            "1",
            "See A/44/12.",
            "44-12345",
        )
    )
    texts = texts_of(found)
    assert texts["pp2"].endswith(
        "report of 2005, and the words of the keepers of all the lands on the"
        " day that was the year's 4 February 1988, as they were,"
    )
    assert notes_of(found) == [("1", "See A/44/12.", "pp2")]
    assert {"0F", "4F"} <= set(found.leftovers)


def test_a_text_without_an_organ_begins_at_its_first_paragraph() -> None:
    found = parsed(page_of(*FIRST, *LAST, "44-12345", front="A note of the keepers\n") + "\n")
    assert list(texts_of(found)) == ["pp1", "op1"]


def test_a_text_that_opens_nothing_is_all_text() -> None:
    blocks = read(
        b"the lamps of this year and of others and\nof the years to come and of all others\nand"
        b" of keepers\n44-12345\n\fof all\n"
    ).blocks
    assert (
        blocks[0].text
        == "the lamps of this year and of others and of the years to come and of all others and"
        " of keepers of all"
    )


def test_items_that_nothing_but_their_labels_part_are_told_by_what_ends_above_them() -> None:
    items = (
        "(a) To light the lamps of all the lighthouses of the coast of the north and of the south;",
        "(b) To trim the wicks of all the lamps that are lit in the evening of each of these days;",
        "(c) To rest.",
    )
    found = parsed(
        page_of(
            *FIRST,
            "",
            "Noting that the keepers of lighthouses are asked by those who sail the coast:",
            *items,
            "",
            *LAST,
        )
        + HEAD
        + "2. Decides to keep them.\n"
    )
    words = [text for anchor, text in texts_of(found).items() if anchor.startswith("pp2-")]
    assert words == [item[4:] for item in items]
