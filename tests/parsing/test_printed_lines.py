"""A line printed around a resolution is told from its words by what it says."""

import pytest

from archive.parsing.printed_lines import (
    LineKind,
    kind_of_line,
    named_organ,
    organ_of,
    session_named,
    unglue,
)
from archive.parsing.symbols import Organ

KINDS = [
    ("The General Assembly,", LineKind.ORGAN),
    ("The Human Rights Council", LineKind.ORGAN),
    ("Resolution adopted by the General Assembly on 19 December 2011", LineKind.ADOPTED_BY),
    (
        "Adopted at the 90th plenary meeting, on 21 December 2001, without a vote",
        LineKind.ADOPTED_AT,
    ),
    ("[Adopted by a recorded vote of 23 to none, with 20 abstentions.]", LineKind.ADOPTED_AT),
    ("[on the report of the Third Committee (A/66/462/Add.2)]", LineKind.REPORT),
    ("[without reference to a Main Committee (A/66/L.1)]", LineKind.REPORT),
    ("66/164", LineKind.NUMBER),
    ("RESOLUTION 56/181", LineKind.NUMBER),
    ("1325 (2000)", LineKind.NUMBER),
    ("66/164. Promotion of the Declaration", LineKind.TITLED_NUMBER),
    ("217 A (III). International Bill of Human Rights", LineKind.TITLED_NUMBER),
    ("89th plenary meeting", LineKind.MEETING),
    ("53rd (closed) meeting", LineKind.MEETING),
    ("25th plenary (resumed) meeting", LineKind.MEETING),
    ("25th (resumed) plenary meeting", LineKind.MEETING),
    ("Hundred and eighty-third plenary meeting,", LineKind.MEETING),
    ("One thousand and first plenary meeting, 10 December 1961.", LineKind.MEETING),
    ("46th plenary meeting (resumed)", LineKind.MEETING),
    ("Commission on Human Rights resolution 2003/64", LineKind.NUMBER),
    ("12 April 2013Original: English", LineKind.DISTRIBUTION),
    ("19 December 2011", LineKind.DATE),
    ("Agenda item 69 (b)", LineKind.AGENDA_ITEM),
    ("United Nations A/RES/66/164", LineKind.DISTRIBUTION),
    ("United NationsA/RES/66/164General AssemblyDistr.: General", LineKind.DISTRIBUTION),
    ("10 April 2012Sixty-sixth session", LineKind.DISTRIBUTION),
    ("General Assembly", LineKind.DISTRIBUTION),
    ("Original: English", LineKind.DISTRIBUTION),
    ("Albania, Andorra and Argentina: draft resolution", LineKind.SPONSORS),
    ("Albania, " * 60 + "and Uruguay: revised draft resolution*", LineKind.SPONSORS),
    ("Sixty-sixth session", LineKind.SESSION),
    ("Tenth emergency special session", LineKind.SESSION),
    ("A/RES/66/164*", LineKind.SYMBOL),
    ("<<ODS DOC SYMBOL1>>A/RES/66/164<<ODS DOC SYMBOL1>>", LineKind.DOCUMENT_SYSTEM),
    ("3", LineKind.PAGE),
    ("2/7", LineKind.PAGE),
    ("Page 2 of 7", LineKind.PAGE),
    ("- 3 -", LineKind.PAGE),
    ("11-46866", LineKind.PAGE),
    ("[DU1]", LineKind.PAGE),
    ("_______________", LineKind.RULE),
]
WORDS = [
    "",
    "Recalling its resolution 53/144 of 9 December 1998,",
    "1. Urges States;",
    "A/RES",
    "the General Assembly and",
    "First meeting",
    "10 April 2012 was the day of the",
    "Distr. " + "x" * 400,
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_printed_line_is_told_by_its_words(text: str, kind: LineKind) -> None:
    assert kind_of_line(text) is kind


@pytest.mark.parametrize("text", WORDS)
def test_a_line_of_the_text_itself_is_no_printed_line(text: str) -> None:
    assert kind_of_line(text) is None


def test_a_long_record_of_a_vote_is_told_whatever_its_length() -> None:
    vote = "Adopted by a recorded vote of 98 to 1, as follows: In favour: " + "Albania, " * 200
    assert kind_of_line(vote) is LineKind.ADOPTED_AT


def test_the_organ_that_speaks_is_named_by_its_line_alone() -> None:
    assert organ_of("The Security Council,") is Organ.SC
    assert organ_of("The Security Council decided") is None
    assert named_organ("human rights council") is Organ.HRC


def test_glued_cells_of_a_masthead_are_parted() -> None:
    assert unglue("United NationsA/RES/66/164General AssemblyDistr.: General") == (
        "United Nations A/RES/66/164 General Assembly Distr.: General"
    )
    assert unglue("10 April 2012Sixty-sixth session") == "10 April 2012 Sixty-sixth session"


def test_a_session_is_named_in_words_or_figures() -> None:
    assert [session_named(f"{word} session") for word in ("Sixty-sixth", "66th", "Next")] == [
        66,
        66,
        None,
    ]
