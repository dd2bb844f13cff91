"""PDF files typeset as United Nations documents are, from texts given by a test.

A text's words may hold marks: ``{1}`` is a raised number, ``<i>Recalling</i>`` is slanted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

REGULAR, SLANTED, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
WIDTH, HEIGHT = letter

_PIECE = re.compile(r"\{([^}]*)\}|<i>|</i>|(\s+)|([^\s{<]+|<)")


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a document is typeset."""

    size: float = 10
    leading: float = 12
    gap: float = 6
    indent: float = 24
    left: float = 123
    right: float = 488
    top: float = 80
    bottom: float = 690
    columns: int = 1
    gutter: float = 14
    is_justified: bool = True
    has_space_signs: bool = True
    hyphenates: bool = False
    raised_size: float = 6.5
    raised_by: float = 3.6
    note_size: float = 8.5
    note_rule: str = "line"
    head: str = ""
    title: str = ""
    job_number: str = "21-00000"
    numbers_by_page: bool = False


@dataclass(frozen=True)
class Part:
    """A stretch of text: its words with marks, and how it stands."""

    words: str
    font: str = REGULAR
    size: float | None = None
    align: str = "text"
    indent: float | None = None
    hanging: float = 0


def _width_of(text: str, font: str, *, size: float) -> float:
    return float(stringWidth(text, font, size))


@dataclass
class _Word:
    """A word to be placed: its pieces with font, size and rise."""

    pieces: list[tuple[str, str, float, float]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        return sum(_width_of(text, font, size=size) for text, font, size, _ in self.pieces)


class Typesetter:
    """Lays a text out on pages: columns, running heads, notes at the foot of what marks them."""

    def __init__(self, look: Look, notes: dict[str, str] | None = None) -> None:
        self.look = look
        self._notes = dict(notes or {})
        self._buffer = BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=letter, invariant=True)
        self._page, self._column = 1, 0
        self._y = look.top
        self._top = look.top
        self._foot: list[list[tuple[float, list[_Word], float, bool]]] = []
        self._foot_height = 0.0
        self._number = 0
        self._of_page: dict[str, str] = {}

    def at(self, x: float, y: float, words: str, *, font: str = REGULAR, size: float = 10) -> None:
        """Print words at a place on the page."""
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, HEIGHT - y, words)

    def rule(self, x0: float, x1: float, y: float) -> None:
        """Draw a level rule."""
        self._canvas.setLineWidth(0.5)
        self._canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)

    def upright(self, x: float, y0: float, y1: float) -> None:
        """Draw an upright rule."""
        self._canvas.setLineWidth(0.5)
        self._canvas.line(x, HEIGHT - y0, x, HEIGHT - y1)

    def width_of(self, words: str, *, size: float) -> float:
        """How wide words are."""
        return _width_of(words, REGULAR, size=size)

    def turn(self) -> None:
        """Go on on another page."""
        self._column = self.look.columns
        self._next_column()

    def begin_at(self, y: float) -> None:
        """Begin the text lower on this page."""
        self._y = self._top = y

    def add(self, part: Part) -> None:
        """Set a part below what is there."""
        look = self.look
        size = part.size or look.size
        leading = look.leading * size / look.size
        lines = self._lines(self._words(part, size), part, self._width)
        if self._y > self._top:
            self._y += look.gap * (2 if part.align == "centre" else 1)
        for offset, words, room, is_last in lines:
            self._mind_notes(words, leading)
            self._line(
                words, self._y, offset=offset, room=room, is_last=is_last or part.align != "text"
            )
            self._y += leading

    def data(self) -> bytes:
        """The file."""
        self._end_column()
        self._finish_page()
        self._canvas.save()
        return self._buffer.getvalue()

    @property
    def _width(self) -> float:
        look = self.look
        return (look.right - look.left - look.gutter * (look.columns - 1)) / look.columns

    @property
    def _x(self) -> float:
        return self.look.left + self._column * (self._width + self.look.gutter)

    def _words(self, part: Part, size: float) -> list[_Word]:
        words = [_Word()]
        font = part.font
        for match in _PIECE.finditer(part.words):
            mark, space, text = match[1], match[2], match[3]
            if mark is not None:
                words[-1].marks.append(mark)
                shown = self._shown(mark)
                scale = size / self.look.size
                words[-1].pieces.append(
                    (shown, font, self.look.raised_size * scale, self.look.raised_by * scale)
                )
            elif space:
                words.append(_Word())
            elif text:
                words[-1].pieces.append((text, font, size, 0))
            else:
                font = SLANTED if match[0] == "<i>" else part.font
        return [word for word in words if word.pieces]

    def _shown(self, mark: str) -> str:
        return mark

    def _lines(
        self, words: list[_Word], part: Part, width: float
    ) -> list[tuple[float, list[_Word], float, bool]]:
        """Lines: how far each stands in, its words, the room it has, whether it is the last."""
        look = self.look
        first = (
            part.indent if part.indent is not None else (look.indent if part.align == "text" else 0)
        )
        lines: list[tuple[float, list[_Word], float, bool]] = []
        waiting = list(words)
        while waiting:
            offset = part.hanging if lines else first
            taken, waiting = self._fill(waiting, width - offset)
            if part.align == "centre":
                offset = (width - self._natural(taken)) / 2
            elif part.align == "right":
                offset = width - self._natural(taken)
            lines.append((offset, taken, width - offset, not waiting))
        return lines

    def _fill(self, words: list[_Word], room: float) -> tuple[list[_Word], list[_Word]]:
        taken: list[_Word] = []
        for index, word in enumerate(words):
            if taken and self._natural([*taken, word]) > room:
                head, rest = (
                    self._divided(word, room - self._natural(taken))
                    if self.look.hyphenates
                    else (None, word)
                )
                return ([*taken, head] if head else taken), [rest, *words[index + 1 :]]
            taken.append(word)
        return taken, []

    def _divided(self, word: _Word, room: float) -> tuple[_Word | None, _Word]:
        """A word divided by a hyphen where it has room, or at its own."""
        text, font, size, rise = word.pieces[0]
        space = _width_of(" ", font, size=size)
        for at in range(len(text) - 3, 2, -1):
            head = text[:at] if text[at - 1] == "-" else text[:at] + "-"
            if (
                text[:at].replace("-", "").isalpha()
                and text[at:].isalpha()
                and space + _width_of(head, font, size=size) <= room
            ):
                rest = _Word([(text[at:], font, size, rise), *word.pieces[1:]], word.marks)
                return _Word([(head, font, size, rise)]), rest
        return None, word

    def _natural(self, words: Sequence[_Word]) -> float:
        if not words:
            return 0.0
        space = _width_of(" ", REGULAR, size=words[0].pieces[0][2])
        return sum(word.width for word in words) + space * (len(words) - 1)

    def _line(
        self, words: list[_Word], y: float, *, offset: float, room: float, is_last: bool
    ) -> None:
        space = _width_of(" ", REGULAR, size=words[0].pieces[0][2])
        if self.look.is_justified and not is_last and len(words) > 1:
            space += (room - self._natural(words)) / (len(words) - 1)
        x = self._x + offset
        for index, word in enumerate(words):
            for text, font, size, rise in word.pieces:
                self._canvas.setFont(font, size)
                self._canvas.drawString(x, HEIGHT - y + rise, text)
                x += _width_of(text, font, size=size)
            if index + 1 < len(words):
                if self.look.has_space_signs:
                    self._canvas.setFont(REGULAR, words[0].pieces[0][2])
                    self._canvas.drawString(x, HEIGHT - y, " ")
                x += space

    def _mind_notes(self, words: Sequence[_Word], leading: float) -> None:
        """Go on in the next column unless the line and the notes it marks have room."""
        marks = [mark for word in words for mark in word.marks]
        notes = [self._note_lines(mark) for mark in marks if mark in self._notes]
        height = sum(len(lines) for lines in notes) * self._note_leading
        if (
            self._y + leading + height + self._foot_height > self.look.bottom
            and self._y > self._top
        ):
            self._end_column()
            self._next_column()
        for mark, lines in zip([mark for mark in marks if mark in self._notes], notes, strict=True):
            self._foot.append(lines)
            self._foot_height += len(lines) * self._note_leading + (
                14 if len(self._foot) == 1 else 0
            )
            del self._notes[mark]

    @property
    def _note_leading(self) -> float:
        return self.look.note_size * 1.22

    def _note_lines(self, mark: str) -> list[tuple[float, list[_Word], float, bool]]:
        look = self.look
        part = Part(f"{{{mark}}} {self._notes[mark]}", indent=0, align="text")
        words = self._words(part, look.note_size)
        words[0].pieces = words[0].pieces[:1]
        return self._lines(words, part, self._width)

    def _end_column(self) -> None:
        look = self.look
        if not self._foot:
            return
        y = look.bottom - self._foot_height + 20
        if look.note_rule == "line":
            self.rule(self._x, self._x + 60, y - 12)
        elif look.note_rule == "signs":
            self.at(self._x, y - 12, "_" * 18, size=look.note_size)
        for lines in self._foot:
            for offset, words, room, is_last in lines:
                self._line(words, y, offset=offset, room=room, is_last=is_last)
                y += self._note_leading
        self._foot, self._foot_height = [], 0.0

    def _next_column(self) -> None:
        if self._column + 1 < self.look.columns:
            self._column += 1
            self._y = self._top
        else:
            self._finish_page()
            self._canvas.showPage()
            self._page += 1
            self._column = 0
            self._y = self._top = self.look.top

    def _finish_page(self) -> None:
        look = self.look
        outer, inner = (60, WIDTH - 60 - 30)
        if self._page > 1 and look.head:
            is_even = self._page % 2 == 0
            self.at(outer if is_even else WIDTH - 130, 58, look.head, font=BOLD, size=8.5)
            if look.title:
                self.at(260 if is_even else outer, 58, look.title, font=BOLD, size=8.5)
            self.rule(60, WIDTH - 60, 64)
        if look.job_number:
            self.at(outer if self._page % 2 else inner, 754, look.job_number, size=7)
            self.at(inner if self._page % 2 else outer, 754, f"{self._page}/9", font=BOLD, size=7)


def masthead(
    setter: Typesetter, *, symbol: str, date: str, organ: str = "General Assembly"
) -> None:
    """Print the cells at the head of the first page."""
    setter.at(123, 57, "United Nations", size=14)
    setter.at(480, 57, symbol[0], size=20)
    setter.at(480 + _width_of(symbol[0], REGULAR, size=20), 57, symbol[1:], size=14)
    setter.rule(60, 552, 65)
    setter.at(123, 86, organ, font=BOLD, size=20)
    setter.at(397, 86, "Distr.: General", size=10)
    setter.at(397, 98, date, size=10)
    setter.rule(60, 552, 210)
