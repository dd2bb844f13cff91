"""Agreed wordings as values: what a wording says, who uses it, and how near it is to what is asked.

Pages, files and reports are made from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.models import Paragraph, Resolution
from archive.models.resolution import address_of, name_of


class Match(StrEnum):
    """How a wording stands to the words that are asked, the nearest first."""

    SAME = "same"
    WITHIN = "within"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A paragraph that says a wording, and the resolution or draft that it stands in.

    ``place`` is in words, "op. 10 (a)". A draft is dated by its distribution.
    """

    symbol: str
    stage: str
    organ: str
    title: str
    dated_on: date | None
    date_is_unverified: bool
    adoption_method: str
    anchor: str
    place: str

    @property
    def is_draft(self) -> bool:
        """Whether it stands in a draft, never to be shown as adopted."""
        return self.stage == Resolution.Stage.DRAFT

    @property
    def address(self) -> str:
        """The path to the paragraph on the page of its resolution."""
        return f"{address_of(self.symbol)}#{self.anchor}"

    @property
    def name(self) -> str:
        """Its resolution as a sentence names it: "General Assembly resolution 66/164"."""
        return name_of(self.symbol, self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedWording:
    """A wording as its first use prints it, how near it is, and who uses it.

    ``first`` and ``last`` are the first and last use that was adopted; of a wording that only
    drafts have, those of drafts. ``uses`` are by date, those adopted first, no more than are shown;
    ``resolutions_count`` and ``drafts_count`` count all. ``likeness`` is between 0 and 1, which
    the same words alone have. ``adoption_methods`` are those of the adopted uses, "" for one that
    is not known.
    """

    key: int
    text: str
    opening: str
    form: str
    match: Match
    likeness: float
    resolutions_count: int
    drafts_count: int
    organs: tuple[str, ...]
    adoption_methods: tuple[str, ...]
    first: Use
    last: Use
    uses: tuple[Use, ...]

    @property
    def more_uses_count(self) -> int:
        """How many resolutions and drafts have it besides those of ``uses``."""
        return self.resolutions_count + self.drafts_count - len({use.symbol for use in self.uses})


def place_of(anchor: str, label: str) -> str:
    """Where a paragraph stands, as a reader writes it."""
    return Paragraph(anchor=anchor, label=label).place


def organs_in_order(organs: Sequence[str]) -> tuple[str, ...]:
    """Organs by their short names, in the order in which pages list them."""
    return tuple(organ for organ in Resolution.Organ.values if organ in organs)
