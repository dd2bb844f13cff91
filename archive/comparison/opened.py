"""Opened: whether two openings open the same words, so that one can be stronger than the other.

Reads: the changes that make a wording another one, and how both open. Writes: whether what stands
behind the openings is the same. Of a paragraph that several were made of, or that is a part of one,
it is not: “calls upon States to respond” may be found within what now begins with “urges States to
cooperate”, and nothing became stronger.
"""

import re
from collections.abc import Iterable

from archive.comparison.words import Change, ChangeKind

_WORD = re.compile(r"\w+")
#: So many words after one another that both have are where their sentences meet.
_MEETING = 3
#: So many words of either may stand before that, besides its opening.
_MOST_BEFORE = 8


def open_the_same(changes: Iterable[Change], was: str, *, now: str) -> bool:
    """Whether the words behind two openings, as printed, meet soon."""
    allowed = {
        ChangeKind.DELETED: _MOST_BEFORE + _count(was),
        ChangeKind.INSERTED: _MOST_BEFORE + _count(now),
    }
    for change in changes:
        count = _count(change.text)
        if change.kind is not ChangeKind.KEPT:
            allowed[change.kind] -= count
        elif count >= _MEETING:
            break
    return min(allowed.values()) >= 0


def _count(text: str) -> int:
    return len(_WORD.findall(text))
