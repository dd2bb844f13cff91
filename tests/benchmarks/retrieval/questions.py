"""Questions: what is typed to find a passage again, and which passages answer it.

Resolutions repeat agreed wording: of 500 paragraphs of the General Assembly, a third say five
words that another paragraph says too. So a question has one right answer or several:

- five rarest words: every passage that says all five in the same forms;
- eight consecutive words: every passage that says them one after another;
- the words of a title: every resolution with the same title, as members of a series have.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from tests.benchmarks.retrieval.passages import WORD, Passage, Passages, words_of

#: A paragraph with fewer words says too little to be told from others.
FEWEST_WORDS = 12
RAREST = 5
CONSECUTIVE = 8


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is typed, the passage it was taken from, and the addresses of all right answers."""

    typed: str
    sought: Passage
    right: frozenset[str]
    passages: Passages

    def is_alike(self, address: str) -> bool:
        """Whether the passage at an address says exactly what the sought one says."""
        passage = self.passages.by_address.get(address)
        return passage is not None and passage.words == self.sought.words

    @cached_property
    def has_one_answer(self) -> bool:
        """Whether what was typed tells the sought wording from every other."""
        return all(self.is_alike(address) for address in self.right)


def sampled(
    passages: Iterable[Passage], count: int, *, random: Random, fewest_words: int = FEWEST_WORDS
) -> list[Passage]:
    """So many passages of reading text, each as likely as any other; all if there are fewer."""
    fit = [one for one in passages if one.is_reading_text and len(one.words) >= fewest_words]
    return random.sample(fit, min(count, len(fit)))


def rarest_words(chosen: Sequence[Passage], passages: Passages) -> Iterator[Question]:
    """For each its five words that stand in fewest passages, in the order they stand there."""
    for passage in chosen:
        words = list(dict.fromkeys(passage.words))
        rarest = set(sorted(words, key=lambda word: passages.frequencies[word])[:RAREST])
        yield Question(
            typed=" ".join(word for word in words if word in rarest),
            sought=passage,
            right=frozenset(one.address for one in passages.saying(rarest)),
            passages=passages,
        )


def consecutive_words(
    chosen: Sequence[Passage], passages: Passages, *, random: Random
) -> Iterator[Question]:
    """For each any eight words that follow one another, with the signs between them."""
    for passage in chosen:
        places = list(WORD.finditer(passage.wording))
        first = random.randrange(len(places) - CONSECUTIVE + 1)
        start, end = places[first].start(), places[first + CONSECUTIVE - 1].end()
        typed = passage.wording[start:end]
        said = _spaced(words_of(typed))
        yield Question(
            typed=typed,
            sought=passage,
            right=frozenset(
                one.address
                for one in passages.saying(words_of(typed))
                if said in _spaced(one.words)
            ),
            passages=passages,
        )


def whole_titles(chosen: Sequence[Passage], passages: Passages) -> Iterator[Question]:
    """For each, all words of the title."""
    for passage in chosen:
        yield Question(
            typed=passage.wording,
            sought=passage,
            right=frozenset(
                one.address for one in passages.saying(passage.words) if one.words == passage.words
            ),
            passages=passages,
        )


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
