"""A statement takes the lines that go on with it, and no other."""

import pytest

from archive.parsing.statements import OpenStatement


def _taken(*lines: str) -> list[bool]:
    statement = OpenStatement()
    return [statement.take(line) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("Adopted unanimously at the", "87th meeting."),
        ("Adopted at the 279th meeting by 10 votes to none,", "with 1 abstention (Peru)."),
        ("Adopted at the 3017th (closed)", "meeting."),
        ("Adopted at the 279th meeting", "by 8 votes", "to none, with", "3 abstentions (Cuba,",
         "and Peru)."),
        ("Adopted by the Security Council at its 3119th meeting,", "on 6 October 1992"),
        ("Adopted at the 279th meeting by 14 votes to none. 3", "One member did not vote."),
        ("[Adopted by a recorded vote of 2 to 1. The voting was as follows:", "In favour:",
         "Chile,", "Peru", "Against: Cuba", "Abstaining:", "None]"),
        ("Adopted at the 54th meeting, on the", "recommendation of the Committee (A/79/4,",
         "para. 88),1 by a recorded vote of 5", "to 2, with 3 abstentions"),
        ("Adopted at the 54th meeting on the report of the Committee (see", "A/79/4, para. 88)"),
        ("Adopted by the Security Council at its 9811th meeting, on 12", "December 2024"),
        ("Adopted by the Security Council at its 9811th meeting, on 12 December", "2024"),
        ("Adopted at the 54th meeting, as follows:", "In favour: Peru, Trinidad and", "Tobago",
         "Against: Lao People’s", "Democratic Republic, Chile", "and Cuba",
         "Abstaining: Bolivia (Plurinational", "State of), Viet", "Nam"),
        ("[Adopted by a recorded vote of 2 to 1.", "The voting was as follows:", "In favour: Peru",
         "]"),
    ],
)  # fmt: skip
def test_lines_that_go_on_are_taken(lines: tuple[str, ...]) -> None:
    assert all(_taken(*lines))


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        (("87th meeting.",), 0),
        (("Adopted at the 87th meeting.", "with words of its own"), 1),
        (("Adopted at the 87th meeting", "A sentence."), 1),
        (("Adopted at the 87th meeting", "The Security Council,"), 1),
        (("Adopted at the 87th meeting:", "In favour: Chile", "The voting was close."), 2),
        (("Adopted at the 87th meeting:", "In favour: Chile,", "1. Decides:"), 2),
        (("Adopted at the 87th meeting:", "In favour: Viet Nam", "Namibia and its records"), 2),
        (("Adopted at the 87th meeting:", "In favour: Chile", "Democratic Republic"), 2),
        (("Adopted at the 87th meeting, on 12 June 2024", "2025 in review"), 1),
        (("Adopted at the 87th meeting", *["by 1 vote"] * 250), 200),
    ],
)
def test_other_lines_end_it(lines: tuple[str, ...], taken: int) -> None:
    assert sum(_taken(*lines)) == taken
