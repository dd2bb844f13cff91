"""Folders for servers, and the clients that use them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.embedded.cluster import Cluster
from tests.embedded.client import Client, runs, wait_until


@pytest.fixture
def cluster(short_folder: Path) -> Iterator[Cluster]:
    """The place for a server; whatever runs there when the test is over is waited for."""
    cluster = Cluster(short_folder / "postgres")
    yield cluster
    if cluster.folder.exists():
        wait_until(lambda: not runs(cluster))


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
