"""Fonts of a PDF file: which sign each code prints, and how wide it is.

Reads: a font's dictionary. Writes: the signs and widths of its codes, each found once.
Source of the tables that turn codes into signs: ISO 32000-1, 9.10.3.
"""

import re
import struct
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream

from archive.parsing.readers.pdf.work import Work

#: What stands for a sign that the font does not name.
UNKNOWN = "\ufffd"
_MOST_CODES = 70_000
_DEEPEST = 12
_FIRST_COST = 500
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]{0,1100})>|(\[)|(\])|\b(begin|end)bf(char|range)\b")
_PAIR, _RANGE = 2, 3
_USUAL_WIDTH = 0.45
#: Codes that print nothing in a font that does not name them: tabs, line ends, spaces.
_SPACES = {9, 10, 13, 32, 160}
_LARGEST_PROGRAM = 200_000
#: How a TrueType table in groups of codes begins.
_GROUPS = b"\x00\x0c\x00\x00"


class Fonts(PDFResourceManager):
    """The fonts of one file, each made once, from plain values within bounds."""

    def __init__(self, work: Work) -> None:
        super().__init__(caching=True)
        self._work = work
        self._made: dict[object, PDFFont] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font a dictionary describes."""
        if objid is None or objid not in self._made:
            self._work.spend(_FIRST_COST)
            self._made[objid] = self._make(self._plain(dict(spec), 0))
        return self._made[objid]

    def _make(self, spec: dict[str, Any]) -> PDFFont:
        table = spec.get("ToUnicode")
        if isinstance(table, PDFStream):
            del spec["ToUnicode"]
        for part in _parts(spec):
            part.pop("W2", None)
            part["W"] = self._bounded_widths(part.get("W"))
            descriptor = part.get("FontDescriptor")
            if isinstance(descriptor, dict):
                self._drop_programs(descriptor, keep=not isinstance(table, PDFStream))
        font = PDFResourceManager(caching=False).get_font(None, spec)
        if isinstance(table, PDFStream):
            font.unicode_map = self._unicode_map(table.get_data())  # type: ignore[attr-defined]
        return font

    def _drop_programs(self, descriptor: dict[str, Any], *, keep: bool) -> None:
        """Drop the font's own program, unless it alone can name the signs and is small."""
        for name in ("FontFile", "FontFile2"):
            program = descriptor.get(name)
            if isinstance(program, PDFStream):
                data = program.get_data() if keep else b""
                self._work.spend(len(data))
                if not data or len(data) > _LARGEST_PROGRAM or _has_wide_groups(data):
                    del descriptor[name]

    def _bounded_widths(self, widths: object) -> list[Any]:
        """The widths of codes; a range of codes, "first last width", costs a step for each."""
        kept: list[Any] = []
        numbers = 0
        for one in widths if isinstance(widths, list) else []:
            numbers = 0 if isinstance(one, list) else numbers + 1
            kept.append(one)
            if numbers == _RANGE:
                first, last = kept[-3:-1]
                kept[-2] = min(last, first + _MOST_CODES)
                self._work.spend(max(0, int(kept[-2] - first)))
                numbers = 0
        return kept

    def _plain(self, value: object, depth: int) -> Any:
        """The value with every reference followed, counted, and nothing shared."""
        self._work.spend()
        hops = 0
        while isinstance(value, PDFObjRef) and hops < _DEEPEST:
            value, hops = value.resolve(), hops + 1
        if depth > _DEEPEST or isinstance(value, PDFObjRef):
            return None
        if isinstance(value, dict):
            return {key: self._plain(one, depth + 1) for key, one in value.items()}
        if isinstance(value, list):
            return [self._plain(one, depth + 1) for one in value]
        return value

    def _unicode_map(self, data: bytes) -> FileUnicodeMap:
        """The signs that a ToUnicode table names."""
        table = FileUnicodeMap()
        block, in_list = b"", False
        codes: list[bytes] = []
        for match in _TOKEN.finditer(data):
            self._work.spend()
            if match[4]:
                block, codes, in_list = (match[5] if match[4] == b"begin" else b""), [], False
            elif match[2] or match[3]:
                in_list = match[2] is not None
                codes = codes if in_list else []
            elif block:
                codes.append(match[1])
                codes = self._take(table, block, codes=codes, in_list=in_list)
        return table

    def _take(
        self, table: FileUnicodeMap, block: bytes, *, codes: list[bytes], in_list: bool
    ) -> list[bytes]:
        """Add what the codes read so far say; returns those that still wait for others."""
        if block == b"char" and len(codes) == _PAIR:
            table.cid2unichr[_number(codes[0])] = _signs(codes[1])
            return []
        if block == b"range" and len(codes) > _PAIR:
            first, last = _number(codes[0]), _number(codes[1])
            if in_list:
                table.cid2unichr[first] = _signs(codes[2])
                return [b"%x" % (first + 1), codes[1]]
            self._add_range(
                table, range(first, min(last, first + _MOST_CODES) + 1), target=codes[2]
            )
            return []
        return codes

    def _add_range(self, table: FileUnicodeMap, codes: range, *, target: bytes) -> None:
        self._work.spend(len(codes))
        signs = _signs(target)
        for step, code in enumerate(codes):
            if signs and ord(signs[-1]) + step <= sys.maxunicode:
                table.cid2unichr[code] = signs[:-1] + chr(ord(signs[-1]) + step)


def sign_of(font: PDFFont, code: int) -> str:
    """What a code prints; UNKNOWN where the font does not say."""
    try:
        return font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return " " if code in _SPACES and not font.is_multibyte() else UNKNOWN


def width_of(font: PDFFont, code: int) -> float:
    """How wide a code prints at size 1; a usual width where a font gives none at all."""
    width = font.char_width(code)
    has_widths = width or font.default_width or any(font.widths.values())
    return width if has_widths else _USUAL_WIDTH


def name_of(font: PDFFont) -> str:
    """The name a font goes by; one of the names that every reader knows has no other."""
    name = getattr(font, "basefont", None) or font.fontname
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)


def em_of(font: PDFFont) -> float:
    """How high the font is at size 1: a font drawn by programs has a measure of its own."""
    height = font.get_height() if isinstance(font, PDFType3Font) else 1.0
    return height if height > 0 else 1.0


def _parts(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A font's dictionary, and those of the fonts it is made of."""
    inner = spec.get("DescendantFonts")
    yield spec
    yield from (one for one in (inner if isinstance(inner, list) else ()) if isinstance(one, dict))


def _has_wide_groups(program: bytes) -> bool:
    """Whether a TrueType table of groups of codes claims more codes than there are."""
    at = program.find(_GROUPS)
    while at >= 0:
        count = int.from_bytes(program[at + 12 : at + 16], "big")
        table = program[at + 16 : at + 16 + 12 * min(count, _MOST_CODES)]
        if sum(max(0, last - first + 1) for first, last in _groups(table)) > _MOST_CODES:
            return True
        at = program.find(_GROUPS, at + 1)
    return False


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    for first, last, _ in struct.iter_unpack(">III", table[: len(table) // 12 * 12]):
        yield first, last


def _number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def _signs(code: bytes) -> str:
    digits = b"".join(code.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()).decode("utf-16-be", "ignore")
