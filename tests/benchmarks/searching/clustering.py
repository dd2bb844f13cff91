"""How words keep together in resolutions: real texts beside an invented archive.

usage: uv run python -m tests.benchmarks.searching.clustering FOLDER... [--paragraphs 100000]
       [--seed 1]

Parses the files of each folder, and invents an archive of so many paragraphs in memory, without a
database. Prints how long their texts and paragraphs are and how many paragraphs are repeated; then,
for words that stand in about as many paragraphs, in how many resolutions they stand: the fewer,
the more a word keeps to the resolutions that speak of it.
"""

import argparse
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse
from tests.benchmarks.material import folder_of_files
from tests.benchmarks.searching.report import table
from tests.benchmarks.searching.texts import Synthesis

#: Limits of the share of paragraphs that words of a band stand in.
LIMITS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.2, 0.5)
_WORD = re.compile(r"[a-z]{4,}")
_NOTHING = "–"


@dataclass(frozen=True)
class Corpus:
    """Some texts, each the wordings of its paragraphs."""

    name: str
    texts: Sequence[Sequence[str]]

    @cached_property
    def paragraphs(self) -> list[str]:
        """All paragraphs, in order."""
        return [wording for text in self.texts for wording in text]

    @property
    def repeated(self) -> float:
        """The share of paragraphs that one before has word for word."""
        return 1 - len(set(self.paragraphs)) / len(self.paragraphs)

    @cached_property
    def shares(self) -> list[tuple[float, float]]:
        """Of each word of four letters or more: its share of paragraphs, and of resolutions."""
        in_paragraphs, in_texts = Counter[str](), Counter[str]()
        for text in self.texts:
            said = [set(_WORD.findall(wording.lower())) for wording in text]
            for words in said:
                in_paragraphs.update(words)
            in_texts.update(set().union(*said))
        of_paragraphs, of_texts = len(self.paragraphs), len(self.texts)
        return [(n / of_paragraphs, in_texts[word] / of_texts) for word, n in in_paragraphs.items()]

    def share_of_resolutions(self, least: float, *, below: float) -> tuple[float | None, int]:
        """The median of words that stand in such a share of paragraphs, and how many they are."""
        shares = [share for place, share in self.shares if least <= place < below]
        return (statistics.median(shares) if shares else None), len(shares)


def main() -> int:
    """Read, invent, print; the exit code."""
    asked = _asked()
    corpora = [Corpus(_name_of(folder), [*_texts_in(folder)]) for folder in asked.folders]
    if not all(corpus.paragraphs for corpus in corpora):
        print("A folder has no resolution that can be parsed.")
        return 2
    corpora.append(invented(asked.paragraphs, seed=asked.seed))
    print("\n".join([*shapes(corpora), "", *spreads(corpora)]))
    return 0


def invented(paragraphs: int, *, seed: int) -> Corpus:
    """An invented archive of so many paragraphs."""
    texts = [text.paragraphs for text in Synthesis(paragraphs, seed).texts()]
    return Corpus("invented", [[one.passage.wording for one in text] for text in texts if text])


def shapes(corpora: Sequence[Corpus]) -> Iterator[str]:
    """A table: how many and how long texts and paragraphs are, and what is repeated."""
    rows = [
        ("resolutions", *(f"{len(one.texts):,}" for one in corpora)),
        ("paragraphs", *(f"{len(one.paragraphs):,}" for one in corpora)),
        ("paragraphs of a resolution", *(_lengths(map(len, one.texts)) for one in corpora)),
        ("words of a paragraph", *(_lengths(map(_words_in, one.paragraphs)) for one in corpora)),
        ("repeated paragraphs", *(f"{one.repeated:.0%}" for one in corpora)),
    ]
    yield from table(("median and mean", *(one.name for one in corpora)), rows)


def spreads(corpora: Sequence[Corpus]) -> Iterator[str]:
    """A table: the share of resolutions, by the share of paragraphs."""
    rows = [
        (
            f"{least * 100:g} to {below * 100:g} %",
            *(_share(*one.share_of_resolutions(least, below=below)) for one in corpora),
        )
        for least, below in pairwise(LIMITS)
    ]
    yield from table(("of paragraphs", *(one.name for one in corpora)), rows)


def _name_of(folder: Path) -> str:
    """Its name within the folder that has it."""
    return "/".join(folder.absolute().parts[-2:])


def _texts_in(folder: Path) -> Iterator[list[str]]:
    """The paragraphs of each file that is a resolution."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            yield [one.text for one in parse(path.read_bytes()).paragraphs]
        except ParseError as error:
            print(f"{path.name}: {error}", file=sys.stderr)


def _lengths(counted: Iterator[int]) -> str:
    lengths = [*counted]
    return f"{statistics.median(lengths):.0f}, {statistics.mean(lengths):.0f}"


def _words_in(wording: str) -> int:
    return len(wording.split())


def _share(share: float | None, words: int) -> str:
    return _NOTHING if share is None else f"{share:.3f} ({words:,} words)"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=folder_of_files, nargs="+", metavar="FOLDER")
    parser.add_argument("--paragraphs", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
