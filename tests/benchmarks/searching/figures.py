"""Figures: medians and ratios of what was measured, and whether they keep what is promised."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.benchmarks.searching.questions import Kind

_TWENTIETHS = 20
#: The largest part of a peer's time that a cold page may take, by kind.
MOST_OF_DATASETTE = {
    Kind.COMMON: 0.1,
    Kind.TWO_WORDS: 0.1,
    Kind.PHRASE: 0.1,
    Kind.MID: 0.1,
    Kind.RARE: 1.0,
}
MOST_OF_TANTIVY, MOST_SPREAD, MOST_GROWTH, MOST_MEGABYTES = 10.0, 3.0, 4.0, 150.0


@dataclass(frozen=True, slots=True)
class Times:
    """How long each of several took, in milliseconds; none where it was not measured."""

    each: tuple[float, ...] = ()

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        """Of seconds."""
        return cls(tuple(round(one * 1000, 3) for one in seconds))

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        """What 19 of 20 do not exceed."""
        if len(self.each) == 1:
            return self.each[0]
        return statistics.quantiles(self.each, n=_TWENTIETHS, method="inclusive")[-1]

    def ratio_to(self, other: "Times") -> float | None:
        """Its median in that of another; None where either was not measured."""
        return self.median / other.median if self.each and other.each else None


@dataclass(slots=True)
class OfKind:
    """What was measured of the questions of one kind."""

    cold: Times = Times()
    warm: Times = Times()
    datasette: Times = Times()
    datasette_at_its_best: Times = Times()
    tantivy: Times = Times()

    @property
    def cold_to_datasette(self) -> float | None:
        """A cold page to the peer's page of the same question."""
        return self.cold.ratio_to(self.datasette)


@dataclass(slots=True)
class Figures:
    """Everything one run has measured."""

    cores: int
    paragraphs: int
    resolutions: int = 0
    kinds: dict[Kind, OfKind] = field(default_factory=lambda: {kind: OfKind() for kind in Kind})
    small_paragraphs: int = 0
    small_common: Times = Times()
    pages_per_second: dict[str, float] = field(default_factory=dict)
    megabytes_resident: list[float] = field(default_factory=list)
    megabytes_proportional: list[float] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    @property
    def mix(self) -> Times:
        """Cold pages of all kinds together."""
        return Times(tuple(one for of_kind in self.kinds.values() for one in of_kind.cold.each))

    def as_json(self) -> dict[str, Any]:
        """Everything, with the verdicts."""
        return asdict(self) | {"verdicts": [asdict(one) for one in self.verdicts()]}

    def verdicts(self) -> "list[Verdict]":
        """What is promised, each with what was measured; what was not measured is left out."""
        kinds = self.kinds
        made = [
            Verdict(f"{kind}: cold page to Datasette’s", kinds[kind].cold_to_datasette, most)
            for kind, most in MOST_OF_DATASETTE.items()
        ]
        common = kinds[Kind.COMMON]
        to_tantivy = common.cold.ratio_to(common.tantivy)
        made.append(Verdict("common: cold page to tantivy’s list", to_tantivy, MOST_OF_TANTIVY))
        spread = self.mix.p95 / self.mix.median
        made.append(Verdict("p95 of all cold pages to their median", spread, MOST_SPREAD))
        growth = common.cold.ratio_to(self.small_common)
        times = f"{self.paragraphs / max(1, self.small_paragraphs):.0f} times the paragraphs"
        made.append(Verdict(f"common: cold page with {times}", growth, MOST_GROWTH))
        largest = max(self.megabytes_resident, default=None)
        made.append(Verdict("memory of a worker in MB", largest, MOST_MEGABYTES))
        wrong = float(len(self.disagreements))
        made.append(Verdict("answers that differ from the peers’", wrong, 0.0))
        return [one for one in made if one.measured is not None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A promise: what was measured, and the most that it may be."""

    promise: str
    measured: float | None
    most: float

    @property
    def is_kept(self) -> bool:
        """Whether it is."""
        return self.measured is not None and self.measured <= self.most
