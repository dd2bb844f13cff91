"""How much of a made redraft is found again: texts changed by a seeded script, then compared.

usage: uv run python -m tests.benchmarks.redrafting FOLDER [--texts 250] [--seed 7]

Of real texts one paragraph in ten is dropped, strangers are put between, paragraphs are joined,
parted at “, and”, moved, and reworded: of six in ten up to half the words are dropped, swapped or
added. Prints for each fate how many are found just so: the paragraphs that belong together, no
other with them. Beside it stands what one-to-one alignment by anchors and likeness finds.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from archive.comparison.alignment import Item, aligned
from archive.comparison.pairings import compared
from archive.comparison.passages import Fate, Passage
from archive.parsing.parsed import ParseError
from tests.benchmarks.material import folder_of_files
from tests.comparison.tables import passages_of

SIZES = range(10, 91)
RATES = (0.05, 0.15, 0.3, 0.45)
_DROPPED, _STRANGER, _JOINED, _PARTED, _REWORDED = 0.1, 0.08, 0.05, 0.1, 0.6
_LONG, _MOVED_OF = 60, 15

#: The anchors of a text that became those of its redraft.
Told = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Made:
    """A paragraph of a redraft: the anchors it came from, and what it says."""

    sources: tuple[str, ...]
    passage: Passage


class Redrafter:
    """Redrafts texts with the words and the paragraphs of others, by a seed."""

    def __init__(self, texts: Sequence[Sequence[Passage]], *, seed: int) -> None:
        """Take words and strangers from some texts."""
        self._drawn = random.Random(seed)
        self._strangers = [one for text in texts for one in text]
        self._words = [word for one in self._strangers for word in one.text.split()]

    def redraft(self, text: Sequence[Passage]) -> tuple[list[Passage], set[Told]]:
        """A redraft of a text, and what became of every paragraph of both."""
        made = [one for passage in text for one in self._changed(passage)]
        made = list(self._joined(made))
        for _ in range(len(made) // _MOVED_OF):
            made.insert(
                self._drawn.randrange(len(made)), made.pop(self._drawn.choice(range(len(made))))
            )
        after = [replace(one.passage, anchor=f"n{at}") for at, one in enumerate(made)]
        return after, _truth(text, made)

    def _changed(self, passage: Passage) -> Iterator[_Made]:
        """What a paragraph becomes: nothing, itself or two, and a stranger before it."""
        if self._drawn.random() < _STRANGER:
            yield _Made((), replace(self._drawn.choice(self._strangers), parent=None))
        if self._drawn.random() < _DROPPED:
            return
        parts = passage.text.split(", and ", 1) if self._drawn.random() < _PARTED else []
        whole = [passage.text] if min(map(len, parts), default=0) < _LONG else parts
        for words in whole:
            told = replace(passage, text=self._reworded(words), parent=None)
            yield _Made((passage.anchor,), told)

    def _reworded(self, text: str) -> str:
        if self._drawn.random() >= _REWORDED:
            return text
        rate = self._drawn.choice(RATES)
        return " ".join(word for one in text.split() for word in self._word(one, rate)) or text

    def _word(self, word: str, rate: float) -> list[str]:
        """A word as it is, dropped, swapped, or with another behind it."""
        if self._drawn.random() >= rate:
            return [word]
        other = self._drawn.choice(self._words)
        return self._drawn.choice(([], [other], [word, other]))

    def _joined(self, made: Sequence[_Made]) -> Iterator[_Made]:
        """The paragraphs, some of them joined with the next."""
        waiting: _Made | None = None
        for one in made:
            if waiting and self._may_join(waiting, one):
                text = f"{waiting.passage.text.rstrip(',;.')}, and {one.passage.text}"
                yield _Made(waiting.sources + one.sources, replace(waiting.passage, text=text))
                waiting = None
                continue
            if waiting:
                yield waiting
            waiting = one
        if waiting:
            yield waiting

    def _may_join(self, one: _Made, other: _Made) -> bool:
        """Whether two long paragraphs of one kind, each with a source of its own, are joined."""
        return (
            self._drawn.random() < _JOINED
            and bool(one.sources and other.sources and one.sources != other.sources)
            and one.passage.kind is other.passage.kind
            and min(len(one.passage.text), len(other.passage.text)) >= _LONG
        )


def _truth(text: Sequence[Passage], made: Sequence[_Made]) -> set[Told]:
    became: dict[tuple[str, ...], list[str]] = {(one.anchor,): [] for one in text}
    for at, one in enumerate(made):
        if len(one.sources) > 1:
            for source in one.sources:
                became.pop((source,), None)
        became.setdefault(one.sources, []).append(f"n{at}")
    strangers = became.pop((), [])
    told = {(sources, tuple(anchors)) for sources, anchors in became.items()}
    return told | {((), (anchor,)) for anchor in strangers}


def _fate(told: Told) -> Fate:
    """What became of paragraphs, as far as their numbers say it."""
    sides = min(len(told[0]), 2), min(len(told[1]), 2)
    fates = {(0, 1): Fate.NEW, (1, 0): Fate.DROPPED, (2, 1): Fate.MERGED, (1, 2): Fate.SPLIT}
    return fates.get(sides, Fate.REWORDED)


def _found(before: Sequence[Passage], after: Sequence[Passage]) -> set[Told]:
    return {
        (tuple(it.anchor for it in one.before), tuple(it.anchor for it in one.after))
        for one in compared(before, after).pairings
    }


def _found_one_to_one(before: Sequence[Passage], after: Sequence[Passage]) -> set[Told]:
    found = aligned(*([Item(one.anchor, one.text) for one in text] for text in (before, after)))
    pairs = {((one,), (other,)) for one, other in found.anchors.items()}
    left, others = found.left()
    return {
        *pairs,
        *(((before[at].anchor,), ()) for at in left),
        *(((), (after[at].anchor,)) for at in others),
    }


def main() -> None:
    """Print what is found, by fate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=folder_of_files)
    parser.add_argument("--texts", type=int, default=250)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    print("\n".join(report(_texts(asked.folder), count=asked.texts, seed=asked.seed)))


def _texts(folder: Path) -> Iterator[tuple[Passage, ...]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with suppress(ParseError):
            text = passages_of(path)
            if len(text) in SIZES:
                yield text


def report(texts: Iterator[tuple[Passage, ...]], *, count: int, seed: int) -> Iterator[str]:
    """The lines that are printed."""
    known = [*texts]
    redrafter = Redrafter(known, seed=seed)
    counts, ours, theirs = Counter[Fate](), Counter[Fate](), Counter[Fate]()
    for text in random.Random(seed).sample(known, k=min(count, len(known))):
        after, truth = redrafter.redraft(text)
        counts.update(map(_fate, truth))
        ours.update(map(_fate, truth & _found(text, after)))
        theirs.update(map(_fate, truth & _found_one_to_one(text, after)))
    yield "fate       paragraphs   found so   one to one"
    for fate in sorted(counts):
        name = "one to one" if fate is Fate.REWORDED else fate.value
        shares = ours[fate] / counts[fate], theirs[fate] / counts[fate]
        yield f"{name:10} {counts[fate]:10} {shares[0]:10.1%} {shares[1]:12.1%}"


if __name__ == "__main__":
    main()
