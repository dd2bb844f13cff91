"""Symbols in addresses: the converters that read them, in any spelling, from a path."""

from typing import NamedTuple

from django.urls import register_converter

from archive.data.akoma_ntoso.work_addresses import (
    WorkAddress,
    read_work_address,
    work_address,
)
from archive.parsing.symbols import Symbol
from archive.web.named_places import PlaceConverter

#: What the addresses of files end with, each longer one before those that it ends with.
SUFFIXES = ("csl.json", "json", "xml", "txt", "bib", "ris")
_SUFFIX = "|".join(suffix.replace(".", r"\.") for suffix in SUFFIXES)


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


class FileOf(NamedTuple):
    """A file of a resolution: its symbol, and the suffix of its format without the point."""

    symbol: Symbol
    suffix: str


class FileConverter:
    """A symbol and the suffix of a format: ``A/RES/66/164.json``, ``A/RES/66/164.csl.json``."""

    regex = rf"[^/].*?\.(?:{_SUFFIX})"

    def to_python(self, value: str) -> FileOf:
        """The symbol, from any spelling the symbols module knows, and the suffix."""
        symbol, suffix = _parted(value)
        return FileOf(Symbol.read(symbol), suffix)

    def to_url(self, value: FileOf) -> str:
        """The canonical symbol with the suffix."""
        return f"{value.symbol}.{value.suffix}"


class HyphenatedFileConverter(FileConverter):
    """A file by the number of its resolution in one part: ``66-164.json``."""

    regex = rf"{HyphenatedNumberConverter.regex.removesuffix('/?')}\.(?:{_SUFFIX})"

    def to_python(self, value: str) -> FileOf:
        """The symbol and the suffix."""
        number, suffix = _parted(value)
        return FileOf(HyphenatedNumberConverter().to_python(number), suffix)


class WorkConverter:
    """An address of Akoma Ntoso that an act or a draft can have."""

    regex = r"akn/un/statement/.{1,300}"

    def to_python(self, value: str) -> WorkAddress:
        """What it names."""
        found = read_work_address(f"/{value}")
        if found is None:
            raise ValueError(value)
        return found

    def to_url(self, value: WorkAddress) -> str:
        """The address of the work."""
        return work_address(value.symbol, value.day).removeprefix("/")


def _parted(value: str) -> tuple[str, str]:
    """What stands before a suffix, and the suffix; the longest of those that fit."""
    suffix = next(one for one in SUFFIXES if value.endswith(f".{one}"))
    return value.removesuffix(f".{suffix}"), suffix


def register() -> None:
    """Make the converters known to addresses."""
    register_converter(SymbolConverter, "symbol")
    register_converter(HyphenatedNumberConverter, "hyphenated")
    register_converter(FileConverter, "file")
    register_converter(HyphenatedFileConverter, "hyphenated_file")
    register_converter(PlaceConverter, "place")
    register_converter(WorkConverter, "work")
