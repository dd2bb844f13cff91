"""What Lighthouse says of each kind of page, against the archive as a deployment serves it.

    uv run python -m tests.benchmarks.lighthouse [--only WORDS] [--keep DIR]

makes an archive of the founding documents in a folder, serves it with a deployment's settings, and
lets Lighthouse look at it as a telephone would, in the system's Chromium; prints a table, every
audit that is not passed, and exits with 1 where a promise is not kept. It needs Node.js, whose npx
brings Lighthouse.
"""

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from archive.embedded.cluster import ROLE
from archive.embedded.postmaster import PORT
from archive.embedded.server import socket_folder
from tests.benchmarks.searching.folders import ROOT
from tests.benchmarks.searching.servers import serving

LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = {
    "home": "/",
    "search": "/search/?q=human+rights",
    "resolution": "/A/RES/66/164/",
    "cited only": "/A/RES/53/144/",
    "paragraph": "/A/RES/66/164/op5/",
    "network": "/network/",
}
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_CHROMIUM = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
_DATABASE = "recalling"


def main() -> int:
    """Measure, print, and say by the exit code whether every promise is kept."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", default="", help="measure pages alone whose name has these words")
    asked.add_argument("--keep", type=Path, help="a folder for the archive")
    asked.add_argument("--port", type=int, default=8971)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary)).absolute()
        with _deployment(folder, port=given.port) as address:
            pages = {name: path for name, path in PAGES.items() if given.only in name}
            reports = {name: _report(address + path) for name, path in pages.items()}
    return int(sum([_printed(name, report) for name, report in reports.items()]) > 0)


@contextmanager
def _deployment(folder: Path, *, port: int) -> Iterator[str]:
    """The archive behind gunicorn with a deployment's settings; its address."""
    own = {**os.environ, "ARCHIVE_DATA_DIR": str(folder), "DATABASE_URL": ""}
    _managed(own, "quickstart", "--no-serve")
    host = str(socket_folder(folder / "postgres"))
    with psycopg.connect(host=host, port=int(PORT), user=ROLE, dbname=_DATABASE):
        deployed = own | {
            "ARCHIVE_ENV": "production",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SECRET_KEY": secrets.token_urlsafe(64),
            "DATABASE_URL": f"postgres://{ROLE}@/{_DATABASE}?host={quote(host)}&port={PORT}",
        }
        _managed(deployed, "collectstatic", "--no-input", "-v0")
        command = [sys.executable, "-m", "gunicorn", "tests.benchmarks.behind_tls"]
        command += [f"--bind=127.0.0.1:{port}"]
        with serving(command, port=port, path="/healthz", environment=deployed):
            yield f"http://127.0.0.1:{port}"


def _managed(environment: Mapping[str, str], *arguments: str) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    subprocess.run(command, check=True, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)


def _report(address: str) -> dict[str, Any]:
    """Lighthouse's report of a page."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--output=json", "--quiet"]
    command += [f"--chrome-flags={_CHROMIUM}", f"--only-categories={','.join(LEAST)}"]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    made = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(made.stdout)
    return report


def _printed(name: str, report: dict[str, Any]) -> bool:
    """Print what a page scores and what speaks against it; whether a promise is not kept."""
    scores = {one: round((report["categories"][one]["score"] or 0) * 100) for one in LEAST}
    print(f"{name:12}", "  ".join(f"{one} {score:3}" for one, score in scores.items()))
    if "runtimeError" in report:
        print(f"    {report['runtimeError']['message']}")
    for audit in report["audits"].values():
        if audit["scoreDisplayMode"] == "error" or audit["score"] not in {None, 1}:
            print(f"    {audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return any(scores[one] < least for one, least in LEAST.items())


if __name__ == "__main__":
    sys.exit(main())
