"""How surely a search finds what a reader remembers, and BM25 beside it.

usage: uv run python -m tests.benchmarks.relevance FOLDER [--paragraphs 500] [--titles 200]
           [--seed 1] [--misses 0] [--data DIR]

Ingests the folder into a database of its own, takes paragraphs at random, and types for each its
five rarest words, and eight that follow one another, into the search for paragraphs; for
resolutions, the words of the title into the search for resolutions. The same is asked of SQLite's
FTS5 over the same rows, by BM25, with and without stemming, for all words and for any; of equal
scores the archive's own order decides, since nothing tells such passages apart.

What is right is defined in ``retrieval/questions.py``, how ranks are counted in
``retrieval/ranks.py``. Columns: mean reciprocal rank of the first right answer; the same of only
those questions that one wording answers; of the same wording, whatever else is right; of the very
passage; the shares found in the first three. Exit 1 when a target is missed: 0.97 for five words,
0.99 for eight, 0.95 in the first three for titles, and by wording not worse than any BM25.

``--misses`` also prints so many questions that nothing right came first for. ``--data`` keeps the
database in a folder, and uses it again as it is.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.material import folder_of_files

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Ingest, measure, print; the exit code."""
    asked = _asked()
    with data_folder(asked.data) as data:
        environment = {
            **os.environ,
            "ARCHIVE_DATA_DIR": str(data),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "archive.settings",
        }
        if not (data / "ingested").exists():
            ingest(asked.folder, environment)
            (data / "ingested").touch()
        options = [
            f"--{name}={getattr(asked, name)}"
            for name in ("paragraphs", "titles", "seed", "misses")
        ]
        measure = [sys.executable, "-m", "tests.benchmarks.retrieval", *options]
        return subprocess.run(measure, env=environment, cwd=ROOT, check=False).returncode


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=folder_of_files, metavar="FOLDER")
    parser.add_argument("--paragraphs", type=int, default=500)
    parser.add_argument("--titles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--data", type=Path, metavar="DIR")
    return parser.parse_args()


@contextmanager
def data_folder(kept: Path | None) -> Iterator[Path]:
    """The folder to keep the database in, or one that goes with it."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="relevance-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def ingest(folder: Path, environment: dict[str, str]) -> None:
    """Load all files of a folder; those that are refused are no part of the measure."""
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity=0"], env=environment, check=True)
    done = subprocess.run(
        [*manage, "ingest", str(folder.resolve())],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    print(*done.stdout.splitlines()[-2:], "", sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
