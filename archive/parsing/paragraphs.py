"""Paragraphs: kind, number, label, parent and anchor of each.

Reads: marked texts of the body in reading order. Writes: paragraphs.
Anchors: ``pp3``, ``op5``, ``op10-a``, ``op10-a-ii``; a second part with numbers of its own gets a
prefix (``part-2-op1``), an annex its own (``annex-1-op4``), so that no anchor is given twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.parsing.footnotes import MarkedText
from archive.parsing.labels import Label, letter_value, roman_value, split_label
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Marker, Paragraph, ParagraphKind
from archive.parsing.regions import ANNEX_LINE

_LONGEST_HEADING = 160
_ENDS_A_SENTENCE = (".", ";", ",", ":", "”", '"')


def find_paragraphs(texts: Sequence[MarkedText]) -> tuple[Paragraph, ...]:
    """Number and label the texts of a body."""
    split = [_split(text) for text in texts]
    builder = _Builder(has_numbers=any(label and label.is_number for label, _ in split))
    for label, text in split:
        builder.add(label, text)
    return tuple(builder.paragraphs)


def _split(text: MarkedText) -> tuple[Label | None, MarkedText]:
    """The label and the words after it, markers moved along."""
    label, start = split_label(text.text)
    words = text.text[start:]
    if label is None or not words:
        return None, text
    markers = tuple(
        Marker(number=marker.number, offset=max(0, marker.offset - start))
        for marker in text.markers
    )
    return label, MarkedText(words, text.where, markers)


@dataclass(slots=True)
class _Level:
    """An open paragraph that sub-paragraphs may belong to."""

    anchor: str
    label: Label


@dataclass(slots=True)
class _Builder:
    """Gives each text its kind and place as it comes."""

    has_numbers: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    _prefix: str = ""
    _annexes: int = 0
    _parts: int = 1
    _last_number: int = 0
    _levels: list[_Level] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, label: Label | None, text: MarkedText) -> None:
        """Place one text."""
        if label is None and ANNEX_LINE.fullmatch(text.text):
            self._start_annex(text)
        elif label is not None and label.number is not None:
            self._add_numbered(label, label.number, text)
        elif label is not None and self._levels:
            self._add_sub_paragraph(label, text)
        else:
            self._add_unnumbered(label, text)

    @property
    def _in_annex(self) -> bool:
        return self._annexes > 0

    def _start_annex(self, text: MarkedText) -> None:
        self._annexes += 1
        self._prefix = f"annex-{self._annexes}-"
        self._last_number, self._levels = 0, []
        self._append(f"annex-{self._annexes}", ParagraphKind.HEADING, text)

    def _add_numbered(self, label: Label, number: int, text: MarkedText) -> None:
        if number <= self._last_number and number == 1:
            self._parts += 1
            annex = f"annex-{self._annexes}-" if self._in_annex else ""
            self._prefix = f"{annex}part-{self._parts}-"
        self._last_number = number
        anchor = self._unique(f"{self._prefix}op{number}")
        self._levels = [_Level(anchor, label)]
        self._append(anchor, self._kind(ParagraphKind.OPERATIVE), text, label=label, number=number)

    def _add_sub_paragraph(self, label: Label, text: MarkedText) -> None:
        depth = self._depth(label)
        del self._levels[depth:]
        parent = self._levels[-1].anchor
        anchor = self._unique(f"{parent}-{label.part}")
        self._levels.append(_Level(anchor, label))
        self._append(
            anchor, self._kind(ParagraphKind.OPERATIVE), text, label=label, parent=parent
        )

    def _depth(self, label: Label) -> int:
        """The level a label goes on with, the deepest first; else one level further down."""
        for depth in range(len(self._levels) - 1, 0, -1):
            if _follows(self._levels[depth].label, label):
                return depth
        for depth in range(1, len(self._levels)):
            if _same_series(self._levels[depth].label, label):
                return depth
        return len(self._levels)

    def _add_unnumbered(self, label: Label | None, text: MarkedText) -> None:
        opening = find_opening(text.text)
        if self._is_heading(text, has_opening=opening is not None):
            self._append(self._next("heading"), ParagraphKind.HEADING, text)
        elif self._in_annex:
            self._append(self._next(f"{self._prefix}p"), ParagraphKind.ANNEX, text, label=label)
        elif opening and not opening.is_preambular and not self.has_numbers:
            self._add_operative_without_number(text)
        elif self._levels:
            self._add_flush(text)
        else:
            self._add_preambular(label, text)

    def _add_operative_without_number(self, text: MarkedText) -> None:
        """A text that decides one thing prints no number."""
        self._last_number += 1
        anchor = self._unique(f"op{self._last_number}")
        self._levels = [_Level(anchor, Label("", str(self._last_number)))]
        self._append(anchor, ParagraphKind.OPERATIVE, text, number=self._last_number)

    def _add_preambular(self, label: Label | None, text: MarkedText) -> None:
        if label is not None:
            text = MarkedText(f"{label.printed} {text.text}", text.where, text.markers)
        anchor = self._next("pp")
        number = int(anchor.removeprefix("pp"))
        self._append(anchor, ParagraphKind.PREAMBULAR, text, number=number)

    def _add_flush(self, text: MarkedText) -> None:
        """Words that go on after sub-paragraphs, at the margin of the numbered paragraph."""
        parent = self._levels[0].anchor
        del self._levels[1:]
        self._append(
            self._next(f"{parent}-p"), self._kind(ParagraphKind.OPERATIVE), text, parent=parent
        )

    def _is_heading(self, text: MarkedText, *, has_opening: bool) -> bool:
        words = text.text
        return (
            bool(self.paragraphs)
            and not has_opening
            and len(words) <= _LONGEST_HEADING
            and not words.endswith(_ENDS_A_SENTENCE)
            and not words[0].islower()
            and not text.markers
        )

    def _kind(self, kind: ParagraphKind) -> ParagraphKind:
        return ParagraphKind.ANNEX if self._in_annex else kind

    def _next(self, series: str) -> str:
        self._counts[series] = self._counts.get(series, 0) + 1
        return f"{series}{self._counts[series]}"

    def _unique(self, anchor: str) -> str:
        """The anchor, or with "-again" where a number or letter is printed twice."""
        count = self._counts[anchor] = self._counts.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-again{count - 1}"

    def _append(
        self,
        anchor: str,
        kind: ParagraphKind,
        text: MarkedText,
        *,
        label: Label | None = None,
        parent: str | None = None,
        number: int | None = None,
    ) -> None:
        opens = kind in {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE} and parent is None
        opening = find_opening(text.text) if opens else None
        self.paragraphs.append(
            Paragraph(
                id=anchor,
                kind=kind,
                number=number,
                label=label.printed if label else None,
                parent=parent,
                opening=opening.printed if opening else None,
                text=text.text,
                markers=text.markers,
            )
        )


def _follows(before: Label, label: Label) -> bool:
    """Whether a label is the next of the same series: (b) after (a), (ii) after (i)."""
    return any(
        value(label.part) is not None and value(before.part) == (value(label.part) or 0) - 1
        for value in _SERIES
    ) and _shape(before) == _shape(label)


def _same_series(before: Label, label: Label) -> bool:
    """Whether two labels can stand in one series though numbers between them are missing."""
    if _shape(before) != _shape(label):
        return False
    return any(value(before.part) and value(label.part) for value in _SERIES) and not (
        label.part in {"i", "a", "1"}
    )


def _figure(part: str) -> int | None:
    return int(part) if part.isdigit() else None


_SERIES = (letter_value, roman_value, _figure)


def _shape(label: Label) -> str:
    """What is printed around the letters: "()" or "."."""
    return label.printed.replace(label.printed.strip("()."), "")


def anchors_of(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """The anchor of the paragraph that marks each note first."""
    marked: dict[str, str] = {}
    for paragraph in paragraphs:
        for marker in paragraph.markers:
            marked.setdefault(marker.number, paragraph.id)
    return marked
