"""Between which days an act of a session or a year was adopted."""

from datetime import date

import pytest

from archive.parsing.citations.sessions import days_of, is_out_of_range
from archive.parsing.symbols import Symbol

WITHIN = [
    ("A/RES/22A(I)", date(1946, 2, 13)),
    ("A/RES/217A(III)", date(1948, 12, 10)),
    ("A/RES/31/6A", date(1976, 10, 26)),
    ("A/RES/66/164", date(2011, 12, 19)),
    ("A/RES/S-26/2", date(2001, 6, 27)),
    ("A/RES/3201(S-VI)", date(1974, 5, 1)),
    ("A/RES/2252(ES-V)", date(1967, 7, 4)),
    ("A/RES/ES-7/4", date(1982, 4, 28)),
    ("A/RES/ES-10/20", date(2018, 6, 13)),
    ("A/RES/ES-11/1", date(2022, 3, 2)),
    ("A/HRC/RES/5/1", date(2007, 6, 18)),
    ("A/HRC/RES/13/13", date(2010, 3, 25)),
    ("A/HRC/RES/43/16", date(2020, 6, 22)),
    ("A/HRC/RES/S-21/1", date(2014, 7, 23)),
    ("A/HRC/PRST/29/1", date(2015, 7, 3)),
    ("E/CN.4/RES/2000/61", date(2000, 4, 26)),
    ("E/CN.4/RES/8(XXIII)", date(1967, 3, 16)),
    ("E/CN.4/RES/S-4/1", date(1999, 9, 27)),
    ("E/RES/1996/31", date(1996, 7, 25)),
    ("E/RES/2018/1", date(2017, 7, 28)),
    ("E/RES/1503(XLVIII)", date(1970, 5, 27)),
    ("E/RES/663(XXIV)", date(1957, 7, 31)),
    ("S/RES/1325(2000)", date(2000, 10, 31)),
    ("S/PRST/2015/22", date(2015, 11, 25)),
]


@pytest.mark.parametrize(("symbol", "day"), WITHIN)
def test_the_day_of_an_act_is_within_its_session(symbol: str, day: date) -> None:
    held = days_of(Symbol.read(symbol))
    assert held is not None
    assert held[0] <= day <= held[1]
    assert held[0].year >= day.year - 32


OUTSIDE = [
    ("A/RES/66/164", date(2011, 8, 31)),
    ("A/RES/66/164", date(2012, 10, 1)),
    ("A/RES/S-26/2", date(2003, 1, 1)),
    ("A/RES/2252(ES-V)", date(1969, 1, 1)),
    ("A/HRC/RES/13/13", date(2011, 1, 1)),
    ("E/CN.4/RES/8(XXIII)", date(1968, 3, 16)),
    ("E/RES/1503(XLVIII)", date(1971, 5, 27)),
    ("E/RES/1996/31", date(1995, 6, 30)),
    ("S/RES/1325(2000)", date(2001, 1, 1)),
]


@pytest.mark.parametrize(("symbol", "day"), OUTSIDE)
def test_another_day_is_not(symbol: str, day: date) -> None:
    held = days_of(Symbol.read(symbol))
    assert held is not None
    assert not held[0] <= day <= held[1]


@pytest.mark.parametrize(
    "symbol",
    ["A/66/203", "A/C.3/70/L.46", "A/RES/0/1", "A/RES/S-99/1", "E/CN.4/RES/8(V)", "E/RES/1(LXIV)"],
)
def test_what_no_table_has_is_not_known(symbol: str) -> None:
    assert days_of(Symbol.read(symbol)) is None


@pytest.mark.parametrize(
    ("symbol", "is_out"),
    [
        ("S/RES/1(1946)", False),
        ("S/RES/242(1967)", False),
        ("S/RES/244(1967)", False),
        ("S/RES/245(1967)", True),
        ("S/RES/232(1967)", True),
        ("S/RES/9999(2090)", False),
        ("S/RES/1(1945)", False),
        ("S/PRST/2015/2222", False),
        ("A/RES/66/599", False),
        ("A/RES/66/600A", True),
        ("A/DEC/66/900", False),
        ("A/RES/2200A(XXI)", False),
        ("A/HRC/RES/13/101", True),
        ("E/RES/1996/201", True),
        ("E/RES/1503(XLVIII)", False),
    ],
)
def test_a_number_beyond_those_of_its_session_is_told(symbol: str, *, is_out: bool) -> None:
    assert is_out_of_range(Symbol.read(symbol)) == is_out
