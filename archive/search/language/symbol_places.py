"""Where symbols stand among words: "General Assembly resolution 53/144 and impunity"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.search.language.terms import Term

#: "Economic and Social Council draft resolution" before a number, and "A (XXI)" after it.
_MOST_WORDS_BEFORE = 7
_MOST_WORDS_AFTER = 2
_POINTS = ".,;:!?"
_NUMBER = re.compile(r"\d")
_BRACKETED = re.compile(r"\([A-Za-z0-9-]+\)")
_LETTER = re.compile(r"[A-Za-z]")
_BEFORE_A_NAME = re.compile(r"^(?:(?:see|the|its) )+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"no\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolPlace:
    """The words from one place up to another, and the symbol that they spell."""

    start: int
    stop: int
    term: Term


def symbol_places(
    words: Sequence[str | None], *, excluded: Sequence[bool]
) -> Iterator[SymbolPlace]:
    """The longest spellings of symbols among words, in order, none overlapping another.

    None stands for what no symbol runs across; a word that is excluded can only begin one.
    """
    free = 0
    for at, word in enumerate(words):
        if at >= free and word and _NUMBER.search(word):
            place = _at(words, at, earliest=free, excluded=excluded)
            if place:
                yield place
                free = place.stop


def _at(
    words: Sequence[str | None], at: int, *, earliest: int, excluded: Sequence[bool]
) -> SymbolPlace | None:
    """The longest spelling whose number begins at a place."""
    stop = _stop(words, at, excluded=excluded)
    spelled = [word or "" for word in words[at:stop]]
    if not any("/" in word or "(" in word for word in spelled):
        return None
    for start in range(_start(words, at, earliest=earliest, excluded=excluded), at + 1):
        spelling = " ".join(word or "" for word in words[start:stop])
        term = Term.naming(_bare(spelling), is_excluded=excluded[start])
        if term:
            return SymbolPlace(start=start, stop=stop, term=term)
    return None


def _start(words: Sequence[str | None], at: int, *, earliest: int, excluded: Sequence[bool]) -> int:
    """The first word that may belong to the number at a place: no sentence ends in between."""
    start = at
    while start > max(earliest, at - _MOST_WORDS_BEFORE) and not excluded[start]:
        before = words[start - 1]
        if before is None or (before[-1] in _POINTS and not _ABBREVIATED.fullmatch(before)):
            break
        start -= 1
    return start


def _stop(words: Sequence[str | None], at: int, *, excluded: Sequence[bool]) -> int:
    """Past the number at a place, with its letter and its session in brackets."""
    after = [
        word.rstrip(_POINTS) if word and not is_excluded else ""
        for word, is_excluded in zip(
            words[at + 1 : at + 1 + _MOST_WORDS_AFTER],
            excluded[at + 1 : at + 1 + _MOST_WORDS_AFTER],
            strict=True,
        )
    ]
    if after and _BRACKETED.fullmatch(after[0]):
        return at + 2
    is_lettered = len(after) > 1 and _LETTER.fullmatch(after[0]) and _BRACKETED.fullmatch(after[1])
    return at + 3 if is_lettered else at + 1


def _bare(spelling: str) -> str:
    """Without the brackets and points round it, and without "see the" before it."""
    bare = _BEFORE_A_NAME.sub("", spelling.strip(_POINTS), count=1)
    if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1:
        return bare[1:-1].strip(_POINTS)
    if bare.startswith("(") and ")" not in bare:
        return bare[1:]
    return bare.removesuffix(")") if "(" not in bare else bare
