"""Operators of a page's description with what they are given, read in one pass.

Reads: a stream's bytes. Writes: names, numbers, strings and lists, operator by operator.
Source of the forms: ISO 32000-1, 7.2 to 7.3 and 8.9.7.
"""

import re
from collections.abc import Iterator

from archive.parsing.readers.pdf.work import Work

#: A number, a string, a name (as str) or a list of these.
Operand = float | bytes | str | list["float | bytes | str"]

_TOKEN = re.compile(
    rb"(?P<number>[-+.0-9]+)|\((?P<string>[^()\\]*)\)|(?P<open>\()|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|/(?P<name>[^\s\x00()<>\[\]{}/%]*)|(?P<list>\[)|(?P<end>\])|%[^\r\n]*|<<|>>"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*)"
)
_IN_STRING = re.compile(rb"[()\\]")
_OCTAL = re.compile(rb"[0-7]{1,3}")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PICTURE_ENDS = re.compile(rb"\sEI(?=\s|$)")
_MOST_OPERANDS = 100


def operators(data: bytes, work: Work) -> Iterator[tuple[bytes, list[Operand]]]:
    """Each operator and its operands; a picture in the stream is passed over."""
    return _Tokens(data, work).operators()


class _Tokens:
    """Where the reading of a stream has come to."""

    def __init__(self, data: bytes, work: Work) -> None:
        self._data = data
        self._work = work
        self._at = 0
        self._operands: list[Operand] = []
        self._list: list[float | bytes | str] | None = None

    def operators(self) -> Iterator[tuple[bytes, list[Operand]]]:
        """Each operator with its operands."""
        while match := _TOKEN.search(self._data, self._at):
            self._work.spend()
            self._at = match.end()
            kind = match.lastgroup
            if kind == "operator":
                yield match["operator"], self._operands[-_MOST_OPERANDS:]
                self._operands, self._list = [], None
                self._pass_picture(match["operator"])
            elif kind in {"list", "end"}:
                self._bracket(opens=kind == "list")
            elif kind is not None:
                self._take(self._value(match, kind))

    def _value(self, match: re.Match[bytes], kind: str) -> float | bytes | str:
        if kind == "number":
            return _number(match["number"])
        if kind == "string":
            return match["string"]
        if kind == "open":
            return self._string()
        if kind == "hex":
            digits = b"".join(match["hex"].split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        return match["name"].decode("latin-1")

    def _take(self, value: float | bytes | str) -> None:
        if self._list is not None:
            self._list.append(value)
        else:
            self._operands.append(value)

    def _bracket(self, *, opens: bool) -> None:
        if opens:
            self._list = []
        elif self._list is not None:
            self._operands.append(self._list)
            self._list = None

    def _string(self) -> bytes:
        """A string with brackets or escapes in it, from behind the bracket that opens it."""
        pieces = []
        depth = 1
        while depth and (match := _IN_STRING.search(self._data, self._at)):
            self._work.spend()
            pieces.append(self._data[self._at : match.start()])
            self._at = match.end()
            depth += {b"(": 1, b")": -1}.get(match[0], 0)
            pieces.append(self._escaped() if match[0] == b"\\" else match[0])
        return b"".join(pieces[:-1] if not depth else pieces)

    def _escaped(self) -> bytes:
        """What a backslash and the signs behind it stand for."""
        octal = _OCTAL.match(self._data, self._at)
        if octal:
            self._at = octal.end()
            return bytes([int(octal[0], 8) & 0xFF])
        sign = self._data[self._at : self._at + 1]
        self._at += 1
        if sign in {b"\r", b"\n"}:
            self._at += self._data[self._at - 1 : self._at + 1] == b"\r\n"
            return b""
        return _ESCAPED.get(sign, sign)

    def _pass_picture(self, operator: bytes) -> None:
        if operator == b"ID":
            end = _PICTURE_ENDS.search(self._data, self._at)
            self._at = end.end() if end else len(self._data)


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0
