"""The levels a paragraph's sub-paragraphs stand at: (a) below 1., (i) below (a).

Reads: labels in reading order. Writes: the anchor of the paragraph each belongs to.
"""

from dataclasses import dataclass, field

from archive.parsing.labels import Label, Place, Series, split_label

#: No text nests deeper; beyond it labels stay at the last level.
_DEEPEST = 6


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
    _top_label: Label | None = None
    _subs: list[_Level] = field(default_factory=list)
    _place: Place = (Series.LETTER, 1)
    _has_had_subs: bool = False
    _closed: tuple[str | None, Label | None, list[_Level]] = (None, None, [])

    def __bool__(self) -> bool:
        return self._top is not None

    @property
    def has_subs(self) -> bool:
        """Whether the open paragraph has had sub-paragraphs."""
        return self._has_had_subs

    def open(self, anchor: str, label: Label | None = None, *, words: str = "") -> None:
        """Begin another paragraph at the margin; its words may begin with a first label.

        Below one without a label, the list of the one before may go on.
        """
        is_interlude = label is None and bool(self._subs)
        self._closed = self._open_list if is_interlude else (None, None, [])
        self._top, self._top_label = anchor, label
        self._subs, self._has_had_subs = [], False
        self._open_within(anchor, words)

    def close(self) -> None:
        """End the paragraph at the margin: what follows belongs to none."""
        self._top, self._top_label, self._subs = None, None, []

    def is_followed_by(self, label: Label) -> bool:
        """Whether a label follows the one of the paragraph at the margin, and no other."""
        if self._top_label is None or self._top_label.number is not None:
            return False
        if any(self._follows(level, label) for level in self._subs):
            return False
        return _comes_after(label, self._top_label)

    def accepts(self, label: Label) -> bool:
        """Whether a label begins a list or follows another that is open here."""
        if label.is_decimal or any(value == 1 for _, value in label.places):
            return True
        is_next = any(self._follows(level, label) for level in self._subs)
        return label.is_bullet or is_next or self.is_followed_by(label)

    def parent_of(self, label: Label) -> str:
        """Close the levels a label ends, and say which paragraph it belongs to."""
        if self._goes_on_with_closed(label):
            self._top, self._top_label, self._subs = self._closed
            self._closed = (None, None, [])
        depth, self._place = self._find(label)
        del self._subs[depth:]
        return self._parent

    def add(self, anchor: str, *, words: str = "") -> None:
        """Open the sub-paragraph whose parent was asked for."""
        self._subs.append(_Level(anchor, *self._place))
        self._has_had_subs = True
        self._open_within(anchor, words)

    def counts_up_to(self, number: int) -> bool:
        """Whether a list with numbers is open whose next number this is."""
        return any(
            (level.series, level.value) == (Series.NUMBER, number - 1) for level in self._subs
        )

    def _open_within(self, anchor: str, words: str) -> None:
        """Open the level of a label that the words begin with: "2. (a) The …" goes on with (b)."""
        label, _ = split_label(words)
        if label is not None and not label.is_bullet and len(self._subs) < _DEEPEST:
            first = next((place for place in label.places if place[1] == 1), None)
            self._subs += [_Level(anchor, *first)] if first else []

    @property
    def innermost(self) -> str:
        """The paragraph whose words come last: a sub-paragraph, or the one at the margin."""
        return self._parent

    @property
    def _open_list(self) -> tuple[str | None, Label | None, list[_Level]]:
        return self._top, self._top_label, list(self._subs)

    def _goes_on_with_closed(self, label: Label) -> bool:
        """Whether a label follows nothing that is open, but what was before words in between."""
        if any(self._follows(level, label) for level in self._subs):
            return False
        is_first = self._first_of_new_series(label) is not None
        return not is_first and any(self._follows(level, label) for level in self._closed[2])

    def close_subs(self) -> str:
        """Go back to the margin: the paragraph that is open there, or the item of its list."""
        if self._subs:
            self._closed = self._open_list
        while self._subs and self._subs[-1].series is not Series.NUMBER:
            self._subs.pop()
        return self._parent

    @property
    def _parent(self) -> str:
        return self._subs[-1].anchor if self._subs else self._top or ""

    def _find(self, label: Label) -> tuple[int, Place]:
        """The depth of a label and its reading: the next of an open series, a first, or a gap."""
        deepest = min(len(self._subs), _DEEPEST - 1)
        if label.is_decimal:
            return min(deepest, label.part.count("-") - 1), label.places[0]
        by_depth = list(enumerate(self._subs))[::-1]
        for depth, level in by_depth:
            if self._follows(level, label):
                return depth, (level.series, level.value + _step(label))
        first = self._first_of_new_series(label)
        return (deepest, first) if first else self._after_a_gap(label, deepest)

    def _first_of_new_series(self, label: Label) -> Place | None:
        """The reading by which a label begins a list that no open level counts in."""
        if label.is_bullet:
            return label.places[0]
        first = next((place for place in label.places if place[1] == 1), None)
        open_series = {level.series for level in self._subs}
        return first if first and first[0] not in open_series else None

    def _after_a_gap(self, label: Label, deepest: int) -> tuple[int, Place]:
        """The depth of the series a label belongs to though it does not follow."""
        for depth, level in list(enumerate(self._subs))[::-1]:
            for series, value in label.places:
                if series is level.series:
                    return depth, (series, value)
        return deepest, label.places[-1] if label.places else (Series.BULLET, 0)

    @staticmethod
    def _follows(level: _Level, label: Label) -> bool:
        """Whether a label comes next in the series of an open level."""
        return (level.series, level.value + _step(label)) in label.places


def _step(label: Label) -> int:
    """How far a label is from the one before it: bullets and "(a bis)" do not count on."""
    return int(not (label.is_bullet or label.repeats))


def _comes_after(label: Label, before: Label) -> bool:
    """Whether a label follows another in some series; bullets and decimals follow their like."""
    if label.is_decimal:
        return before.is_decimal and label.part.count("-") == before.part.count("-")
    return any(
        (series, value - _step(label)) == place
        for series, value in label.places
        for place in before.places
    )
