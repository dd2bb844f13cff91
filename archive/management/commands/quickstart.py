"""``manage.py quickstart``: the whole archive on this machine, set up and served."""

import sys
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.management.quickstart import QuickstartError, set_up
from archive.management.serving import HOST, PortError, Reservation, serve

_HIGHEST_PORT = 65535


class Command(BaseCommand):
    """Sets the archive up and serves it; run again it changes nothing and loses nothing."""

    help = (
        "Set up the database, the static files, the founding documents and one staff user, then "
        "serve the archive on this machine. Run again, it changes nothing and loses nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to serve, and whether to."""
        parser.add_argument("--port", type=_port, default=8000, help="the port to serve (8000)")
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument(
            "--no-documents", action="store_true", help="leave the founding documents out"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Hold the port, set up, serve; what cannot be done is one line and exit code 1."""
        try:
            self._run(
                options["port"],
                serving=not options["no_serve"],
                documents=not options["no_documents"],
            )
        except (QuickstartError, PortError) as error:
            sys.exit(str(error))

    def _run(self, port: int, *, serving: bool, documents: bool) -> None:
        reservation = Reservation(port) if serving else None
        set_up(self._report, documents=documents)
        if reservation:
            serve(reservation, lambda: self._report(f"Archive ready at http://{HOST}:{port}/"))

    def _report(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def _port(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _HIGHEST_PORT:
        raise ArgumentTypeError(
            f"“{written}” is no port; write a number from 1 to {_HIGHEST_PORT}."
        )
    return int(written)
