"""Words of one line of a page while its elements are read.

Reads: pieces of text, and where raised or linked words begin and end. Writes: the words with
single spaces, and the numbers that were raised or linked as marks at their offsets. Word
processors number endnotes in Roman numbers, and tables have notes by letters: both may be marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

#: A number of a note that is no figure: Roman, or a letter.
SMALL_NUMBER = r"(?:[ivxl]{1,6}|[a-z])"
_NUMBERS = re.compile(
    r"[\[(]?[1-9]\d{0,2}(?: ?[,;] ?[1-9]\d{0,2}){0,9}[\])]?/?,?"
    rf"|\[?{SMALL_NUMBER}(?: ?[,;] ?{SMALL_NUMBER}){{0,9}}\]?/?,?"
)
_NUMBER = re.compile(r"\d+|[a-z]+")
_SIGNS_OF_MARKS = re.compile(r"[\[\](){},;/ ]{1,40}")
_UNIT = re.compile(r"(?:^|[\s\d(])[cdkm]?m$")
_CLINGS = tuple(",;:.?!)]”’")
_SPACE = re.compile(r"\s+")
_STROKE = re.compile(r"/(?=$|[\s,;.:)\]”])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark:
    """Numbers raised or linked in a line: as printed, where they stood, what they lead to."""

    numbers: tuple[str, ...]
    printed: str
    offset: int
    target: str = ""
    is_raised: bool = False
    after_space: bool = False

    @property
    def trimmings(self) -> str:
        """The signs printed with the numbers: brackets, commas, a stroke."""
        return "".join(_NUMBER.sub("", self.printed).split())


@dataclass(slots=True)
class _Span:
    """Raised or linked words: where they begin, and whether a space stood before."""

    pieces: int
    length: int
    after_space: bool
    target: str
    is_raised: bool


class LineWords:
    """The words of a line; ``text`` has single spaces and no marks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._after_mark = False
        self._spans: list[_Span] = []
        self.marks: list[PageMark] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._pieces)

    def __bool__(self) -> bool:
        return bool(self._pieces or self.marks)

    def add(self, text: str) -> None:
        """Add text, its white space squeezed."""
        words = _SPACE.sub(" ", text)
        if self._after_mark and words and not self._spans:
            words = self._without_sign(words)
        stripped = words.strip(" ")
        if not stripped:
            self._space = self._space or bool(words)
            return
        if self._goes_apart(words, stripped):
            self._put(" ")
        self._put(stripped)
        self._space, self._after_mark = words.endswith(" "), False

    def _without_sign(self, words: str) -> str:
        """What follows a mark, without the stroke or the bracket that is printed with it."""
        mark = self.marks[-1]
        if _STROKE.match(words):
            self.marks[-1] = replace(mark, printed=f"{mark.printed}/")
            return words[1:]
        if words[0] != "]" or not self._pieces or not self._pieces[-1].endswith("["):
            return words
        before = self._pieces[-1][:-1]
        self._pieces[-1] = before.rstrip(" ")
        self._length -= 1 + len(before) - len(self._pieces[-1])
        parted = len(before) > len(self._pieces[-1])
        self._space = self._space or parted
        self.marks[-1] = replace(
            mark, printed=f"[{mark.printed}]", offset=self._length, after_space=parted
        )
        return words[1:]

    def _goes_apart(self, words: str, stripped: str) -> bool:
        """Whether a space parts the words from those before: a mark may have taken its place."""
        if self._spans and self._spans[-1].length == self._length:
            self._spans[-1].after_space |= self._space or words.startswith(" ")
            return False
        if not self._length or (self._after_mark and stripped.startswith(_CLINGS)):
            return False
        glued = self._after_mark and stripped[0].isalpha()
        return self._space or words.startswith(" ") or glued

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def begin_span(self, target: str, *, raised: bool) -> None:
        """Begin raised or linked words."""
        self._spans.append(_Span(len(self._pieces), self._length, self._space, target, raised))
        self._space = False

    def end_span(self) -> None:
        """End the last span: numbers alone are a mark, all else are words like any."""
        if not self._spans:
            return
        span = self._spans.pop()
        words = "".join(self._pieces[span.pieces :])
        if not words:
            self._hand_on(span)
        elif self._is_mark(words, span):
            self._take_out(span, words, numbers=tuple(_NUMBER.findall(words)))
        elif _SIGNS_OF_MARKS.fullmatch(words) and self._marks_within(span):
            self._raise_marks(span)
            self._take_out(span, words, numbers=())
        elif span.after_space and span.length:
            self._pieces.insert(span.pieces, " ")
            self._length += 1
            self._shift_marks(span)

    def finish(self) -> None:
        """End every span that is open."""
        while self._spans:
            self.end_span()

    def _marks_within(self, span: _Span) -> bool:
        return bool(self.marks) and self.marks[-1].offset >= span.length

    def _shift_marks(self, span: _Span) -> None:
        """Move the marks inside a span along with its words, which a space has moved."""
        for at in self._marks_from(span.length + 1):
            self.marks[at] = replace(self.marks[at], offset=self.marks[at].offset + 1)

    def _marks_from(self, offset: int) -> Iterator[int]:
        """The places of the last marks, back to an offset: marks stand in order."""
        at = len(self.marks)
        while at and self.marks[at - 1].offset >= offset:
            at -= 1
            yield at

    def _hand_on(self, span: _Span) -> None:
        """A space before the span stays, and its marks are raised and lead where it does."""
        self._space = self._space or span.after_space
        self._raise_marks(span)

    def _raise_marks(self, span: _Span) -> None:
        for at in self._marks_from(span.length):
            mark = self.marks[at]
            self.marks[at] = replace(
                mark,
                target=mark.target or span.target,
                is_raised=mark.is_raised or span.is_raised,
            )

    def _is_mark(self, words: str, span: _Span) -> bool:
        if not _NUMBERS.fullmatch(words):
            return False
        before = "".join(self._pieces[max(0, span.pieces - 3) : span.pieces])
        return bool(span.target) or not _UNIT.search(before[-8:])

    def _take_out(self, span: _Span, words: str, *, numbers: tuple[str, ...]) -> None:
        del self._pieces[span.pieces :]
        self._length = span.length
        self._space = self._space or span.after_space
        self._after_mark = bool(span.target) or not any(map(str.isalpha, numbers))
        for at in self._marks_from(span.length + 1):
            self.marks[at] = replace(self.marks[at], offset=span.length)
        self.marks.append(
            PageMark(
                numbers=numbers,
                printed=words,
                offset=span.length,
                target=span.target,
                is_raised=span.is_raised,
                after_space=span.after_space and span.length > 0,
            )
        )
