"""Footnotes and endnotes of a Word document, numbered as Word shows them.

Reads: the parts ``footnotes``, ``endnotes`` and ``settings``, the properties of sections, the
references to notes in reading order. Writes: the number of each, and the notes in that order.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.parsing.readers.word.numerals import numeral
from archive.parsing.readers.word.package import Package
from archive.parsing.readers.word.xml import (
    Element,
    attribute,
    child,
    children,
    number,
    value,
)

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_BY_SECTION, _BY_PAGE = "eachSect", "eachPage"


@dataclass(slots=True)
class _Series:
    """How one kind of note is numbered where the text has come to, and the number reached."""

    usual: tuple[Element | None, str]
    form: str = ""
    start: int = 1
    restart: str = ""
    reached: int | None = None

    def follow(self, own: Element | None) -> None:
        """Number from here on as a section says, else as the whole document does."""
        usual, form = self.usual
        self.form = value(own, "w:numFmt") or value(usual, "w:numFmt") or form
        starts = (number(own, "w:numStart"), number(usual, "w:numStart"), 1)
        self.start = next(start for start in starts if start is not None)
        self.restart = value(own, "w:numRestart") or value(usual, "w:numRestart") or ""

    def next(self) -> str:
        """The number of the next note."""
        self.reached = self.start if self.reached is None else self.reached + 1
        return numeral(self.reached, self.form)


class Notes:
    """The notes of a document; ``is_by_page`` where numbers begin again on pages nobody knows."""

    def __init__(self, package: Package) -> None:
        self._notes: dict[str, Element] = {}
        self._series: dict[str, _Series] = {}
        self._numbers: dict[str, str] = {}
        self.is_by_page = False
        settings = package.part("settings")
        for kind, form in _FORMS.items():
            root = package.part(f"{kind}s")
            for one in children(root, f"w:{kind}"):
                self._notes[_key(kind, one)] = one
            self._series[kind] = _Series((child(settings, f"w:{kind}Pr"), form))

    def begin_section(self, properties: Element | None) -> None:
        """Number from here on as a section says."""
        for kind, series in self._series.items():
            series.follow(child(properties, f"w:{kind}Pr"))
            if series.restart == _BY_SECTION:
                series.reached = None

    def refer(self, kind: str, reference: Element) -> tuple[str, str]:
        """The key and the number of the note that is referred to here; a known one keeps its."""
        key = _key(kind, reference)
        series = self._series[kind]
        self.is_by_page = self.is_by_page or series.restart == _BY_PAGE
        if key not in self._numbers:
            self._numbers[key] = series.next()
        return key, self._numbers[key]

    def name(self, key: str, mark: str) -> None:
        """Give a note the mark its author typed."""
        self._numbers.setdefault(key, mark)

    def referred(self) -> Iterator[tuple[str, str, Element | None]]:
        """Key, number and content of every note referred to, in the order of the references."""
        for key, printed in self._numbers.items():
            yield key, printed, self._notes.get(key)

    def unseen(self, key: str) -> Element | None:
        """What stands in a note that nothing shown refers to."""
        return None if key in self._numbers else self._notes.get(key)


def _key(kind: str, element: Element) -> str:
    return f"{kind} {attribute(element, 'id')}"
