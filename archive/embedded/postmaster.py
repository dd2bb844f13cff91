"""What PostgreSQL writes about its running server, in ``postmaster.pid``.

Its lines: process, data folder, start time, port, socket folder, address, shared memory, status.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

PORT = 5432
_STATUS_LINE = 7


@dataclass(frozen=True, kw_only=True)
class Postmaster:
    """The server that wrote the file, which may be gone."""

    process: int
    socket_folder: Path | None
    is_ready: bool

    @classmethod
    def read(cls, data: Path) -> "Postmaster | None":
        """The server named in the data folder's file; None when there is no file, or no process."""
        try:
            lines = (data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        if not lines or not lines[0].isdigit():
            return None
        status = lines[_STATUS_LINE].strip() if len(lines) > _STATUS_LINE else ""
        socket_folder = Path(lines[4]) if len(lines) > 4 and lines[4] else None
        return cls(process=int(lines[0]), socket_folder=socket_folder, is_ready=status == "ready")

    @property
    def is_alive(self) -> bool:
        """Whether a process with its number exists."""
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def tell(self, signal: int) -> None:
        """Send it a signal, if it is still there."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal)

    def remove_traces(self, data: Path) -> None:
        """Remove its file and its socket, once no process of the server is left."""
        remove_socket(self.socket_folder, data)
        (data / "postmaster.pid").unlink(missing_ok=True)


def remove_socket(folder: Path | None, data: Path) -> None:
    """Remove the socket with its lock, and the folder made for it if it is not the data folder."""
    if folder is None:
        return
    for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
        (folder / name).unlink(missing_ok=True)
    if folder != data:
        with contextlib.suppress(OSError):
            folder.rmdir()
