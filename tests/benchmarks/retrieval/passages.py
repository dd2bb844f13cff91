"""Passages: paragraphs, notes and titles by the address they have, and the words they say."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from archive.models import READING_LANGUAGE, Footnote, Paragraph, Resolution, Text

#: What stands between spaces, without the signs around it: "gender-based", "53/144", "State’s".
WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")

_PLACE = ("text__resolution__card__times_recalled", "position", "text__resolution__symbol")


def words_of(wording: str) -> list[str]:
    """The words of a wording in their order, without regard to case."""
    return [match[0].casefold() for match in WORD.finditer(wording)]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A paragraph, a note, or a title with the ``text`` under it.

    ``is_reading_text`` is whether it may be asked for: no heading, no table, nothing not held.
    ``standing`` is its place among equals: what is recalled more often first, then by symbol.
    """

    address: str
    wording: str
    text: str = ""
    is_reading_text: bool = True
    standing: tuple[int, str, bool, int] = (0, "", False, 0)

    @cached_property
    def words(self) -> list[str]:
        """Its words in their order; of those that say the same, the same."""
        return words_of(self.wording)


class Passages(Collection[Passage]):
    """Passages in the order of their addresses, and where each word stands among them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda passage: passage.address)
        self._saying: dict[str, set[int]] = defaultdict(set)
        for number, passage in enumerate(self._passages):
            for word in passage.words:
                self._saying[word].add(number)
        self.by_address = {passage.address: passage for passage in self._passages}

    def __len__(self) -> int:
        return len(self._passages)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages)

    def __contains__(self, passage: object) -> bool:
        return passage in self._passages

    def saying(self, words: Iterable[str]) -> Iterator[Passage]:
        """Those that say all of some words."""
        numbers = [self._saying.get(word, set()) for word in words]
        return (self._passages[number] for number in sorted(set.intersection(*numbers)))

    @cached_property
    def frequencies(self) -> Counter[str]:
        """In how many passages each word stands."""
        return Counter({word: len(numbers) for word, numbers in self._saying.items()})


def paragraphs() -> Passages:
    """Every paragraph and note of the texts that search reads."""
    return Passages([*_paragraphs(), *_notes()])


def titles() -> Passages:
    """Every title of a resolution, with all that its text says."""
    texts = Text.objects.in_reading_language().values_list("resolution", "wording")
    held = dict(texts.iterator())
    rows = Resolution.objects.exclude(title="").values_list(
        "pk", "symbol", "title", "card__times_recalled"
    )
    return Passages(
        Passage(
            address=f"/{symbol}/",
            wording=title,
            standing=(-recalled, symbol, False, 0),
            text=held.get(pk, ""),
            is_reading_text=pk in held,
        )
        for pk, symbol, title, recalled in rows
    )


def _paragraphs() -> Iterator[Passage]:
    rows = Paragraph.objects.filter(text__language=READING_LANGUAGE)
    for recalled, position, symbol, anchor, kind, table, wording in rows.values_list(
        *_PLACE, "anchor", "kind", "rows", "wording"
    ):
        is_reading_text = kind != Paragraph.Kind.HEADING and not table
        yield Passage(
            address=f"/{symbol}/#{anchor}",
            wording=wording,
            standing=(-recalled, symbol, False, position),
            is_reading_text=is_reading_text,
        )


def _notes() -> Iterator[Passage]:
    rows = Footnote.objects.filter(text__language=READING_LANGUAGE)
    for recalled, position, symbol, number, wording in rows.values_list(
        *_PLACE, "number", "wording"
    ):
        yield Passage(
            address=f"/{symbol}/#fn{number}",
            wording=wording,
            standing=(-recalled, symbol, True, position),
            is_reading_text=False,
        )
