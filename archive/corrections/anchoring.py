"""Anchors after a change: new ones for what changed and what is counted after it, no others.

Reads: the paragraphs before a change, and drafts of those after it. Writes: paragraphs with anchors
and numbers, and which anchor each had before. Anchors are made as ``archive.parsing.paragraphs``
makes them (``pp3``, ``op5``, ``op10-a``, ``annex-1-p2``, ``heading4``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from archive.corrections.series import Series, scope_of, series_below, series_of
from archive.parsing.anchors import fitted
from archive.parsing.labels import label_of
from archive.parsing.paragraphs import step_below
from archive.parsing.parsed import Paragraph, ParagraphKind

_AGAIN = re.compile(r"-again\d+$")
_COUNT = re.compile(r"\d+$")
_ANNEX = re.compile(r"annex-(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paragraph whose anchor is open. ``value.id`` and ``value.parent`` are those of before.

    ``is_fresh`` says that its own place changed, so that its anchor is made anew; ``wanted`` is the
    anchor that it takes if nothing else has it, with the number that it brings.
    """

    value: Paragraph
    is_fresh: bool = False
    wanted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """Paragraphs with their anchors; ``names`` leads from each anchor before to the one now."""

    paragraphs: tuple[Paragraph, ...]
    names: Mapping[str, str]


def anchored(before: Sequence[Paragraph], drafts: Sequence[Draft]) -> Anchored:
    """Give every draft its anchor; what neither changed nor is counted after a change keeps its."""
    if _is_in_place(before, drafts):
        paragraphs = tuple(one.value for one in drafts)
        return Anchored(paragraphs=paragraphs, names={one.id: one.id for one in paragraphs})
    namer = _Namer(drafts, recounted=_recounted(before, drafts))
    paragraphs = tuple(namer.named(index) for index in range(len(drafts)))
    return Anchored(paragraphs=paragraphs, names=namer.names)


def _is_in_place(before: Sequence[Paragraph], drafts: Sequence[Draft]) -> bool:
    """Whether every paragraph stands where it stood, so that none has another anchor."""
    places = [(one.id, one.parent) for one in before]
    return places == [(one.value.id, one.value.parent) for one in drafts] and not any(
        one.is_fresh for one in drafts
    )


def _recounted(before: Sequence[Paragraph], drafts: Sequence[Draft]) -> frozenset[str]:
    """The anchors of before that are counted in a series behind its first change."""
    scopes = _scopes(drafts)
    old = _members((series_of(one), one.id) for one in before)
    new = _members(
        (_series_now(draft, scope), draft.value.id if not draft.is_fresh else f"*{draft.value.id}")
        for draft, scope in zip(drafts, scopes, strict=True)
    )
    found: set[str] = set()
    for series, now in new.items():
        pairs = enumerate(zip_longest(old.get(series, ()), now))
        change = next((at for at, (one, other) in pairs if one != other), len(now))
        found.update(now[change:])
    counted = {one.value.id for one in drafts if _is_counted(one.value)}
    kept = {one.value.id for one in drafts if not one.is_fresh}
    freed = {one.id for one in before} - kept
    again = {one for one in kept if _AGAIN.search(one) and _AGAIN.sub("", one) in freed}
    return frozenset(found & counted & kept) | again


def _members(pairs: Iterable[tuple[Series | None, str]]) -> dict[Series, list[str]]:
    members: dict[Series, list[str]] = {}
    for series, anchor in pairs:
        if series is not None:
            members.setdefault(series, []).append(anchor)
    return members


def _is_counted(paragraph: Paragraph) -> bool:
    """Whether the place in a series, and no label, gives a paragraph its anchor."""
    if paragraph.label is None:
        return series_of(paragraph) is not None
    return label_of(paragraph.label).is_bullet


def _series_now(draft: Draft, scope: str) -> Series | None:
    value = draft.value
    if not draft.is_fresh:
        return series_of(value)
    if value.parent is not None:
        return series_below(value.parent, value.label)
    return Series(scope, _name_of_series(value))


def _name_of_series(paragraph: Paragraph) -> str:
    """What anchors of a paragraph at the margin begin with."""
    if paragraph.kind is ParagraphKind.HEADING:
        return "heading"
    if paragraph.kind is ParagraphKind.PREAMBULAR:
        return "pp"
    label = label_of(paragraph.label) if paragraph.label else None
    is_numbered = label is not None and (label.number is not None or label.is_decimal)
    return "op" if is_numbered or paragraph.kind is ParagraphKind.OPERATIVE else "p"


def _scopes(drafts: Sequence[Draft]) -> list[str]:
    """The division each draft stands in, as anchors begin with it."""
    known = [None if one.is_fresh else scope_of(one.value) for one in drafts]
    scope = next((one for one in known if one is not None), "")
    annexes = [_ANNEX.match(one.value.id) for one in drafts]
    next_annex = 1 + max((int(match[1]) for match in annexes if match), default=0)
    scopes = []
    for draft, one in zip(drafts, known, strict=True):
        scope = scope if one is None else one
        is_annexed = draft.is_fresh and draft.value.kind is ParagraphKind.ANNEX
        if is_annexed and draft.value.parent is None and not scope:
            scope = f"annex-{next_annex}-"
        is_heading = draft.value.kind is ParagraphKind.HEADING and draft.is_fresh
        scopes.append("" if is_heading else scope)
    return scopes


@dataclass(slots=True)
class _Namer:
    """Names one draft after another."""

    _drafts: Sequence[Draft]
    recounted: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    _kept: frozenset[str] = frozenset()
    _taken: set[str] = field(default_factory=set)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)
    _scopes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._scopes = _scopes(self._drafts)
        moving: set[str] = set()
        for one in self._drafts:
            is_open = one.is_fresh or one.value.id in self.recounted
            if is_open or one.value.parent in moving:
                moving.add(one.value.id)
        self._kept = frozenset(one.value.id for one in self._drafts) - moving
        self._taken = set(self._kept)

    def named(self, index: int) -> Paragraph:
        """The draft at a place with its anchor, its number and its parent's anchor."""
        draft, scope = self._drafts[index], self._scopes[index]
        value = draft.value
        parent = self.names.get(value.parent or "", value.parent)
        is_open = draft.is_fresh or value.id in self.recounted
        is_counted = is_open and draft.wanted is None
        number = self._number(value, scope, index=index) if is_counted else value.number
        if value.id in self._kept:
            anchor = value.id
        elif is_open:
            wanted = draft.wanted
            is_free = wanted is not None and wanted not in self._taken
            made = wanted if wanted and is_free else self._made(value, scope, index=index)
            anchor = self._unique(made)
        else:
            anchor = self._unique(_below(value, parent or ""))
        return self._noted(value, anchor, number=number, parent=parent)

    def _noted(
        self, value: Paragraph, anchor: str, *, number: int | None, parent: str | None
    ) -> Paragraph:
        """The paragraph as named; its series goes on from it."""
        self.names[value.id] = anchor
        self._taken.add(anchor)
        is_as_before = (value.id, value.number, value.parent) == (anchor, number, parent)
        named = value if is_as_before else replace(value, id=anchor, number=number, parent=parent)
        series = series_of(named)
        if series is not None:
            match = _COUNT.search(_AGAIN.sub("", anchor))
            count = number if number is not None else int(match[0]) if match else 0
            self._counts[series.scope, series.name] = count
        return named

    def _next(self, scope: str, name: str) -> int:
        return self._counts.get((scope, name), 0) + 1

    def _made(self, value: Paragraph, scope: str, *, index: int) -> str:
        """The anchor that the parser would give."""
        label = label_of(value.label) if value.label else None
        if value.parent is not None:
            above = self.names.get(value.parent, value.parent)
            if label is not None and not label.is_bullet:
                return f"{above}-{step_below(above, label)}"
            series = series_below(above, value.label)
            return f"{above}-{series.name}{self._next(above, series.name)}"
        name = _name_of_series(value)
        if name == "op" and self._introduces(index):
            return f"{scope}introduction{self._next(scope, 'introduction')}"
        if label is not None and name == "op" and (label.number is not None or label.is_decimal):
            return f"{scope}op{label.part}"
        scope = scope if name != "heading" else ""
        return f"{scope}{name}{self._next(scope, name)}"

    def _number(self, value: Paragraph, scope: str, *, index: int) -> int | None:
        """The number that goes with the anchor."""
        name = _name_of_series(value)
        if value.parent is not None or name in {"heading", "p"}:
            return None
        number = label_of(value.label).number if value.label else None
        if number is not None or (name == "op" and self._introduces(index)):
            return number
        is_decimal = value.label is not None and label_of(value.label).is_decimal
        is_unnumbered = is_decimal and value.kind is ParagraphKind.ANNEX
        return None if is_unnumbered else self._next(scope, name)

    def _introduces(self, index: int) -> bool:
        """Whether the numbered paragraphs go on with a draft: "Resolves that:", "1. The Fund …"."""
        value = self._drafts[index].value
        following = self._drafts[index + 1].value.label if index + 1 < len(self._drafts) else None
        if value.label or value.kind is not ParagraphKind.OPERATIVE or not following:
            return False
        if self._counts.get((self._scopes[index], "op")):
            return False
        return value.text.endswith(":") and label_of(following).number == 1

    def _unique(self, anchor: str) -> str:
        """The anchor, or with "-again" where another has it."""
        anchor = fitted(anchor)
        made, count = anchor, 0
        while made in self._taken:
            count += 1
            made = f"{anchor}-again{count}"
        return made


def _below(value: Paragraph, parent: str) -> str:
    """The anchor of a paragraph whose parent's has changed, and nothing else."""
    stem = f"{value.parent}-"
    if value.id.startswith(stem):
        return f"{parent}-{value.id.removeprefix(stem)}"
    return value.id
