"""Places in addresses: a paragraph's own page, ``A/RES/66/164/op5/``."""

import re
from typing import NamedTuple

from archive.models import READING_LANGUAGE, Resolution
from archive.parsing.places import Place
from archive.parsing.symbols import Symbol, SymbolKind

_ANCHOR = re.compile(r"[a-z]+[0-9]*[a-z]*(?:-[a-z0-9]+)*")


class NamedPlace(NamedTuple):
    """A place of a resolution: its symbol, and the anchor of a paragraph or heading."""

    symbol: Symbol
    anchor: str


class PlaceConverter:
    """A symbol and an anchor between slashes, the last one optional: ``A/RES/66/164/op5/``.

    Either may be in any spelling. What names no place does not match, and may be a symbol: that of
    a document, whose parts are written alike, never has places here.
    """

    regex = r"[^/].*/[A-Za-z][A-Za-z0-9-]{1,79}/?"

    def to_python(self, value: str) -> NamedPlace:
        """The symbol, from any spelling the symbols module knows, and the anchor."""
        written, _, anchor = value.rstrip("/").rpartition("/")
        symbol, anchor = Symbol.read(written), anchor.lower()
        is_place = _ANCHOR.fullmatch(anchor) and Place.read(anchor)
        if not is_place or symbol.kind is SymbolKind.DOCUMENT:
            raise ValueError(value)
        return NamedPlace(symbol, anchor)

    def to_url(self, value: NamedPlace) -> str:
        """The canonical symbol, the anchor and its closing slash."""
        return f"{value.symbol}/{value.anchor}/"


def place_address(resolution: Resolution, anchor: str, *, language: str = READING_LANGUAGE) -> str:
    """The address of a paragraph's own page, in the language of its text."""
    address = f"{resolution.get_absolute_url()}{anchor}/"
    return address if language == READING_LANGUAGE else f"{address}?lang={language}"
