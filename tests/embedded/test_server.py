"""The server outlives no client, and whoever is killed, the next client finds a server again."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.embedded import locks
from archive.embedded.cluster import Cluster
from tests.embedded.client import (
    NOBODY,
    Client,
    keeper_process,
    python_for_others,
    runs,
    server_process,
    wait_until,
)

Connect = Callable[[], Client]
STARTED = "SELECT pg_postmaster_start_time()"


def test_processes_that_start_at_once_share_one_server(new_cluster: Cluster) -> None:
    clients = [Client(new_cluster.folder) for _ in range(4)]
    for client in clients:
        client.send(STARTED)
    answers = [client.receive() for client in clients]
    assert isinstance(answers[0], list)
    assert answers == [answers[0]] * 4
    for client in clients:
        client.close()


def test_the_server_stops_when_its_last_client_ends(cluster: Cluster, connect: Connect) -> None:
    first, second = connect(), connect()
    first.run("SELECT 1")
    second.run("SELECT 1")
    first.close()
    assert second.run("SELECT 1") == [[1]]
    assert runs(cluster)
    second.close()
    wait_until(lambda: not runs(cluster))
    assert cluster.postmaster is None


def test_the_server_stops_when_its_last_client_is_killed(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    client.run("SELECT 1")
    client.kill()
    wait_until(lambda: not runs(cluster))
    assert cluster.postmaster is None


def test_a_killed_starter_takes_no_other_client_with_it(connect: Connect) -> None:
    starter, other = connect(), connect()
    started = starter.value(STARTED)
    other.run("SELECT 1")
    starter.kill()
    assert other.run("reconnect") == []
    assert other.value(STARTED) == started


def test_a_client_killed_within_a_transaction_leaves_nothing_of_it(connect: Connect) -> None:
    client, other = connect(), connect()
    client.run("CREATE TABLE kept (number int)")
    client.run("INSERT INTO kept VALUES (1)")
    client.run("BEGIN")
    client.run("INSERT INTO kept VALUES (2)")
    client.kill()
    assert other.run("SELECT number FROM kept") == [[1]]


def test_after_its_server_is_killed_a_client_connects_to_a_new_one(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    client.run("CREATE TABLE kept AS SELECT 7 AS number")
    killed = server_process(cluster)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: str(client.run("SELECT 1")).startswith("OperationalError"))
    assert client.run("reconnect") == []
    assert client.run("SELECT number FROM kept") == [[7]]
    assert server_process(cluster) != killed


def test_after_one_backend_is_killed_a_client_connects_again(connect: Connect) -> None:
    client = connect()
    os.kill(client.value("SELECT pg_backend_pid()"), signal.SIGKILL)
    wait_until(lambda: str(client.run("SELECT 1")).startswith("OperationalError"))
    assert client.run("reconnect") == []
    assert client.run("SELECT 1") == [[1]]


def test_a_server_whose_keeper_is_killed_gets_another_keeper(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    started = client.value(STARTED)
    os.kill(keeper_process(cluster), signal.SIGKILL)
    assert client.value(STARTED) == started
    other = connect()
    assert other.value(STARTED) == started
    client.close()
    other.close()
    wait_until(lambda: not runs(cluster))
    assert cluster.postmaster is None


def test_what_was_stored_outlives_the_killing_of_every_process(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    client.run("CREATE TABLE kept AS SELECT 7 AS number")
    os.kill(keeper_process(cluster), signal.SIGKILL)
    os.kill(server_process(cluster), signal.SIGKILL)
    client.kill()
    assert connect().run("SELECT number FROM kept") == [[7]]


def test_a_keeper_told_to_end_stops_the_server(cluster: Cluster, connect: Connect) -> None:
    client = connect()
    client.run("SELECT 1")
    os.kill(keeper_process(cluster), signal.SIGTERM)
    wait_until(lambda: not runs(cluster))
    assert cluster.postmaster is None
    assert client.run("reconnect") == []


def test_who_connects_while_the_server_stops_finds_the_next_one(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    started = client.value(STARTED)
    os.kill(keeper_process(cluster), signal.SIGTERM)
    wait_until(lambda: not (cluster.postmaster and cluster.postmaster.is_ready))
    assert client.run("reconnect") == []
    assert client.value(STARTED) != started


def test_a_file_that_names_a_process_of_another_program_hinders_nothing(
    cluster: Cluster, connect: Connect
) -> None:
    client = connect()
    client.run("CREATE TABLE kept AS SELECT 7 AS number")
    client.close()
    wait_until(lambda: not runs(cluster))
    left_over = f"{os.getpid()}\n{cluster.data}\n1700000000\n5432\n{cluster.data}\n\n1 1\nready\n"
    (cluster.data / "postmaster.pid").write_text(left_over)
    (cluster.data / ".s.PGSQL.5432").touch()
    (cluster.data / ".s.PGSQL.5432.lock").write_text(left_over)
    assert connect().run("SELECT number FROM kept") == [[7]]


def test_an_initdb_whose_starter_was_killed_holds_back_the_next_until_it_ends(
    new_cluster: Cluster,
) -> None:
    client = Client(new_cluster.folder)
    client.send("SELECT 1")
    wait_until(lambda: bool(list(new_cluster.folder.glob("new-*/*"))))
    client.kill()
    assert locks.is_held(new_cluster.lock("server"))
    wait_until(lambda: not locks.is_held(new_cluster.lock("server")))


@pytest.mark.parametrize("after_seconds", [0.3, 0.6, 0.9])
def test_a_start_cut_short_is_made_good_by_the_next(
    after_seconds: float, new_cluster: Cluster
) -> None:
    client = Client(new_cluster.folder)
    client.send("SELECT 1")
    time.sleep(after_seconds)
    client.kill()
    again = Client(new_cluster.folder)
    assert again.run("SELECT 1") == [[1]]
    again.close()
    assert not list(new_cluster.folder.glob("new-*"))


@pytest.mark.parametrize("name", ["long-" * 30, "commas,in,it", "a\nline"])
def test_a_folder_whose_name_is_long_or_odd_has_its_socket_elsewhere(
    name: str, short_folder: Path
) -> None:
    cluster = Cluster(short_folder / name / "postgres")
    client = Client(cluster.folder)
    assert client.run("SELECT 1") == [[1]]
    assert cluster.postmaster
    elsewhere = cluster.postmaster.socket_folder
    assert elsewhere
    assert elsewhere != cluster.data
    assert elsewhere.stat().st_mode & 0o077 == 0
    client.close()
    wait_until(lambda: not runs(cluster))
    assert not elsewhere.exists()


def test_a_deleted_folder_leaves_no_server_behind(cluster: Cluster, connect: Connect) -> None:
    client = connect()
    client.run("SELECT 1")
    server = server_process(cluster)
    wait_until(lambda: _is_removed(cluster.folder))
    anew = connect()
    assert anew.run("SELECT 1") == [[1]]
    assert server_process(cluster) != server
    client.close()
    wait_until(lambda: not _lives(server))
    assert anew.run("SELECT 1") == [[1]]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a process as another account")
def test_another_account_than_root_has_a_server_of_its_own(short_folder: Path) -> None:
    python = python_for_others()
    if not python:
        pytest.skip("no Python of this version may be run by other accounts")
    os.chown(short_folder, NOBODY, NOBODY)
    cluster = Cluster(short_folder / "postgres")
    client = Client(cluster.folder, uid=NOBODY, python=python)
    assert client.value("SHOW server_version").startswith("18.")
    assert cluster.data.stat().st_uid == NOBODY
    client.close()
    wait_until(lambda: not runs(cluster))


@pytest.mark.skipif(os.geteuid() != 0, reason="PostgreSQL runs as this account")
def test_root_runs_the_server_as_another_account(cluster: Cluster, connect: Connect) -> None:
    connect().run("SELECT 1")
    assert Path(f"/proc/{server_process(cluster)}").stat().st_uid != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="PostgreSQL runs as this account")
def test_root_runs_the_server_as_the_owner_of_the_folder(
    new_cluster: Cluster, short_folder: Path
) -> None:
    os.chown(short_folder, NOBODY, NOBODY)
    client = Client(new_cluster.folder)
    client.run("SELECT 1")
    assert Path(f"/proc/{server_process(new_cluster)}").stat().st_uid == NOBODY
    client.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="every folder is one's own")
def test_folders_closed_to_the_servers_account_let_it_pass_and_no_more(short_folder: Path) -> None:
    closed = short_folder / "closed"
    closed.mkdir(mode=0o700)
    cluster = Cluster(closed / "postgres")
    client = Client(cluster.folder)
    assert client.run("SELECT 1") == [[1]]
    assert closed.stat().st_mode & 0o777 == 0o701
    client.close()
    wait_until(lambda: not runs(cluster))


def _is_removed(folder: Path) -> bool:
    """Remove the folder, in which the server may just have made a file."""
    return subprocess.run(["rm", "-rf", folder], check=False).returncode == 0


def _lives(process: int) -> bool:
    return Path(f"/proc/{process}/cmdline").exists() and bool(
        Path(f"/proc/{process}/cmdline").read_bytes()
    )
