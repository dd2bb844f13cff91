"""Strengths of openings: which of two openings of one family says it more strongly.

Reads: a scale, which staff keep in a table, and printed openings. Writes: a step up, down, or none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """How an opening stands to an earlier one of its family."""

    STRONGER = "stronger"
    SAME = "same"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """A place on the scale: a phrase as ``degree_form`` has it, its family, its rank from 1."""

    family: str
    phrase: str
    rank: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The degrees by their phrases."""

    degrees: Mapping[str, Degree]

    @classmethod
    def of(cls, degrees: Iterable[Degree]) -> "Scale":
        """The scale of some degrees."""
        return cls({one.phrase: one for one in degrees})

    def degree(self, opening: str) -> Degree | None:
        """The place of a printed opening; None where the scale does not have it."""
        raise NotImplementedError

    def step(self, before: str, after: str) -> Step | None:
        """How an opening stands to an earlier one; None where families differ or one is unknown."""
        raise NotImplementedError


def degree_form(opening: str) -> str:
    """A printed opening with its degree and without what only counts: "also", "further".

    "Takes note with appreciation" and "Taking note also with appreciation" are both "take note
    with appreciation".
    """
    raise NotImplementedError
