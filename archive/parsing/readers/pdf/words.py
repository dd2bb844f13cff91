"""Words of a line: told by the gaps between glyphs, or by the signs a file has for its spaces.

Reads: glyphs in order. Writes: words, and the raised numbers at their offsets.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from archive.parsing.readers.pdf.glyphs import Glyph
from archive.parsing.readers.signs import LIGATURES, RAISED_FIGURES

_PRINTED_AS_ONE = LIGATURES | {"ﬅ": "st", "ﬆ": "st"}
_AS_FIGURES = str.maketrans(RAISED_FIGURES)
_UNSEEN = dict.fromkeys(
    [*range(32), *range(0x7F, 0xA0), *map(ord, "\u200b\u200c\u200d\u2060\ufeff")]
)
_AS_READ = str.maketrans(
    {ord(sign): plain for sign, plain in _PRINTED_AS_ONE.items()}
    | _UNSEEN
    | {0xAD: "-", 0x2010: "-", 0x09: " ", 0x0A: " ", 0x0D: " "}
)
_WORD_GAP, _TAB_GAP = 0.13, 0.5
_SIGNS_PER_SPACE = 14
_BETWEEN = frozenset(",-–")
_ROMAN_SIGNS, _LONGEST_ROMAN = frozenset("ivxl"), 8


def as_read(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs in plain letters: a ligature as its letters, what nobody sees left out."""
    read = []
    for glyph in glyphs:
        if glyph.text.isascii() and glyph.text.isprintable():
            read.append(glyph)
        elif text := glyph.text.translate(_AS_READ):
            read.append(glyph._replace(text=text))
    return read


def plain(text: str) -> str:
    """The text with raised figures as figures."""
    return text.translate(_AS_FIGURES)


def word_gap(glyphs: Sequence[Glyph], size: float) -> float:
    """How wide a gap parts words: any but a kern, unless the line has signs for its spaces."""
    spaces = sum(one.text.isspace() for one in glyphs[1:-1])
    if spaces * _SIGNS_PER_SPACE >= len(glyphs) - _SIGNS_PER_SPACE and spaces:
        return _TAB_GAP * size
    gaps = sorted(second.x0 - first.x1 for first, second in pairwise(glyphs))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    return _WORD_GAP * size + max(0.0, usual)


def romans_in(glyphs: Sequence[Glyph], raised: AbstractSet[int], *, size: float) -> set[int]:
    """Which glyphs are raised Roman numbers: raised signs of theirs up to the end of a word.

    ``raised`` and what is returned are the ids of glyphs; any gap but a kern ends a word.
    """
    found: set[int] = set()
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and (glyph.x0 - word[-1].x1 > _WORD_GAP * size or not glyph.text.isalnum()):
            found |= _roman_of(word)
            word = []
        if id(glyph) in raised and glyph.text.isalnum():
            word.append(glyph)
        elif word:
            word = []
    return found | _roman_of(word)


def _roman_of(word: Sequence[Glyph]) -> set[int]:
    """The ids of the signs of a raised word that is a Roman number."""
    is_roman = len(word) <= _LONGEST_ROMAN and all(one.text in _ROMAN_SIGNS for one in word)
    return {id(one) for one in word} if is_roman else set()


class Writer:
    """Writes glyphs as words."""

    def __init__(self, word_gap: float) -> None:
        self._word_gap = word_gap
        self._pieces: list[str] = []
        self._length = 0
        self._raised: list[tuple[int, list[str]]] = []
        self._last: Glyph | None = None
        self._start = 0.0
        self._space = self._in_raised = False
        self._waits: Glyph | None = None
        self.first_word = 0.0

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self._pieces)

    @property
    def raised(self) -> tuple[tuple[int, str], ...]:
        """The raised numbers at their offsets in the words, none of them inside a word."""
        text = self.text
        return tuple(
            (_behind_word(text, offset), "".join(printed)) for offset, printed in self._raised
        )

    def add(self, glyph: Glyph, *, is_raised: bool, is_roman: bool = False) -> None:
        """Write a glyph behind the others."""
        if glyph.text.isspace():
            self._space = True
            return
        if self._last is not None:
            self._space = self._space or glyph.x0 - self._last.x1 > self._word_gap
        figure = RAISED_FIGURES.get(glyph.text) or (glyph.text if is_raised else "")
        if is_roman or figure.isdigit() or (figure == "/" and self._in_raised):
            self._add_figure(figure)
        elif figure in _BETWEEN and self._in_raised and self._waits is None:
            self._waits = glyph
        else:
            self._add_sign(glyph)
        self._last = glyph

    def end(self) -> None:
        """Write what still waits for another raised number."""
        if self._waits is not None:
            waiting, self._waits, self._space = self._waits, None, False
            self._add_sign(waiting)

    def _add_figure(self, figure: str) -> None:
        """Write a raised figure: it goes on with the number before it, or begins another."""
        if self._in_raised and (not self._space or self._waits is not None):
            between = self._waits.text if self._waits is not None else ""
            self._raised[-1][1].append(between + figure)
        else:
            self._raised.append((self._length, [figure]))
        self._in_raised, self._waits = True, None

    def _add_sign(self, glyph: Glyph) -> None:
        space = self._space
        self.end()
        if not self._pieces:
            self._start = glyph.x0
        elif space and self._last is not None:
            self.first_word = self.first_word or self._last.x1 - self._start
            self._pieces.append(" ")
            self._length += 1
        self._pieces.append(glyph.text)
        self._length += len(glyph.text)
        self._space = self._in_raised = False


def _behind_word(text: str, offset: int) -> int:
    """The place, or the end of the word where a number is printed over the word's letters."""
    if offset and text[offset - 1].isalpha():
        while text[offset : offset + 1].isalpha():
            offset += 1
    return offset
