"""Anchors: the name of each paragraph in its text, given once.

Reads: the divisions of a text as they come. Writes: anchors, no two alike.
An anchor says where a paragraph stands: the annex, appendix or part, the article or rule, the
paragraph in its series, the labels of sub-paragraphs (``annex-1-art5-op2-a``). Parts are counted
where numbers begin again with nothing else to tell them apart (``part-2-op1``).
"""

from dataclasses import dataclass, field
from enum import StrEnum

#: The longest that real texts need; "-x" ends what is cut there.
_LONGEST = 60


def fitted(anchor: str) -> str:
    """The anchor, cut where it is longer than real texts need."""
    return anchor if len(anchor) <= _LONGEST else f"{anchor[:_LONGEST].rstrip('-')}-x"


class Step(StrEnum):
    """What a step of an anchor names, from the widest to the narrowest."""

    ANNEX = "annex"
    APPENDIX = "appendix"
    PART = "part"
    UNIT = "unit"


#: The divisions a place stands in, the widest first.
OpenDivisions = tuple[tuple[Step, str], ...]


@dataclass(slots=True)
class Anchors:
    """The divisions that are open, and how often each anchor has been given."""

    _steps: list[tuple[Step, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What anchors in the open division begin with: empty, or ``annex-1-art5-``."""
        return "".join(f"{step}-" for _, step in self._steps)

    @property
    def has_annexed(self) -> bool:
        """Whether the open division belongs to an annex, an appendix, or an article."""
        return any(kind is not Step.PART for kind, _ in self._steps)

    def is_open(self, kind: Step) -> bool:
        """Whether a division of this kind is open."""
        return any(one is kind for one, _ in self._steps)

    def begin_annex(self) -> str:
        """Close everything and begin the next annex."""
        self._steps.clear()
        return self._begin(Step.ANNEX, self._next("annex-"))

    def begin_appendix(self) -> str:
        """Begin the next appendix of the annex that is open, or of the text."""
        self._close(Step.APPENDIX)
        return self._begin(Step.APPENDIX, self._next("appendix-", within=self.prefix))

    def begin_part(self) -> str:
        """Begin the next part of the division that is open; the first needs no name."""
        if self._steps and self._steps[-1][0] is Step.PART:
            self._steps.pop()
        series = f"{self.prefix}part-"
        self._counts.setdefault(series, 1)
        return self._begin(Step.PART, self._next("part-", within=self.prefix))

    def begin_unit(self, name: str) -> str:
        """Begin an article or a rule, in a part of its own where its number has come before."""
        self.end_unit()
        if self._counts.get(f"{self.prefix}{name}-"):
            self.begin_part()
        self._counts[f"{self.prefix}{name}-"] = 1
        return self._begin(Step.UNIT, name)

    def end_unit(self) -> None:
        """Close the article or rule that is open."""
        if self.is_open(Step.UNIT):
            self._close(Step.UNIT)

    def leave_annexes(self) -> None:
        """Go back to the text, where another resolution begins after the annex of one."""
        self._steps.clear()

    def place(self) -> OpenDivisions:
        """The divisions that are open, to be opened again."""
        return tuple(self._steps)

    def reopen(self, place: OpenDivisions) -> None:
        """Go back to divisions that were open before."""
        self._steps = list(place)

    def next_in(self, series: str) -> str:
        """The next anchor of a series in the open division: ``pp3``."""
        return self._next(f"{self.prefix}{series}")

    def next_heading(self) -> str:
        """The next heading's; headings are counted through the whole file."""
        return self._next("heading")

    def next_below(self, parent: str, series: str) -> str:
        """The next anchor of a series below a paragraph: ``op10-p1``."""
        return self._next(f"{parent}-{series}")

    def unique(self, anchor: str) -> str:
        """The anchor, or with "-again" where a number or letter is printed twice."""
        anchor = fitted(anchor)
        count = self._counts[anchor] = self._counts.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-again{count - 1}"

    def unique_in(self, anchor: str) -> str:
        """The same in the open division."""
        return self.unique(f"{self.prefix}{anchor}")

    def has_given(self, anchor: str) -> bool:
        """Whether the open division has a paragraph with this anchor."""
        return f"{self.prefix}{anchor}" in self._counts

    def count_of(self, series: str) -> int:
        """How many anchors of a series the open division has."""
        return self._counts.get(f"{self.prefix}{series}", 0)

    def _next(self, series: str, *, within: str = "") -> str:
        counted = f"{within}{series}"
        count = self._counts[counted] = self._counts.get(counted, 0) + 1
        return f"{series}{count}"

    def _begin(self, kind: Step, step: str) -> str:
        self._steps.append((kind, step))
        return self.prefix.removesuffix("-")

    def _close(self, kind: Step) -> None:
        """Close the division of this kind, if one is open, and all within it."""
        for index, (one, _) in enumerate(self._steps):
            if one is kind:
                del self._steps[index:]
                return
