"""The pairs of a comparison as its page shows them: where each stands, and its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.comparison.passages import Fate, Pairing, Passage
from archive.comparison.strengths import Step
from archive.comparison.words import Change, ChangeKind
from archive.parsing.parsed import ParagraphKind
from archive.web.compare.sides import ComparedSides, Side, openings
from archive.web.compare.words import fate_in_words, is_touched


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph of either text: where it stands, and its page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pairing on the page.

    ``changes`` are the redline, ``older`` the words of the older text with what was taken out
    marked; empty where there is nothing to set beside the newer words. ``anchor`` is its own on
    this page.
    """

    fate: Fate
    words: str
    is_confirmed: bool
    anchor: str
    before: tuple[Place, ...]
    after: tuple[Place, ...]
    depth: int
    is_heading: bool
    changes: tuple[Change, ...]
    older: tuple[Change, ...]
    step: Step | None
    openings: tuple[str, str]


def pairs(found: ComparedSides, *, of_changes: bool) -> Iterator[Pair]:
    """Every pair in the order of the newer text; only what changed, where that is asked."""
    for one in found.comparison.pairings:
        if not of_changes or one.fate is not Fate.KEPT or is_touched(one):
            yield _pair(one, found)


def _pair(one: Pairing, found: ComparedSides) -> Pair:
    of = (one.after or one.before)[0]
    side = found.after if one.after else found.before
    return Pair(
        fate=one.fate,
        words=fate_in_words(one),
        is_confirmed=found.is_confirmed(one),
        anchor=of.anchor if one.after else f"was-{of.anchor}",
        before=_places(one.before, found.before),
        after=_places(one.after, found.after),
        depth=side.depth(of),
        is_heading=of.kind is ParagraphKind.HEADING,
        changes=one.changes,
        older=_older(one),
        step=found.step(one),
        openings=openings(one),
    )


def _places(passages: tuple[Passage, ...], side: Side) -> tuple[Place, ...]:
    return tuple(Place(name=side.place(one), address=side.address(one)) for one in passages)


def _older(one: Pairing) -> tuple[Change, ...]:
    """The words of the older text, where the newer one has a wording of its own for them."""
    if not (one.before and one.after and is_touched(one)):
        return ()
    return tuple(change for change in one.changes if change.kind is not ChangeKind.INSERTED)
