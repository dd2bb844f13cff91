"""A dump is of one moment, whatever is published while it is written."""

import json
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection

from archive.data.records import Record
from archive.dump import dumps, record_files
from archive.dump.dumps import dump
from archive.models import Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


def _retitle() -> None:
    """What another process does meanwhile, by a connection of its own."""
    Resolution.objects.update(title="Another title")
    connection.close()


def _titles(root: Path) -> set[str]:
    lines = (root / "resolutions.jsonl").read_text().splitlines()
    return {json.loads(line)["title"] for line in lines}


def test_what_changes_meanwhile_is_in_the_next_dump(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        make.make_resolution(f"A/RES/66/{number}", title="Title")
    write = record_files.line_of

    def write_while_another_publishes(record: Record) -> str:
        other = Thread(target=_retitle)
        other.start()
        other.join()
        return write(record)

    monkeypatch.setattr(dumps, "_RECORDS_AT_ONCE", 1)
    with monkeypatch.context() as busy:
        busy.setattr(record_files, "line_of", write_while_another_publishes)
        dump(tmp_path / "first")
    dump(tmp_path / "next")
    titles = {name: _titles(tmp_path / name) for name in ("first", "next")}
    assert titles == {"first": {"Title"}, "next": {"Another title"}}
