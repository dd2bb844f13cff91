"""The package: a dump described for programs, after Frictionless Data Package 1."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_noop as _

import archive
from archive.data.members import VERSION
from archive.dump.csv_rows import BETWEEN
from archive.dump.series_tables import ALL_TABLES
from archive.dump.sources import FOLDER
from archive.dump.summed_files import Sum
from archive.dump.tables import Column, Table

FILE_NAME = "datapackage.json"
#: Tells a dump of this archive from other data packages.
NAME = "recalling"
_VERSION_DIGITS = 12
_TEXTS_TERMS = (
    "Texts are reproduced with acknowledgement of the United Nations as their source. The official "
    "record is the United Nations’ own."
)
_JSON_LINES = "application/jsonl"
#: The files that are no table, each with its media type and what it holds.
OTHER_FILES = {
    "resolutions.jsonl": (
        _JSON_LINES,
        _("Every resolution, a line each, with all that is held of it and of its English text."),
    ),
    "translations.jsonl": (
        _JSON_LINES,
        _("Every text in another language, a line each, with the same members."),
    ),
    "network.graphml": (
        "application/graphml+xml",
        _("Every resolution as a node, and who cites whom as edges."),
    ),
    "codebook.md": ("text/markdown", _("What each file, column and member holds.")),
}


def descriptions() -> dict[str, tuple[str, str]]:
    """The media type of each file, and what it holds, by name."""
    tables = {table.file_name: ("text/csv", table.holds) for table in ALL_TABLES}
    return OTHER_FILES | tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Which dump it is: ``version`` follows from what is in the files, ``changed_at`` from them.

    ``counts`` has how many rows each table has.
    """

    version: str
    changed_at: datetime
    counts: dict[str, int]


def issue_of(sums: Iterable[Sum], *, changed_at: datetime, counts: dict[str, int]) -> Issue:
    """The day of the last change, and a digest of all that the files say."""
    whole = sha256()
    for one in sorted(sums, key=lambda one: one.path):
        whole.update(f"{one.sha256}  {one.path}\n".encode())
    version = f"{changed_at:%Y-%m-%d}-{whole.hexdigest()[:_VERSION_DIGITS]}"
    return Issue(version=version, changed_at=changed_at, counts=counts)


def package(issue: Issue, sums: Iterable[Sum]) -> str:
    """The description, as JSON."""
    by_path = {one.path: one for one in sums}
    said = {
        "profile": "data-package",
        "name": NAME,
        "title": "Recalling: United Nations resolutions on human rights defenders",
        "version": issue.version,
        "created": issue.changed_at,
        "licenses": [{"name": "un-acknowledgement", "title": _TEXTS_TERMS}],
        "contributors": [{"title": f"Recalling {archive.__version__}", "role": "publisher"}],
        "members_version": VERSION,
        "counts": issue.counts,
        "resources": list(_resources(by_path)),
    }
    return json.dumps(said, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def _resources(sums: dict[str, Sum]) -> Iterator[dict[str, Any]]:
    for table in ALL_TABLES:
        yield _file(sums[table.file_name], "text/csv", holds=table.holds) | _as_table(table)
    for name, (media_type, holds) in OTHER_FILES.items():
        yield _file(sums[name], media_type, holds=holds)
    sources = [one for path, one in sums.items() if path.startswith(f"{FOLDER}/")]
    if sources:
        yield {
            "name": FOLDER,
            "path": sorted(one.path for one in sources),
            "description": "The files that the texts are from, as received; sources.csv has each.",
            "bytes": sum(one.size_bytes for one in sources),
        }


def _file(one: Sum, media_type: str, *, holds: str) -> dict[str, Any]:
    stem, _, suffix = one.path.rpartition(".")
    return {
        "name": f"{stem}-{suffix}",
        "path": one.path,
        "format": suffix,
        "mediatype": media_type,
        "encoding": "utf-8",
        "description": holds,
        "bytes": one.size_bytes,
        "hash": f"sha256:{one.sha256}",
    }


def _as_table(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    """A column. A list is words in Table Schema, with what stands between its values."""
    kind = "string" if column.type == "list" else column.type
    more = {"description": f"{column.holds} Values with “{BETWEEN}” between."}
    return {
        "name": column.name,
        "type": kind,
        "description": column.holds,
        **(more if column.type == "list" else {}),
    }
