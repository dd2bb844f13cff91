"""Invented texts: the passages of each act in order, with their numbers and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from archive.parsing.parsed import ParagraphKind
from tests.benchmarks.searching.acts import Act, Calendar, Series
from tests.benchmarks.searching.passages import Drafter, Mention, Passage
from tests.benchmarks.searching.wording import vocabulary

#: How many paragraphs a resolution has in the mean, and how much that differs between series.
MEAN_LENGTH, _SPREAD = 33, 0.8
#: What becomes of a passage in the next text of its series: kept, changed; else left out.
_KEPT, _VARIED = 0.74, 0.14
_WITH_ANNEX, _WITH_NOTES = 0.08, 0.15
#: The shares of preambular and operative paragraphs, headings and paragraphs of an annex.
_SHARES, _SHARES_WITH_ANNEX = (40, 56, 4, 0), (18, 25, 5, 52)
_KINDS_IN_ORDER = (
    ParagraphKind.PREAMBULAR,
    ParagraphKind.OPERATIVE,
    ParagraphKind.HEADING,
    ParagraphKind.ANNEX,
)
_REGIONS = dict(zip(_KINDS_IN_ORDER, (0, 1, 1, 2), strict=True))
_LETTERS = "abcdefghijklmnopqrst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A passage in its place: anchor, number and label, and the position of what it is within."""

    passage: Passage
    position: int
    anchor: str
    number: int | None = None
    label: str = ""
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note, marked at the end of a paragraph."""

    number: int
    wording: str
    mentions: tuple[Mention, ...]
    marked_in: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedText:
    """An act with its text; no paragraphs where it is not held."""

    act: Act
    paragraphs: tuple[Placed, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class Synthesis:
    """A whole archive of exactly so many paragraphs, the same for the same seed."""

    paragraphs: int
    seed: int
    _standing: dict[int, list[Passage]] = field(default_factory=dict)
    _last: dict[int, Act] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chance = Random(f"texts {self.seed}")
        self._words = vocabulary(chance=Random(f"words {self.seed}"))
        self._drafter = Drafter(self._words, Random(f"passages {self.seed}"))

    @cached_property
    def acts(self) -> Sequence[Act]:
        """Every act in order of year."""
        count = max(1, round(self.paragraphs / MEAN_LENGTH))
        return tuple(Calendar(self._words, Random(f"acts {self.seed}")).acts(count))

    def texts(self) -> Iterator[InventedText]:
        """Every act in order of year, with its text; once."""
        for act, length in zip(self.acts, self._lengths(self.acts), strict=True):
            yield self._text(act, length)
            if act.adopted_as is None:
                self._drafter.learn(act)

    def _lengths(self, acts: Sequence[Act]) -> list[int]:
        """The paragraphs of each act; together as many as the archive is to have."""
        of_series: dict[int, float] = {}
        drawn = []
        for act in acts:
            base = of_series.setdefault(id(act.series), self._chance.lognormvariate(0, _SPREAD))
            drawn.append(base * self._chance.uniform(0.85, 1.15) if act.is_held else 0)
        return _whole_numbers(drawn, total=self.paragraphs)

    def _text(self, act: Act, length: int) -> InventedText:
        if not length:
            return InventedText(act=act)
        passages = self._passages(act, length)
        self._standing[id(act.series)] = passages
        if act.adopted_as is None:
            self._last[id(act.series)] = act
        placed = tuple(place(passages))
        notes = self._notes(placed) if self._is_so(_WITH_NOTES) else ()
        return InventedText(act=act, paragraphs=placed, notes=tuple(notes))

    def _passages(self, act: Act, length: int) -> list[Passage]:
        """What the series said before and still says, and what is new, in the order of a text."""
        kept = [*self._taken_over(act.series)][:length]
        kinds = self._chance.choices(_KINDS_IN_ORDER, self._shares(kept), k=length - len(kept))
        last = self._last.get(id(act.series))
        new = [self._drafter.passage(kind, act.series, last=last) for kind in kinds]
        return sorted(kept + new, key=lambda passage: _REGIONS[passage.kind])

    def _shares(self, kept: Sequence[Passage]) -> tuple[int, ...]:
        """How many of each kind are written: a series has annexes from the start, or never."""
        has_annex = any(one.kind is ParagraphKind.ANNEX for one in kept)
        has_annex = has_annex or (not kept and self._is_so(_WITH_ANNEX))
        return _SHARES_WITH_ANNEX if has_annex else _SHARES

    def _taken_over(self, series: Series) -> Iterator[Passage]:
        for passage in self._standing.get(id(series), ()):
            drawn = self._chance.random()
            if drawn < _KEPT:
                yield passage
            elif drawn < _KEPT + _VARIED:
                yield self._drafter.varied(passage, series)

    def _notes(self, placed: Sequence[Placed]) -> Iterator[Note]:
        """One note or two, in reading order; none before there is an act to name."""
        if self._drafter.knows_acts:
            count = min(len(placed), self._chance.choice((1, 1, 2)))
            for number, one in enumerate(self._chance.sample(placed, k=count), 1):
                wording, mentions = self._drafter.note()
                yield Note(number=number, wording=wording, mentions=mentions, marked_in=one)

    def _is_so(self, share: float) -> bool:
        return self._chance.random() < share


def place(passages: Sequence[Passage]) -> Iterator[Placed]:
    """Passages with their numbers: preambular ones, then operative ones and headings, then annex.

    What is lettered belongs to the last numbered paragraph, while letters last.
    """
    counts = dict.fromkeys(_ANCHORS, 0)
    parent, lettered = None, 0
    for position, passage in enumerate(passages, 1):
        if passage.is_within and parent is not None and lettered < len(_LETTERS):
            letter = _LETTERS[lettered]
            lettered += 1
            yield Placed(
                passage=passage,
                position=position,
                anchor=f"{parent.anchor}-{letter}",
                label=f"({letter})",
                parent=parent.position,
            )
            continue
        counts[passage.kind] += 1
        placed = _numbered(passage, position, number=counts[passage.kind])
        if passage.kind is ParagraphKind.OPERATIVE:
            parent, lettered = placed, 0
        yield placed


_ANCHORS = {
    ParagraphKind.PREAMBULAR: "pp{}",
    ParagraphKind.OPERATIVE: "op{}",
    ParagraphKind.HEADING: "heading{}",
    ParagraphKind.ANNEX: "annex-op{}",
}
_COUNTED = frozenset({ParagraphKind.OPERATIVE, ParagraphKind.ANNEX})


def _numbered(passage: Passage, position: int, *, number: int) -> Placed:
    is_counted = passage.kind in _COUNTED
    return Placed(
        passage=passage,
        position=position,
        anchor=_ANCHORS[passage.kind].format(number),
        number=number if is_counted else None,
        label=f"{number}." if is_counted else "",
    )


def _whole_numbers(shares: Sequence[float], *, total: int) -> list[int]:
    """Whole numbers in proportion to shares that add up to a total, none less than 1 but for 0."""
    held = sum(1 for share in shares if share)
    scale = (total - held) / sum(shares)
    lengths, owed = [], 0.0
    for share in shares:
        owed += share * scale
        whole = int(owed)
        owed -= whole
        lengths.append(whole + (1 if share else 0))
    lengths[max(range(len(shares)), key=shares.__getitem__)] += total - sum(lengths)
    return lengths
