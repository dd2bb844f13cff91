"""The files that records go into, all of them in one pass."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO

from django.core.serializers.json import DjangoJSONEncoder

from archive.data.members import resolution_members
from archive.data.records import Record
from archive.dump import graphml
from archive.dump.csv_rows import head_of, rows_of
from archive.dump.sources import content_of, path_of
from archive.dump.summed_files import Folder, SummedFile
from archive.dump.tables import TABLES

_BYTES_AT_ONCE = 1 << 20
#: Of a translation, whose resolution the record in the reading language has told of.
_OF_A_TEXT = frozenset({"paragraphs", "notes", "citations", "sources"})


def line_of(record: Record) -> str:
    """A record as a line of JSON, with addresses as paths."""
    members = resolution_members(record, absolute=str)
    written = json.dumps(members, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return f"{written}\n"


@contextmanager
def record_files(folder: Folder, *, known: Collection[str]) -> Iterator["RecordFiles"]:
    """The files, open within it. ``known`` are the symbols that have a node in the network."""
    with ExitStack() as opened:
        files = RecordFiles(
            folder=folder,
            known=known,
            lines=opened.enter_context(folder.file("resolutions.jsonl")),
            network=opened.enter_context(folder.file("network.graphml")),
            edges=opened.enter_context(TemporaryFile()),
            tables={
                table.name: opened.enter_context(folder.file(table.file_name)) for table in TABLES
            },
        )
        files.begin()
        yield files
        files.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFiles:
    """Files that records are written into; ``counts`` has how many rows each table has."""

    folder: Folder
    known: Collection[str]
    lines: SummedFile
    network: SummedFile
    edges: IO[bytes]
    tables: Mapping[str, SummedFile]
    counts: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """What stands before the first record."""
        for table in TABLES:
            self.counts[table.name] = 0
            self.tables[table.name].write(head_of(table))
        self.network.write(graphml.beginning())

    def end(self) -> None:
        """What follows the last: the edges after all nodes."""
        self.edges.seek(0)
        pieces = iter(lambda: self.edges.read(_BYTES_AT_ONCE), b"")
        for piece in pieces:
            self.network.write(piece)
        self.network.write(graphml.ending())

    def write(self, record: Record) -> None:
        """A record in the reading language into every file; the file of its text beside them."""
        self.lines.write(line_of(record))
        self.network.write(graphml.node(record))
        self.edges.write(graphml.edges(record, known=self.known).encode())
        self.write_rows(record, names=self.tables.keys())

    def write_rows(self, record: Record, *, names: Collection[str] = _OF_A_TEXT) -> None:
        """A record into some tables, by default those of texts; and the file of its text."""
        for table in TABLES:
            if table.name in names:
                rows = list(table.rows(record))
                self.counts[table.name] += len(rows)
                self.tables[table.name].write(rows_of(table, rows))
        if record.text is not None:
            path = path_of(record.text, record.resolution)
            self.folder.write(path, content_of(record.text))
