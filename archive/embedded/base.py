"""Django's PostgreSQL backend over a private server that starts with the first connection.

``DATABASES`` names it ``archive.embedded`` and gives the folder as ``FOLDER``. Importing it starts
nothing.
"""

import contextlib
import socket
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base, client
from psycopg import sql

from archive.embedded.cluster import ROLE, program
from archive.embedded.postmaster import PORT
from archive.embedded.server import socket_folder

_PATIENCE_IN_SECONDS = 30
_PAUSE_IN_SECONDS = 0.05
#: What a server says that is starting, stopping, or mending itself after one of its processes died.
_NOT_YET = ("the database system is", "server closed the connection unexpectedly")
_HAS_DATABASE = "SELECT FROM pg_database WHERE datname = %s"


class DatabaseClient(client.DatabaseClient):
    """``dbshell`` through the package's own psql."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The psql command for the running server, which is started first."""
        host = socket_folder(Path(settings_dict["FOLDER"]))
        _make_database(settings_dict["NAME"], host)
        where = {"HOST": str(host), "PORT": PORT, "USER": ROLE}
        command, environment = super().settings_to_cmd_args_env(settings_dict | where, parameters)
        return [str(program("psql")), *command[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    """Connections to the private server, as a role that may make databases and nothing more."""

    display_name = "PostgreSQL (embedded)"
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Django's, with the port and the role fixed; the socket is found when connecting."""
        return super().get_connection_params() | {"port": PORT, "user": ROLE}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, starting the server or making the database when missing.

        A server that was killed, or is just starting or stopping, is waited for.
        """
        last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
        while True:
            host = socket_folder(Path(self.settings_dict["FOLDER"]))
            try:
                return super().get_new_connection(conn_params | {"host": str(host)})
            except psycopg.OperationalError as error:
                name = conn_params["dbname"]
                if time.monotonic() > last_moment or not _is_curable(error, name, host=host):
                    raise
            time.sleep(_PAUSE_IN_SECONDS)


def _is_curable(error: psycopg.OperationalError, name: str, *, host: Path) -> bool:
    """Whether another try can succeed; the messages are PostgreSQL's, always in English here."""
    if f'database "{name}" does not exist' in str(error):
        _make_database(name, host)
        return True
    return any(words in str(error) for words in _NOT_YET) or not _answers(host)


def _make_database(name: str, host: Path) -> None:
    """Make the database if it is missing; another process may be faster."""
    faster = psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation
    with (
        psycopg.connect(
            host=str(host), port=PORT, user=ROLE, dbname="postgres", autocommit=True
        ) as connection,
        contextlib.suppress(*faster),
    ):
        if not connection.execute(_HAS_DATABASE, [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _answers(host: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(host / f".s.PGSQL.{PORT}"))
        except OSError:
            return False
    return True
