"""What the page of a new reading shows: each difference, and what people had set right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from archive.admin.publishing.differences import ToldDifference, told
from archive.admin.review.corrections import ListedCorrection, conflicting, listed
from archive.admin.review.findings import Finding, blocking
from archive.ingest.publishing.blocking import blockers
from archive.ingest.reparsing.comparing import Comparison
from archive.ingest.reparsing.turning_down import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TickedDifference:
    """A difference with its key in the form, and whether somebody has ticked it."""

    key: str
    told: ToldDifference
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A new reading beside what is published.

    ``kept`` are the corrections of people that meet what they were made for, ``conflicts`` those
    that meet something else.
    """

    found: Comparison
    differences: Sequence[TickedDifference]
    kept: Sequence[ListedCorrection]
    conflicts: Sequence[ListedCorrection]
    blockers: Sequence[Finding]
    left_behind: Sequence[ListedCorrection]

    @property
    def is_comparable(self) -> bool:
        """Whether something is published, and a parse of it is kept."""
        return self.found.published is not None


def reading_of(found: Comparison, *, ticked: Collection[str] = ()) -> Reading:
    """The page of a comparison; ``ticked`` are the keys of differences that are turned down."""
    kept = listed(found.edition.corrections, found.edition)
    behind = found.left_behind
    return Reading(
        found=found,
        differences=[
            TickedDifference(key=key_of(one), told=shown, is_ticked=key_of(one) in ticked)
            for one, shown in zip(found.differences, told(found.differences), strict=True)
        ],
        kept=[one for one in kept if not one.conflict],
        conflicts=conflicting(kept),
        blockers=blocking(found.edition, blockers(found.edition)),
        left_behind=listed([*behind.made, *behind.undone]),
    )
