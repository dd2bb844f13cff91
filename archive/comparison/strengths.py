"""Strengths of openings: which of two openings of one family says it more strongly.

Reads: a scale, which staff keep in a table, and printed openings. Writes: a step up, down, or none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from archive.parsing import opening_words as words
from archive.parsing.opening_forms import BASES, PASTS
from archive.parsing.openings import find_opening


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
        return self.degrees.get(degree_form(opening))

    def ranks(self, family: str) -> list[int]:
        """The ranks of a family, the strongest first."""
        found = {one.rank for one in self.degrees.values() if one.family == family}
        return sorted(found, reverse=True)

    def step(self, before: str, after: str) -> Step | None:
        """How an opening stands to an earlier one; None where families differ or one is unknown."""
        was, now = self.degree(before), self.degree(after)
        if was is None or now is None or was.family != now.family:
            return None
        if was.rank == now.rank:
            return Step.SAME
        return Step.STRONGER if now.rank > was.rank else Step.WEAKER


@lru_cache(maxsize=4096)  # A few thousand openings are all there are, and scales ask again.
def degree_form(opening: str) -> str:
    """A printed opening with its degree and without what only counts: "also", "further".

    "Takes note with appreciation" and "Taking note also with appreciation" are both "take note
    with appreciation"; "Condemns strongly" is "strongly condemn", "Expresses its deep concern"
    "express deep concern". Whose the attitude is, and that it lasts ("remains deeply concerned",
    "continues to urge"), says nothing of its degree. The form of a form is itself.
    """
    said = _without_link(" ".join(opening.split())).lower().split()
    bare = _without(_LASTING, _without(_COUNTING, said))
    return " ".join(_adverbs_first(_in_base([word for word in bare if word not in _WHOSE])))


#: What counts, repeats or joins paragraphs; longest first.
_COUNTING = tuple(
    phrase.split()
    for phrase in (
        "once again",
        "once more",
        "in particular",
        *"additionally again also equally finally further furthermore likewise moreover".split(),
        *"nevertheless particularly especially still therefore".split(),
    )
)
#: What says that an attitude or a call lasts.
_LASTING = tuple(
    phrase.split()
    for phrase in ("continues to", "continuing to", "continue to", "remains", "remaining", "being")
)
_WHOSE = frozenset({"its", "our", "we"})
_PAST = {**PASTS, **words.PAST_PARTICIPLES}


def _without_link(opening: str) -> str:
    """The opening without what links it to the paragraph before: "In this regard, notes"."""
    link, comma, rest = opening.rpartition(", ")
    is_link = comma and find_opening(opening) is not None and find_opening(link) is None
    return rest if is_link else opening


def _without(phrases: Iterable[list[str]], said: list[str]) -> list[str]:
    """The words without these phrases, wherever they stand."""
    kept, at = [], 0
    while at < len(said):
        length = next((len(one) for one in phrases if said[at : at + len(one)] == one), 0)
        kept += [] if length else [said[at]]
        at += length or 1
    return kept


def _in_base(said: list[str]) -> list[str]:
    """The words with each verb that opens in its base form, "having" before it left out."""
    if said[:1] == ["having"] and said[1:] and said[1] in _PAST:
        said = [_PAST[said[1]], *said[2:]]
    places = _heads(said)
    return [BASES.get(word, word) if at in places else word for at, word in enumerate(said)]


def _heads(said: list[str]) -> set[int]:
    """Where the verbs stand that open: the first, and one joined to it by "and"."""
    found: set[int] = set()
    is_awaited = True
    for at, word in enumerate(said):
        if is_awaited and word not in words.BEFORE:
            found |= set() if word in words.ATTITUDES else {at}
        is_awaited = word == "and" or (is_awaited and word in words.BEFORE)
    return found


def _adverbs_first(said: list[str]) -> list[str]:
    """The words with adverbs of degree before the verb, where there is but one."""
    if "and" in said:
        return said
    first = [word for word in said if word in words.AFTER_AS_WELL]
    return [*first, *(word for word in said if word not in words.AFTER_AS_WELL)]
