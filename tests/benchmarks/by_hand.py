"""Measures how far the program agrees with alignments by hand of other texts.

usage: uv run python -m tests.benchmarks.by_hand DIRECTORY

The directory has the texts of the General Assembly as ``55/A_RES_55_111.txt`` and so on; the tables
are those of ``tests/benchmarks/alignments``. Prints for each two texts how many rows agree, and
each that does not with what the program says instead.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.material import folder_of_files
from tests.comparison.tables import Table, disagreements, table_of

FOLDER = Path(__file__).parent / "alignments"


def tables(folder: Path) -> list[Table]:
    """The tables with the texts of a folder."""
    return [_table(path, folder) for path in sorted(FOLDER.glob("*.csv"))]


def report(found: Sequence[Table]) -> Iterator[str]:
    """The lines that are printed."""
    for table in found:
        other = disagreements([table])
        yield f"{table.name}: {len(table.rows) - len(other)} of {len(table.rows)} rows agree"
        yield from (f"  not {one}" for one in other)
    count = sum(len(table.rows) for table in found)
    yield f"all: {1 - len(disagreements(found)) / count:.1%} of {count} rows"


def _table(path: Path, folder: Path) -> Table:
    before, after = (_text(name, folder) for name in path.stem.split("-"))
    return table_of(path, before=before, after=after)


def _text(name: str, folder: Path) -> Path:
    session, _, _ = name.partition("_")
    return folder / session / f"A_RES_{name}.txt"


def main() -> None:
    """Print the report for the directory that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=folder_of_files)
    for line in report(tables(parser.parse_args().directory)):
        print(line)


if __name__ == "__main__":
    main()
