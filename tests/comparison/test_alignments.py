"""The founding texts, aligned by hand: how far the program agrees, and where it does not.

Each file in ``alignments`` is a table of two texts, written from reading them. A row says what
became of one paragraph or of several (``before``, ``after``: their anchors), whether it left the
order of the others, and why, where that could be doubted. Where the program is known to say
otherwise, ``program`` says what, and ``why`` argues it.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from archive.comparison.pairings import compared
from archive.comparison.passages import Fate, Pairing
from tests.comparison.founding import passages_of

FOLDER = Path(__file__).parent / "alignments"
NAMES = ("56_163-58_178", "58_178-62_152", "62_152-66_164", "66_164-C.3_70_L.46")
LEAST_AGREEMENT = 0.97


class Row(NamedTuple):
    """What became of paragraphs: their anchors, the fate, and whether they left the order."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fate: Fate
    is_moved: bool

    def __str__(self) -> str:
        moved = ", moved" if self.is_moved else ""
        return f"{' '.join(self.before)} > {' '.join(self.after)}: {self.fate.value}{moved}"


@cache
def _lines(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))


def _row(line: dict[str, str]) -> Row:
    before, after = tuple(line["before"].split()), tuple(line["after"].split())
    return Row(before, after, Fate(line["fate"]), line["moved"] == "yes")


def _symbols(name: str) -> tuple[str, str]:
    one, other = name.split("-")
    return _symbol(one), _symbol(other)


def _symbol(name: str) -> str:
    return f"A/{'' if name.startswith('C.') else 'RES/'}{name.replace('_', '/')}"


@cache
def _by_program(name: str) -> frozenset[Row]:
    before, after = (passages_of(symbol) for symbol in _symbols(name))
    return frozenset(_row_of(one) for one in compared(before, after).pairings)


def _row_of(pairing: Pairing) -> Row:
    return Row(
        tuple(one.anchor for one in pairing.before),
        tuple(one.anchor for one in pairing.after),
        pairing.fate,
        pairing.is_moved,
    )


def _otherwise(name: str, row: Row) -> str:
    """What the program says of the paragraphs of a row."""
    here = (set(row.before), set(row.after))
    told = [one for one in _by_program(name) if here[0] & {*one.before} or here[1] & {*one.after}]
    return "; ".join(sorted(map(str, told)))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_every_paragraph_of_both_texts_once(name: str) -> None:
    rows = [_row(line) for line in _lines(name)]
    before, after = (sorted(one.anchor for one in passages_of(it)) for it in _symbols(name))
    assert sorted(anchor for row in rows for anchor in row.before) == before
    assert sorted(anchor for row in rows for anchor in row.after) == after


@pytest.mark.parametrize("name", NAMES)
def test_where_the_program_differs_the_table_says_so_and_argues_it(name: str) -> None:
    for line in _lines(name):
        row = _row(line)
        told = "" if row in _by_program(name) else _otherwise(name, row)
        assert line["program"] == told, f"{name}, {row}: the program has {told or 'the same'}"
        assert line["why"] or not told, f"{name}, {row}: nothing is argued"


def test_the_program_agrees_with_almost_every_row() -> None:
    rows = [(name, _row(line)) for name in NAMES for line in _lines(name)]
    other = [f"{name}, {row}" for name, row in rows if row not in _by_program(name)]
    score = 1 - len(other) / len(rows)
    assert score >= LEAST_AGREEMENT, f"{score:.1%} of {len(rows)} rows; not:\n" + "\n".join(other)
