"""Dates in lists of acts: the day of each, also where one stands for several.

Reads: the items of a list. Writes: the same items with the days they share. "5/1 and 5/2 of 18 June
2007" gives both acts one day, "of 7 and 8 November 2000" each its own. A day is shared within one
session, and only where "and" or "to" joins the act that has it: "65/37 A, 65/37 B of 4 April 2011,
66/231" says nothing of 65/37 A. The Security Council's acts of one year share one only where their
numbers follow one another.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from archive.parsing.citations.instruments import ADOPTED_ON
from archive.parsing.citations.items import Act, Shape

_PLAIN_JOINT = re.compile(r"[ ,;)]{0,3}(?:and |to )?(?:also )?")
_JOINED = re.compile(r"\band\b|^ to $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An act in a list, with the words that belong to it.

    ``joint`` are the words between it and the one before. Its day is one of: ``dated_on``, right
    behind it; ``dated_behind_title``; ``shared``, of a later item. ``before_dated_on`` is the day
    that its words give the act before it.
    """

    act: Act
    start: int
    end: int
    joint: str
    pinpoint: str | None
    dated_on: date | None = None
    dated_behind_title: date | None = None
    before_dated_on: date | None = None
    shared: date | None = None

    @property
    def day(self) -> date | None:
        """The day of the act, as far as the words say it."""
        return self.dated_on or self.dated_behind_title or self.shared

    def day_of(self, symbol: str) -> date | None:
        """The same, unless it is shared and the act of this symbol is known to be of another."""
        if self.day is self.shared and ADOPTED_ON.get(symbol, self.day) != self.day:
            return None
        return self.day


def with_dates(items: list[Item]) -> list[Item]:
    """The items, with the days that they share with the one behind them."""
    dated: list[Item] = []
    for item in reversed(items):
        after = dated[-1] if dated else None
        day = _shared(item, after) if after and item.day is None else None
        dated.append(replace(item, shared=day) if day else item)
    return dated[::-1]


def _shared(item: Item, after: Item) -> date | None:
    """The day that an item without one has from the item behind it."""
    if item.act.session != after.act.session:
        return None
    is_joined = after.shared or _JOINED.search(after.joint)
    if after.before_dated_on:
        return after.before_dated_on if is_joined else None
    is_plain = _PLAIN_JOINT.fullmatch(after.joint) or after.dated_on is None
    is_apart = item.act.shape is Shape.YEAR_BEHIND and not item.act.is_next_to(after.act)
    return after.day if is_joined and is_plain and not is_apart else None
