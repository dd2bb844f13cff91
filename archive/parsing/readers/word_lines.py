"""Lines of a Word document: paragraphs with single spaces, cut where a break ends one.

Reads: pieces. Writes: lines, each with the spans of the numbers that stand raised in it.
A break inside a sentence is a space; one that ends a printed line or a paragraph parts two lines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Mark
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import kind_of_line
from archive.parsing.readers.word_pieces import Piece

_NUMBERS = re.compile(r"(\d{1,3})")
_RAISED_NUMBERS = re.compile(r"[\s,;]{0,9}\d{1,3}(?:[\s,;]{1,9}\d{1,3}){0,20}[\s,;.]{0,9}")
_BEFORE_NO_SPACE = (" ", ",", ";", ":", ".", ")", "”", "?", "!")
_ENDS = (",", ";", ".", ":")
_BETWEEN_MARKS = re.compile(r"[\s,;]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A raised number in a line; ``note`` is the key of the note it marks, where the file says."""

    start: int
    end: int
    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or what stands between two breaks of one.

    ``label`` is the automatic number; ``is_heading`` and ``is_note`` are what its style says.
    """

    text: str
    where: str
    spans: tuple[Span, ...] = ()
    label: str = ""
    is_heading: bool = False
    is_note: bool = False


def lines_of(pieces: Iterable[Piece], like: Line) -> list[Line]:
    """The lines of a paragraph; each is like the line given, the label goes to the first."""
    written = [_squeezed(stretch, like) for stretch in _stretches(_merged(pieces))]
    lines: list[Line] = []
    after_blank = False
    for line in written:
        if not line.text:
            after_blank = True
            continue
        if lines and not after_blank and not _parts(lines[-1], line):
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
        after_blank = False
    first = [replace(lines[0], label=like.label)] if lines else []
    return [*first, *lines[1:]]


def _parts(above: Line, below: Line) -> bool:
    """Whether a break between two lines ends what stands above it."""
    if kind_of_line(above.text) is not None:
        return True
    if not below.text[0].islower() and kind_of_line(below.text) is not None:
        return True
    label, _ = split_label(below.text)
    begins = label is not None or find_opening(below.text) is not None
    starts_raised = bool(below.spans) and below.spans[0].start == 0
    return starts_raised or (begins and above.text.endswith(_ENDS))


def _joined(above: Line, below: Line) -> Line:
    by = len(above.text) + 1
    return replace(
        above,
        text=f"{above.text} {below.text}",
        spans=(*above.spans, *(moved(span, by) for span in below.spans)),
    )


def moved(span: Span, by: int) -> Span:
    """The span so many characters further on."""
    return replace(span, start=span.start + by, end=span.end + by)


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces in which figures raised in several runs stand together."""
    held: Piece | None = None
    for piece in pieces:
        if held and held.raised == piece.raised and held.note is None and piece.note is None:
            held = Piece(held.text + piece.text, raised=held.raised)
        elif piece.text:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _stretches(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces between one break and the next."""
    stretches: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        stretches[-1].append(replace(piece, text=first))
        stretches += [[replace(piece, text=words)] for words in rest]
    return stretches


def _squeezed(pieces: Iterable[Piece], like: Line) -> Line:
    """A line with single spaces and the spans of raised numbers."""
    words = _Words()
    for piece in pieces:
        if piece.note is not None:
            words.add_number(piece.text, note=piece.note)
        elif piece.raised and _RAISED_NUMBERS.fullmatch(piece.text):
            for index, part in enumerate(_NUMBERS.split(piece.text)):
                words.add_number(part) if index % 2 else words.add(part)
        else:
            words.add(piece.text)
    return replace(like, text="".join(words.written), spans=tuple(words.spans), label="")


class _Words:
    """Words as they are written one after another, with single spaces."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.spans: list[Span] = []
        self._length = 0
        self._gap = False

    def add(self, text: str) -> None:
        words = " ".join(text.split())
        self._gap = self._gap or text[:1].isspace()
        if words:
            self._write(words)
        self._gap = self._gap or text[-1:].isspace()

    def add_number(self, number: str, *, note: str | None = None) -> None:
        words = " ".join(number.split())
        self._write(words)
        start = self._length - len(words)
        self.spans.append(Span(start=start, end=self._length, number=words, note=note))

    def _write(self, words: str) -> None:
        if self._gap and self._length:
            words = f" {words}"
        self._gap = False
        self.written.append(words)
        self._length += len(words)


@dataclass(frozen=True, slots=True)
class Cut:
    """A line's words without its marks, the marks, and the signs that stood between two marks."""

    text: str
    marks: tuple[Mark, ...]
    between: tuple[str, ...]


def cut_marks(text: str, spans: Sequence[Span]) -> Cut:
    """Take numbers out of a line; a space is not left before one where none belongs."""
    kept: list[str] = []
    marks: list[Mark] = []
    between: list[str] = []
    at = length = 0
    for span in spans:
        words = text[at : span.start]
        if marks and _BETWEEN_MARKS.fullmatch(words) and at:
            between += [words.strip()] if words.strip() else []
            words = ""
        after = text[span.end : span.end + 1]
        if words.endswith(" ") and (not after or after in _BEFORE_NO_SPACE):
            words = words[:-1]
        kept.append(words)
        length += len(words)
        marks.append(Mark(number=span.number, offset=length, printed=span.number, certain=True))
        at = span.end
    rest = text[at:] if length else text[at:].lstrip()
    return Cut("".join([*kept, rest]), tuple(marks), tuple(between))
