"""Streams of a PDF file, unpacked within bounds.

Reads: a stream's packed bytes and its filters. Writes: the bytes, or a refusal when they are too
many. Pictures are never unpacked. Source of the filters: ISO 32000-1, 7.4.
"""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFNotImplementedError, PDFValueError
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from archive.parsing.readers.pdf.work import Work

_FLATE, _LZW = {"FlateDecode", "Fl"}, {"LZWDecode", "LZW"}
_ASCII_85, _ASCII_HEX = {"ASCII85Decode", "A85"}, {"ASCIIHexDecode", "AHx"}
_RUN_LENGTH = {"RunLengthDecode", "RL"}
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")
_CHUNK = 65_536
_TIFF = 2
_BYTES_PER_PREDICTED_STEP = 4
_END_OF_DATA = 128
_REPEATED = 257


class BoundedStream(PDFStream):
    """A stream that counts what it unpacks to; one that is damaged gives what can be read."""

    def __init__(self, stream: PDFStream, work: Work) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._work = work

    def decode(self) -> None:
        """Unpack the data. Raises ParseError: ``too_large``; PDFException for a filter unknown."""
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for named, params in self.get_filters():
            data = self._unpacked(literal_name(named), data)
            data = self._predicted(data, params if isinstance(params, dict) else {})
        self.data, self.rawdata = data, None

    def _unpacked(self, name: str, data: bytes) -> bytes:
        if name in _FLATE:
            pieces = self._inflated(data)
        elif name in _LZW:
            pieces = LZWDecoder(BytesIO(data)).run()
        elif name in _RUN_LENGTH:
            pieces = _runs(data)
        elif name in _ASCII_85:
            pieces = iter([_from_ascii_85(data)])
        elif name in _ASCII_HEX:
            pieces = iter([_from_hex(data)])
        else:
            raise PDFNotImplementedError(f"filter {name}")
        return self._counted(pieces)

    def _inflated(self, data: bytes) -> Iterator[bytes]:
        """The pieces of deflated data, up to where it is damaged."""
        inflater = zlib.decompressobj()
        try:
            while data and not inflater.eof:
                yield inflater.decompress(data, _CHUNK)
                data = inflater.unconsumed_tail
            yield inflater.flush()
            self._work.is_broken = self._work.is_broken or not inflater.eof
        except zlib.error:
            self._work.is_broken = True

    def _counted(self, pieces: Iterable[bytes]) -> bytes:
        kept = []
        for piece in pieces:
            self._work.decoded(len(piece))
            kept.append(piece)
        return b"".join(kept)

    def _predicted(self, data: bytes, params: dict[str, Any]) -> bytes:
        predictor = int_value(params.get("Predictor", 1))
        if predictor <= 1:
            return data
        named = (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
        colors, columns, bits = (int_value(params.get(name, usual)) for name, usual in named)
        if not 0 < colors * columns * bits <= 8 * len(data):
            raise PDFValueError("predictor")
        self._work.spend(len(data) // _BYTES_PER_PREDICTED_STEP)
        if predictor == _TIFF:
            return apply_tiff_predictor(colors, columns, bits, data)
        return apply_png_predictor(predictor, colors, columns, bits, data)


def _runs(data: bytes) -> Iterator[bytes]:
    """The runs of run-length encoded data: bytes as they are, or one byte again and again."""
    at = 0
    while at + 1 < len(data) and data[at] != _END_OF_DATA:
        length = data[at]
        if length < _END_OF_DATA:
            yield data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            yield data[at + 1 : at + 2] * (_REPEATED - length)
            at += 2


def _from_ascii_85(data: bytes) -> bytes:
    return a85decode(b"".join(data.split()).removeprefix(b"<~").partition(b"~")[0])


def _from_hex(data: bytes) -> bytes:
    digits = _NO_HEX.sub(b"", data.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
