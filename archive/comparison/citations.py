"""Citations of two texts in pairs: the same words in the same place, though that may have moved.

Reads: the citations of two texts, where the places of the first are in the second. Writes: pairs;
None stands for a citation that one of them has not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.parsing.parsed import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A citation, and by the anchors of the second text where it stands and what it names."""

    citation: Citation
    source: str
    name: str
    pinpoint: str | None


_Pair = tuple[Mention | None, Mention | None]
_Key = Callable[[Mention], object]
#: What makes two citations one, the surest first.
_KEYS: tuple[_Key, ...] = (
    lambda one: (one.source, one.citation.text, one.name, one.citation.start),
    lambda one: (one.source, one.citation.text, one.name),
    lambda one: (one.source, one.citation.text),
    lambda one: (one.source, one.name),
    lambda one: (one.source, one.citation.start),
)


def pairs_of(
    before: Iterable[Citation], after: Iterable[Citation], *, anchors: Mapping[str, str]
) -> Iterator[_Pair]:
    """The citations of two texts in pairs, but for wholes, which are no mentions of their own."""
    left = [_mention(one, anchors) for one in before if not one.of_whole]
    others = [_mention(one, {}) for one in after if not one.of_whole]
    for key in _KEYS:
        pairs = _paired(left, others, key=key)
        yield from pairs
        taken = {id(one) for pair in pairs for one in pair}
        left = [one for one in left if id(one) not in taken]
        others = [one for one in others if id(one) not in taken]
    yield from ((one, None) for one in left)
    yield from ((None, one) for one in others)


def _paired(
    left: Sequence[Mention], others: Sequence[Mention], *, key: _Key
) -> list[tuple[Mention, Mention]]:
    """Those that have the same key, the first with the first."""
    waiting: dict[object, list[Mention]] = {}
    for one in others:
        waiting.setdefault(key(one), []).append(one)
    return [(one, waiting[key(one)].pop(0)) for one in left if waiting.get(key(one))]


def _mention(one: Citation, anchors: Mapping[str, str]) -> Mention:
    pinpoint = one.pinpoint
    if one.target is None and pinpoint is not None:
        pinpoint = anchors.get(pinpoint, pinpoint)
    return Mention(
        citation=one,
        source=anchors.get(one.source, one.source),
        name=one.target or pinpoint or "",
        pinpoint=pinpoint,
    )
