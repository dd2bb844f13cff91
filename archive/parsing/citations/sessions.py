"""Sessions: between which days an act of a session or a year was adopted.

Reads: a symbol. Writes: the first and the last day, or None where the tables do not say. Sources:
the Dag Hammarskjöld Library's lists of sessions; rule 1 of the General Assembly's rules of
procedure (a session opens in September and lasts until the next); the Security Council's annual
lists of resolutions, for the last number of each year.
"""

import re
from bisect import bisect_left
from datetime import date

from archive.parsing.symbols import Organ, Symbol, SymbolKind, roman_number

#: The years in which special sessions were held, from the first.
SPECIAL_SESSIONS = {
    Organ.GA: (
        "1947 1948 1961 1963 1967 1974 1975 1978 1978 1978 1980 1982 1986 1986 1988 1989 1990 "
        "1990 1997 1998 1999 1999 2000 2000 2001 2001 2002 2005 2014 2016 2020 2021"
    ),
    Organ.HRC: (
        "2006 2006 2006 2006 2007 2008 2008 2008 2009 2009 2009 2009 2010 2010 2011 2011 2011 "
        "2011 2012 2014 2014 2014 2015 2015 2016 2016 2017 2018 2021 2021 2021 2021 2021 2022 "
        "2022 2023"
    ),
    Organ.CHR: "1992 1992 1994 1999 2000",
}
#: The years of the emergency special sessions; the last two are still open.
_EMERGENCY_SESSIONS = (
    "1956 1956 1958 1960 1967 1980 1980-1982 1981 1982 1997-9999 2022-9999"  # from the first
)
#: The years of the Economic and Social Council's sessions from the first to the sixty-third.
_COUNCIL_SESSIONS = (
    "1946 1946 1946 1947 1947 1948 1948 1949 1949 1950 1950 1951 1951 1952 1953 1953 1954 1954 "
    "1955 1955 1956 1956 1957 1957 1958 1958 1959 1959 1960 1960 1961 1961 1962 1962 1963 1963 "
    "1964 1965 1965 1966 1966 1967 1967 1968 1968 1969 1969 1970 1970 1971 1971 1972 1972 1973 "
    "1973 1974 1974 1975 1975 1976 1976 1977 1977"
)
#: The Security Council's last resolution of each year from 1946.
_LAST_OF_THE_YEAR = tuple(
    map(
        int,
        "15 37 66 78 89 96 98 103 106 110 121 126 131 132 160 170 176 185 199 219 232 244 262 275 "
        "291 307 324 344 366 384 402 422 443 461 484 499 528 545 559 580 593 606 626 646 683 725 "
        "799 892 969 1035 1092 1146 1219 1284 1334 1386 1454 1521 1580 1651 1738 1794 1859 1907 "
        "1966 2032 2085 2132 2195 2259 2336 2397 2451 2503 2560 2617 2671 2721 2767".split(),
    )
)
_FIRST_YEAR = 1946
#: The Human Rights Council's first six sessions; from the seventh on it has three a year.
_FIRST_RIGHTS_SESSIONS = (2006, 2006, 2006, 2007, 2007, 2007)
_FIRST_YEARLY_COMMISSION = 6


def days_of(symbol: Symbol) -> tuple[date, date] | None:
    """The first and the last day on which the act of a symbol can have been adopted."""
    if not symbol.is_act or symbol.organ is None:
        return None
    if "S-" in symbol.session:
        return _special(symbol.organ, symbol.session)
    return _regular(symbol, symbol.organ)


def _special(organ: Organ, session: str) -> tuple[date, date] | None:
    """Days of a special session, which may go on into the next year."""
    is_emergency = session.startswith("E")
    written = session.removeprefix("E").removeprefix("S-")
    number = int(written) if written.isdigit() else roman_number(written) or 0
    years = (_EMERGENCY_SESSIONS if is_emergency else SPECIAL_SESSIONS.get(organ, "")).split()
    if not 0 < number <= len(years):
        return None
    first, _, last = years[number - 1].partition("-")
    return date(int(first), 1, 1), date(min(int(last or first) + 1, 9999), 12, 31)


def _regular(symbol: Symbol, organ: Organ) -> tuple[date, date] | None:
    number = symbol.session_ordinal
    match organ:
        case Organ.GA if number:
            return _assembly(number)
        case Organ.HRC if number:
            return _year(rights_council_year(number))
        case Organ.CHR if number:
            return _year(1944 + number) if number >= _FIRST_YEARLY_COMMISSION else None
        case Organ.ECOSOC if number:
            years = _COUNCIL_SESSIONS.split()
            return _year(int(years[number - 1])) if number <= len(years) else None
    year = int(symbol.session) if re.fullmatch(r"(?:19|20)\d\d", symbol.session) else None
    if year is None:
        return None
    # A session of the Economic and Social Council begins in July of the year before.
    return (date(year - 1, 7, 1), date(year, 12, 31)) if organ is Organ.ECOSOC else _year(year)


def _assembly(number: int) -> tuple[date, date]:
    """Days of a regular session of the General Assembly; the first was that of 1946."""
    if number == 1:
        return _year(_FIRST_YEAR)
    return date(1945 + number, 9, 1), date(1946 + number, 9, 30)


def rights_council_year(number: int) -> int:
    """The year of a regular session of the Human Rights Council."""
    if number <= len(_FIRST_RIGHTS_SESSIONS):
        return _FIRST_RIGHTS_SESSIONS[max(number, 1) - 1]
    return 2008 + (number - 7) // 3


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def is_out_of_range(symbol: Symbol) -> bool:
    """Whether the organ adopted no act of that number in the session or the year."""
    figure = re.match(r"\d+", symbol.number)
    number = int(figure[0]) if figure else 0
    if symbol.organ is Organ.SC and symbol.kind is SymbolKind.RESOLUTION:
        index = int(symbol.session) - _FIRST_YEAR
        if not 0 <= index < len(_LAST_OF_THE_YEAR):
            return False
        return bisect_left(_LAST_OF_THE_YEAR, number) != index
    return number > _MOST.get((symbol.organ, symbol.kind), number) and "(" not in symbol.text


#: More than any session or year had. The General Assembly once began anew at 501 (56/501 to
#: 56/511); the other organs number their decisions from 101, the Economic and Social Council its
#: own from 201.
_MOST: dict[tuple[Organ | None, SymbolKind], int] = {
    (Organ.GA, SymbolKind.RESOLUTION): 599,
    (Organ.HRC, SymbolKind.RESOLUTION): 100,
    (Organ.CHR, SymbolKind.RESOLUTION): 130,
    (Organ.ECOSOC, SymbolKind.RESOLUTION): 199,
}
