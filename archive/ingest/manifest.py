"""The manifest: what is known of files beside what they say themselves.

A TOML file with one ``[[files]]`` table for each file; ``fixtures/manifest.toml`` describes every
key at its head. Reading is strict: whatever is unknown, missing, malformed or given twice is
refused with its place, and then the whole manifest is.
"""

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.ingest.fact_columns import Value
from archive.ingest.manifest_entries import read_facts, read_identity
from archive.ingest.reading import read_utf8
from archive.ingest.refusals import RefusalError
from archive.models import Evidence
from archive.parsing.symbols import Symbol

#: The manifest of a folder, found by this name.
MANIFEST_NAME = "manifest.toml"
_ENTRY_HEADER = re.compile(r"^\s*\[\[\s*files\s*\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """What the manifest says of one file. ``place`` is where: "entry 3 (line 41)"."""

    place: str
    name: str
    sha256: str
    symbol: Symbol
    provenance: str
    facts: Mapping[Evidence.Fact, Value]
    evidence: Mapping[Evidence.Fact, str]

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols it names: the file's own, and what a draft was adopted as."""
        adopted_as = self.facts.get(Evidence.Fact.ADOPTED_AS)
        return (self.symbol, Symbol.read(str(adopted_as))) if adopted_as else (self.symbol,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest that has been read: its entries by the names of their files."""

    path: Path
    entries: Mapping[str, ManifestEntry]


def read_manifest(path: Path, *, elsewhere: Container[str] = ()) -> Manifest:
    """Read a manifest. ``elsewhere`` names files that need not stand beside it.

    Raises RefusalError with the place of the first thing that is wrong.
    """
    text = read_utf8(path)
    entries: dict[str, ManifestEntry] = {}
    digests: dict[str, str] = {}
    for place, table in _tables(text):
        entry = _read_entry(place, table)
        for key, value, seen in (
            ("name", entry.name, entries),
            ("sha256", entry.sha256, digests),
        ):
            if value in seen:
                raise RefusalError(f"{place}, {key}", f"Another entry has “{value}” too; keep one.")
        if entry.name not in elsewhere and not (path.parent / entry.name).is_file():
            raise RefusalError(f"{place}, name", f"There is no file “{entry.name}” beside it.")
        entries[entry.name] = entry
        digests[entry.sha256] = entry.name
    return Manifest(path=path, entries=entries)


def _tables(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each entry's place and its table."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RefusalError("file", f"It is not TOML: {error}.") from error
    for key in whole:
        if key != "files":
            raise RefusalError(
                f"key {key}", "It is unknown here; a manifest has only [[files]] tables."
            )
    tables = whole.get("files", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise RefusalError("key files", "Write each entry under a [[files]] header of its own.")
    if not tables:
        raise RefusalError("file", "It has no entry; write one [[files]] table for each file.")
    yield from zip(_places(text, len(tables)), tables, strict=True)


def _places(text: str, entries: int) -> list[str]:
    """Where each entry begins, with the line where the headers can be told for certain."""
    lines = [n for n, line in enumerate(text.split("\n"), 1) if _ENTRY_HEADER.match(line)]
    if len(lines) != entries:
        return [f"entry {number}" for number in range(1, entries + 1)]
    return [f"entry {number} (line {line})" for number, line in enumerate(lines, 1)]


def _read_entry(place: str, table: Mapping[str, Any]) -> ManifestEntry:
    identity = read_identity(place, table)
    facts, evidence = read_facts(place, table, symbol=identity.symbol)
    return ManifestEntry(
        place=place,
        name=identity.name,
        sha256=identity.sha256,
        symbol=identity.symbol,
        provenance=identity.provenance,
        facts=facts,
        evidence=evidence,
    )
