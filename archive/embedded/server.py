"""The private PostgreSQL of a data folder: found running, or started.

Four locks in the folder order all processes; the kernel releases each when its holder is killed:

``start``    held while the server is looked for or started
``clients``  shared by every process that uses the server, until it ends
``keeper``   held by the keeper, which stops the server once nobody holds ``clients``
``server``   held by PostgreSQL itself, down to its last process
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from archive.embedded import locks
from archive.embedded.cluster import Cluster
from archive.embedded.failures import EmbeddedServerError, folder_failure, start_failure

_PATIENCE_IN_SECONDS = 60
_PAUSE_IN_SECONDS = 0.02
_PROJECT = Path(__file__).resolve().parents[2]

_held: dict[Path, int] = {}
_holding = threading.Lock()


def socket_folder(folder: Path) -> Path:
    """Where the server of the folder listens; it is started when it does not run.

    From the first call on, this process counts as a client, and the server runs until it ends.

    Raises:
        EmbeddedServerError: it cannot run here; the message says why and what to do.
    """
    cluster = Cluster(folder.resolve())
    try:
        return _found_or_started(cluster)
    except OSError as error:
        raise folder_failure(cluster.folder, error) from error


def _found_or_started(cluster: Cluster) -> Path:
    cluster.make_folder()
    _become_client(cluster.lock("clients"))
    with locks.held(cluster.lock("start")):
        return _ready_socket_folder(cluster)


def _ready_socket_folder(cluster: Cluster) -> Path:
    """Wait for the server that runs, or for one that is started once nothing of it is left."""
    last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
    is_started = False
    while time.monotonic() < last_moment:
        if not locks.is_held(cluster.lock("keeper")):
            if is_started:
                break
            _start(cluster)
            is_started = True
        postmaster = cluster.postmaster
        if postmaster and postmaster.is_ready and postmaster.socket_folder:
            return postmaster.socket_folder
        time.sleep(_PAUSE_IN_SECONDS)
    raise start_failure(cluster.folder, cluster.log.read_text())


def _become_client(lock: Path) -> None:
    """Hold the lock until this process ends; hold it anew if the folder was removed and remade."""
    with _holding:
        descriptor = _held.get(lock)
        if descriptor is not None and lock.exists() and _is_same(descriptor, lock):
            return
        if descriptor is not None:
            os.close(descriptor)
        _held[lock] = locks.hold(lock, shared=True)


def _is_same(descriptor: int, path: Path) -> bool:
    return os.path.samestat(os.fstat(descriptor), path.stat())


def _start(cluster: Cluster) -> None:
    """Start a keeper: with a server if none runs, or for a server whose keeper was killed."""
    keeper_lock = locks.hold(cluster.lock("keeper"))
    try:
        server_lock = _free_server_lock(cluster)
        if server_lock is None:
            _run_keeper(cluster, [], inherited=[keeper_lock])
        else:
            _start_server(cluster, keeper_lock=keeper_lock, server_lock=server_lock)
    finally:
        os.close(keeper_lock)


def _free_server_lock(cluster: Cluster) -> int | None:
    """The server's lock, or None when a server runs.

    After its postmaster was killed, the lock is free once its last process has noticed.
    """
    last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
    while time.monotonic() < last_moment:
        lock = locks.try_to_hold(cluster.lock("server"))
        postmaster = cluster.postmaster
        if lock is not None:
            return lock
        if postmaster and postmaster.is_alive:
            return None
        time.sleep(_PAUSE_IN_SECONDS)
    raise EmbeddedServerError(
        f"Processes of a PostgreSQL that was killed still use {cluster.data}. "
        "End them, and try again."
    )


def _start_server(cluster: Cluster, *, keeper_lock: int, server_lock: int) -> None:
    try:
        account = cluster.prepare(server_lock=server_lock)
        sockets = cluster.make_socket_folder(account)
        options = [f"--socket-folder={sockets}", f"--server-lock={server_lock}"]
        if not account.is_own:
            options += [f"--uid={account.uid}", f"--gid={account.gid}"]
        command = [*options, "--", *cluster.server_command(sockets)]
        _run_keeper(cluster, command, inherited=[keeper_lock, server_lock])
    finally:
        os.close(server_lock)


def _run_keeper(cluster: Cluster, options: list[str], *, inherited: list[int]) -> None:
    """Run the keeper, which leaves this process and its terminal: Ctrl-C reaches clients alone."""
    command = [sys.executable, "-m", "archive.embedded.keeper", f"--folder={cluster.folder}"]
    with cluster.log.open("w" if options else "a") as log:
        subprocess.run(  # noqa: S603 this project's own module
            [*command, *options],
            cwd=_PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=inherited,
            start_new_session=True,
            check=False,
        )
