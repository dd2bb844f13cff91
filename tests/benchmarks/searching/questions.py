"""Questions: searches of each kind, chosen from the data by how many paragraphs say them.

Words are those of paragraphs drawn by chance, counted by SQLite; so each kind has different words
from run to run of other seeds, and none is chosen by hand.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import cycle, pairwise
from random import Random
from typing import TypeVar
from urllib.parse import urlencode

PAGE_SIZE = 20
#: Words that full-text search passes over, and those that say too little to be asked for.
_SHORTEST_WORD = 4
_STOP_WORDS = frozenset(
    "about above after again against also been before being below between both during each from "
    "further have having here itself just more most once only other over same should some such "
    "than that their them then there these they this those through under until very were what "
    "when where which while whom will with would your yours".split()
)
_WORD = re.compile(r"[A-Za-z]+")
_CITED = re.compile(r"\b[0-9]{2,4}/[0-9]+(?= of )")
_QUOTE = '"'
_SAMPLED_EVERY = 997
_MOST_FOUND = 3
_FREQUENT_TRIED, _OTHERS_TRIED, _PAIRS_TRIED = 120, 4_000, 100
#: Narrowed as readers do: an organ, years, or both.
_NARROWED: Sequence[dict[str, str]] = (
    {"organ": "GA", "from": "2000", "to": "2015"},
    {"organ": "HRC"},
    {"from": "1990", "to": "1999"},
    {"organ": "SC", "from": "2005"},
)
_Any = TypeVar("_Any")


class Kind(StrEnum):
    """What a question is like; the value is its name in the table."""

    COMMON = "common"
    TWO_WORDS = "two words"
    PHRASE = "phrase"
    MID = "mid"
    RARE = "rare"
    SYMBOL = "symbol"
    FILTERED = "filtered"
    PARAGRAPHS = "paragraph view"
    DEEP = "deep page"
    NOTHING = "nothing found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the words, and how else the list is narrowed, by the archive's parameters.

    What narrows it is in the order of a canonical address. ``hits`` is in how many paragraphs
    SQLite finds the words, without anything that narrows.
    """

    kind: Kind
    said: str
    hits: int = 0
    narrowed: dict[str, str] = field(default_factory=dict)

    def address(self, path: str = "/search/", **more: str) -> str:
        """The archive's own address for it, as it writes it itself."""
        return f"{path}?{urlencode({'q': self.said, **self.narrowed, **more}, safe='/')}"

    @property
    def as_columns(self) -> list[tuple[str, str]]:
        """What narrows it, as conditions on columns of the peer's table."""
        columns = {"organ": "organ", "from": "year__gte", "to": "year__lte"}
        return [(columns[name], one) for name, one in self.narrowed.items() if name in columns]


@dataclass(frozen=True, slots=True)
class Share:
    """From which to which share of all paragraphs a word or phrase of a kind occurs in."""

    least: float
    most: float

    def has(self, count: int, *, of: int) -> bool:
        """Whether so many paragraphs of all are within."""
        return self.least * of <= count <= self.most * of


SHARES = {
    Kind.COMMON: Share(0.05, 0.5),
    Kind.TWO_WORDS: Share(0.01, 0.5),
    Kind.PHRASE: Share(0.01, 0.5),
    Kind.MID: Share(0.005, 0.04),
    Kind.RARE: Share(0.000002, 0.00004),
}


@dataclass
class Chooser:
    """Chooses so many questions of each kind in a table of paragraphs with full-text search."""

    table: sqlite3.Connection
    count: int
    seed: int = 1

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)

    def questions(self) -> Iterator[Question]:
        """All kinds, one after the other."""
        common, mid = self._words_of(Kind.COMMON), self._words_of(Kind.MID)
        yield from common
        yield from self._together(Kind.TWO_WORDS, "{} {}")
        yield from self._together(Kind.PHRASE, '"{} {}"')
        yield from mid
        yield from self._words_of(Kind.RARE)
        yield from self._symbols()
        yield from self._filtered(common)
        for question in (common + mid)[::2]:
            yield replace(question, kind=Kind.PARAGRAPHS, narrowed={"view": "paragraphs"})
        yield from self._deep(common)
        yield from self._absent(mid)

    def hits(self, said: str) -> int:
        """In how many paragraphs SQLite finds words or a phrase."""
        sql = "SELECT count(*) FROM paragraphs_fts WHERE paragraphs_fts MATCH ?"
        return int(self.table.execute(sql, [as_match(said)]).fetchone()[0])

    @cached_property
    def size(self) -> int:
        """How many paragraphs there are."""
        return int(self.table.execute("SELECT count(*) FROM paragraphs").fetchone()[0])

    @cached_property
    def _sample(self) -> list[str]:
        """The wording of some paragraphs, spread over the whole."""
        every = max(1, min(_SAMPLED_EVERY, self.size // 1000))
        sql = "SELECT wording FROM paragraphs WHERE id % ? = ? ORDER BY id"
        return [wording for (wording,) in self.table.execute(sql, [every, self.seed % every])]

    @cached_property
    def _words(self) -> list[Question]:
        """Words of the sample with their counts: the most frequent, and some of the others.

        Left out are words found far more often than they are said: their stems are those of
        others, and each stemmer has its own ("ones" and "on", "internally" and "international").
        """
        each = (dict.fromkeys(_WORD.findall(one)) for one in self._sample)  # a set has no order
        said = Counter(word.lower() for words in each for word in words)
        words = [word for word, _ in said.most_common() if _says_something(word)]
        others = words[_FREQUENT_TRIED:]
        tried = words[:_FREQUENT_TRIED] + self._some(others, _OTHERS_TRIED)
        counted = [Question(kind=Kind.COMMON, said=word, hits=self.hits(word)) for word in tried]
        most = _MOST_FOUND * self.size / len(self._sample)
        return [one for one in counted if one.hits <= most * said[one.said]]

    def _words_of(self, kind: Kind) -> list[Question]:
        words = [one for one in self._words if SHARES[kind].has(one.hits, of=self.size)]
        return [replace(one, kind=kind) for one in self._some(words)]

    def _together(self, kind: Kind, form: str) -> Iterator[Question]:
        """Two words that often follow one another, asked for in a form."""
        often = (form.format(*pair) for pair in self._pairs)
        counted = (Question(kind=kind, said=said, hits=self.hits(said)) for said in often)
        yield from self._some([q for q in counted if SHARES[kind].has(q.hits, of=self.size)])

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The pairs of words that follow one another most often in the sample."""
        runs = [run for one in self._sample for run in re.split(r"[^A-Za-z -]", one)]
        pairs = Counter(
            (before, after)
            for words in map(str.split, runs)
            for before, after in pairwise(words)
            if _says_something(before) and _says_something(after)
        )
        return [pair for pair, _ in pairs.most_common(_PAIRS_TRIED)]

    def _symbols(self) -> Iterator[Question]:
        """Numbers of resolutions that paragraphs cite, as a search and not as an address."""
        cited = sorted({one for wording in self._sample for one in _CITED.findall(wording)})
        for number in self._some(cited):
            yield Question(
                kind=Kind.SYMBOL,
                said=number,
                hits=self.hits(number),
                narrowed={"view": "resolutions"},
            )

    def _filtered(self, common: Sequence[Question]) -> Iterator[Question]:
        for question, narrowed in zip(common, cycle(_NARROWED), strict=False):
            yield replace(question, kind=Kind.FILTERED, narrowed=narrowed)

    def _deep(self, common: Sequence[Question]) -> Iterator[Question]:
        """Pages all along the lists of common words, the last but one at most."""
        for nth, question in enumerate(common, 1):
            page_count = resolutions_saying(self.table, question) // PAGE_SIZE
            page = max(2, page_count * nth // (len(common) + 1))
            yield replace(question, kind=Kind.DEEP, narrowed={"page": str(page)})

    def _absent(self, mid: Sequence[Question]) -> Iterator[Question]:
        """Words as somebody might mistype them, that no paragraph has."""
        for question in mid:
            mistyped = mistype(question.said)
            if not self.hits(mistyped):
                yield Question(kind=Kind.NOTHING, said=mistyped)

    def _some(self, of: Sequence[_Any], count: int | None = None) -> list[_Any]:
        """So many by chance, as many as are asked unless said otherwise; or all."""
        return self._chance.sample(list(of), k=min(count or self.count, len(of)))


def resolutions_saying(table: sqlite3.Connection, question: Question) -> int:
    """In the paragraphs of how many resolutions SQLite finds the words of a question."""
    sql = """
        SELECT count(DISTINCT symbol) FROM paragraphs
        WHERE id IN (SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH ?)
    """
    return int(table.execute(sql, [as_match(question.said)]).fetchone()[0])


def as_match(said: str) -> str:
    """What is said, in the language of FTS5: each word or phrase in quotes; all must occur."""
    return " ".join(f'"{one.strip(_QUOTE)}"' for one in re.findall(r'"[^"]*"|\S+', said))


def mistype(word: str) -> str:
    """A word with two letters of its middle exchanged, or one left out where they are the same."""
    middle = len(word) // 2
    one, other = word[middle - 1], word[middle]
    typed = one if one == other else other + one
    return word[: middle - 1] + typed + word[middle + 1 :]


def _says_something(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha() and word.lower() not in _STOP_WORDS
