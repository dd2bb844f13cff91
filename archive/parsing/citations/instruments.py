"""Instruments: what the United Nations cites by name, and the document that contains it.

Reads: the shipped table, ``instruments.txt``, curated by hand. Writes: Instruments. Each entry says
what it rests on: a note of a resolution that gives the symbol beside the name, a resolution's own
words, or the resolution that has the instrument annexed. A treaty that was concluded elsewhere, as
the Charter is, has no symbol and no entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import groupby

from archive.parsing.dates import read_date
from archive.parsing.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an instrument; with ``before``, only where these words follow it."""

    words: str
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument: its names, the symbol that contains it and where, and the evidence.

    ``treaty`` is its volume and registration number in the United Nations Treaty Series; ``sales``
    the number under which the report that contains it is sold; ``adopted_on`` the day on which it,
    or the act that contains it, was adopted.
    """

    names: tuple[Name, ...]
    target: str
    pinpoint: str | None
    evidence: str
    adopted_on: date | None = None
    treaty: tuple[int, int] | None = None
    sales: str | None = None


def read_instruments(table: str) -> Iterator[Instrument]:
    """The instruments of a table: entries parted by empty lines, comments behind "#".

    Raises SymbolError for an entry whose first line is no symbol.
    """
    lines = (line.strip() for line in table.splitlines() if not line.startswith("#"))
    for is_entry, entry in groupby(lines, key=bool):
        if is_entry:
            yield _read(*entry)


def _read(head: str, *lines: str) -> Instrument:
    """One entry: its first line, and those that begin with what they say."""
    symbol, _, place = head.partition(", ")
    said = {word: rest for word, _, rest in (line.partition(" ") for line in lines)}
    names = (line.removeprefix("= ") for line in lines if line.startswith("= "))
    return Instrument(
        names=tuple(map(_name, names)),
        target=str(Symbol.read(symbol)),
        pinpoint=place or None,
        evidence=said["evidence"],
        adopted_on=read_date(said.get("adopted", "")),
        treaty=_treaty(said["treaty"]) if "treaty" in said else None,
        sales=said.get("sales"),
    )


def _name(written: str) -> Name:
    words, _, before = written.partition(" … ")
    return Name(words=words, before=before if before.startswith(",") else before and f" {before}")


def _treaty(written: str) -> tuple[int, int]:
    """The numbers in "vol. 999, No. 14668"."""
    volume, number = written.removeprefix("vol. ").split(", No. ")
    return int(volume), int(number)


INSTRUMENTS = tuple(
    read_instruments(
        resources.files("archive.parsing.citations")
        .joinpath("instruments.txt")
        .read_text(encoding="utf-8")
    )
)
#: The days on which acts that contain an instrument were adopted.
ADOPTED_ON = {one.target: one.adopted_on for one in INSTRUMENTS if one.adopted_on}
