"""Visits: pages asked for over HTTP as a browser does, and how long each took, whole."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

CLIENTS = 8
_PATIENCE_IN_SECONDS = 120


class FailedVisitError(Exception):
    """A page that was not answered with 200."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page, and how long it took from the first byte asked to the last one read."""

    body: bytes
    seconds: float


class Visitor:
    """One connection that is kept; opened again, within the time, where the server closes it."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(address, timeout=_PATIENCE_IN_SECONDS)

    def visit(self, path: str) -> Page:
        """A page. Raises FailedVisitError where its status is not 200."""
        began = time.perf_counter()
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        body = response.read()
        seconds = time.perf_counter() - began
        if response.status != http.HTTPStatus.OK:
            raise FailedVisitError(f"{path} answers {response.status}: {body[:300]!r}")
        return Page(body, seconds)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def pages_per_second(
    address: str,
    paths: Sequence[str],
    *,
    seconds: float,
    before_each: Callable[[], None] = lambda: None,
) -> float:
    """How many pages so many clients get together, each asking for the next when it has one."""
    visited = [0] * CLIENTS
    end = time.perf_counter() + seconds

    def be_client(number: int) -> None:
        visitor = Visitor(address)
        for path in _rounds(paths, number):
            if time.perf_counter() >= end:
                break
            before_each()
            visitor.visit(path)
            visited[number] += 1
        visitor.close()

    threads = [threading.Thread(target=be_client, args=(number,)) for number in range(CLIENTS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(visited) / (time.perf_counter() - began)


def _rounds(paths: Sequence[str], number: int) -> Iterator[str]:
    """The paths over and over, each client from another."""
    first = number * len(paths) // CLIENTS
    yield from islice(paths, first, None)
    while True:
        yield from paths
