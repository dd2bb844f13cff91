"""The codebook: what each file, column and value of a dump holds, for people.

Its words stand in codebook.md beside this module; the lists follow from what writes the files.
"""

from collections.abc import Iterator
from pathlib import Path

from archive.dump.csv_rows import BETWEEN
from archive.dump.graphml import EDGE_KEYS, NODE_KEYS
from archive.dump.package import descriptions
from archive.dump.series_tables import ALL_TABLES
from archive.dump.tables import Table
from archive.models import Resolution

_WORDS = Path(__file__).with_suffix(".md")


def codebook() -> str:
    """The whole book, in Markdown."""
    return _WORDS.read_text(encoding="utf-8").format(
        between=BETWEEN,
        organs="\n".join(f"- `{short}`: {name}" for short, name in Resolution.Organ.choices),
        files="\n".join(_files()),
        nodes=", ".join(NODE_KEYS),
        edges=", ".join(EDGE_KEYS),
        tables="\n".join(map(_table, ALL_TABLES)),
    )


def _files() -> Iterator[str]:
    yield "## The files\n\n| file | holds |\n|---|---|"
    for name, (_media_type, holds) in descriptions().items():
        yield f"| `{name}` | {holds} |"
    yield "| `sources/` | The files that the texts are from, as received. |"


def _table(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    rows = (f"| `{one.name}` | {one.type} | {one.holds} |" for one in table.columns)
    head = f"## {table.file_name}\n\n{table.holds} No two rows have the same {key}.\n"
    return "\n".join([head, "| column | type | holds |", "|---|---|---|", *rows, ""])
