"""Words that a text quotes at length: paragraphs within quotation marks are parts of another.

Reads: the words of paragraphs in order. Writes: which of them stand in a quotation.
Source: the Editorial Manual, by which each paragraph of a quotation begins with a mark and only
the last ends with one; many files print just the first and the last.
"""

import re
from collections.abc import Sequence

_OPENS = re.compile('[“"«]')
_CLOSED = re.compile('[”"»][.;,:]?$')
#: A quotation of more paragraphs is taken for a mark that was never closed.
_LONGEST = 60


def quoted(texts: Sequence[str]) -> frozenset[int]:
    """The places of paragraphs that are quoted whole, or from a mark left open to its close."""
    found: set[int] = set()
    closes = [_closes(text) for text in texts]
    for index, text in enumerate(texts):
        if index in found or not _OPENS.match(text):
            continue
        if _balance(text) > 0:
            found.update(range(index, _end_of(closes, index) + 1))
        elif _CLOSED.search(text):
            found.add(index)
    return frozenset(found)


def _end_of(closes: Sequence[bool], start: int) -> int:
    """The place of the paragraph that closes a quotation; its first where none does."""
    following = range(start + 1, min(len(closes), start + _LONGEST))
    return next((index for index in following if closes[index]), start)


def _closes(text: str) -> bool:
    """Whether a paragraph ends the quotation it stands in."""
    balance = _balance(text)
    if _OPENS.match(text):
        return balance <= 0 and _CLOSED.search(text) is not None
    return balance < 0 or (balance > 0 and '"' in text)


def _balance(text: str) -> int:
    """How many marks a paragraph opens more than it closes; a straight mark left over is one."""
    marks = text.count("“") - text.count("”") + text.count("«") - text.count("»")
    return marks + text.count('"') % 2
