"""Symbols as people type them: "66/164", "resolution 2200 A (XXI)", "HRC 13/13".

What is typed often names no organ. The numbers then tell which organs it may be: the General
Assembly numbered its sessions in Roman figures up to the thirtieth, the Commission on Human Rights
and the Economic and Social Council count by years, the Security Council puts the year in brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass

from archive.parsing.symbols import Organ, Symbol, SymbolKind, read_symbol, roman_number

#: "General Assembly resolution 2200 A (XXI) of 16 December 1966, annex" is far shorter.
LONGEST_SPELLING = 200


def spoken(words: str) -> tuple[Symbol, ...]:
    """The symbols that words may mean, best first; none when they are not the spelling of one.

    Words in quotation marks, or after a hyphen, are never the spelling of a symbol. Never raises.
    """
    spelling = _tidied(words)
    if not spelling.isascii() or len(spelling) > LONGEST_SPELLING or spelling.startswith("-"):
        return ()
    whole = _whole_symbol(spelling)
    return (whole,) if whole else tuple(dict.fromkeys(_numbered(spelling)))


_DASHES_AND_SLASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2044\u2215\uff0f", "/")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
    | {"\u2019": "'"}
)
_AFTER = re.compile(
    r"(?:,? (?:of|dated|adopted on) [0-9]{1,2} [a-z]+ [0-9]{4})?(?:,? \(?annex\)?)?[ .,;:/]*$"
)
_LETTER_LAST = re.compile(r"(\([ivxlc]+\)) ?([a-z])$")
_BEFORE_PATH = re.compile(r"https?://[^/ ]+/(?:(?:en|ar|es|fr|ru|zh)/)?")


def _tidied(words: str) -> str:
    """In small letters, without a web address before it, or a date and "annex" after it."""
    spelling = " ".join(words.translate(_DASHES_AND_SLASHES).casefold().split())
    if len(spelling) > LONGEST_SPELLING:
        return spelling
    spelling = _AFTER.sub("", _BEFORE_PATH.sub("", spelling, count=1))
    return _LETTER_LAST.sub(r"\2\1", re.sub(r" ?([/-]) ?", r"\1", spelling))


# -- Symbols written with their prefix --------------------------------------------------------

_PREFIXES_LEFT_OUT = {"hrc": "a/", "c.": "a/", "res/": "a/", "cn.4": "e/"}
_SPACE_IN_A_DOCUMENT = re.compile(r"(?<![/.(]) (?![/(])")


def _whole_symbol(spelling: str) -> Symbol | None:
    """A symbol written with its prefix, perhaps after words such as "draft resolution"."""
    slash = spelling.find("/")
    start = spelling.rfind(" ", 0, max(slash, 0)) + 1
    if slash < 0 or _head(spelling[:start]) is None:
        return None
    return _read(spelling[start:])


def _read(written: str) -> Symbol | None:
    for beginning, left_out in _PREFIXES_LEFT_OUT.items():
        if written.startswith(beginning):
            written = left_out + written
    symbol = read_symbol(written)
    if symbol is None:
        return None
    is_one_word = not _SPACE_IN_A_DOCUMENT.search(written)
    return symbol if is_one_word or symbol.kind is not SymbolKind.DOCUMENT else None


# -- The words before a number -----------------------------------------------------------------

_RESOLUTION, _DECISION, _STATEMENT = (
    SymbolKind.RESOLUTION,
    SymbolKind.DECISION,
    SymbolKind.STATEMENT,
)
_KINDS = {
    "resolution": _RESOLUTION,
    "resolutions": _RESOLUTION,
    "res": _RESOLUTION,
    "decision": _DECISION,
    "decisions": _DECISION,
    "dec": _DECISION,
    "statement": _STATEMENT,
    "prst": _STATEMENT,
}
_BODIES = {
    "": frozenset(Organ),
    "general assembly": {Organ.GA},
    "assembly": {Organ.GA},
    "ga": {Organ.GA},
    "unga": {Organ.GA},
    "a": {Organ.GA},
    "g a": {Organ.GA},
    "human rights council": {Organ.HRC},
    "hrc": {Organ.HRC},
    "unhrc": {Organ.HRC},
    "a hrc": {Organ.HRC},
    "commission on human rights": {Organ.CHR},
    "commission": {Organ.CHR},
    "chr": {Organ.CHR},
    "economic and social council": {Organ.ECOSOC},
    "ecosoc": {Organ.ECOSOC},
    "e": {Organ.ECOSOC},
    "security council": {Organ.SC},
    "sc": {Organ.SC},
    "unsc": {Organ.SC},
    "s": {Organ.SC},
    "council": {Organ.HRC, Organ.ECOSOC, Organ.SC},
}
_FILLERS = {
    "see",
    "the",
    "its",
    "un",
    "united",
    "nations",
    "no",
    "draft",
    "document",
    "president's",
}


@dataclass(frozen=True, slots=True)
class _Head:
    """What the words before a number say: which organs and which kinds of act it may be."""

    organs: frozenset[Organ]
    kinds: frozenset[SymbolKind]


def _head(words: str) -> _Head | None:
    """What these words say of the number after them; None when they are no head."""
    names = [name for name in re.split(r"[ /._,-]+", words) if name and name not in _FILLERS]
    said = {_KINDS[name] for name in names if name in _KINDS}
    body = " ".join(name for name in names if name not in _KINDS)
    if body not in _BODIES:
        return None
    kinds = said or {_RESOLUTION, _DECISION}
    if _STATEMENT in said:
        kinds = {_STATEMENT}
    return _Head(organs=frozenset(_BODIES[body]), kinds=frozenset(kinds))


# -- Numbers -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Use:
    """An organ's way to number a kind of act: in which sessions, and usually with which numbers."""

    prefix: str
    organ: Organ
    kind: SymbolKind
    _: KW_ONLY
    sessions: range
    usual: range = range(1, 10000)


_ALWAYS = 2100
_SESSIONS = (
    _Use("A/RES", Organ.GA, _RESOLUTION, sessions=range(31, 1000), usual=range(1, 401)),
    _Use("A/HRC/RES", Organ.HRC, _RESOLUTION, sessions=range(1, 1000), usual=range(1, 101)),
    _Use("A/DEC", Organ.GA, _DECISION, sessions=range(31, 1000), usual=range(401, 1000)),
    _Use("A/HRC/DEC", Organ.HRC, _DECISION, sessions=range(1, 1000), usual=range(101, 401)),
    _Use("A/HRC/PRST", Organ.HRC, _STATEMENT, sessions=range(1, 1000)),
    _Use("E/CN.4/RES", Organ.CHR, _RESOLUTION, sessions=range(1979, 2006), usual=range(1, 101)),
    _Use("E/RES", Organ.ECOSOC, _RESOLUTION, sessions=range(1978, _ALWAYS), usual=range(1, 201)),
    _Use("E/CN.4/DEC", Organ.CHR, _DECISION, sessions=range(1979, 2006), usual=range(101, 201)),
    _Use("E/DEC", Organ.ECOSOC, _DECISION, sessions=range(1978, _ALWAYS), usual=range(201, 1000)),
    _Use("S/PRST", Organ.SC, _STATEMENT, sessions=range(1994, _ALWAYS)),
)
_SPECIAL_SESSIONS = (
    _Use("A/RES", Organ.GA, _RESOLUTION, sessions=range(8, 1000), usual=range(1, 401)),
    _Use("A/HRC/RES", Organ.HRC, _RESOLUTION, sessions=range(1, 1000), usual=range(1, 101)),
    _Use("A/DEC", Organ.GA, _DECISION, sessions=range(8, 1000), usual=range(11, 1000)),
    _Use("A/HRC/DEC", Organ.HRC, _DECISION, sessions=range(1, 1000), usual=range(101, 401)),
)
_EMERGENCY_SESSIONS = (
    _Use("A/RES", Organ.GA, _RESOLUTION, sessions=range(6, 1000)),
    _Use("A/DEC", Organ.GA, _DECISION, sessions=range(6, 1000)),
)
_ROMAN_SESSIONS = (
    _Use("A/RES", Organ.GA, _RESOLUTION, sessions=range(1, 31)),
    _Use("E/RES", Organ.ECOSOC, _RESOLUTION, sessions=range(1, 64)),
    _Use("E/CN.4/RES", Organ.CHR, _RESOLUTION, sessions=range(1, 35)),
)
_USES_BY_SPECIAL_SESSION = {None: _SESSIONS, "s-": _SPECIAL_SESSIONS, "es-": _EMERGENCY_SESSIONS}
_YEARS = (_Use("S/RES", Organ.SC, _RESOLUTION, sessions=range(1946, _ALWAYS)),)
_OLD_SPECIAL_SESSIONS = (_Use("A/RES", Organ.GA, _RESOLUTION, sessions=range(1, 8)),)

_UNBRACKETED = re.compile(
    r"(?P<special>e?s-)?(?P<session>[1-9][0-9]{0,3})[/-]"
    r"(?P<number>[1-9][0-9]{0,2}) ?(?P<letter>[a-z]?)"
)
_BRACKETED = re.compile(
    r"(?P<number>[1-9][0-9]{0,3}) ?(?P<letter>[a-z]?) ?"
    r"\( ?(?P<special>e?s-)?(?P<session>[1-9][0-9]{3}|[ivxlc]{1,8}) ?\)"
)


def _numbered(spelling: str) -> Iterator[Symbol]:
    """The symbols a number may have, with the words before it."""
    digit = re.search(r"(?:\be?s-)?[0-9]", spelling)
    head = _head(spelling[: digit.start()]) if digit else None
    if digit is None or head is None:
        return
    tail = spelling[digit.start() :]
    if match := _UNBRACKETED.fullmatch(tail):
        yield from _in_use(match, head, uses=_USES_BY_SPECIAL_SESSION[match["special"]])
    elif match := _BRACKETED.fullmatch(tail):
        yield from _in_use(match, head, uses=_bracketed_uses(match))


def _bracketed_uses(match: re.Match[str]) -> tuple[_Use, ...]:
    if match["special"]:
        return _OLD_SPECIAL_SESSIONS
    return _YEARS if match["session"].isdigit() else _ROMAN_SESSIONS


def _in_use(match: re.Match[str], head: _Head, *, uses: tuple[_Use, ...]) -> Iterator[Symbol]:
    """One symbol for each use that fits, those with a usual number first."""
    session = match["session"].upper()
    ordinal = int(session) if session.isdigit() else roman_number(session)
    fitting = [
        use
        for use in uses
        if ordinal in use.sessions and use.organ in head.organs and use.kind in head.kinds
    ]
    number = int(match["number"])
    for use in sorted(fitting, key=lambda use: number not in use.usual):
        yield Symbol.read(_written(match, use))


def _written(match: re.Match[str], use: _Use) -> str:
    session = f"{match['special'] or ''}{match['session']}"
    number = f"{match['number']}{match['letter']}"
    if match.re is _BRACKETED:
        return f"{use.prefix}/{number}({session})"
    return f"{use.prefix}/{session}/{number}"
