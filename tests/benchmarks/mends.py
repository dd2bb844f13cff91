"""Measures how many broken words are mended, and how many whole ones are joined falsely.

usage: uv run python -m tests.benchmarks.mends DIRECTORY [--every N] [--show N]

Reads the texts of a directory, parses each as it is, then puts a space into every Nth word of
five letters or more and mends the result. Prints mends on the clean texts, which should be none
but real ones; of the broken words how many were restored, missed or doubted; and joins of words
that nobody broke.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive.parsing.mends import mend_footnote
from archive.parsing.parsed import Footnote, ParseError
from archive.parsing.pipeline import parse
from archive.parsing.vocabulary import WORD, Vocabulary, vocabulary_of
from tests.benchmarks.material import folder_of_files

_SHORTEST = 5
_SEED = 53144


@dataclass
class Measure:
    """What was counted: broken words by what became of them, and joins on clean texts."""

    files: int = 0
    words: int = 0
    clean: Counter[str] = field(default_factory=Counter)
    restored: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)


def measure(paths: Sequence[Path], *, every: int) -> Measure:
    """Break and mend the texts of the files, with the words of all of them as evidence."""
    draw = random.Random(_SEED)
    texts = dict(_texts(paths))
    wider = frozenset(word for words in texts.values() for word in _known_often(words))
    found = Measure(files=len(texts))
    for words in texts.values():
        vocabulary = vocabulary_of(words, wider=wider)
        found.words += sum(len(WORD.findall(text)) for text in words)
        found.clean.update(mend for text in words for mend in _mends(text, vocabulary))
        broken = [_broken(text, draw, every=every) for text in words]
        vocabulary = vocabulary_of([text for text, _ in broken], wider=wider)
        for text, made in broken:
            _compare(found, Counter(made), Counter(_mends(text, vocabulary)))
    return found


def _known_often(texts: Sequence[str]) -> Iterator[str]:
    """Words of a file, as an archive that holds it knows them."""
    return (match[0].lower() for text in texts for match in WORD.finditer(text))


def _texts(paths: Sequence[Path]) -> Iterator[tuple[Path, list[str]]]:
    for path in paths:
        try:
            found = parse(path.read_bytes())
        except ParseError:
            continue
        notes = [note.text for note in found.footnotes]
        yield path, [paragraph.text for paragraph in found.paragraphs] + notes


def _mends(text: str, vocabulary: Vocabulary) -> list[str]:
    note = Footnote(id="fn1", number="1", text=text, marked_in=None)
    return [f"{mend.found} → {mend.mended}" for mend in mend_footnote(note, vocabulary)[1]]


def _broken(text: str, draw: random.Random, *, every: int) -> tuple[str, list[str]]:
    """The text with a space in some of its long words, and the mends that would undo it."""
    pieces, made, start = [], [], 0
    for match in WORD.finditer(text):
        if len(match[0]) >= _SHORTEST and draw.randrange(every) == 0:
            at = draw.randrange(1, len(match[0]))
            pieces.append(f"{text[start : match.start() + at]} ")
            made.append(f"{match[0][:at]} {match[0][at:]} → {match[0]}")
            start = match.start() + at
    return "".join([*pieces, text[start:]]), made


def _compare(found: Measure, made: Counter[str], mended: Counter[str]) -> None:
    found.restored += (made & mended).total()
    found.missed.update(made - mended)
    found.false.update(mended - made)


def main() -> None:
    """Print the measure of a directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=folder_of_files)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    paths = sorted(path for path in given.directory.rglob("*") if path.is_file())
    found = measure(paths, every=given.every)
    broken = found.restored + found.missed.total()
    print(f"{found.files} files, {found.words:,} words")
    print(f"clean texts: {found.clean.total()} mends")
    print(f"broken words: {broken:,}, restored {100 * found.restored / max(1, broken):.2f} %")
    print(f"other joins in broken texts: {found.false.total()}")
    for title, counted in (
        ("missed", found.missed),
        ("false", found.false),
        ("clean", found.clean),
    ):
        for words, count in counted.most_common(given.show):
            print(f"  {title} {count} {words}")


if __name__ == "__main__":
    main()
