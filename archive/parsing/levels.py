"""The levels a paragraph's sub-paragraphs stand at: (a) below 1., (i) below (a).

Reads: labels in reading order. Writes: the anchor of the paragraph each belongs to.
"""

from dataclasses import dataclass, field

from archive.parsing.labels import Label, Series

#: Resolutions number no deeper: 1., (a), (i), and a list inside.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Level:
    """An open sub-paragraph and its place in its series."""

    anchor: str
    series: Series
    value: int


@dataclass(slots=True)
class Levels:
    """The numbered or preambular paragraph that is open and the sub-paragraphs open below it."""

    _top: str | None = None
    _subs: list[_Level] = field(default_factory=list)
    _place: tuple[Series, int] = (Series.LETTER, 1)
    _has_had_subs: bool = False

    def __bool__(self) -> bool:
        return self._top is not None

    @property
    def has_subs(self) -> bool:
        """Whether the open paragraph has had sub-paragraphs."""
        return self._has_had_subs

    def open(self, anchor: str) -> None:
        """Begin another paragraph at the margin."""
        self._top, self._subs, self._has_had_subs = anchor, [], False

    def parent_of(self, label: Label) -> str:
        """Close the levels a label ends, and say which paragraph it belongs to."""
        depth, self._place = self._find(label)
        del self._subs[depth:]
        return self._parent

    def add(self, anchor: str) -> None:
        """Open the sub-paragraph whose parent was asked for."""
        self._subs.append(_Level(anchor, *self._place))
        self._has_had_subs = True

    def close_subs(self) -> str:
        """Go back to the margin: the paragraph that is open there."""
        self._subs.clear()
        return self._parent

    @property
    def _parent(self) -> str:
        return self._subs[-1].anchor if self._subs else self._top or ""

    def _find(self, label: Label) -> tuple[int, tuple[Series, int]]:
        """The depth of a label and its reading: the next of an open series, a first, or a gap."""
        by_depth = list(enumerate(self._subs))[::-1]
        for depth, level in by_depth:
            if (level.series, level.value + 1) in label.places:
                return depth, (level.series, level.value + 1)
        first = next((place for place in label.places if place[1] == 1), None)
        if first and all(level.series is not first[0] for level in self._subs):
            return min(len(self._subs), _DEEPEST - 1), first
        for depth, level in by_depth:
            for series, value in label.places:
                if series is level.series:
                    return depth, (series, value)
        return min(len(self._subs), _DEEPEST - 1), first or label.places[-1]
