"""What a page of a PDF file prints: signs with their places, and rules.

Reads: the streams of a page. Writes: glyphs and rules, measured from the page's upper left corner.
Source of the operators: ISO 32000-1, annex A.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from archive.parsing.readers.pdf.fonts import Fonts, em_of, name_of, sign_of, width_of
from archive.parsing.readers.pdf.glyphs import Glyph, PrintedPage, Rule
from archive.parsing.readers.pdf.tokens import Operand, operators
from archive.parsing.readers.pdf.work import Work

_DEEPEST = 12
_BYTES_PER_STEP, _STEPS_PER_STATE = 64, 4
_THINNEST_TEXT = 0.1
_THICKEST_RULE = 3.0
#: A page with more rules is a drawing.
_MOST_RULES = 2_000
_INVISIBLE = 3
_CORNERS_OF_RULE = (2, 5)
_CORNERS_OF_BOX = (4, 5)
_PLAIN_SPACES = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "ICCBased", "CalRGB", "CalGray"}
_CMYK, _SIX = 4, 6


@dataclass(slots=True)
class _State:
    """The graphics state: where and how the next sign is printed."""

    ctm: Matrix
    font: PDFFont | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: float = 0.0
    is_white: bool = False
    space: str = "DeviceGray"


@dataclass(frozen=True, slots=True)
class Printer:
    """What the pages of one file share: its fonts, the work they cost, and the signs looked up."""

    work: Work
    fonts: Fonts
    signs: dict[int, dict[int, tuple[str, float]]] = field(default_factory=dict)

    def print(
        self, page: PrintedPage, streams: Sequence[PDFStream], *, resources: Any, ctm: Matrix
    ) -> None:
        """Print on a page what streams, which together are one description, say."""
        _Canvas(page, self).run(streams, dict_value(resources), ctm=ctm)


class _Canvas:
    """Carries out the operators of one page and of the forms it draws."""

    def __init__(self, page: PrintedPage, printer: Printer) -> None:
        self._page = page
        self._fonts, self._work, self._signs = printer.fonts, printer.work, printer.signs
        self._state = _State(MATRIX_IDENTITY)
        self._saved: list[_State] = []
        self._resources: dict[Any, Any] = {}
        self._text: Matrix = MATRIX_IDENTITY
        self._line: Matrix = MATRIX_IDENTITY
        self._path: list[list[tuple[float, float]]] = []
        self._open: list[int] = []

    def run(self, streams: Sequence[PDFStream], resources: dict[Any, Any], *, ctm: Matrix) -> None:
        """Carry out streams that are one description, then go back to the state before."""
        before = (self._state, self._saved, self._resources)
        self._state, self._saved, self._resources = copy(self._state), [], resources
        self._state.ctm = ctm
        for stream in streams:
            self._work.spend(len(stream.get_data()) // _BYTES_PER_STEP)
        data = b"\n".join(stream.get_data() for stream in streams)
        for operator, operands in operators(data, self._work):
            self._carry_out(operator, operands)
        self._state, self._saved, self._resources = before

    def _carry_out(self, operator: bytes, operands: list[Operand]) -> None:
        if operator in _BY_NUMBERS:
            count, method = _BY_NUMBERS[operator]
            numbers = [one for one in operands[-count:] if isinstance(one, float)] if count else []
            if len(numbers) == count:
                method(self, *numbers)
        elif operator in _BY_OPERANDS and operands:
            _BY_OPERANDS[operator](self, operands)
        elif operator in _SETTINGS and operands and isinstance(operands[-1], float):
            setattr(self._state, _SETTINGS[operator], operands[-1])

    def save(self) -> None:
        self._work.spend(_STEPS_PER_STATE)
        self._saved.append(copy(self._state))

    def restore(self) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, *matrix: float) -> None:
        self._state.ctm = mult_matrix(_matrix(matrix), self._state.ctm)

    def begin_text(self) -> None:
        self._text = self._line = MATRIX_IDENTITY

    def stretch(self, value: float) -> None:
        self._state.stretch = value / 100

    def font(self, operands: list[Operand]) -> None:
        name, size = operands[0], operands[-1]
        fonts = dict_value(self._resources.get("Font"))
        if isinstance(size, float) and name in fonts:
            spec = fonts[name]
            number = spec.objid if isinstance(spec, PDFObjRef) else None
            self._state.font = self._fonts.get_font(number, dict_value(spec))
            self._state.size = size
        else:
            self._state.font = None

    def move(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._line
        self._text = self._line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)

    def move_and_lead(self, x: float, y: float) -> None:
        self._state.leading = -y
        self.move(x, y)

    def next_line(self) -> None:
        self.move(0, -self._state.leading)

    def place(self, *matrix: float) -> None:
        self._text = self._line = _matrix(matrix)

    def show_spaced(self, operands: list[Operand]) -> None:
        word_space, char_space = operands[0], operands[1] if len(operands) > 1 else 0.0
        if isinstance(word_space, float) and isinstance(char_space, float):
            self._state.word_space, self._state.char_space = word_space, char_space
        self.show_on_next(operands)

    def show_on_next(self, operands: list[Operand]) -> None:
        self.next_line()
        self.show(operands)

    def show(self, operands: list[Operand]) -> None:
        shown = operands[-1]
        if self._state.font is None:
            self._work.is_broken = True
        else:
            for one in shown if isinstance(shown, list) else [shown]:
                if isinstance(one, float):
                    self._advance(-one * 0.001 * self._state.size * self._state.stretch)
                elif isinstance(one, bytes):
                    self._print(one, self._state.font)

    def _advance(self, by: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + by * a, f + by * b)

    def _print(self, codes: bytes, font: PDFFont) -> None:
        """Print a string: glyphs one after the other along the baseline."""
        state = self._state
        a, b, c, d, e, f = mult_matrix(self._text, state.ctm)
        size, stretch = state.size, state.stretch
        e, f = e + c * state.rise, f + d * state.rise
        height, name = self._page.height, name_of(font)
        printed = self._printed_on((a * size, b * size, d * size))
        em = abs(size) * (c * c + d * d) ** 0.5 * em_of(font)
        word_space = 0.0 if font.is_multibyte() else state.word_space
        signs = self._signs.setdefault(id(font), {})
        x = 0.0
        self._work.glyphs(len(codes) // (2 if font.is_multibyte() else 1))
        decoded = font.decode(codes)
        for code in decoded:
            sign, width = signs.get(code) or _remember(signs, font, code=code)
            wide = width * size * stretch
            printed.append(Glyph(sign, e + x * a, e + (x + wide) * a, height - f - x * b, em, name))
            x += wide + (state.char_space + (word_space if code == 32 else 0.0)) * stretch
        self._advance(x)

    def _printed_on(self, directions: tuple[float, float, float]) -> list[Glyph]:
        """Where signs go: hidden ones and turned ones apart from those that are read."""
        along, across, up = directions
        if self._state.mode == _INVISIBLE or self._state.is_white:
            return self._page.hidden
        is_level = along > 0 and up > 0 and abs(across) <= _THINNEST_TEXT * along
        return self._page.glyphs if is_level else self._page.turned

    def color_space(self, operands: list[Operand]) -> None:
        name = operands[-1]
        spec = resolve1(dict_value(self._resources.get("ColorSpace")).get(name, name))
        spec = resolve1(list_value(spec)[0]) if isinstance(spec, list) and spec else spec
        self._state.space = str(getattr(spec, "name", spec))
        self._state.is_white = False

    def color(self, operands: list[Operand]) -> None:
        numbers = [one for one in operands if isinstance(one, float)]
        blank = 0.0 if len(numbers) == _CMYK else 1.0
        is_plain = self._state.space in _PLAIN_SPACES
        self._state.is_white = is_plain and bool(numbers) and set(numbers) == {blank}

    def device_color(self, operands: list[Operand]) -> None:
        self._state.space = "DeviceRGB"
        self.color(operands)

    def begin_path(self, x: float, y: float) -> None:
        self._path.append([(x, y)])

    def draw_to(self, x: float, y: float) -> None:
        if self._path:
            self._path[-1].append((x, y))

    def curve(self, *points: float) -> None:
        """A curve is no rule: a far corner says so."""
        if self._path:
            self._path[-1] += [(points[-2], points[-1])] * _SIX

    def rectangle(self, *sides: float) -> None:
        x, y, width, height = sides
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self._path.append(list(corners))

    def forget_path(self) -> None:
        self._path = []

    def stroke_path(self) -> None:
        """Keep what is drawn where it is a rule, or a box."""
        for corners in self._path[:_MOST_RULES]:
            if len(corners) in _CORNERS_OF_BOX:
                self._keep_box(corners)
        self.draw_path()

    def draw_path(self) -> None:
        """Keep what is drawn where it is a rule."""
        fewest, most = _CORNERS_OF_RULE
        for corners in self._path:
            if fewest <= len(corners) <= most:
                self._keep_rule(corners)
        self._path = []

    def _keep_rule(self, corners: Sequence[tuple[float, float]]) -> None:
        xs, ys = self._on_page(corners)
        rule = Rule(min(xs), min(ys), max(xs), max(ys))
        if _is_thin(rule) and len(self._page.rules) < _MOST_RULES:
            self._page.rules.append(rule)

    def _keep_box(self, corners: Sequence[tuple[float, float]]) -> None:
        xs, ys = self._on_page(corners)
        box = Rule(min(xs), min(ys), max(xs), max(ys))
        is_square = {*xs} <= {box.x0, box.x1} and {*ys} <= {box.y0, box.y1}
        if is_square and not _is_thin(box) and len(self._page.boxes) < _MOST_RULES:
            self._page.boxes.append(box)

    def _on_page(self, corners: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
        """Where corners stand: from the left edge, and from the upper one."""
        a, b, c, d, e, f = self._state.ctm
        xs = [x * a + y * c + e for x, y in corners]
        return xs, [self._page.height - (x * b + y * d + f) for x, y in corners]

    def count_picture(self) -> None:
        """Count a picture that stands in the stream itself."""
        self._page.pictures += 1

    def draw_object(self, operands: list[Operand]) -> None:
        """Draw a form as part of the page; count a picture."""
        drawn = resolve1(dict_value(self._resources.get("XObject")).get(operands[-1]))
        if not isinstance(drawn, PDFStream):
            self._work.is_broken = True
            return
        kind = str(getattr(resolve1(drawn.get("Subtype")), "name", ""))
        if kind == "Image":
            self._page.pictures += 1
        elif kind == "Form" and id(drawn) not in self._open and len(self._open) < _DEEPEST:
            matrix = [float(one) for one in map(resolve1, list_value(drawn.get("Matrix", [])))]
            ctm = mult_matrix(_matrix(matrix or MATRIX_IDENTITY), self._state.ctm)
            resources = dict_value(drawn.get("Resources")) or self._resources
            self._open.append(id(drawn))
            self.run([drawn], resources, ctm=ctm)
            self._open.pop()


def _is_thin(rule: Rule) -> bool:
    return min(rule.x1 - rule.x0, rule.y1 - rule.y0) <= _THICKEST_RULE


def _matrix(values: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)


def _remember(
    signs: dict[int, tuple[str, float]], font: PDFFont, *, code: int
) -> tuple[str, float]:
    signs[code] = sign_of(font, code), width_of(font, code)
    return signs[code]


_SETTINGS = {
    b"Tc": "char_space",
    b"Tw": "word_space",
    b"TL": "leading",
    b"Ts": "rise",
    b"Tr": "mode",
}
_BY_NUMBERS: dict[bytes, tuple[int, Callable[..., None]]] = {
    b"q": (0, _Canvas.save),
    b"Q": (0, _Canvas.restore),
    b"cm": (6, _Canvas.transform),
    b"BT": (0, _Canvas.begin_text),
    b"ID": (0, _Canvas.count_picture),
    b"Tz": (1, _Canvas.stretch),
    b"Td": (2, _Canvas.move),
    b"TD": (2, _Canvas.move_and_lead),
    b"Tm": (6, _Canvas.place),
    b"T*": (0, _Canvas.next_line),
    b"m": (2, _Canvas.begin_path),
    b"l": (2, _Canvas.draw_to),
    b"c": (6, _Canvas.curve),
    b"v": (4, _Canvas.curve),
    b"y": (4, _Canvas.curve),
    b"re": (4, _Canvas.rectangle),
    b"n": (0, _Canvas.forget_path),
    **dict.fromkeys(b"S s B B* b b*".split(), (0, _Canvas.stroke_path)),
    **dict.fromkeys(b"f F f*".split(), (0, _Canvas.draw_path)),
}
_BY_OPERANDS: dict[bytes, Callable[[_Canvas, list[Operand]], None]] = {
    b"Tf": _Canvas.font,
    b"Tj": _Canvas.show,
    b"TJ": _Canvas.show,
    b"'": _Canvas.show_on_next,
    b'"': _Canvas.show_spaced,
    b"cs": _Canvas.color_space,
    b"sc": _Canvas.color,
    b"scn": _Canvas.color,
    b"g": _Canvas.device_color,
    b"rg": _Canvas.device_color,
    b"k": _Canvas.device_color,
    b"Do": _Canvas.draw_object,
}
