"""Lines around a text that the width of a page cut are made whole, and no other is joined."""

import pytest

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.masthead_lines import PrintedLine, printed_lines
from archive.parsing.printed_lines import LineKind


def _lines(*texts: str) -> list[PrintedLine]:
    blocks = [Block(kind=BlockKind.TEXT, text=text, where="line 1") for text in texts]
    return printed_lines(blocks)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (LineKind.ADOPTED_BY, ("Resolution adopted by the Human Rights Council on 9 May", "2024")),
        (LineKind.ADOPTED_BY, ("Resolution adopted by the General Assembly on", "9 October 2024")),
        (LineKind.ADOPTED_BY, ("Resolution adopted by the Economic and", "Social Council on 24",
                               "July 2024")),
        (LineKind.ADOPTED_BY, ("Resolutions adopted by the General Assembly on 17", "May 2024")),
        (LineKind.ADOPTED_BY, ("Resolution", "adopted by the Security Council")),
        (LineKind.REPORT, ("[on the report of the Political Committee (Fourth Committee)",
                           "(A/79/412)]")),
        (LineKind.REPORT, ("[on the recommendation of", "the Commission", "(E/2024/30)]")),
        (LineKind.SPONSORS, ("Albania, Andorra and Peru: draft", "resolution")),
        (LineKind.SPONSORS, ("Albania, Andorra and Peru:", "revised draft resolution*")),
        (LineKind.SPONSORS, ("Albania, Bolivia (Plurinational", "State of), Chile,", "Trinidad",
                             "and Tobago", "and Norway: draft resolution")),
    ],
)  # fmt: skip
def test_lines_that_were_cut_are_one(kind: LineKind, lines: tuple[str, ...]) -> None:
    assert _lines("Seventy-ninth session", *lines, "A title")[1:] == [
        PrintedLine(kind, " ".join(lines)),
        PrintedLine(None, "A title"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Resolution adopted by the Security Council", "A title of 12 May 2024"),
        ("Resolution adopted by the Security Council on 12 May 2024", "2025 in review"),
        ("Resolution adopted by the Security Council on", "A title"),
        ("Resolution adopted by the meeting of", "records"),
        ("[on the report of the Third Committee", "A title", "The Security Council,", "(A/1)]"),
        ("[on the report of the Third Committee (A/79/412)]", "[a note]"),
        ("Rights, of which there are many:", "A title"),
        ("A topic of many words", "Albania and Norway: draft resolution", "resolution"),
        ("Resolution",),
    ],
)
def test_lines_that_are_whole_stay_apart(lines: tuple[str, ...]) -> None:
    assert [line.words for line in _lines(*lines)] == list(lines)


def test_a_topic_above_the_sponsors_is_none_of_them() -> None:
    lines = (
        "Rights of all, and",
        "the right to records",
        "Peru, Cuba",
        "and Chile: draft decision",
    )
    assert [line.words for line in _lines(*lines)] == [
        "Rights of all, and",
        "the right to records",
        "Peru, Cuba and Chile: draft decision",
    ]
