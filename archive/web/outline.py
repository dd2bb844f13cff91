"""The outline of a text: the level of each heading, and which lines are only titles of others."""

from collections.abc import Sequence

from archive.models import Paragraph
from archive.parsing.divisions import Division, DivisionKind, division_of

#: The level of the headings a text itself has; above them stands the page's own title.
TOP_LEVEL = 2
_DEEPEST_LEVEL = 6
_WIDEST = {DivisionKind.ANNEX, DivisionKind.APPENDIX}


def outline(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The level of each heading by its key; 0 for a line that is the title of the one before it.

    “Annex”, “Chapter I” and “Article 5” are followed by their titles on lines of their own.
    """
    return _Outline().levels(paragraphs)


class _Outline:
    """What is open while the headings of a text are read in order."""

    def __init__(self) -> None:
        self._widest: int | None = None
        self._section: int | None = None
        self._is_annexed = False

    def levels(self, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
        """The levels, as ``outline`` gives them."""
        levels: dict[int, int] = {}
        takes_a_title = False
        for paragraph in paragraphs:
            is_heading = paragraph.kind == Paragraph.Kind.HEADING
            division = division_of(paragraph.wording) if is_heading else None
            is_title = is_heading and takes_a_title and division is None
            takes_a_title = division is not None
            if is_title:
                levels[paragraph.pk] = 0
            elif is_heading:
                levels[paragraph.pk] = min(self._level(division), _DEEPEST_LEVEL)
        return levels

    def _level(self, division: Division | None) -> int:
        kind = division.kind if division else None
        if kind in _WIDEST or (kind is DivisionKind.LETTER and self._may_be_a_resolution):
            self._widest, self._section = TOP_LEVEL, None
            self._is_annexed = kind in _WIDEST
            return TOP_LEVEL
        if kind is DivisionKind.SECTION:
            self._section = self._below(self._widest)
            return self._section
        return self._below(self._section or self._widest)

    @property
    def _may_be_a_resolution(self) -> bool:
        """Whether a letter may head one of several resolutions, and not a part of a section."""
        return self._section is None and not self._is_annexed

    @staticmethod
    def _below(level: int | None) -> int:
        return TOP_LEVEL if level is None else level + 1
