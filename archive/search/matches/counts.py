"""Counts: how many were found, of what, and how surely."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext, gettext_noop, ngettext_lazy


class Certainty(StrEnum):
    """How surely a count is known."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


class Noun(StrEnum):
    """What is counted."""

    RESOLUTION = "resolution"
    PARAGRAPH = "paragraph"


_NOTHING = {
    Noun.RESOLUTION: gettext_noop("No resolution"),
    Noun.PARAGRAPH: gettext_noop("No paragraph"),
}
_COUNTED = {
    Noun.RESOLUTION: ngettext_lazy("%(count)s resolution", "%(count)s resolutions", "number"),
    Noun.PARAGRAPH: ngettext_lazy("%(count)s paragraph", "%(count)s paragraphs", "number"),
}
_UNSURELY = {
    Certainty.ABOUT: gettext_noop("about %(things)s"),
    Certainty.MORE_THAN: gettext_noop("more than %(things)s"),
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
            return gettext(_NOTHING[self.noun])
        things = _COUNTED[self.noun] % {"number": self.number, "count": f"{self.number:,}"}
        return things if self.is_exact else gettext(_UNSURELY[self.kind]) % {"things": things}
