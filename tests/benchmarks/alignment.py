"""The comparing of texts: what becomes of paragraphs over whole series, how long it takes at most.

usage: uv run python -m tests.benchmarks.alignment FOLDER… [--slowest 5]

Texts of the same title, in all folders together, are a series; each is compared with the next in
the order of their sessions. Prints how many paragraphs were kept, reworded and so on, the slowest,
the time of texts of about a hundred paragraphs, and the time and memory of texts made to hurt.
Times are the processor's, on one core. Exit 1 where texts of a hundred paragraphs take more than a
tenth of a second, or one made to hurt more than ten seconds or 500 MB.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from archive.comparison.pairings import compared
from archive.comparison.passages import Comparison, Fate, Passage
from archive.parsing.parsed import ParagraphKind, ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from tests.benchmarks.material import folder_of_files

MOST_SECONDS, MOST_SECONDS_HURT, MOST_MEGABYTES = 0.1, 10.0, 500
#: Texts of so many paragraphs are texts of about a hundred.
ABOUT_A_HUNDRED = range(85, 116)
_PARAGRAPHS, _WORDS, _LONG = 5_000, 40, 200_000
_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A comparison of two texts, and the processor's seconds that it took."""

    name: str
    comparison: Comparison
    seconds: float

    @property
    def line(self) -> str:
        """The measure in a line."""
        sizes = f"{len(self.comparison.before)} and {len(self.comparison.after)} paragraphs"
        return f"{self.seconds * 1000:6.0f} ms  {self.name}: {sizes}"


def main() -> int:
    """Print every figure; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=folder_of_files)
    parser.add_argument("--slowest", type=int, default=5)
    asked = parser.parse_args()
    measures = [*_measures(asked.folders)]
    print("\n".join(_fates(measures)))
    slowest = sorted(measures, key=lambda one: -one.seconds)[: asked.slowest]
    print("\n".join(["slowest:", *(one.line for one in slowest)]))
    is_slow = _print_hundred(measures)
    is_bad = _print_hurtful()
    return int(is_slow or is_bad)


def _measures(folders: Sequence[Path]) -> Iterator[Measure]:
    """Each text of a series beside the next."""
    series: dict[str, list[tuple[int, str, list[Passage]]]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        with suppress(ParseError):
            parsed = parse(path.read_bytes())
            title = " ".join((parsed.masthead.title or "").casefold().split())
            text = (parsed.masthead.session or 0, path.stem, _passages(parsed))
            series.setdefault(title, []).append(text)
    series.pop("", None)
    for texts in series.values():
        texts.sort(key=lambda one: one[:2])
        for (session, name, before), (later, other, after) in pairwise(texts):
            if session != later:
                yield _measure(f"{name} > {other}", before, after=after)


def _passages(parsed: ParsedResolution) -> list[Passage]:
    return [
        Passage(
            anchor=one.id,
            kind=one.kind,
            text=one.text,
            opening=one.opening or "",
            form=one.form or "",
            parent=one.parent,
        )
        for one in parsed.paragraphs
    ]


def _measure(
    name: str, before: Sequence[Passage], *, after: Sequence[Passage], rounds: int = 1
) -> Measure:
    """The best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        found = compared(before, after)
        best = min(best, time.process_time() - start)
    return Measure(name=name, comparison=found, seconds=best)


def _fates(measures: Sequence[Measure]) -> Iterator[str]:
    counts: Counter[Fate] = Counter()
    moved = 0
    for one in measures:
        counts.update(one.comparison.counts)
        moved += sum(it.is_moved for it in one.comparison.pairings)
    yield f"{len(measures)} comparisons, {counts.total()} pairings, {moved} of them moved"
    yield from (f"{counts[fate]:7}  {fate.value}" for fate in Fate)


def _print_hundred(measures: Sequence[Measure]) -> bool:
    """Print the slowest of about a hundred paragraphs on either side; whether it took too long."""
    sized = [
        _measure(one.name, one.comparison.before, after=one.comparison.after, rounds=_ROUNDS)
        for one in measures
        if len(one.comparison.before) in ABOUT_A_HUNDRED
        and len(one.comparison.after) in ABOUT_A_HUNDRED
    ]
    if not sized:
        print("none has about a hundred paragraphs on both sides")
        return False
    worst = max(sized, key=lambda one: one.seconds)
    print(f"the slowest of {len(sized)} of about a hundred paragraphs:\n{worst.line}")
    return worst.seconds > MOST_SECONDS


def _print_hurtful() -> bool:
    """Print what texts made to hurt take; whether one takes too much."""
    is_bad = False
    for name, make in HURTFUL.items():
        before, after = (_text(words) for words in make(random.Random(name)))
        one = _measure(name, before, after=after)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{one.line}, {megabytes} MB", flush=True)
        is_bad |= one.seconds > MOST_SECONDS_HURT or megabytes > MOST_MEGABYTES
    return is_bad


def _text(paragraphs: Sequence[str]) -> list[Passage]:
    return [
        Passage(anchor=f"op{at}", kind=ParagraphKind.OPERATIVE, text=words)
        for at, words in enumerate(paragraphs, start=1)
    ]


def _random(drawn: random.Random, *, count: int, words: int = _WORDS) -> list[str]:
    """Paragraphs of words of which few are frequent, as in any language."""
    known = [
        "".join(drawn.choices("abcdefghijklmnop", k=drawn.randint(2, 10))) for _ in range(9999)
    ]
    weights = [1 / at for at in range(1, len(known) + 1)]
    return [" ".join(drawn.choices(known, weights, k=words)) for _ in range(count)]


def _reworded(drawn: random.Random) -> tuple[list[str], list[str]]:
    before = _random(drawn, count=_PARAGRAPHS)
    others = iter(_random(drawn, count=_PARAGRAPHS))
    mixed = (zip(one.split(), next(others).split(), strict=True) for one in before)
    return before, [" ".join(drawn.choices(pair, [4, 1])[0] for pair in pairs) for pairs in mixed]


def _turned(drawn: random.Random) -> tuple[list[str], list[str]]:
    before = _random(drawn, count=_PARAGRAPHS)
    return before, drawn.sample(before, k=len(before))


#: Texts made to hurt, by what hurts in them.
HURTFUL: dict[str, Callable[[random.Random], tuple[list[str], list[str]]]] = {
    "each paragraph reworded": _reworded,
    "the same in another order": _turned,
    "nothing in common": lambda drawn: (
        _random(drawn, count=_PARAGRAPHS),
        _random(drawn, count=_PARAGRAPHS),
    ),
    "the same paragraph again and again": lambda _: (
        ["Takes note of the report;"] * _PARAGRAPHS,
        ["Takes note of the report;"] * (_PARAGRAPHS // 2),
    ),
    "paragraphs that differ in a number": lambda _: (
        [f"Takes note of report {at};" for at in range(_PARAGRAPHS)],
        [f"Takes note of report {at};" for at in range(1, _PARAGRAPHS, 2)],
    ),
    "a paragraph as long as a book": lambda drawn: (
        _random(drawn, count=1, words=_LONG),
        _random(drawn, count=1, words=_LONG),
    ),
}

if __name__ == "__main__":
    sys.exit(main())
