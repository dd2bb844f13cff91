"""Word 97 documents (.doc) to blocks, through LibreOffice where it is installed.

Reads: bytes of a .doc. Writes: what the reader of .docx makes of LibreOffice's conversion.
This is the one place where the parser starts a program and writes files: into a private folder
that is gone afterwards, with a profile of its own, limits of time, memory and size, and no leave
to open a network. The same bytes and the same LibreOffice give the same parse.
"""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers import word

SECONDS = 60
MOST_MEMORY = 4_000_000_000
MOST_BYTES_WRITTEN = 60_000_000
#: Limits of memory, of each file in blocks of 512 bytes, and no core; a system without one goes on.
_LIMITED = (
    f"ulimit -c 0; ulimit -f {MOST_BYTES_WRITTEN // 512}; "
    f'ulimit -v {MOST_MEMORY // 1024} 2>/dev/null; exec "$@"'
)
_PROGRAMS = ("soffice", "libreoffice")
_SAVE_AS_DOCX = "open it in Word, save it as .docx and give that"
#: Where a Word 97 file says that it is locked: a bit in the header of its main stream.
_STREAM = "WordDocument".encode("utf-16-le")
_ENTRY, _SIZE_OF_SECTOR, _FIRST_SECTOR, _FLAGS, _LOCKED = 128, 0x1E, 0x74, 0x0A, 0x100
_WORD = b"\xec\xa5"
_NO_NETWORK = {
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "no_proxy": "",
}


def read(data: bytes) -> Reading:
    """Read a Word 97 document.

    Raises ParseError: ``needs_libreoffice``, ``encrypted_file``, ``conversion_failed``, and what
    the reader of .docx raises.
    """
    if _is_locked(data):
        raise ParseError(
            "encrypted_file",
            f"The file is locked with a password; take the password off: {_SAVE_AS_DOCX}.",
        )
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ParseError(
            "needs_libreoffice",
            "It is a Word 97 file (.doc), which is read through LibreOffice, and LibreOffice is "
            f"not installed here; {_SAVE_AS_DOCX}, or have LibreOffice installed.",
        )
    return replace(word.read(_converted(data, program)), layout="word_97")


def _is_locked(data: bytes) -> bool:
    """Whether the header of the main stream says that the text is encrypted."""
    entry = data.find(_STREAM)
    sector = 1 << min(16, int.from_bytes(data[_SIZE_OF_SECTOR : _SIZE_OF_SECTOR + 2], "little"))
    first = int.from_bytes(data[entry + _FIRST_SECTOR : entry + _FIRST_SECTOR + 4], "little")
    header = data[(first + 1) * sector :][: _FLAGS + 2]
    flags = int.from_bytes(header[_FLAGS:], "little")
    return header.startswith(_WORD) and bool(flags & _LOCKED)


def _converted(data: bytes, program: str) -> bytes:
    """The document as .docx."""
    with TemporaryDirectory(prefix="recalling-word-") as name:
        folder = Path(name)
        (folder / "given.doc").write_bytes(data)
        _run(_command(program, folder), folder)
        written = folder / "out" / "given.docx"
        if not written.is_file() or written.is_symlink():
            raise _failed("wrote no document")
        if written.stat().st_size > MOST_BYTES_WRITTEN:
            raise _failed(f"wrote more than {MOST_BYTES_WRITTEN:,} bytes")
        return written.read_bytes()


def _command(program: str, folder: Path) -> list[str]:
    return [
        "/bin/sh",
        "-c",
        _LIMITED,
        "sh",
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(folder / "given.doc"),
    ]


def _run(command: list[str], folder: Path) -> None:
    """Run a program with limits; it is ended with all that it started when its time is up."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - LibreOffice, with paths of our own
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise _failed(f"took longer than {SECONDS} seconds") from error
        finally:
            _end_all(process)
    if code:
        raise _failed(f"ended with code {code}")


def _end_all(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started: they are a group of their own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of this process's own but where programs are found."""
    own = {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}
    return own | _NO_NETWORK


def _failed(how: str) -> ParseError:
    return ParseError(
        "conversion_failed",
        f"LibreOffice could not convert the Word 97 file: it {how}; {_SAVE_AS_DOCX}.",
    )
