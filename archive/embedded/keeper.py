"""The process that keeps the private PostgreSQL: starts it, and stops it after its last client.

Run as ``python -m archive.embedded.keeper``. It holds the keeper's lock, which its starter hands
down, until no process of the server is left. It imports the standard library only: it starts fast
and stays small.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from archive.embedded import locks
from archive.embedded.postmaster import Postmaster, remove_socket

_PATIENCE_IN_SECONDS = 60


def main(arguments: Sequence[str]) -> None:
    """Keep the server of a folder until its last client has ended or this process is told to stop.

    Without a command it keeps the server that already runs there, whose keeper was killed.
    """
    options = _options(arguments)
    postmaster = _start(options) if options.command else Postmaster.read(options.folder / "data")
    if postmaster is None:
        return
    signal.signal(signal.SIGTERM, lambda *_: postmaster.tell(signal.SIGINT))
    stop = threading.Thread(target=_stop_after_last_client, args=[options.folder, postmaster])
    stop.daemon = True
    stop.start()
    locks.hold(options.folder / "server.lock")
    remove_socket(postmaster.socket_folder, options.folder / "data")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="keeper", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--socket-folder", type=Path)
    parser.add_argument("--server-lock", type=int, help="descriptor of the lock the server holds")
    parser.add_argument("--uid", type=int, help="run the server as this user")
    parser.add_argument("--gid", type=int)
    parser.add_argument("command", nargs="*")
    return parser.parse_args(arguments)


def _start(options: argparse.Namespace) -> Postmaster:
    """Start PostgreSQL with its lock, which is so held as long as any of its processes lives."""
    server = subprocess.Popen(  # noqa: S603 the command its starter made
        options.command,
        env={"LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        pass_fds=[options.server_lock],
        user=options.uid,
        group=options.gid,
        extra_groups=None if options.uid is None else [],
    )
    os.close(options.server_lock)
    return Postmaster(process=server.pid, socket_folder=options.socket_folder, is_ready=False)


def _stop_after_last_client(folder: Path, postmaster: Postmaster) -> None:
    """Ask the server to undo what is under way and end; after a minute, make it end at once."""
    locks.hold(folder / "clients.lock")
    postmaster.tell(signal.SIGINT)
    time.sleep(_PATIENCE_IN_SECONDS)
    postmaster.tell(signal.SIGQUIT)


def _leave_starter() -> None:
    """Let the starter see a program that has ended; what goes on is no child of it.

    Nor does it stay in the starter's folder, which may be on a disk to be taken away.
    """
    if os.fork():
        os._exit(0)
    os.chdir("/")


if __name__ == "__main__":
    _leave_starter()
    main(sys.argv[1:])
