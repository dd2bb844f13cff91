"""Places in a text: what an anchor says, in the words a reader would quote a paragraph by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTED = frozenset({"annex", "appendix", "part"})
_UNITS = {
    "art": "article",
    "rule": "rule",
    "principle": "principle",
    "regulation": "regulation",
    "guideline": "guideline",
}
_UNIT = re.compile(rf"({'|'.join(_UNITS)})(\d+)((?:x\d{{1,9}}){{0,9}})([a-z]*)")
_SERIES = re.compile(r"(pp|op|p|heading|introduction)(\d+)([a-z]*)")
_IN_THE_TEXT = {
    "pp": "pp",
    "op": "op.",
    "p": "paragraph",
    "heading": "heading",
    "introduction": "introductory words",
}
_IN_AN_ANNEX = _IN_THE_TEXT | {"op": "para.", "p": "unnumbered para."}
#: What an anchor adds where the text prints no label of its own, with how often it has before.
_UNLABELLED = re.compile(r"(p|again|item)(\d+)")
_REMARKS = {"p": "closing words", "again": "printed again"}
_NOTE = re.compile(r"fn(.{1,12}?)(-mark.*)?")
_DECIMAL = re.compile(r"\d+(?:\.\d{1,9}){1,9}")
_LABEL = re.compile(r"([a-z]+?|\d+)(bis|ter|quater|quinquies)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An anchor taken apart: the divisions in words, the series with its number, the steps below.

    ``series`` and ``number`` are empty for a division itself.
    """

    divisions: tuple[str, ...] = ()
    series: str = ""
    number: str = ""
    steps: tuple[str, ...] = ()
    is_annexed: bool = False

    @classmethod
    def read(cls, anchor: str, *, label: str = "") -> "Place | None":
        """The place an anchor names, or None for one that names none.

        A ``label`` that counts through its levels, “4.1”, is itself the number.
        """
        rest = anchor.split("-")
        divisions = tuple(_divisions(rest))
        found = _SERIES.fullmatch(rest[0]) if rest else None
        if rest and found is None:
            return None
        is_whole = _DECIMAL.fullmatch(label.removesuffix("."))
        number = _with_more(found[2], found[3]) if found else ""
        return cls(
            divisions=divisions,
            series=found[1] if found else "",
            number=label.removesuffix(".") if is_whole else number,
            steps=tuple(one for one in rest[1:] if not is_whole or _UNLABELLED.fullmatch(one)),
            is_annexed=any(not one.startswith("part ") for one in divisions),
        )

    @property
    def in_words(self) -> str:
        """As a reader writes it: ``op. 10 (a)``, ``annex 1, article 5, para. 2``."""
        parts = list(self.divisions)
        if self.series:
            names = _IN_AN_ANNEX if self.is_annexed else _IN_THE_TEXT
            parts.append(f"{names[self.series]} {self.number}{self._labels}")
        return ", ".join([*parts, *self.remarks])

    @property
    def numbering(self) -> str:
        """As a margin has room for: ``pp 3``, ``10 (a)``; empty where the text counts nothing."""
        is_counted = self.number and self.series != "introduction"
        if not is_counted or any(_is_uncounted(step) for step in self.steps):
            return ""
        return f"{'pp ' if self.series == 'pp' else ''}{self.number}{self._labels}"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of sub-paragraphs, the outermost first, without brackets: "a", "ii"."""
        return tuple(_label(step) for step in self.steps if not _UNLABELLED.fullmatch(step))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an anchor says besides numbers and labels, in words."""
        return tuple(self._remarks())

    @property
    def _labels(self) -> str:
        """The labels as they are printed: " (a) (ii)"."""
        return "".join(f" ({label})" for label in self.labels)

    def _remarks(self) -> Iterator[str]:
        for kind, count in (one.groups() for one in map(_UNLABELLED.fullmatch, self.steps) if one):
            if kind == "item":
                yield f"item {count}"
            else:
                yield _REMARKS[kind] + (f" ({count})" if count != "1" else "")


def in_words(anchor: str) -> str:
    """What an anchor names: "op. 5", "note 2"; empty where it names no place of a text."""
    note = _NOTE.fullmatch(anchor)
    if note:
        return f"note {note[1]}"
    place = Place.read(anchor) if anchor else None
    return place.in_words if place else ""


def _divisions(rest: list[str]) -> Iterator[str]:
    """The divisions an anchor begins with, in words; they are taken from what is left of it."""
    while rest:
        unit = _UNIT.fullmatch(rest[0])
        if unit:
            rest.pop(0)
            figures = unit[2] + unit[3].replace("x", ".")
            yield f"{_UNITS[unit[1]]} {_with_more(figures, unit[4])}"
        elif rest[0] in _COUNTED:
            name = rest.pop(0)
            yield f"{name} {rest.pop(0)}" if rest and rest[0].isdecimal() else name
        else:
            return


def _is_uncounted(step: str) -> bool:
    """Whether a step is of words the text gives neither number nor letter."""
    found = _UNLABELLED.fullmatch(step)
    return found is not None and found[1] != "again"


def _label(step: str) -> str:
    found = _LABEL.fullmatch(step)
    return _with_more(found[1], found[2]) if found else step


def _with_more(number: str, more: str | None) -> str:
    """A number with what is put in between: ``12 bis``."""
    return f"{number} {more}" if more else number
