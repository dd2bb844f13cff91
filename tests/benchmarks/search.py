"""How fast searches are answered, beside Datasette and tantivy on the same paragraphs.

usage: uv run --group benchmarks python -m tests.benchmarks.search [--paragraphs 1000000]
       [--json FILE] [--keep DIR [--as-kept]] [--questions N] [--into docs/performance.md]

Builds an invented archive of so many paragraphs, and one of a tenth; serves it with gunicorn on
this machine, loads the same paragraphs into Datasette and tantivy, and puts the same questions to
all. Prints medians, 95th percentiles and ratios, and what docs/performance.md promises with what
was measured; exit 1 when a promise is not kept. With ``--keep`` what is built stays in DIR and is
used again, as far as what makes it is the same as then, with ``--as-kept`` whatever has changed
since; with ``--into`` the report takes the place of the one in that document. Datasette,
sqlite-utils and tantivy come with ``--group benchmarks``.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import django

from tests.benchmarks.searching.folders import NotOurFolderError

_PEERS = ("datasette", "sqlite_utils", "tantivy")
_FEWEST_PARAGRAPHS = 1_000


def main() -> int:
    """Build, measure and report; the exit code."""
    asked = _asked()
    missing = [name for name in _PEERS if find_spec(name) is None]
    if missing:
        print(f"Not installed: {', '.join(missing)}. Use uv run --group benchmarks.")
        return 2
    os.environ |= {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "archive.settings"}
    with _folder(asked.keep) as folder:
        os.environ["ARCHIVE_DATA_DIR"] = str(folder / "own")
        django.setup()
        from tests.benchmarks.searching.report import put_into, report  # noqa: PLC0415 the models
        from tests.benchmarks.searching.run import Run  # noqa: PLC0415

        try:
            run = Run(
                folder,
                asked.paragraphs,
                questions_of_each_kind=asked.questions,
                uses_what_is_kept=asked.as_kept,
            )
            figures = run.measured()
        except NotOurFolderError as error:
            print(error)
            return 2
    lines = list(report(figures))
    print("\n".join(lines))
    if asked.into:
        asked.into.write_text(put_into(asked.into.read_text(), lines))
    if asked.json:
        asked.json.write_text(json.dumps(figures.as_json(), indent=1))
    return 0 if all(one.is_kept for one in figures.verdicts()) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--paragraphs", type=_paragraphs, default=1_000_000, metavar="N")
    parser.add_argument("--questions", type=int, default=10, metavar="N", help="of each kind")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    parser.add_argument("--into", type=Path, metavar="FILE", help="put the report there")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="build there, and use it again")
    parser.add_argument("--as-kept", action="store_true", help="build nothing")
    return parser.parse_args()


def _paragraphs(written: str) -> int:
    number = int(written)
    if number < _FEWEST_PARAGRAPHS:
        raise argparse.ArgumentTypeError(f"Measure with {_FEWEST_PARAGRAPHS:,} paragraphs or more.")
    return number


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """The folder for all that is built: one that is kept, or one that goes."""
    if kept:
        yield kept.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="search-") as made:
        yield Path(made)


if __name__ == "__main__":
    sys.exit(main())
