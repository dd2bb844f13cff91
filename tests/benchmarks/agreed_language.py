"""How surely agreed language is found, beside difflib and pg_trgm, and how fast.

usage: uv run python -m tests.benchmarks.agreed_language FOLDER [--questions 200]
           [--trigrams 200] [--difflib 4] [--seed 1] [--misses 0] [--data DIR] [--large DIR]

Ingests the folder into a database of its own. Takes wordings at random that two resolutions or more
say word for word, and asks for each as it is, and with 5, 10 and 20 of a hundred words, one at
least, left out, changed with the next, or put in: the same wording must come first, for 100, 99, 97
and 90 of a hundred. The same is asked of PostgreSQL by the similarity of pg_trgm, with its index,
and of ``difflib.get_close_matches``; the first few of each kind, as they take seconds for each.
Wordings of fewer than eight words are asked once more by themselves. Exit 1 when a target is
missed.

``--large`` names the data folder of an archive of a million paragraphs, and measures there what a
page takes for phrases, sentences and reworded paragraphs, and what a draft of a hundred paragraphs
does. ``--misses`` prints so many questions that were not answered first. ``--data`` keeps the
database in a folder, and uses it again as it is.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.material import folder_of_files
from tests.benchmarks.relevance import ROOT, data_folder, ingest


def main() -> int:
    """Ingest, measure, print; the exit code."""
    asked = _asked()
    with data_folder(asked.data) as data:
        if not (data / "ingested").exists():
            ingest(asked.folder, _environment(data))
            (data / "ingested").touch()
        options = ("questions", "trigrams", "difflib", "seed", "misses")
        found = _measure(data, *(f"--{name}={getattr(asked, name)}" for name in options))
    if asked.large:
        found |= _measure(asked.large.resolve(), f"--seed={asked.seed}", "--times-only")
    return found


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=folder_of_files, metavar="FOLDER")
    parser.add_argument("--questions", type=int, default=200, help="of each kind")
    parser.add_argument("--trigrams", type=int, default=200, help="questions of each kind")
    parser.add_argument("--difflib", type=int, default=4, help="of each kind, itself")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--large", type=Path, metavar="DIR")
    return parser.parse_args()


def _measure(data: Path, *options: str) -> int:
    command = [sys.executable, "-m", "tests.benchmarks.agreeing", *options]
    return subprocess.run(command, env=_environment(data), cwd=ROOT, check=False).returncode


def _environment(data: Path) -> dict[str, str]:
    return {
        **os.environ,
        "ARCHIVE_DATA_DIR": str(data),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "archive.settings",
    }


if __name__ == "__main__":
    sys.exit(main())
