"""README's first command, as a reader types it: twice on a new folder, with the pages it promises.

``python .ci/quickstart.py`` serves on a free port. The second run must be ready within ten
seconds and find everything as the first left it.
"""

import os
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

FIRST_RUN_SECONDS = 120
SECOND_RUN_SECONDS = 10
STOP_SECONDS = 30
FOUNDING = (
    "/A/RES/56/163/",
    "/A/RES/58/178/",
    "/A/RES/62/152/",
    "/A/RES/66/164/",
    "/A/C.3/70/L.46/",
)


def main() -> int:
    """Run it twice; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # noqa: S103, PTH101 the database's own user passes through
        problems = [
            *_run(folder, seconds=FIRST_RUN_SECONDS, first=True),
            *_run(folder, seconds=SECOND_RUN_SECONDS, first=False),
        ]
    print("\n".join(problems) or "quickstart keeps its promises")
    return int(bool(problems))


def _run(folder: str, *, seconds: int, first: bool) -> Iterator[str]:
    port = _free_port()
    started = time.monotonic()
    with _served(folder, port=port) as served:
        said = _until_ready(served, ready=f"http://127.0.0.1:{port}/", seconds=seconds)
        print(f"{said}({time.monotonic() - started:.1f} s)")
        if f"http://127.0.0.1:{port}/" not in said:
            yield f"not ready within {seconds} s"
            return
        if bool(re.search(r"(?i)password", said)) is not first:
            yield "the password is printed by the first run and by no other"
        yield from _missing(f"http://127.0.0.1:{port}")


@contextmanager
def _served(folder: str, *, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The command running; stopped as a person stops it."""
    command = ("uv", "run", "manage.py", "quickstart", "--port", str(port))
    environment = {**os.environ, "ARCHIVE_DATA_DIR": folder}
    environment.pop("DATABASE_URL", None)
    served = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    try:
        yield served
    finally:
        served.send_signal(signal.SIGINT)
        served.wait(STOP_SECONDS)


def _until_ready(served: "subprocess.Popen[bytes]", *, ready: str, seconds: int) -> str:
    """What it printed until it was ready, ended, or took too long."""
    assert served.stdout
    said = b""
    end = time.monotonic() + seconds
    while ready.encode() not in said and (left := end - time.monotonic()) > 0:
        if not select.select([served.stdout], [], [], left)[0]:
            break
        read = os.read(served.stdout.fileno(), 65536)
        if not read:
            break
        said += read
    return said.decode()


def _missing(address: str) -> Iterator[str]:
    """What the pages fail to say."""
    if _page(f"{address}/healthz").strip() != "ok":
        yield "/healthz does not answer ok"
    cited = _page(f"{address}/A/RES/53/144/")
    yield from (f"53/144 does not list {path}" for path in FOUNDING if f'"{path}' not in cited)
    draft = _page(f"{address}/A/C.3/70/L.46/")
    if "draft" not in draft.lower() or "A/RES/70/161" not in draft:
        yield "the draft does not say that it is one, and of what"
    home = _page(f"{address}/")
    for sheet in re.findall(r'href="(/static/[^"]+\.css)"', home) or ["no style sheet"]:
        if not re.search(r"\.[0-9a-f]{12}\.css$", sheet):
            yield f"{sheet} has no hashed name"
        else:
            _page(f"{address}{sheet}")


def _page(address: str) -> str:
    with urlopen(address, timeout=10) as answer:  # noqa: S310 an address of this machine
        return str(answer.read().decode())


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
