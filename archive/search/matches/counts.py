"""Counts: how many were found, of what, and how surely."""

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How surely a count is known."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


class Noun(StrEnum):
    """What is counted."""

    RESOLUTION = "resolution"
    PARAGRAPH = "paragraph"


_BEFORE = {
    Certainty.EXACT: "",
    Certainty.ABOUT: "about ",
    Certainty.MORE_THAN: "more than ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of resolutions or paragraphs; of resolutions, how many are drafts.

    It is the number of rows in the list beside it. ``ABOUT`` means that a few of those may say
    the words of a phrase apart; ``MORE_THAN``, that the list holds the first of more.
    """

    number: int
    kind: Certainty = Certainty.EXACT
    noun: Noun = Noun.RESOLUTION
    drafts: int = 0

    @property
    def adopted(self) -> int:
        """How many are no drafts."""
        return self.number - self.drafts

    @property
    def is_exact(self) -> bool:
        """Whether neither more nor fewer were found."""
        return self.kind is Certainty.EXACT

    @property
    def in_words(self) -> str:
        """As a sentence has it: "more than 4,000 paragraphs", "1 resolution", "No paragraph"."""
        if not self.number:
            return f"No {self.noun}"
        noun = self.noun if self.number == 1 else f"{self.noun}s"
        return f"{_BEFORE[self.kind]}{self.number:,} {noun}"
