"""Serving the archive on this machine with gunicorn, inside the process that set it up.

Beside it runs the worker that parses what staff bring.
"""

import errno
import http.client
import logging
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NoReturn

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]
from gunicorn.workers.base import Worker  # type: ignore[import-untyped]

from archive.management.working import attended_worker

HOST = "127.0.0.1"
_WORKERS = 2
_THREADS = 4
_PATIENCE_IN_SECONDS = 60
_PAUSE_IN_SECONDS = 0.1
_FIRST = 1
_logger = logging.getLogger(__name__)


class PortError(Exception):
    """The port cannot be had; the message says why and what to do."""


class Reservation:
    """A port held from before the long work until it is served."""

    def __init__(self, port: int) -> None:
        """Take the port.

        Raises:
            PortError: another program has it, or this account may not.
        """
        self.port = port
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._try(lambda: self.socket.bind((HOST, port)))

    def listen(self) -> int:
        """Listen, and give the socket's descriptor, which is the caller's from now on.

        Raises:
            PortError: another program took the same port in the meantime, and listened first.
        """
        self._try(self.socket.listen)
        return self.socket.detach()

    def release(self) -> None:
        """Leave the port to others, if it was not served."""
        self.socket.close()

    def _try(self, take: Callable[[], Any]) -> None:
        try:
            take()
        except OSError as error:
            self.release()
            raise PortError(_reason(self.port, error)) from error


def _reason(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        why = "is taken by another program"
    elif error.errno == errno.EACCES:
        why = "may not be used by this account"
    else:
        why = f"cannot be used: {error.strerror}"
    return f"Port {port} {why}. Choose another with --port, for example --port {_other(port)}."


def _other(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8000


class LocalArchive(BaseApplication):  # type: ignore[misc]
    """gunicorn with the archive, on a port reserved before."""

    def __init__(self, reservation: Reservation, announce: Callable[[], None]) -> None:
        """Serve the port, and announce it once an answer came."""
        self._port = reservation.port
        self._descriptor = reservation.listen()
        self._announce = announce
        super().__init__()

    def load_config(self) -> None:
        """Two workers with a few threads each; nothing is kept outside the data folder."""
        values: dict[str, Any] = {
            "bind": f"fd://{self._descriptor}",
            "workers": _WORKERS,
            "threads": _THREADS,
            "preload_app": True,
            "graceful_timeout": 5,
            "loglevel": "error",
            "limit_request_line": 0,  # a query of any length gets the archive's own answer
            "control_socket_disable": True,
            "post_worker_init": self._watch,
        }
        for name, value in values.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """The application."""
        application: WSGIHandler = import_string(settings.WSGI_APPLICATION)
        return application

    def _watch(self, worker: Worker) -> None:
        """Wait for an answer in a thread of the first worker, which never forks."""
        if worker.age == _FIRST:
            threading.Thread(target=self._announce_when_ready, daemon=True).start()

    def _announce_when_ready(self) -> None:
        last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
        while time.monotonic() < last_moment:
            if _answers(self._port):
                self._announce()
                return
            time.sleep(_PAUSE_IN_SECONDS)
        _logger.error("The archive does not answer at port %s.", self._port)


def serve(reservation: Reservation, announce: Callable[[], None]) -> NoReturn:
    """Serve until SIGTERM or SIGINT, which end the process.

    Raises:
        PortError: another program listens at the port by now.
    """
    connections.close_all()  # a connection must not be shared with the workers made by fork
    archive = LocalArchive(reservation, announce)
    with attended_worker():
        Arbiter(archive).run()
    raise AssertionError("gunicorn ends the process")


def _answers(port: int) -> bool:
    """Whether the archive gives any answer that is not a fault of its own."""
    connection = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE_IN_SECONDS)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < HTTPStatus.INTERNAL_SERVER_ERROR
    except OSError:
        return False
    finally:
        connection.close()
