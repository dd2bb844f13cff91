"""Tallies: how many of what was found have each value of a facet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.search.matches.counts import Noun

#: As many values of a facet as a reader takes in.
MOST_VALUES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many have each value, of ``total`` that were found with every filter but this one.

    ``counts`` may hold only the most frequent of ``value_count`` values; ``titles`` says of some
    what they are called. ``is_about`` says that the list itself is known approximately. Of those
    counted in a sample, only the numbers of values in ``exact`` are no estimates.
    """

    counts: Mapping[Any, int]
    total: int
    value_count: int
    noun: Noun = Noun.RESOLUTION
    titles: Mapping[Any, str] = field(default_factory=dict)
    is_about: bool = False
    is_sampled: bool = False
    exact: frozenset[Any] = frozenset()

    @classmethod
    def of(cls, counts: Mapping[Any, int], *, total: int, **more: Any) -> "Tally":
        """A tally of all values; those that none has, and what has no value, are left out."""
        having = {
            value: count for value, count in counts.items() if count and value not in {None, ""}
        }
        return cls(counts=having, total=total, value_count=len(having), **more)

    def is_approximate(self, value: Any) -> bool:
        """Whether the number of a value is not sure to be that of its list."""
        return self.is_about or (self.is_sampled and value not in self.exact)


#: By what was tallied: "organ", "session", "dates" (years), "parts", "openings", "cites", "stage",
#: "held".
Tallies = Mapping[str, Tally]


def in_two_figures(number: int) -> int:
    """A number that is known approximately, as it may be said: 1,234 is about 1,200."""
    return round(number, min(0, 2 - len(str(number))))
