"""Notes whose numbers have a sign, as typists and word processors print them."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read
from tests.parsing.printed import markers_of, texts_of, word_text


def parsed(text: str, *, layout: str) -> ParsedResolution:
    """The parse of a text in a layout, every character of which must be accounted for."""
    reading = read(text.encode())
    assert reading.layout == layout
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def notes_of(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


@pytest.mark.parametrize("sign", ["[{}]", "({})", "{}/"])
@pytest.mark.parametrize("gap", ["", " "])
def test_signed_numbers_mark_the_notes_that_are_printed_with_the_same_sign(
    sign: str, gap: str
) -> None:
    one, two = sign.format(1), sign.format(2)
    text = word_text(
        [f"Recalling the act,{gap}{one} and more,"],
        [f"Requests paragraph (1) of all keepers;{gap}{two}"],
        after=[f"{one} See A/62/53.", f"{two} Ibid."],
    )
    found = parsed(text, layout="word_extraction")
    assert texts_of(found)["pp1"] == "Recalling the act, and more,"
    assert texts_of(found)["op1"] == "Requests paragraph (1) of all keepers;"
    assert markers_of(found) == {"pp1": [("1", 18)], "op1": [("2", 38)]}
    assert notes_of(found) == [("1", "See A/62/53.", "pp1"), ("2", "Ibid.", "op1")]


def test_a_stroked_note_may_stand_at_the_foot_of_a_page_among_paragraphs() -> None:
    text = word_text(
        ["Recalling the act, 1/ and more,", "1/ See A/62/53,", "chap. II.", "Noting all 2/ of it,"],
        after=["2/ Ibid."],
    )
    found = parsed(text, layout="word_extraction")
    assert notes_of(found) == [("1", "See A/62/53, chap. II.", "pp1"), ("2", "Ibid.", "pp2")]


def test_a_number_in_round_brackets_that_nothing_marks_is_no_note() -> None:
    text = word_text(after=["(1) The first lamp;", "(2) The second lamp."])
    assert parsed(text, layout="word_extraction").footnotes == ()


def test_many_signs_are_left_over_in_pieces() -> None:
    after = [f"{number}/ See A/62/{number}." for number in range(1, 101)]
    marks = " ".join(f"act {number}/ of" for number in range(1, 101))
    found = parsed(word_text([f"Recalling the {marks} it,"], after=after), layout="word_extraction")
    assert len(found.footnotes) == 100
    assert sum(words.count("/") for words in found.leftovers) == 200


def test_bracketed_notes_end_a_text_that_is_wrapped() -> None:
    text = """The Security Council,

Recalling the lamps of all the lighthouses of the
northern coast,[1] and those of level 2 of the
southern coast,

1. Requests the keepers of lighthouses to light the
lamps of goal 1 of the coast;[2]

2. Decides to remain seized of the matter.

[1] See the report of the keepers of all the lamps
of the coast.
[2] Ibid.
"""
    found = parsed(text, layout="hand_wrapped")
    assert notes_of(found) == [
        ("1", "See the report of the keepers of all the lamps of the coast.", "pp1"),
        ("2", "Ibid.", "op1"),
    ]
    assert texts_of(found)["op1"].endswith("lamps of goal 1 of the coast;")
