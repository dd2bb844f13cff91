"""Paragraphs beside one another: the earlier and the later one, and the words between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.comparison.passages import OF_PARTS
from archive.comparison.sameness import ALMOST
from archive.comparison.strengths import Scale, Step
from archive.comparison.verdicts import verdict
from archive.comparison.words import Change, word_changes
from archive.ingest.lineages.neighbours import MemberText
from archive.models import Paragraph, ParagraphPairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two paragraphs, what makes the one the other, and what is said of them.

    ``other`` is the one of the two that the page is not about. ``pairing`` is None where neither
    comparing nor a person has said anything. ``step`` is not told of what was split or merged.
    """

    earlier: Paragraph
    later: Paragraph
    other: Paragraph
    changes: Sequence[Change]
    likeness: float
    step: Step | None
    pairing: ParagraphPairing | None

    @property
    def alike(self) -> str:
        """How like their words are, in hundredths; the same words alone are 100."""
        return in_hundredths(self.likeness)

    @property
    def seen(self) -> str:
        """What somebody who looks at it now has seen."""
        held = self.pairing
        return f"{held.decision} {held.decided_at}" if held else ""

    @property
    def is_decided(self) -> bool:
        """Whether a person has said whether they are one."""
        held = self.pairing
        return held is not None and held.decision != ParagraphPairing.Decision.MACHINE


def beside(
    paragraph: Paragraph,
    other: Paragraph,
    *,
    order: Sequence[MemberText],
    scale: Scale,
    pairing: ParagraphPairing | None,
) -> Beside:
    """Two paragraphs in the order of their series; ``order`` has its texts."""
    place = {member.text: at for at, member in enumerate(order)}
    both = (paragraph, other) if pairing is None else (pairing.earlier, pairing.later)
    earlier, later = sorted(both, key=lambda one: place.get(one.text_id, 0))
    return Beside(
        earlier=earlier,
        later=later,
        other=other,
        changes=word_changes(earlier.wording, later.wording),
        likeness=pairing.likeness if pairing else _likeness(earlier, later),
        step=None if _is_of_parts(pairing) else scale.step(earlier.opening, later.opening),
        pairing=pairing,
    )


def beside_each(
    paragraph: Paragraph,
    pairings: Sequence[ParagraphPairing],
    *,
    order: Sequence[MemberText],
    scale: Scale,
) -> list[Beside]:
    """A paragraph beside each that it is or was paired with, in the order of the series."""
    place = {member.text: at for at, member in enumerate(order)}
    found = [
        beside(paragraph, _other(paragraph, one), order=order, scale=scale, pairing=one)
        for one in pairings
    ]
    return sorted(
        found, key=lambda one: (place.get(one.other.text_id, len(place)), one.other.position)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A paragraph that another one may be paired with, and how like their words are."""

    paragraph: Paragraph
    likeness: float

    @property
    def alike(self) -> str:
        """The likeness in hundredths."""
        return in_hundredths(self.likeness)


def choices(paragraph: Paragraph, others: Sequence[Paragraph]) -> list[Choice]:
    """The paragraphs of a text, the likest first; of equals, in reading order."""
    found = [Choice(paragraph=one, likeness=_likeness(paragraph, one)) for one in others]
    return sorted(found, key=lambda one: (-one.likeness, one.paragraph.position))


def paired_in(
    paragraph: Paragraph, other: Paragraph, *, pairings: Sequence[ParagraphPairing]
) -> list[Paragraph]:
    """Which others of the text of ``other`` the paragraph is paired with."""
    standing = [one for one in pairings if one.decision != ParagraphPairing.Decision.DENIED]
    held = (_other(paragraph, one) for one in standing)
    return [one for one in held if one.text_id == other.text_id and one.pk != other.pk]


def _is_of_parts(pairing: ParagraphPairing | None) -> bool:
    """Whether one was split or several merged: its opening may have been that of another part."""
    return pairing is not None and pairing.fate in OF_PARTS


def _other(paragraph: Paragraph, pairing: ParagraphPairing) -> Paragraph:
    return pairing.later if pairing.earlier_id == paragraph.pk else pairing.earlier


def _likeness(one: Paragraph, other: Paragraph) -> float:
    return verdict(one.wording, other.wording).likeness


def in_hundredths(likeness: float) -> str:
    """A likeness as people read it: "29%"; 100% are the same words alone."""
    told = likeness if likeness == 1 else min(likeness, ALMOST)
    return f"{told:.0%}"
