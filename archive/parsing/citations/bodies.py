"""Bodies: the organs that citations name, and which organ's act a number can be.

Reads: the words before or after a number. Writes: organs. Each organ numbers its acts in its own
way: the General Assembly by session since 1976 ("66/164"), by Roman session before; the Human
Rights Council by session from 1; the Commission on Human Rights and the Economic and Social
Council by year ("2000/61"), by Roman session before; the Security Council with the year behind
("1325 (2000)"). Source: the Editorial Manual and the Dag Hammarskjöld Library's guides.
"""

import re
from collections.abc import Iterator
from datetime import date

from archive.parsing.citations.items import Act, Shape
from archive.parsing.citations.sessions import SPECIAL_SESSIONS, days_of, rights_council_year
from archive.parsing.symbols import Organ, SymbolKind, read_symbol, roman_number

#: Full names, and abbreviations that mean one organ only.
FULL_NAMES = {organ.full_name: organ for organ in Organ} | {
    "ECOSOC": Organ.ECOSOC,
    "UNGA": Organ.GA,
    "UNSC": Organ.SC,
    "UNHRC": Organ.HRC,
}
SHORT_NAMES = {
    "Assembly": (Organ.GA,),
    "Council": (Organ.SC, Organ.HRC, Organ.ECOSOC),
    "Commission": (Organ.CHR,),
}
#: What drafters write right before an act, and what symbols are made of elsewhere.
ABBREVIATIONS = {"GA": Organ.GA, "HRC": Organ.HRC, "SC": Organ.SC}
FULL_NAME = f"(?:{'|'.join(FULL_NAMES)})"
SHORT_NAME = f"(?:{'|'.join(SHORT_NAMES)})"
#: Begins with the names alone, so that a search can skip to their first letters.
_MENTION = re.compile(rf"{FULL_NAME}\b")
_IN_A_WORD = re.compile(r"\w")

_SLASHED_SESSIONS = {Organ.GA: range(31, 200), Organ.HRC: range(1, 200)}
_LAST_ROMAN = {Organ.GA: 30, Organ.CHR: 35, Organ.ECOSOC: 63}
_FIRST_DECISION = 301
_WITH_SPECIAL_SESSIONS = {Organ.GA, Organ.HRC, Organ.CHR}
_YEARS = {Organ.CHR: range(1979, 2007), Organ.ECOSOC: range(1978, 2100)}
_STATEMENT_YEARS = {Organ.SC: range(1994, 2100)}
_FIRST_COUNCIL_YEAR = 2006
_LAST_COMMISSION_MONTH = 6
PREFIXES = {
    (Organ.GA, SymbolKind.RESOLUTION): "A/RES",
    (Organ.GA, SymbolKind.DECISION): "A/DEC",
    (Organ.HRC, SymbolKind.RESOLUTION): "A/HRC/RES",
    (Organ.HRC, SymbolKind.DECISION): "A/HRC/DEC",
    (Organ.HRC, SymbolKind.STATEMENT): "A/HRC/PRST",
    (Organ.CHR, SymbolKind.RESOLUTION): "E/CN.4/RES",
    (Organ.CHR, SymbolKind.DECISION): "E/CN.4/DEC",
    (Organ.ECOSOC, SymbolKind.RESOLUTION): "E/RES",
    (Organ.ECOSOC, SymbolKind.DECISION): "E/DEC",
    (Organ.SC, SymbolKind.RESOLUTION): "S/RES",
    (Organ.SC, SymbolKind.STATEMENT): "S/PRST",
}


def mentions(plain: str) -> Iterator[tuple[int, Organ]]:
    """Each full name of an organ in a text, with the place where it ends."""
    for match in _MENTION.finditer(plain):
        start = match.start()
        if start == 0 or not _IN_A_WORD.match(plain, start - 1):
            yield match.end(), FULL_NAMES[match.group()]


def possible_organs(act: Act, kind: SymbolKind) -> list[Organ]:
    """The organs whose acts of a kind are numbered as this one is."""
    return [
        organ for organ in Organ if (organ, kind) in PREFIXES and _numbers_so(organ, act, kind=kind)
    ]


def _numbers_so(organ: Organ, act: Act, *, kind: SymbolKind) -> bool:
    match act.shape:
        case Shape.YEAR_BEHIND:
            return organ is Organ.SC
        case Shape.ROMAN:
            return _has_roman_session(organ, act.session)
        case Shape.YEAR_FIRST:
            years = _STATEMENT_YEARS if kind is SymbolKind.STATEMENT else _YEARS
            return int(act.session) in years.get(organ, ())
        case Shape.SPECIAL:
            is_emergency = act.session.startswith("E")
            return organ is Organ.GA or (organ in _WITH_SPECIAL_SESSIONS and not is_emergency)
    if kind is SymbolKind.DECISION and organ in {Organ.GA, Organ.HRC}:
        # The General Assembly numbers its decisions from 301, the Human Rights Council from 101.
        is_high = int(act.number) >= _FIRST_DECISION
        return is_high == (organ is Organ.GA) and _has_session(organ, act)
    return _has_session(organ, act)


def _has_session(organ: Organ, act: Act) -> bool:
    return int(act.session) in _SLASHED_SESSIONS.get(organ, ())


def _has_roman_session(organ: Organ, session: str) -> bool:
    if "-" in session:
        return organ is Organ.GA
    number = roman_number(session) or 0
    return 0 < number <= _LAST_ROMAN.get(organ, 0)


def agrees(organ: Organ, act: Act, *, day: date | None) -> bool:
    """Whether a session the act names can have sat on a day; without a day it can."""
    if day is None:
        return True
    if act.shape in {Shape.ROMAN, Shape.YEAR_BEHIND}:
        symbol = read_symbol(act.written(PREFIXES[organ, SymbolKind.RESOLUTION], ""))
        held = days_of(symbol) if symbol else None
        return held is None or held[0] <= day <= held[1]
    if act.shape is Shape.SPECIAL:
        return _agrees_special(organ, act.session, day=day)
    session = int(act.session)
    if act.shape is Shape.YEAR_FIRST:
        return _agrees_by_year(organ, session, day=day)
    if organ is Organ.GA:
        return session + 1945 <= day.year <= session + 1946
    return rights_council_year(session) == day.year


def _agrees_by_year(organ: Organ, year: int, *, day: date) -> bool:
    """The Commission sat in spring, its Subcommission in August; a Council's year began before."""
    if organ is Organ.CHR:
        return day.year == year and day.month <= _LAST_COMMISSION_MONTH
    return day.year in {year - 1, year}


def _agrees_special(organ: Organ, session: str, *, day: date) -> bool:
    if session.startswith("E"):
        return True
    number = int(session.removeprefix("S-"))
    years = SPECIAL_SESSIONS[Organ.GA].split()
    held = 0 < number <= len(years) and 0 <= day.year - int(years[number - 1]) <= 1
    is_council = day.year >= _FIRST_COUNCIL_YEAR
    return held if organ is Organ.GA else not held and is_council == (organ is Organ.HRC)
