"""Visits are of whole pages, over one connection, and fail loudly."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.benchmarks.searching.visits import FailedVisitError, Visitor, pages_per_second


class Pages(BaseHTTPRequestHandler):
    """Answers with its path, and with 404 for ``/no``; closes after ``/close``."""

    protocol_version = "HTTP/1.1"
    connections: set[tuple[str, int]] = set()

    def do_GET(self) -> None:
        self.connections.add(self.client_address)
        body = self.path.encode()
        self.send_response(404 if self.path == "/no" else 200)
        self.send_header("Content-Length", str(len(body)))
        if self.path == "/close":
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Pages.connections.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_read_whole_and_timed(address: str) -> None:
    visitor = Visitor(address)
    page = visitor.visit("/page")
    assert page.body == b"/page"
    assert 0 < page.seconds < 5
    visitor.close()


def test_one_connection_is_kept_until_the_server_closes_it(address: str) -> None:
    visitor = Visitor(address)
    for path in ("/a", "/b", "/close"):
        visitor.visit(path)
    assert len(Pages.connections) == 1
    visitor.visit("/c")
    assert len(Pages.connections) == 2
    visitor.close()


def test_an_error_is_no_page(address: str) -> None:
    visitor = Visitor(address)
    with pytest.raises(FailedVisitError, match="/no answers 404"):
        visitor.visit("/no")
    visitor.close()


def test_clients_ask_at_once_and_each_page_counts(address: str) -> None:
    asked: list[None] = []
    rate = pages_per_second(
        address, ["/a", "/b"], seconds=0.3, before_each=lambda: asked.append(None)
    )
    assert len(Pages.connections) == 8
    assert 0 < rate <= len(asked) / 0.3
