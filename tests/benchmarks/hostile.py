"""Files made to hurt, up to 10 MB each: parsed or refused within 10 seconds and 500 MB.

usage: uv run python tests/benchmarks/hostile.py [NAME…] [--megabytes 10]

Each file is parsed in a process of its own, whose time (its processor's) and highest memory are
measured. Exit 1 when any takes more, or ends otherwise than in a parse or a refusal. Names are
those of ``shapes.py`` and ``hostile_formats.py``; a part of a name is enough.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers.limits import MOST_CHARACTERS
from tests.benchmarks.hostile_formats import FORMAT_FILES
from tests.benchmarks.shapes import ODD_FILES, SHAPES

MOST_SECONDS, MOST_MEGABYTES = 10.0, 500
_PATIENCE_SECONDS = 120
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: how it ended, how long it took, how much memory it needed."""

    name: str
    end: str
    seconds: float
    megabytes: int

    @property
    def is_bad(self) -> bool:
        """Whether it took too long or too much, or ended in anything but a parse or a refusal."""
        took_more = self.seconds > MOST_SECONDS or self.megabytes > MOST_MEGABYTES
        return took_more or self.end.startswith("ended")

    @property
    def line(self) -> str:
        """The outcome in a line."""
        mark = "BAD " if self.is_bad else "    "
        return f"{mark}{self.seconds:6.2f} s  {self.megabytes:4} MB  {self.name}: {self.end}"


def main() -> int:
    """Parse every file apart and print the slowest; the exit code."""
    asked = _asked()
    if asked.parse:
        print(json.dumps(_measured(asked.parse)))
        return 0
    if asked.make:
        sys.stdout.buffer.write(content_of(asked.make, asked.megabytes))
        return 0
    outcomes: list[Outcome] = []
    for name in _names(asked.names):
        for megabytes in _sizes(name, asked.megabytes):
            outcomes.append(_apart(name, megabytes))
            print(outcomes[-1].line, flush=True)
    slowest = max(outcomes, key=lambda one: one.seconds)
    largest = max(outcomes, key=lambda one: one.megabytes)
    bad = sum(one.is_bad for one in outcomes)
    print(f"{len(outcomes)} files, {bad} bad; the slowest: {slowest.line.strip()}")
    print(f"the one that needs most memory: {largest.line.strip()}")
    return int(bool(bad))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="parts of names; without any, every file")
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--make", help=argparse.SUPPRESS)
    parser.add_argument("--parse", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _names(asked: list[str]) -> Iterator[str]:
    for name in (*SHAPES, *ODD_FILES, *FORMAT_FILES):
        if not asked or any(part in name for part in asked):
            yield name


def _sizes(name: str, megabytes: float) -> list[float]:
    """As large as asked; a text also as large as texts are read, where that is less."""
    most = (MOST_CHARACTERS - 10_000) / _MEGABYTE
    return [most, megabytes] if name in SHAPES and megabytes > most else [megabytes]


def content_of(name: str, megabytes: float) -> bytes:
    """The bytes of a file by its name."""
    size = int(megabytes * _MEGABYTE)
    if name in SHAPES:
        return SHAPES[name](size).encode()
    return ODD_FILES[name](size) if name in ODD_FILES else FORMAT_FILES[name](size)


def _measured(path: Path) -> dict[str, object]:
    """Parse one file in this process, which has done nothing else."""
    data = path.read_bytes()
    started = time.process_time()
    try:
        found = parse(data)
        end = f"parsed, {len(found.paragraphs)} paragraphs, {len(found.citations)} citations"
    except ParseError as refused:
        end = f"refused, {refused.code}"
    seconds = time.process_time() - started
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // _MEGABYTE
    return {"end": end, "seconds": seconds, "megabytes": highest}


def _apart(name: str, megabytes: float) -> Outcome:
    """Make a file, and parse it in a process of its own; neither is waited for without end."""
    with NamedTemporaryFile() as written:
        make = [sys.executable, __file__, "--make", name, "--megabytes", str(megabytes)]
        subprocess.run(make, stdout=written, check=True)
        parse_it = [sys.executable, __file__, "--parse", written.name]
        try:
            run = subprocess.run(
                parse_it, capture_output=True, text=True, check=False, timeout=_PATIENCE_SECONDS
            )
        except subprocess.TimeoutExpired:
            end = f"ended by us after {_PATIENCE_SECONDS} s"
            return Outcome(name=name, end=end, seconds=_PATIENCE_SECONDS, megabytes=0)
    if run.returncode == 0:
        return Outcome(name=name, **json.loads(run.stdout))
    end = f"ended with {run.returncode}: {run.stderr.strip().splitlines()[-1:]}"
    return Outcome(name=name, end=end, seconds=0, megabytes=0)


if __name__ == "__main__":
    sys.exit(main())
