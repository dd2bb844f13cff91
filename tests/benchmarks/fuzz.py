"""Mutated files: none may crash the parser, hang it, lose a character or break a rule of a parse.

usage: uv run python tests/benchmarks/fuzz.py [--count 100000] [--others 5000] [--seed 1]
           [--jobs 2] [--folder FOLDER]

``--count`` is of texts, ``--others`` of each other format. Each failing file is written to the
folder with what it broke. Exit 1 when any failed.
"""

import argparse
import multiprocessing
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse
from tests.benchmarks.fuzz_seeds import ENDINGS, KINDS, seeds_of
from tests.benchmarks.mutations import mutated
from tests.benchmarks.rules import broken_rules

MOST_SECONDS = 2.0
_CHUNK = 250
_MOST_WRITTEN = 10
_PATIENCE_SECONDS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A run of mutations of one format."""

    kind: str
    seed: int
    start: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file and what it broke."""

    kind: str
    number: int
    what: str
    data: bytes


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of a run of files."""

    kind: str
    ends: Counter[str]
    slowest: float
    failures: list[Failure]


class TooSlowError(Exception):
    """A parse that takes longer than it may."""


def main() -> int:
    """Mutate and parse in several processes; the exit code."""
    asked = _asked()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="failing-files-"))
    folder.mkdir(parents=True, exist_ok=True)
    ends: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    slowest: dict[str, float] = dict.fromkeys(KINDS, 0.0)
    failed: Counter[str] = Counter()
    with multiprocessing.get_context("spawn").Pool(asked.jobs, maxtasksperchild=20) as pool:
        chunks = list(_chunks(asked))
        done = pool.imap_unordered(run, chunks)
        for tally in tqdm(done, total=len(chunks), unit="run", disable=not sys.stderr.isatty()):
            ends[tally.kind] += tally.ends
            slowest[tally.kind] = max(slowest[tally.kind], tally.slowest)
            for failure in tally.failures:
                _keep(failure, folder, failed)
    for kind in KINDS:
        told = ", ".join(f"{count:,} {end}" for end, count in ends[kind].most_common())
        print(f"{kind}: {ends[kind].total():,} files: {told}; slowest {slowest[kind]:.2f} s")
    print(f"{failed.total():,} failed" + (f", see {folder}" if failed else ""))
    for what, count in failed.most_common():
        print(f"  {count:6,}  {what}")
    return int(bool(failed))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000, help="texts")
    parser.add_argument("--others", type=int, default=5_000, help="files of each other format")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where failing files go")
    return parser.parse_args()


def _chunks(asked: argparse.Namespace) -> Iterator[Chunk]:
    for kind in asked.kinds:
        count = asked.count if kind == "text" else asked.others
        for start in range(0, count, _CHUNK):
            yield Chunk(kind=kind, seed=asked.seed, start=start, count=min(_CHUNK, count - start))


@cache
def _seeds(kind: str) -> list[bytes]:
    return seeds_of(kind)


def run(chunk: Chunk) -> Tally:
    """Parse a run of mutated files."""
    signal.signal(signal.SIGVTALRM, _too_slow)
    tally = Tally(kind=chunk.kind, ends=Counter(), slowest=0.0, failures=[])
    for number in range(chunk.start, chunk.start + chunk.count):
        random = Random(f"{chunk.seed} {chunk.kind} {number}")
        data = mutated(random, random.choice(_seeds(chunk.kind)), kind=chunk.kind)
        started = time.process_time()
        end, what = outcome_of(data)
        tally.slowest = max(tally.slowest, time.process_time() - started)
        tally.ends[end] += 1
        tally.failures += [
            Failure(kind=chunk.kind, number=number, what=one, data=data) for one in what
        ]
    return tally


def _too_slow(_number: int, _frame: object) -> None:
    raise TooSlowError


def outcome_of(data: bytes) -> tuple[str, list[str]]:
    """How a parse ends, and the rules it breaks."""
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        found = parse(data)
    except ParseError as refused:
        return refused.code, []
    except TooSlowError:
        return "too slow", ["too slow"]
    except Exception as error:  # noqa: BLE001  # what must not come out is what is looked for
        return "crashed", [_named(error)]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return "parsed", sorted(set(broken_rules(found, data)))


def _named(error: Exception) -> str:
    """An error by its type and the place in the parser that raised it."""
    place, step = "", error.__traceback__
    while step is not None:
        path = Path(step.tb_frame.f_code.co_filename)
        if "parsing" in path.parts:
            place = f"{path.name}:{step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} at {place}: {str(error)[:60]}"


def _keep(failure: Failure, folder: Path, failed: Counter[str]) -> None:
    what = f"{failure.kind}: {failure.what}"
    failed[what] += 1
    if failed[what] <= _MOST_WRITTEN:
        name = f"{failure.kind}-{failure.number}"
        (folder / f"{name}.{ENDINGS[failure.kind]}").write_bytes(failure.data)
        with (folder / f"{name}.what").open("a", encoding="utf-8") as opened:
            opened.write(f"{failure.what}\n")


if __name__ == "__main__":
    sys.exit(main())
