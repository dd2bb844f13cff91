"""United Nations document symbols: read, write, order, alias.

Canonical forms follow the table of identities in ``docs/symbols.md``.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering


class Organ(StrEnum):
    """The organs whose acts the archive knows; the value is the short form used in data."""

    GA = "GA"
    HRC = "HRC"
    CHR = "CHR"
    ECOSOC = "ECOSOC"
    SC = "SC"

    @property
    def full_name(self) -> str:
        """The organ's name as the United Nations writes it."""
        return _FULL_NAMES[self]


_FULL_NAMES = {
    Organ.GA: "General Assembly",
    Organ.HRC: "Human Rights Council",
    Organ.CHR: "Commission on Human Rights",
    Organ.ECOSOC: "Economic and Social Council",
    Organ.SC: "Security Council",
}


class SymbolKind(StrEnum):
    """What a symbol names."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"
    DRAFT = "draft"
    DOCUMENT = "document"
