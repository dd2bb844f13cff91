"""Days that a list of acts leaves to be understood, and acts that a range implies."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.citations.ranges import NOT_LISTED
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import Expected, cited, paragraph

YEARS: dict[str, list[Expected]] = {
    "its resolutions 1 (1946) of 25 January, 2 (1946) of 30 January and 5 (1946) of 8 May 1946,": [
        ("resolutions 1 (1946) of 25 January", "S/RES/1(1946)", "1946-01-25", None),
        ("2 (1946) of 30 January", "S/RES/2(1946)", "1946-01-30", None),
        ("5 (1946) of 8 May 1946", "S/RES/5(1946)", "1946-05-08", None),
    ],
    "its resolution 1 (1946) of 31 February, as printed,": [
        ("resolution 1 (1946)", "S/RES/1(1946)", None, None)
    ],
    "its resolution 1 (1946) of 25 January 46": [
        ("resolution 1 (1946)", "S/RES/1(1946)", None, None)
    ],
    "General Assembly resolution 55/1 of 7 November,": [
        ("General Assembly resolution 55/1", "A/RES/55/1", None, None)
    ],
    "Economic and Social Council decision 2017/206 of 5 October,": [
        ("Economic and Social Council decision 2017/206", "E/DEC/2017/206", None, None)
    ],
}


@pytest.mark.parametrize("text", YEARS)
def test_a_day_without_a_year_is_of_the_year_in_the_number(text: str) -> None:
    assert cited(text, Organ.SC) == YEARS[text]


def test_a_day_may_stand_behind_the_place_in_an_act() -> None:
    text = "its resolutions 53/221, section VIII, of 7 April 1999, 54/13, section I, and 55/220,"
    assert cited(text) == [
        (
            "resolutions 53/221, section VIII, of 7 April 1999",
            "A/RES/53/221",
            "1999-04-07",
            "section VIII",
        ),
        ("54/13, section I", "A/RES/54/13", None, "section I"),
        ("55/220", "A/RES/55/220", None, None),
    ]


def days_of(text: str, organ: Organ) -> list[tuple[str | None, str | None]]:
    return [(target, day) for _, target, day, _ in cited(text, organ)]


def test_acts_of_the_security_council_share_a_day_where_their_numbers_follow_one_another() -> None:
    text = "its resolutions 5 (1946), 7 (1946), 8 (1946) and 9 (1946) of 15 October,"
    assert days_of(text, Organ.SC) == [
        ("S/RES/5(1946)", None),
        ("S/RES/7(1946)", "1946-10-15"),
        ("S/RES/8(1946)", "1946-10-15"),
        ("S/RES/9(1946)", "1946-10-15"),
    ]


RANGES: dict[str, list[Expected]] = {
    "its decisions 54/456 to 54/458 of 23 December 1999,": [
        ("decisions 54/456", "A/DEC/54/456", "1999-12-23", None),
        (" to ", "A/DEC/54/457", "1999-12-23", None),
        ("54/458 of 23 December 1999", "A/DEC/54/458", "1999-12-23", None),
    ],
    "its resolutions 3101 (XXVIII) to 3103 (XXVIII)": [
        ("resolutions 3101 (XXVIII)", "A/RES/3101(XXVIII)", None, None),
        (" to ", "A/RES/3102(XXVIII)", None, None),
        ("3103 (XXVIII)", "A/RES/3103(XXVIII)", None, None),
    ],
    "its resolutions 54/9 to 54/7": [
        ("resolutions 54/9", "A/RES/54/9", None, None),
        ("54/7", "A/RES/54/7", None, None),
    ],
    "its resolutions 54/9 to 55/11": [
        ("resolutions 54/9", "A/RES/54/9", None, None),
        ("55/11", "A/RES/55/11", None, None),
    ],
    "its resolutions 54/9 A to 54/11 B": [
        ("resolutions 54/9 A", "A/RES/54/9A", None, None),
        ("54/11 B", "A/RES/54/11B", None, None),
    ],
    "its resolutions 53/77 AA and 53/78 Y to AA": [
        ("resolutions 53/77 AA", "A/RES/53/77AA", None, None),
        ("53/78 Y", "A/RES/53/78Y", None, None),
        (" to ", "A/RES/53/78Z", None, None),
        ("AA", "A/RES/53/78AA", None, None),
    ],
}


@pytest.mark.parametrize("text", RANGES)
def test_a_range_of_numbers_or_parts_cites_what_it_implies(text: str) -> None:
    assert cited(text) == RANGES[text]


def test_a_range_of_numbers_too_long_to_be_meant_lists_its_ends_and_says_so() -> None:
    citations = find_citations([paragraph("resolutions 54/1 to 54/9999,")], [], organ=Organ.GA)
    assert [(one.target, one.conflict) for one in citations] == [
        ("A/RES/54/1", None),
        ("A/RES/54/9999", NOT_LISTED),
    ]
