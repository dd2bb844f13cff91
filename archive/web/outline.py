"""The outline of a text: the level of each heading, and which lines are only titles of others."""

from collections.abc import Sequence

from archive.models import Paragraph
from archive.parsing.divisions import Division, DivisionKind, division_of
from archive.parsing.printed_lines import organ_of

#: The level of the headings a text itself has; above them stands the page's own title.
TOP_LEVEL = 2
_DEEPEST_LEVEL = 6
_NUMERALS = frozenset("IVX")
_WIDEST = {DivisionKind.ANNEX, DivisionKind.APPENDIX}


def outline(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The level of each heading by its key; 0 for a line that is the title of the one before it.

    “Annex”, “Chapter I” and “Article 5” are followed by their titles on lines of their own. The
    line of an organ, “The General Assembly,”, heads nothing and has no level.
    """
    return _Outline().levels(paragraphs)


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.kind == Paragraph.Kind.HEADING and not organ_of(paragraph.wording)


class _Outline:
    """What is open while the headings of a text are read in order."""

    def __init__(self) -> None:
        self._widest: int | None = None
        self._section: int | None = None
        self._is_annexed = False
        self._letters: dict[str, int] = {}

    def levels(self, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
        """The levels, as ``outline`` gives them."""
        levels: dict[int, int] = {}
        takes_a_title = False
        for paragraph in paragraphs:
            is_heading = _is_heading(paragraph)
            division = division_of(paragraph.wording) if is_heading else None
            is_title = is_heading and takes_a_title and division is None
            takes_a_title = division is not None
            if is_title:
                levels[paragraph.pk] = 0
            elif is_heading:
                level = self._level(division, paragraph.wording)
                levels[paragraph.pk] = min(level, _DEEPEST_LEVEL)
        return levels

    def _level(self, division: Division | None, words: str) -> int:
        kind = division.kind if division else None
        if kind in _WIDEST:
            return self._begin_widest(is_annexed=True)
        if kind is DivisionKind.LETTER:
            return self._level_of_letter(words.strip("[]*. ")[-1:])
        if kind is DivisionKind.SECTION:
            return self._begin_section()
        return self._below(self._section or self._widest)

    def _level_of_letter(self, letter: str) -> int:
        """That of the letter before it; “I” without “H” before it is a numeral.

        The first of a series heads a resolution where nothing else is open, else a sub-section.
        """
        before = self._letters.get(chr(ord(letter) - 1))
        if before is None and letter in _NUMERALS:
            return self._begin_section()
        is_first_of_all = self._section is None and not self._is_annexed
        level = TOP_LEVEL if before is None and is_first_of_all else before
        if level == TOP_LEVEL:
            self._begin_widest(is_annexed=False)
        self._letters[letter] = level or self._below(self._section or self._widest)
        return self._letters[letter]

    def _begin_widest(self, *, is_annexed: bool) -> int:
        self._widest, self._section, self._is_annexed = TOP_LEVEL, None, is_annexed
        self._letters.clear()
        return TOP_LEVEL

    def _begin_section(self) -> int:
        self._section = self._below(self._widest)
        return self._section

    @staticmethod
    def _below(level: int | None) -> int:
        return TOP_LEVEL if level is None else level + 1
