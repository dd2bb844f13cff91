"""Hyphens that pdftotext left out are put back where the file bears them out."""

import pytest

from tests.parsing.readers.text.pages import (
    FIRST,
    LAST,
    notes_of,
    page_of,
    parsed,
    texts_of,
)

FILLER = [
    f"{number}. Asks the keepers of the coasts to keep the lamps of number {number} in\norder;"
    for number in range(2, 14)
]


def put_together(word: str) -> list[str]:
    """Paragraphs of which the last has a word where the first of two lines ended."""
    known = "Noting COVID-19 and the well-lit lamps of all the keepers and their friends,"
    long = f"14. Asks the keepers of the coasts to keep the lamps of {word} in the order in which"
    return [*FIRST, known, *LAST, *FILLER, f"{long} they were in all the years before.", "44-12345"]


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("SecretaryGeneral", "Secretary-General"),
        ("COVID19", "COVID-19"),
        ("ES10", "ES-10"),
        ("twentyfirst", "twenty-first"),
        ("welllit", "well-lit"),
        ("nonkeepers", "non-keepers"),
        ("selfdefence", "self-defence"),
        ("coastbased", "coast-based"),
    ],
)
def test_a_hyphen_at_which_two_lines_were_put_together_is_put_back(word: str, mended: str) -> None:
    found = parsed(page_of(*put_together(word)))
    assert [mend.mended for mend in found.mends] == [mended]
    assert f"lamps of {mended} in" in texts_of(found)["op14"]


@pytest.mark.parametrize(
    "word", ["readability", "xyzzyplugh", "postwar", "nonqqqq", "AB12", "lighthouses"]
)
def test_a_word_that_nothing_proves_stays_as_printed(word: str) -> None:
    found = parsed(page_of(*put_together(word)))
    assert not found.mends
    assert f"lamps of {word} in" in texts_of(found)["op14"]


def test_a_text_that_keeps_hyphens_at_the_ends_of_lines_has_lost_none() -> None:
    lines = put_together("SecretaryGeneral")
    found = parsed(page_of(*lines[:2], "Noting counter-", "lamps of the coasts,", *lines[2:]))
    assert "SecretaryGeneral" in texts_of(found)["op14"]


def test_what_a_page_ends_in_is_parted_from_the_word_it_was_glued_to() -> None:
    found = parsed(
        page_of(
            *FIRST,
            "and the words of all its keepers,1 and of the northern decision1Resolution 41/20.",
            "44-12345",
        )
        + "A/RES/44/99\nmaking on lamps of this and of other years and in all of "
        "the lands of keepers,\n1. Decides on nongovern2/3\n" + "\fA/RES/44/99\nmental lamps.\n"
    )
    texts = texts_of(found)
    assert "of the northern decision-making on lamps" in texts["pp1"]
    assert texts["op1"] == "Decides on nongovernmental lamps."
    assert notes_of(found) == [("1", "Resolution 41/20.", "pp1")]


def test_a_number_glued_to_a_name_had_a_hyphen_between_them() -> None:
    found = parsed(page_of(*put_together("4Education")))
    assert [mend.mended for mend in found.mends] == ["4-Education"]


@pytest.mark.parametrize("word", ["controlled", "highest", "wholeqqqq"])
def test_an_ending_is_no_second_word(word: str) -> None:
    assert parsed(page_of(*put_together(word))).mends == ()


def test_a_word_printed_where_no_line_ends_lost_nothing() -> None:
    lines = put_together("nonkeepers")
    found = parsed(page_of(*lines[:2], "Noting nonkeepers,", *lines[2:]))
    assert found.mends == ()


def test_a_hyphen_is_put_back_in_notes_too() -> None:
    lines = put_together("lighthouses")
    notes = [
        "1 See the report of all the keepers of all the lighthouses of the SecretaryGeneral on it."
    ]
    found = parsed(
        page_of("Recalling the lamps of all the keepers1 of the coasts,", *lines, *notes)
    )
    assert "of the Secretary-General on it." in notes_of(found)[0][1]
