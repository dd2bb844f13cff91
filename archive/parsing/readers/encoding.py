"""Bytes to text: which encoding, what had to be mended, what is refused.

Reads: bytes. Writes: text with ``\\n`` line ends and no control characters, and warnings.
"""

import codecs
import re
from dataclasses import dataclass

from archive.parsing.parsed import ParseError, ParseWarning

MAXIMUM_BYTES = 20_000_000

_OTHER_FORMATS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word (.docx) or another zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97 (.doc)"),
    (b"{\\rtf", "RTF"),
)
_MARKUP = ((b"<!doctype html", "HTML"), (b"<html", "HTML"), (b"<akomantoso", "Akoma Ntoso"))
_BOMS = (
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_WINDOWS_1252 = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", errors="ignore") or "\x00"
    for byte in range(0x80, 0x100)
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t]*(?:\n|$))")
_PRINTED_AS_ONE = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
    | dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
)
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and what was done to read it."""

    text: str
    warnings: tuple[ParseWarning, ...]


def decode(data: bytes) -> Decoded:
    """Decode a text file by its content.

    Raises ParseError: ``empty_file``, ``too_large``, ``format_not_read``, ``binary_file``.
    """
    _refuse(data)
    text, mended = _decoded(data)
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        raise ParseError(
            "binary_file",
            f"{controls} of {len(text)} characters are control characters, so this is not text; "
            "save the resolution as plain text.",
        )
    warnings = [_warning("encoding_mended", mended)] if mended else []
    if controls:
        warnings.append(_warning("control_characters", f"Left out {controls} control characters."))
    if "\ufffd" in text:
        lost = f"{text.count(chr(0xFFFD))} characters were lost before the file came here."
        warnings.append(_warning("characters_lost", lost))
    text = _even_out(text)
    if not text.strip():
        raise ParseError("empty_file", "The file has no words in it.")
    return Decoded(text, tuple(warnings))


def _refuse(data: bytes) -> None:
    if not data.strip():
        raise ParseError("empty_file", "The file is empty.")
    if len(data) > MAXIMUM_BYTES:
        raise ParseError(
            "too_large",
            f"The file has {len(data):,} bytes; a resolution has at most {MAXIMUM_BYTES:,}.",
        )
    found = _other_format(data)
    if found:
        raise ParseError(
            "format_not_read", f"This is a {found} file, which is not read yet; give plain text."
        )


def _other_format(data: bytes) -> str | None:
    start = data[:1024].lstrip()
    lowered = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for magic, name in _OTHER_FORMATS:
        if start.startswith(magic):
            return name
    for tag, name in _MARKUP:
        if lowered.startswith((tag, b"<?xml")) and tag in lowered:
            return name
    return None


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and a sentence on what was done unless it was plain UTF-8."""
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return data[2:].decode(codec, errors="replace"), f"Read as {name}."
    codec_without_bom = _utf16_by_nuls(data)
    if codec_without_bom:
        return data.decode(codec_without_bom, errors="replace"), "Read as UTF-16 without its mark."
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape")
        return text.translate(_WINDOWS_1252), "Read bytes that are not UTF-8 as Windows-1252."


def _utf16_by_nuls(data: bytes) -> str | None:
    """The byte order, when every other byte of Latin text is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    if half == 0:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _even_out(text: str) -> str:
    """The text with one kind of line end, and letters and digits in their plain form."""
    text = _CONTROLS.sub("", text).translate(_INVISIBLE).translate(_PRINTED_AS_ONE)
    text = "\n".join(text.splitlines())
    return _SOFT_HYPHEN_AT_LINE_END.sub("-", text).replace("\u00ad", "")


def _warning(code: str, message: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, where="file")
