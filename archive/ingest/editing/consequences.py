"""Consequences: what else is different in a text once something in it was corrected.

Reads: the text before and after. Writes: the anchors that moved, the citations that were found or
are gone, and the warnings likewise.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from archive.corrections.places import texts_of
from archive.parsing.parsed import Citation, ParsedResolution, ParseWarning

_Any = TypeVar("_Any", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What followed from corrections.

    ``moved`` are anchors before and now, of paragraphs with the same words. Citations are their
    words and what these cite: a symbol, or an anchor of the text.
    """

    moved: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]
    warned: tuple[ParseWarning, ...]
    settled: tuple[ParseWarning, ...]


def consequences(before: ParsedResolution, after: ParsedResolution) -> Consequences:
    """What is different between two states of a text, besides words and structure."""
    moved = tuple(_moved(before, after))
    names = dict(moved)
    then = [_cited(one, names) for one in before.citations]
    now = [_cited(one, {}) for one in after.citations]
    told = [(one.code, names.get(one.where, one.where)) for one in before.warnings]
    tells = [(one.code, one.where) for one in after.warnings]
    return Consequences(
        moved=moved,
        found=tuple(_without(now, then)),
        lost=tuple(_without(then, now)),
        warned=tuple(one for one in after.warnings if (one.code, one.where) not in told),
        settled=tuple(
            one
            for one in before.warnings
            if (one.code, names.get(one.where, one.where)) not in tells
        ),
    )


def _moved(before: ParsedResolution, after: ParsedResolution) -> Iterable[tuple[str, str]]:
    """The anchors of paragraphs whose words are the same, and whose anchors are not.

    Of several with the same words the first is the first, and so on.
    """
    then, now = _anchors_by_words(before), _anchors_by_words(after)
    for words, anchors in then.items():
        others = now.get(words, [])
        if len(anchors) == len(others):
            yield from (pair for pair in zip(anchors, others, strict=True) if pair[0] != pair[1])


def _anchors_by_words(parsed: ParsedResolution) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchor, words in texts_of(parsed):
        found.setdefault(words, []).append(anchor)
    return found


def _cited(one: Citation, names: dict[str, str]) -> tuple[str, str]:
    """The words and what they cite; an anchor by its name of now."""
    pinpoint = one.pinpoint or ""
    return one.text, one.target or names.get(pinpoint, pinpoint)


def _without(some: Iterable[_Any], others: Iterable[_Any]) -> list[_Any]:
    """Those that are not among the others, as often as they are not."""
    return list((Counter(some) - Counter(others)).elements())
