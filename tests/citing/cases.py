"""What is cited in tests: acts of each organ, and places in them."""

from dataclasses import replace
from datetime import date
from typing import Any

from archive.citing.cited import Cited
from archive.parsing.symbols import Organ, Symbol

HOST = "https://archive.example"


def cited(symbol: str = "A/RES/66/164", day: str = "", **fields: Any) -> Cited:
    """A resolution as a whole; of an ``anchor``, the place in it."""
    read = Symbol.read(symbol)
    whole = Cited(
        symbol=read,
        organ=read.organ or Organ.GA,
        url=f"{HOST}/{read}/",
        dated_on=date.fromisoformat(day) if day else None,
    )
    return replace(whole, **fields)


def defenders(**fields: Any) -> Cited:
    """A resolution of which all is known."""
    title = "Promotion of the Declaration on the Right and Responsibility of Individuals"
    return cited("A/RES/66/164", "2011-12-19", **({"title": title} | fields))


def draft(**fields: Any) -> Cited:
    """A draft in whose place another text was adopted."""
    known = {"title": "Human rights defenders", "adopted_as": "A/RES/70/161"}
    return cited("A/C.3/70/L.46", "2015-11-06", **(known | fields))
