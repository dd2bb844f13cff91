"""Building: a data folder with an invented archive of so many paragraphs, loaded and catalogued.

usage: uv run python -m tests.benchmarks.searching.building DIR [--paragraphs N] [--seed N]

Says how long each step took. A folder that holds this archive is left as it is; where the tables
or the invented texts are made by other rules now, it is made anew, and where the cards are, they.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import django

from tests.benchmarks.searching.folders import ROOT, Folder, digest
from tests.benchmarks.searching.steps import step

_HERE = "tests/benchmarks/searching"
#: What an archive is made by, and what its cards are made by.
_RULES = (
    "archive/migrations/0*.py",
    *(f"{_HERE}/{name}.py" for name in ("wording", "usage", "acts", "passages", "texts", "rows")),
)
_RULES_OF_CARDS = ("archive/ingest/catalogue*.py",)


def build(path: Path, *, paragraphs: int, seed: int = 1) -> None:
    """Make the archive in a process of its own, unless the folder has it; prints its steps."""
    command = [sys.executable, "-m", "tests.benchmarks.searching.building", str(path)]
    command += [f"--paragraphs={paragraphs}", f"--seed={seed}"]
    environment = {
        **os.environ,
        "ARCHIVE_DATA_DIR": str(path),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "archive.settings",
    }
    subprocess.run(command, check=True, env=environment, cwd=ROOT)


def main() -> int:
    """Build what is asked for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    path = asked.folder.absolute()
    if os.environ.get("ARCHIVE_DATA_DIR") == str(path):
        _make(Folder(path), paragraphs=asked.paragraphs, seed=asked.seed)
    else:
        build(path, paragraphs=asked.paragraphs, seed=asked.seed)
    return 0


def _make(folder: Folder, *, paragraphs: int, seed: int) -> None:
    """Make what the folder lacks, and note it."""
    wanted = {"paragraphs": paragraphs, "seed": seed, "rules": digest(*_RULES)}
    catalogued = wanted | {"rules_of_cards": digest(*_RULES_OF_CARDS)}
    if not folder.holds(wanted):
        folder.clear()
        folder.note({})
        django.setup()
        _fill(paragraphs, seed=seed)
        folder.note(wanted)
    if not folder.holds(catalogued):
        django.setup()
        _catalogue()
        folder.note(catalogued)


def _fill(paragraphs: int, *, seed: int) -> None:
    """Make the tables and load the invented texts."""
    from django.core.management import call_command  # noqa: PLC0415 needs the settings

    from tests.benchmarks.searching import loading  # noqa: PLC0415 needs the models
    from tests.benchmarks.searching.texts import Synthesis  # noqa: PLC0415

    synthesis = Synthesis(paragraphs, seed)
    with step("database and tables"):
        call_command("migrate", verbosity=0)
        loading.prepare_session()
        loading.drop_search_indexes(loading.LOADED)
    with step("resolutions"):
        loading.load_acts(synthesis.acts)
    with step("texts, paragraphs, notes and citations"):
        loading.load_texts(synthesis.texts())
    with step("indexes of their words"):
        loading.make_search_indexes(loading.LOADED)
    with step("statistics"):
        loading.advance_keys()
        loading.gather_statistics(loading.LOADED)


def _catalogue() -> None:
    """Make the cards and words of everything."""
    from archive.ingest.catalogue import catalogue_everything  # noqa: PLC0415 needs the models
    from tests.benchmarks.searching import loading  # noqa: PLC0415

    loading.prepare_session()
    loading.empty(loading.CATALOGUE)
    loading.drop_search_indexes(loading.CATALOGUE)
    with step("cards and words"):
        catalogue_everything()
    with step("indexes of cards and words"):
        loading.make_search_indexes(loading.CATALOGUE)
    with step("statistics of cards and words"):
        loading.gather_statistics(loading.CATALOGUE)


if __name__ == "__main__":
    sys.exit(main())
