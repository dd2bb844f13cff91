"""Alignments by hand: the tables, and what the program says of the same texts.

A table has a row for what became of one paragraph or of several: ``before`` and ``after`` are their
anchors with spaces between, ``fate`` is a value of ``Fate``, ``moved`` is whether it left the order
of the others ("yes" or "no"), and ``why`` argues what could be doubted.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from archive.comparison.pairings import compared
from archive.comparison.passages import Fate, Pairing, Passage
from archive.parsing.pipeline import parse


class Row(NamedTuple):
    """What became of paragraphs: their anchors, the fate, and whether they left the order."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fate: Fate
    is_moved: bool

    def __str__(self) -> str:
        moved = ", moved" if self.is_moved else ""
        return f"{' '.join(self.before)} > {' '.join(self.after)}: {self.fate.value}{moved}"


class Line(NamedTuple):
    """A row of a table with its reason, and what the program says where that is known to differ."""

    row: Row
    program: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Two texts, the rows that somebody wrote from reading them, and those of the program."""

    name: str
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    lines: tuple[Line, ...]
    by_program: frozenset[Row]

    @property
    def rows(self) -> list[Row]:
        """The rows by hand."""
        return [line.row for line in self.lines]

    def told_instead(self, row: Row) -> str:
        """What the program says of the paragraphs of a row; nothing where it says the same."""
        if row in self.by_program:
            return ""
        told = (
            one
            for one in self.by_program
            if not {*row.before}.isdisjoint(one.before) or not {*row.after}.isdisjoint(one.after)
        )
        return "; ".join(sorted(map(str, told)))


def table_of(path: Path, *, before: Path, after: Path) -> Table:
    """The table in a file, beside the files of its two texts."""
    older, newer = passages_of(before), passages_of(after)
    with path.open(encoding="utf-8", newline="") as written:
        lines = tuple(_line(fields) for fields in csv.DictReader(written))
    return Table(
        name=path.stem,
        before=older,
        after=newer,
        lines=lines,
        by_program=frozenset(_row_of(one) for one in compared(older, newer).pairings),
    )


def passages_of(path: Path) -> tuple[Passage, ...]:
    """The paragraphs of a file as comparing reads them."""
    return tuple(
        Passage(
            anchor=one.id,
            kind=one.kind,
            text=one.text,
            opening=one.opening or "",
            form=one.form or "",
            parent=one.parent,
        )
        for one in parse(path.read_bytes()).paragraphs
    )


def disagreements(tables: Sequence[Table]) -> list[str]:
    """Each row that the program has not, with what it has instead."""
    return [
        f"{table.name}, {row} (the program: {table.told_instead(row)})"
        for table in tables
        for row in table.rows
        if row not in table.by_program
    ]


def _line(fields: dict[str, str]) -> Line:
    before, after = tuple(fields["before"].split()), tuple(fields["after"].split())
    row = Row(before, after, Fate(fields["fate"]), fields["moved"] == "yes")
    return Line(row, fields.get("program", ""), fields["why"])


def _row_of(pairing: Pairing) -> Row:
    return Row(
        tuple(one.anchor for one in pairing.before),
        tuple(one.anchor for one in pairing.after),
        pairing.fate,
        pairing.is_moved,
    )
