"""Paragraphs: kind, number, label, parent and anchor of each.

Reads: marked texts of the body in reading order. Writes: paragraphs.
Anchors: ``pp3``, ``op5``, ``op10-a``, ``op10-a-ii``; a second part with numbers of its own gets a
prefix (``part-2-op1``), an annex its own (``annex-1-op4``), so that no anchor is given twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from archive.parsing.blocks import Role
from archive.parsing.footnotes import MarkedText
from archive.parsing.labels import Label, label_of, split_label
from archive.parsing.levels import Levels
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Marker, Paragraph, ParagraphKind
from archive.parsing.printed_lines import ANNEX_LINE, organ_of

_LONGEST_HEADING = 160
_ENDS_A_SENTENCE = (".", ";", ",", ":", "”", '"')


def find_paragraphs(texts: Sequence[MarkedText]) -> tuple[Paragraph, ...]:
    """Number and label the texts of a body."""
    builder = _Builder()
    for part in _parts(texts):
        split = [_split(text) for text in part]
        builder.has_numbers = any(label and label.number is not None for label, _ in split)
        for label, text in split:
            builder.add(label, text)
    return tuple(builder.paragraphs)


def _parts(texts: Sequence[MarkedText]) -> list[list[MarkedText]]:
    """The texts, parted where an annex or another organ's text begins."""
    parts: list[list[MarkedText]] = [[]]
    for text in texts:
        if _begins_annex(text) or organ_of(text.text):
            parts.append([])
        parts[-1].append(text)
    return parts


def anchors_of(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """The anchor of the paragraph that marks each note first."""
    marked: dict[str, str] = {}
    for paragraph in paragraphs:
        for marker in paragraph.markers:
            marked.setdefault(marker.number, paragraph.id)
    return marked


def _begins_annex(text: MarkedText) -> bool:
    if text.role is None:
        return ANNEX_LINE.fullmatch(text.text) is not None
    return text.role is Role.ANNEX


def _split(text: MarkedText) -> tuple[Label | None, MarkedText]:
    """The label and the words after it, markers moved along."""
    if text.label:
        return label_of(text.label), text
    label, start = split_label(text.text)
    words = text.text[start:]
    if label is None or not words:
        return None, text
    markers = tuple(
        Marker(number=marker.number, offset=max(0, marker.offset - start))
        for marker in text.markers
    )
    return label, replace(text, text=words, markers=markers)


def is_heading(text: MarkedText) -> bool:
    """Whether a text is a heading: short, begun with a capital, and no sentence."""
    if text.role is not None:
        return text.role is Role.HEADING
    return (
        len(text.text) <= _LONGEST_HEADING
        and not text.text.endswith(_ENDS_A_SENTENCE)
        and not text.text[0].islower()
        and not text.markers
    )


@dataclass(slots=True)
class _Builder:
    """Gives each text its kind and place as it comes."""

    has_numbers: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)
    _prefix: str = ""
    _annexes: int = 0
    _parts: int = 1
    _last_number: int = 0
    _outer: tuple[str, int] = ("", 0)
    _is_operative: bool = False
    _levels: Levels = field(default_factory=Levels)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, label: Label | None, text: MarkedText) -> None:
        """Place one text."""
        if label is not None and label.number is not None:
            self._add_numbered(label, text, number=label.number)
        elif label is not None and self._levels:
            self._add_sub_paragraph(label, text)
        elif label is None and _begins_annex(text):
            self._start_annex(text)
        elif label is None and organ_of(text.text):
            self._start_part()
            self._append(self._next("heading"), text, kind=ParagraphKind.HEADING)
        else:
            self._add_unnumbered(label, text)

    @property
    def _in_annex(self) -> bool:
        return self._annexes > 0

    def _start_annex(self, text: MarkedText) -> None:
        self._annexes += 1
        self._begin_numbers(f"annex-{self._annexes}-")
        self._append(f"annex-{self._annexes}", text, kind=ParagraphKind.HEADING)

    def _start_part(self) -> None:
        """Another part of the document, with numbers of its own."""
        self._parts += 1
        annex = f"annex-{self._annexes}-" if self._in_annex else ""
        self._begin_numbers(f"{annex}part-{self._parts}-")

    def _begin_numbers(self, prefix: str) -> None:
        self._prefix, self._outer = prefix, ("", 0)
        self._last_number, self._is_operative = 0, False
        self._levels = Levels()

    def _add_numbered(self, label: Label, text: MarkedText, *, number: int) -> None:
        """Numbers begin again for a list inside a paragraph, or for a part that follows."""
        if number == 1 and self._last_number >= 1:
            outer = (self._prefix, self._last_number)
            self._start_part()
            self._outer = outer
        elif number != self._last_number + 1 and number == self._outer[1] + 1:
            self._prefix = self._outer[0]
        self._add_operative(label, text, number=number)

    def _add_operative(self, label: Label | None, text: MarkedText, *, number: int) -> None:
        self._last_number, self._is_operative = number, True
        anchor = self._unique(f"{self._prefix}op{number}")
        self._levels.open(anchor)
        self._append(
            anchor, text, kind=self._kind(ParagraphKind.OPERATIVE), label=label, number=number
        )

    def _add_sub_paragraph(self, label: Label, text: MarkedText) -> None:
        parent = self._levels.parent_of(label)
        anchor = self._unique(f"{parent}-{label.part}")
        self._levels.add(anchor)
        self._append(anchor, text, kind=self._kind(self._usual_kind), label=label, parent=parent)

    def _add_unnumbered(self, label: Label | None, text: MarkedText) -> None:
        opening = find_opening(text.text)
        if label is None and opening is None and is_heading(text):
            self._append(self._next("heading"), text, kind=ParagraphKind.HEADING)
        elif self._in_annex:
            self._add_to_annex(label, text)
        elif opening and not opening.is_preambular and not self.has_numbers:
            self._add_operative(None, text, number=self._last_number + 1)
        elif self._is_operative or (self._levels.has_subs and opening is None):
            self._add_flush(text)
        else:
            self._add_preambular(label, text)

    def _add_to_annex(self, label: Label | None, text: MarkedText) -> None:
        anchor = self._next(f"{self._prefix}p")
        self._levels.open(anchor)
        self._append(anchor, text, kind=ParagraphKind.ANNEX, label=label)

    def _add_flush(self, text: MarkedText) -> None:
        """Words that go on after sub-paragraphs, at the margin of the paragraph they belong to."""
        parent = self._levels.close_subs()
        self._append(self._next(f"{parent}-p"), text, kind=self._usual_kind, parent=parent)

    def _add_preambular(self, label: Label | None, text: MarkedText) -> None:
        series = f"{self._prefix}pp"
        anchor = self._next(series)
        self._levels.open(anchor)
        number = self._counts[series]
        self._append(anchor, text, kind=ParagraphKind.PREAMBULAR, label=label, number=number)

    @property
    def _usual_kind(self) -> ParagraphKind:
        return ParagraphKind.OPERATIVE if self._is_operative else ParagraphKind.PREAMBULAR

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
        text: MarkedText,
        *,
        kind: ParagraphKind,
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
                form=opening.normal if opening else None,
                rows=text.rows,
            )
        )
