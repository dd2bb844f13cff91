"""Counts: what questions of how many are answered with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How many adopted resolutions and drafts are held, and how many are not."""

    resolutions: int
    drafts: int
    not_held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the archive has of one organ, session or year, whose short name is ``name``.

    Adopted resolutions and drafts whose text is held, and both together whose text is not.
    ``since`` and ``until`` are the years of the first and the last, None where none is dated;
    ``ordinal`` is the number of a regular session.
    """

    name: str
    resolutions: int
    drafts: int
    not_held: int
    since: int | None = None
    until: int | None = None
    ordinal: int | None = None

    @property
    def known(self) -> int:
        """All together."""
        return self.resolutions + self.drafts + self.not_held


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationCounts:
    """How many citations lead where; ``in_conflict`` are among the others.

    To a resolution that has a page, to a document that has none, to a place of the same text.
    """

    resolved: int
    unresolved: int
    within: int
    in_conflict: int

    @property
    def total(self) -> int:
        """All together."""
        return self.resolved + self.unresolved + self.within


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document without a page, by its symbol, and how many texts cite it."""

    symbol: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many texts have a value in common, and the first and last instant they were got at."""

    value: str
    texts: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningCount:
    """How many paragraphs open in one normal form ("recall"), by where they stand.

    ``all_together`` counts those of annexes too.
    """

    form: str
    preambular: int
    operative: int
    all_together: int
