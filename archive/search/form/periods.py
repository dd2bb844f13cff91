"""Periods: a year or a day, as people type it where a search asks from when and until when."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.dateformat import format as written

_TYPED = re.compile(r"(?P<year>[0-9]{4})(?:-[0-9]{2}-[0-9]{2})?", re.ASCII)


class PeriodError(ValueError):
    """Words that are neither a year nor a day of the calendar; the message names them."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``: those of one year, or one day."""

    first: date
    last: date

    @classmethod
    def read(cls, typed: str) -> "Period":
        """The year 2011, or the day 2011-12-19 as ISO 8601 writes it.

        Raises PeriodError for anything else, days that no calendar has among it.
        """
        match = _TYPED.fullmatch(typed)
        try:
            if match and match["year"] == typed:
                return cls.of_year(int(typed))
            day = date.fromisoformat(typed if match else "")
        except ValueError as error:
            raise PeriodError(f"“{typed[:40]}” is neither a year nor a day.") from error
        return cls.of_day(day)

    @classmethod
    def of_day(cls, day: date) -> "Period":
        """One day."""
        return cls(day, day)

    @classmethod
    @cache  # of some decades, again and again
    def of_year(cls, year: int) -> "Period":
        """All of a year, from 1 to 9999."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.first != self.last

    @property
    def in_words(self) -> str:
        """The period for people: 2011, or 19 December 2011."""
        return str(self) if self.is_year else written(self.first, "j F Y")

    def __str__(self) -> str:
        return f"{self.first.year:04}" if self.is_year else self.first.isoformat()
