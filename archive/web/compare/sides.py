"""The two texts of a comparison, and what comparing them found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive.comparison.decided import Decisions, decided
from archive.comparison.pairings import compared
from archive.comparison.passages import Comparison, Pairing, Passage
from archive.comparison.strengths import Scale, Step
from archive.models import (
    READING_LANGUAGE,
    OpeningStrength,
    Paragraph,
    ParagraphPairing,
    Resolution,
    Text,
)
from archive.web.compare.params import CompareParams
from archive.web.data.refusals import why_missing
from archive.web.named_places import place_address
from archive.web.search_formats.refusals import Refusal


class NotComparedError(Exception):
    """A comparison that cannot be made; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.happened)
        self.refusal = refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A text that is compared: its resolution, and its paragraphs by their anchors, in order."""

    resolution: Resolution
    paragraphs: Mapping[str, Paragraph]

    @property
    def passages(self) -> list[Passage]:
        """The paragraphs as comparing reads them."""
        return [one.passage for one in self.paragraphs.values()]

    @property
    def day(self) -> date | None:
        """When it was adopted, or as a draft distributed."""
        return self.resolution.day

    def place(self, passage: Passage) -> str:
        """Where a passage stands, as readers write it: ``op. 10 (a)``."""
        return self.paragraphs[passage.anchor].place

    def label(self, passage: Passage) -> str:
        """Its number or letter as printed; empty where it has none."""
        return self.paragraphs[passage.anchor].label

    def depth(self, passage: Passage) -> int:
        """How many paragraphs it stands in, one within the other."""
        depth, parent = 0, passage.parent
        while parent:
            depth, parent = depth + 1, self.paragraphs[parent].parent_anchor
        return depth

    def address(self, passage: Passage) -> str:
        """The page of a passage."""
        return place_address(self.resolution, passage.anchor)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSides:
    """Two texts, what became of their paragraphs, and the scale on which openings stand."""

    params: CompareParams
    before: Side
    after: Side
    comparison: Comparison
    decisions: Decisions
    scale: Scale

    def is_confirmed(self, one: Pairing) -> bool:
        """Whether people have said of every two paragraphs of a pairing that they are one."""
        pairs = {(a.anchor, b.anchor) for a in one.before for b in one.after}
        return bool(pairs) and pairs <= self.decisions.confirmed

    def step(self, one: Pairing) -> Step | None:
        """Whether the opening of what was paired is stronger, weaker or the same; None if unknown.

        Nothing is said of what was split or merged: its opening may have been that of another part.
        """
        was, now = openings(one)
        return self.scale.step(was, now) if was and now else None


def openings(one: Pairing) -> tuple[str, str]:
    """How one paragraph that became one opened, and opens; else empty words."""
    if len(one.before) != 1 or len(one.after) != 1:
        return "", ""
    return one.before[0].opening, one.after[0].opening


def compared_sides(params: CompareParams) -> ComparedSides:
    """The comparison of two texts, as people have decided it: five queries, however long they are.

    Raises NotComparedError where one of them is not known, not held, or was withdrawn.
    """
    symbols = (params.before, params.after)
    found = {one.symbol: one for one in Resolution.objects.for_records(symbols).with_doubts()}
    held = Text.objects.in_reading_language().of_any(found.values()).without_words()
    texts = {one.resolution_id: one for one in held}
    for symbol in symbols:
        if symbol not in found or found[symbol].pk not in texts:
            raise NotComparedError(why_missing(symbol, language=READING_LANGUAGE))
    rows = list(Paragraph.objects.standing_in_any(texts.values()).as_passages())
    before, after = (_side(found[one], texts[found[one].pk], rows=rows) for one in symbols)
    decisions = _decisions(texts[before.resolution.pk], texts[after.resolution.pk])
    return ComparedSides(
        params=params,
        before=before,
        after=after,
        comparison=decided(compared(before.passages, after.passages), decisions),
        decisions=decisions,
        scale=OpeningStrength.objects.scale(),
    )


def _side(resolution: Resolution, text: Text, *, rows: Sequence[Paragraph]) -> Side:
    own = {row.anchor: row for row in rows if row.text_id == text.pk}
    return Side(resolution=resolution, paragraphs=own)


def _decisions(before: Text, after: Text) -> Decisions:
    """What people have decided of two texts, whichever of them they took for the older."""
    confirmed, denied = set[tuple[str, str]](), set[tuple[str, str]]()
    for row in ParagraphPairing.objects.decided().among([before, after]):
        is_forth = row.of_text == before.pk
        pair = (row.was_at, row.is_at) if is_forth else (row.is_at, row.was_at)
        is_confirmed = row.decision == ParagraphPairing.Decision.CONFIRMED
        (confirmed if is_confirmed else denied).add(pair)
    return Decisions(confirmed=frozenset(confirmed), denied=frozenset(denied))
