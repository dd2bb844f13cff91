"""Terms: a word, a phrase, the beginning of a word or a symbol that a search asks for."""

import re
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Symbol

#: Letters and figures that follow one another.
WORD = re.compile(r"[^\W_]+")

#: In code points: about a line.
LONGEST_IN_HEADING = 80


class Kind(StrEnum):
    """How a term is looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Term:
    """What is to be found in a text, or to be absent from it.

    ``words`` are in single spaces, without quotation marks and without the asterisk of a prefix,
    which belongs to the last of them. Of a symbol, ``symbols`` are the canonical ones it may mean,
    likeliest first, and ``forms`` what a text may print for it.
    """

    words: str
    _: KW_ONLY
    kind: Kind = Kind.WORD
    is_excluded: bool = False
    symbols: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @classmethod
    def naming(cls, words: str, *, is_excluded: bool = False) -> "Term | None":
        """The term for words that spell a symbol, or None for any other words.

        A number without its organ is also found where a text prints the number; where the organ is
        named, texts that print the number of another organ's act are not meant.
        """
        symbols = spoken(words)
        if not symbols:
            return None
        short = symbols[0].short
        forms = [symbol.text for symbol in symbols]
        if _organs(symbols) >= _organs(spoken(short)):
            forms.insert(0, short)
        return cls(
            words,
            kind=Kind.SYMBOL,
            is_excluded=is_excluded,
            symbols=tuple(symbol.text for symbol in symbols),
            forms=tuple(dict.fromkeys(forms)),
        )

    @property
    def wordings(self) -> tuple[str, ...]:
        """What a text may print for it; any of them will do."""
        return self.forms or (self.words,)

    @property
    def is_phrase(self) -> bool:
        """Whether it is words that must follow one another."""
        return self.kind is Kind.PHRASE or (self.is_prefix and " " in self.words)

    @property
    def is_prefix(self) -> bool:
        """Whether its last word may go on."""
        return self.kind is Kind.PREFIX

    @property
    def is_symbol(self) -> bool:
        """Whether it names a document."""
        return self.kind is Kind.SYMBOL

    @property
    def as_written(self) -> str:
        """The term for people: a phrase in quotation marks, a prefix with its asterisk."""
        words = f"{self.words}*" if self.is_prefix else self.words
        return f"“{words}”" if self.is_phrase else words

    @property
    def in_heading(self) -> str:
        """The same, cut down where it is too long for a sentence."""
        if len(self.words) <= LONGEST_IN_HEADING:
            return self.as_written
        cut = f"{self.words[:LONGEST_IN_HEADING].rsplit(' ', 1)[0]}…"
        return f"“{cut}”" if self.is_phrase else cut

    @property
    def as_typed(self) -> str:
        """The term as a search box takes it."""
        words = f"{self.words}*" if self.is_prefix else self.words
        typed = f'"{words}"' if self.is_phrase else words
        return f"-{typed}" if self.is_excluded else typed


def _organs(symbols: tuple[Symbol, ...]) -> set[object]:
    return {symbol.organ for symbol in symbols}
