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
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.word.pieces import Piece

#: A raised number; "1/" is how documents of older decades print one.
_NUMBERS = re.compile(r"(\d{1,3}/?)")
_RAISED_NUMBERS = re.compile(r"[\s,;]{0,9}\d{1,3}/?(?:[\s,;]{1,9}\d{1,3}/?){0,20}[\s,;.]{0,9}")
_BEFORE_NO_SPACE = (" ", ",", ";", ":", ".", ")", "”", "?", "!")
_ENDS = (",", ";", ".", ":")
#: Lines that no sentence holds; a date or a symbol may also stand in one.
_PRINTED_ALONE = {
    LineKind.ORGAN,
    LineKind.ADOPTED_BY,
    LineKind.ADOPTED_AT,
    LineKind.MEETING,
    LineKind.REPORT,
    LineKind.TITLED_NUMBER,
    LineKind.AGENDA_ITEM,
    LineKind.RULE,
}
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
    groups: list[list[Line]] = []
    after_blank = True
    for stretch in _stretches(_merged(pieces)):
        line = _squeezed(stretch, like)
        if line.text and (after_blank or _parts(groups[-1], line)):
            groups.append([])
        if line.text:
            groups[-1].append(line)
        after_blank = not line.text
    lines = [joined(group) for group in groups]
    return [replace(lines[0], label=like.label), *lines[1:]] if lines else []


def _parts(above: Sequence[Line], below: Line) -> bool:
    """Whether a break between the stretches above and a line ends what stands above it."""
    printed = len(above) == 1 and kind_of_line(above[0].text) is not None
    starts_raised = bool(below.spans) and below.spans[0].start == 0
    if printed or starts_raised:
        return True
    ended = above[-1].text.endswith(_ENDS)
    kind = None if below.text[0].islower() else kind_of_line(below.text)
    if kind is not None:
        return ended or kind in _PRINTED_ALONE
    return ended and _begins_paragraph(below.text)


def _begins_paragraph(text: str) -> bool:
    label, _ = split_label(text)
    return label is not None or find_opening(text) is not None


def joined(lines: Sequence[Line]) -> Line:
    """Lines as one, with spaces between them; it is like the first."""
    spans: list[Span] = []
    length = 0
    for line in lines:
        spans += [moved(span, length) for span in line.spans]
        length += len(line.text) + 1
    return replace(lines[0], text=" ".join(line.text for line in lines), spans=tuple(spans))


def with_words_before(words: str, line: Line) -> Line:
    """The line with a label or number set before its words."""
    if not words:
        return line
    spans = tuple(moved(span, len(words) + 1) for span in line.spans)
    return replace(line, text=f"{words} {line.text}".rstrip(), spans=spans, label="")


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
        number = words if note else words.rstrip("/")
        self.spans.append(Span(start=start, end=self._length, number=number, note=note))

    def _write(self, words: str) -> None:
        if self._gap and self._length:
            words = f" {words}"
        self._gap = False
        self.written.append(words)
        self._length += len(words)


@dataclass(frozen=True, slots=True)
class Cut:
    """A line's words without its marks, the marks, and the signs in and between them."""

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
        signs = text[span.start : span.end].replace(span.number, "", 1)
        between += [signs] if signs else []
        after = text[span.end : span.end + 1]
        if words.endswith(" ") and (not after or after in _BEFORE_NO_SPACE):
            words = words[:-1]
        kept.append(words)
        length += len(words)
        marks.append(Mark(number=span.number, offset=length, printed=span.number, certain=True))
        at = span.end
    rest = text[at:] if length else text[at:].lstrip()
    return Cut("".join([*kept, rest]), tuple(marks), tuple(between))
