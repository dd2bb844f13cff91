"""United Nations document symbols: read, write, order, alias.

Canonical forms follow the table of identities in ``docs/symbols.md``, which is drawn from the
Editorial Manual (identification of resolutions) and the guides of the Dag Hammarskjöld Library.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, total_ordering


class Organ(StrEnum):
    """The organs whose acts the archive knows; the value is the short form used in data."""

    GA = "GA"
    HRC = "HRC"
    CHR = "CHR"
    ECOSOC = "ECOSOC"
    SC = "SC"

    @property
    def full_name(self) -> str:
        """The organ's name as the United Nations writes it."""
        return _FULL_NAMES[self]


_FULL_NAMES = {
    Organ.GA: "General Assembly",
    Organ.HRC: "Human Rights Council",
    Organ.CHR: "Commission on Human Rights",
    Organ.ECOSOC: "Economic and Social Council",
    Organ.SC: "Security Council",
}
_ORGANS_IN_ORDER = list(Organ)


class SymbolKind(StrEnum):
    """What a symbol names."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"
    DRAFT = "draft"
    DOCUMENT = "document"


class SymbolError(ValueError):
    """Words that are no document symbol; the message names them."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A canonical symbol and what it says: organ, session as written, and number.

    ``session`` is "66", "XXI", "S-21" or a year, and empty where the symbol names none;
    ``session_ordinal`` is its number for regular sessions only. ``number`` keeps its letter.
    """

    text: str
    kind: SymbolKind
    organ: Organ | None = None
    session: str = ""
    session_ordinal: int | None = None
    number: str = ""

    @classmethod
    def read(cls, written: str) -> "Symbol":
        """The symbol in any spelling: white space, small letters and known aliases are mended.

        Raises SymbolError when the words are no symbol.
        """
        return _remembered(_compact(written))

    @classmethod
    def read_and_forget(cls, written: str) -> "Symbol":
        """The same of what nobody is to keep: no word of it is remembered."""
        return _read(_compact(written))

    @property
    def is_act(self) -> bool:
        """Whether it names an act of an organ: a resolution, a decision or a statement."""
        return self.kind not in {SymbolKind.DRAFT, SymbolKind.DOCUMENT}

    @property
    def short(self) -> str:
        """The form in running text: 66/164, 217 A (III), 1325 (2000); else the symbol itself."""
        if not self.is_act:
            return self.text
        if self.kind is SymbolKind.STATEMENT:
            return f"PRST/{self.session}/{self.number}"
        if self.text.endswith(")"):
            digits = self.number.rstrip(_LETTERS)
            letters = self.number[len(digits) :]
            return " ".join(part for part in (digits, letters, f"({self.session})") if part)
        return f"{self.session}/{self.number}"

    @property
    def in_words(self) -> str:
        """The form with its organ: "Human Rights Council resolution 13/13"."""
        if not self.is_act or self.organ is None:
            return self.text
        kind = "President’s statement" if self.kind is SymbolKind.STATEMENT else self.kind.value
        return f"{self.organ.full_name} {kind} {self.short}"

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[object, ...]:
        """Organ, kind, regular sessions before special ones, session, number, letter."""
        organ = _ORGANS_IN_ORDER.index(self.organ) if self.organ else len(_ORGANS_IN_ORDER)
        year_or_session = self.session_ordinal or _first_number(self.session)
        return (
            organ,
            list(SymbolKind).index(self.kind),
            "S-" in self.session,
            year_or_session,
            _first_number(self.number),
            self.number,
            self.text,
        )


def read_symbol(written: str) -> Symbol | None:
    """The symbol that words write, or None where they write none."""
    try:
        return Symbol.read(written)
    except SymbolError:
        return None


#: No symbol in use is longer.
LONGEST_SYMBOL = 80
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = r"(?:(?:E?S-)?(?=[IVXLC])C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_SESSION = r"(?:E?S-)?\d{1,3}"

#: Curated: numbers cited without the letter of the one part that is meant.
ALIASES = {
    "A/RES/217(III)": "A/RES/217A(III)",
    "A/RES/2200(XXI)": "A/RES/2200A(XXI)",
}


def _first_number(words: str) -> int:
    match = re.search(r"\d+", words)
    return int(match[0]) if match else 0


_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_number(written: str) -> int | None:
    """The value of a Roman number of sessions in capitals, or None for any other word."""
    if not written or any(sign not in _ROMAN_DIGITS for sign in written):
        return None
    values = [_ROMAN_DIGITS[sign] for sign in written]
    following = [*values[1:], 0]
    return sum(
        -here if here < after else here for here, after in zip(values, following, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """A series of acts: how its symbols are written and what they name."""

    pattern: re.Pattern[str]
    kind: SymbolKind
    organ: Organ
    write: Callable[[str, str], str]


def _series(
    prefix: str, kind: SymbolKind, *, organ: Organ, session: str, is_slashed: bool = True
) -> _Series:
    """A series whose symbols end in ``session/number``, or in ``number(session)``."""
    number = r"(?P<number>\d{1,4}[A-Z]{0,2})"
    tail = (
        rf"(?P<session>{session})/{number}"
        if is_slashed
        else rf"{number}\((?P<session>{session})\)"
    )
    write = (
        (lambda s, n: f"{prefix}/{s}/{n}") if is_slashed else (lambda s, n: f"{prefix}/{n}({s})")
    )
    pattern = re.compile(rf"{re.escape(prefix)}/{tail}", re.IGNORECASE | re.ASCII)
    return _Series(pattern=pattern, kind=kind, organ=organ, write=write)


_RESOLUTION, _DECISION, _STATEMENT = (
    SymbolKind.RESOLUTION,
    SymbolKind.DECISION,
    SymbolKind.STATEMENT,
)
_YEAR = r"(?:19|20)\d\d"
_YEAR_OR_SPECIAL = r"(?:(?:19|20)\d\d|S-\d{1,2})"
_ACTS = (
    _series("A/RES", _RESOLUTION, organ=Organ.GA, session=_SESSION),
    _series("A/RES", _RESOLUTION, organ=Organ.GA, session=_ROMAN, is_slashed=False),
    _series("A/DEC", _DECISION, organ=Organ.GA, session=_SESSION),
    _series("A/HRC/RES", _RESOLUTION, organ=Organ.HRC, session=_SESSION),
    _series("A/HRC/DEC", _DECISION, organ=Organ.HRC, session=_SESSION),
    _series("A/HRC/PRST", _STATEMENT, organ=Organ.HRC, session=_SESSION),
    _series("E/CN.4/RES", _RESOLUTION, organ=Organ.CHR, session=_YEAR_OR_SPECIAL),
    _series("E/CN.4/RES", _RESOLUTION, organ=Organ.CHR, session=_ROMAN, is_slashed=False),
    _series("E/CN.4/DEC", _DECISION, organ=Organ.CHR, session=_YEAR_OR_SPECIAL),
    _series("E/RES", _RESOLUTION, organ=Organ.ECOSOC, session=_YEAR),
    _series("E/RES", _RESOLUTION, organ=Organ.ECOSOC, session=_ROMAN, is_slashed=False),
    _series("E/DEC", _DECISION, organ=Organ.ECOSOC, session=_YEAR),
    _series("S/RES", _RESOLUTION, organ=Organ.SC, session=_YEAR, is_slashed=False),
    _series("S/PRST", _STATEMENT, organ=Organ.SC, session=_YEAR),
)
#: What the symbols of an organ’s resolutions begin with.
RESOLUTION_SERIES = {
    Organ.GA: "A/RES/",
    Organ.HRC: "A/HRC/RES/",
    Organ.CHR: "E/CN.4/RES/",
    Organ.ECOSOC: "E/RES/",
    Organ.SC: "S/RES/",
}
_DRAFT = re.compile(
    r"(?P<body>A/HRC|E/CN\.4|A/C\.\d|E|A|S)/(?:(?P<session>(?:E?S-)?\d{1,4})/)?(?P<number>L\.\d+)"
    r"(?P<rest>(?:/[A-Za-z0-9.()_-]++)*)",
    re.IGNORECASE | re.ASCII,
)
_DRAFT_ORGANS = {"A/HRC": Organ.HRC, "E/CN.4": Organ.CHR, "E": Organ.ECOSOC, "S": Organ.SC}
#: What the symbols of documents begin with: one alternative for each organ that issues them.
DOCUMENT_SERIES = (
    "A|E|S|T|ST|CCPR|CAT|CED|CEDAW|CERD|CESCR|CMW|CRC|CRPD|HRI|DP|TD|UNEP|IDB|FCCC|ICCD|LOS|NPT|"
    "DC|CD|AC|PC|SPT|PBC|E_S|HSP|UNW|TEC|OPCAT|BWC|CAC|CCW|CLCS|CTOC|ECE|ISBA|JIU|PCNICC|SPLOS"
)
_DOCUMENT = re.compile(rf"(?:{DOCUMENT_SERIES})/[A-Za-z0-9./()_*-]+", re.IGNORECASE | re.ASCII)
#: A word glued to a number: no symbol has one ("A/RES/66/164General").
_GLUED = re.compile(r"\d[A-Za-z]{3}")
_PART_WORDS = (
    "Add Amend Annex Corr Corrigendum Introduction Part Prog Rev Sect Sub Summary Supp Vol"
)
_PARTS_IN_CASE = {word.upper(): word for word in _PART_WORDS.split()}
_PARTS = re.compile(r"(?P<word>PARTS?)(?P<first>[IVX]+)(?:AND(?P<last>[IVX]+))?")
_WORD = re.compile(r"[A-Za-z]+")


def _compact(written: str) -> str:
    """A symbol without white space and without what may follow it. Raises SymbolError."""
    compact = re.sub(r"[\s\u200b\ufeff]+", "", written).rstrip("/*.")
    if not 0 < len(compact) <= LONGEST_SYMBOL:
        raise SymbolError(f"“{written[:40]}” is not a document symbol.")
    return compact


def _read(compact: str) -> Symbol:
    for series in _ACTS:
        match = series.pattern.fullmatch(compact)
        if match:
            return _act(match["session"].upper(), match["number"].upper(), series=series)
    written = _WORD.sub(_in_case, compact)
    draft = _DRAFT.fullmatch(written)
    if draft:
        return _draft(written, draft)
    is_document = _DOCUMENT.fullmatch(written) and not _GLUED.search(written)
    if is_document and any(sign.isdigit() for sign in written):
        return Symbol(written, SymbolKind.DOCUMENT)
    raise SymbolError(f"“{compact[:40]}” is not a document symbol.")


_remembered = lru_cache(maxsize=65536)(_read)


def _in_case(word: re.Match[str]) -> str:
    """Suffixes are written "Add.", "Corr.", "(Part II)"; every other word in capitals."""
    upper = word[0].upper()
    parts = _PARTS.fullmatch(upper)
    if parts:
        last = f"and{parts['last']}" if parts["last"] else ""
        return f"{parts['word'].capitalize()}{parts['first']}{last}"
    return _PARTS_IN_CASE.get(upper, upper)


def _act(session: str, number: str, *, series: _Series) -> Symbol:
    text = series.write(session, number)
    if text in ALIASES:
        return Symbol.read(ALIASES[text])
    return Symbol(text, series.kind, series.organ, session, _ordinal(series, session), number)


def _ordinal(series: _Series, session: str) -> int | None:
    """The number of a regular session: Roman, or a figure unless the organ counts by year."""
    if session.isdigit():
        return int(session) if series.organ in {Organ.GA, Organ.HRC} else None
    return roman_number(session)


def _draft(written: str, match: re.Match[str]) -> Symbol:
    organ = _DRAFT_ORGANS.get(match["body"], Organ.GA)
    session = match["session"] or ""
    counted = session.isdigit() and organ in {Organ.GA, Organ.HRC}
    return Symbol(
        written,
        SymbolKind.DRAFT,
        organ,
        session,
        int(session) if counted else None,
        match["number"] + match["rest"],
    )
