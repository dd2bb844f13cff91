"""Symbols in addresses: the converters that read them, in any spelling, from a path."""

from django.urls import register_converter

from archive.parsing.symbols import Symbol


class SymbolConverter:
    """A symbol between slashes, the last one optional: ``A/RES/66/164/``.

    What is no symbol does not match, because SymbolError is a ValueError.
    """

    regex = r"[^/].*"

    def to_python(self, value: str) -> Symbol:
        """The symbol, from any spelling the symbols module knows."""
        return Symbol.read(value.rstrip("/"))

    def to_url(self, value: Symbol | str) -> str:
        """The canonical symbol and its closing slash."""
        return f"{value}/"


class HyphenatedNumberConverter(SymbolConverter):
    """The number of a General Assembly resolution in one part: ``66-164``, ``S-21-2``."""

    regex = r"(?:[eE]?[sS]-)?[0-9]{1,3}-[0-9]{1,4}[A-Za-z]{0,2}/?"

    def to_python(self, value: str) -> Symbol:
        """The symbol; the last hyphen stands for the slash."""
        return Symbol.read("A/RES/" + "/".join(value.rstrip("/").rsplit("-", 1)))


def register() -> None:
    """Make the converters known to addresses, as ``symbol`` and ``hyphenated``."""
    register_converter(SymbolConverter, "symbol")
    register_converter(HyphenatedNumberConverter, "hyphenated")
