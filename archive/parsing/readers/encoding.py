"""Bytes to text: which encoding, what had to be mended, what is refused.

Reads: bytes. Writes: text with one kind of line end and no control characters, and warnings.
"""

import codecs
import re
from dataclasses import dataclass

from archive.parsing.parsed import ParseError, ParseWarning
from archive.parsing.readers.signs import LIGATURES, RAISED_FIGURES

_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIRST_ESCAPED = 0xDC80
_WINDOWS_1252 = {
    _FIRST_ESCAPED - 0x80 + byte: bytes([byte]).decode("cp1252", errors="ignore") or "\ufffd"
    for byte in range(0x80, 0x100)
}
_ESCAPED = re.compile("[\udc80-\udcff]")
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t]{0,80}(?:\n|$))")
_PLAIN = _INVISIBLE | LIGATURES | RAISED_FIGURES
_MOST_CONTROLS = 0.02
_STANDS_FOR_WINDOWS_1252 = frozenset({"ascii", "iso8859-1"})
_NOT_FOR_FILES = frozenset({"utf-8", "idna", "punycode", "raw-unicode-escape", "unicode-escape"})
_SAVE_AS_TEXT = "open it in the program it was made with and save the resolution as plain text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and what was done to read it."""

    text: str
    warnings: tuple[ParseWarning, ...]


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """Decode a text by its content; ``declared`` is the encoding that it names itself.

    Raises ParseError: ``empty_file``, ``binary_file``.
    """
    text, mended = _decoded(data, declared)
    controls = len(_CONTROLS.findall(text))
    _refuse_binary(text, controls)
    warnings = [_warning("encoding_mended", mended)] if mended else []
    if controls:
        warnings.append(_warning("control_characters", f"Left out {controls} control characters."))
    if "\ufffd" in text:
        warnings.append(_warning("characters_lost", _lost(text)))
    text = _plain_line_ends(even_out(text))
    if not text.strip():
        raise ParseError("empty_file", "The file has no words in it; get the file again.")
    return Decoded(text, tuple(warnings))


def _refuse_binary(text: str, controls: int) -> None:
    if "\x00" in text:
        line = 1 + text.count("\n", 0, text.index("\x00"))
        raise ParseError(
            "binary_file", f"Line {line} holds a NUL byte, so this is not text; {_SAVE_AS_TEXT}."
        )
    if controls > _MOST_CONTROLS * len(text):
        raise ParseError(
            "binary_file",
            f"{controls:,} of {len(text):,} characters are control characters, so this is not "
            f"text; {_SAVE_AS_TEXT}.",
        )


def _lost(text: str) -> str:
    """A sentence on the characters nobody can bring back."""
    line = 1 + text.count("\n", 0, text.index("\ufffd"))
    count = text.count("\ufffd")
    first = "1 character" if count == 1 else f"{count:,} characters"
    return f"{first} could not be read or had been lost before, first in line {line}."


def _decoded(data: bytes, declared: str) -> tuple[str, str | None]:
    """The text, and a sentence on what was done unless it was plain UTF-8."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, errors="replace"), "Read as UTF-16."
    codec_by_nuls = _utf16_by_nuls(data)
    if codec_by_nuls:
        text = data.decode(codec_by_nuls, errors="replace")
        return text, "Read as UTF-16, though the file does not begin with its mark."
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        as_declared = _as_declared(data, declared)
        if as_declared is not None:
            return as_declared, None
        return _by_windows_1252(data.decode("utf-8", errors="surrogateescape"))


def _as_declared(data: bytes, declared: str) -> str | None:
    """The text in the encoding it names; None where Python has none such, or where it fails.

    ISO 8859-1 and ASCII stand for Windows-1252, as browsers hold (the Encoding Standard).
    """
    try:
        codec = codecs.lookup(declared).name if declared else "utf-8"
        codec = "cp1252" if codec in _STANDS_FOR_WINDOWS_1252 else codec
        return None if codec in _NOT_FOR_FILES else data.decode(codec)
    except (LookupError, UnicodeError):
        return None


def _by_windows_1252(text: str) -> tuple[str, str]:
    """The text with each byte that is not UTF-8 read as Windows-1252."""
    first = next(_ESCAPED.finditer(text))
    line = 1 + text.count("\n", 0, first.start())
    count = len(text) - len(_ESCAPED.sub("", text))
    mended = f"Read {count} bytes that are not UTF-8 as Windows-1252, the first in line {line}."
    return text.translate(_WINDOWS_1252), mended


def _utf16_by_nuls(data: bytes) -> str | None:
    """The byte order, when every other byte of Latin text is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def even_out(text: str) -> str:
    """The text without control characters, and with letters and figures in their plain form."""
    text = _CONTROLS.sub("", text)
    # A text has few of the signs; to look for each is faster than to translate every sign.
    for sign, plain in _PLAIN.items():
        text = text.replace(sign, plain)
    return text


def _plain_line_ends(text: str) -> str:
    """The text with one kind of line end; a soft hyphen counts at a line's end only.

    A form feed, which parts pages, stays before the first line of its page.
    """
    text = "\n\f".join("\n".join(page.splitlines()) for page in text.split("\f"))
    return _SOFT_HYPHEN_AT_LINE_END.sub("-", text).replace("\u00ad", "")


def _warning(code: str, message: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, where="file")
