"""Folders for servers, and the clients that use them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.embedded.cluster import Cluster
from tests.embedded.client import Client, runs, wait_until
from tests.folders import copy_folder, make_short_folder


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """The folder of a server that was made, and has stopped."""
    folder = make_short_folder()
    cluster = Cluster(folder / "postgres")
    client = Client(cluster.folder)
    client.run("SELECT 1")
    client.close()
    wait_until(lambda: not runs(cluster))
    yield cluster.folder
    shutil.rmtree(folder)


@pytest.fixture
def new_cluster(short_folder: Path) -> Iterator[Cluster]:
    """The place for a server that is yet to be made; what runs there at the end is waited for."""
    cluster = Cluster(short_folder / "postgres")
    yield cluster
    if cluster.folder.exists():
        wait_until(lambda: not runs(cluster))


@pytest.fixture
def cluster(new_cluster: Cluster, made: Path) -> Cluster:
    """A server that was made and does not run."""
    copy_folder(made, new_cluster.folder)
    return new_cluster


@pytest.fixture
def connect(cluster: Cluster) -> Iterator[Callable[[], Client]]:
    """Makes clients of the server; those left when the test is over are ended."""
    clients: list[Client] = []

    def make() -> Client:
        clients.append(Client(cluster.folder))
        return clients[-1]

    yield make
    for client in clients:
        client.kill()
