"""The founding texts as comparing reads them, parsed from the files as received."""

import tomllib
from functools import cache
from pathlib import Path

from archive.comparison.passages import Passage
from archive.parsing.pipeline import parse

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@cache
def passages_of(symbol: str) -> tuple[Passage, ...]:
    """The passages of the founding text that the manifest has under a symbol."""
    entries = tomllib.loads((FIXTURES / "manifest.toml").read_text(encoding="utf-8"))["files"]
    (name,) = (entry["name"] for entry in entries if entry["symbol"] == symbol)
    return tuple(
        Passage(
            anchor=one.id,
            kind=one.kind,
            text=one.text,
            opening=one.opening or "",
            form=one.form or "",
            parent=one.parent,
        )
        for one in parse((FIXTURES / name).read_bytes()).paragraphs
    )
