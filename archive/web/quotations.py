"""Quotations: the sentence a citation stands in, short enough to stand beside a text."""

import re
from dataclasses import dataclass

#: Beyond this many characters a sentence is cut on both sides of the words quoted.
LONGEST_QUOTATION = 260
_BESIDE = 90
_ABBREVIATIONS = ("No", "Nos", "chap", "sect", "art", "arts", "vol", "para", "paras", "Add", "Corr")
_SENTENCE_END = re.compile(
    "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS) + r"[.;]\s+(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words quoted from a wording; ``start`` and ``end`` are where the citation stands in them."""

    words: str
    start: int
    end: int


def quotation(wording: str, *, start: int, end: int, opening: str = "") -> Quotation:
    """The sentence around ``wording[start:end]``; a long one keeps its opening and what is near.

    What is left out is shown by an ellipsis. The words cited are never cut.
    """
    first, last = _sentence(wording, start=start, end=end)
    left, right = first, last
    if last - first > LONGEST_QUOTATION:
        left = _word_start(wording, max(first, start - _BESIDE))
        right = _word_end(wording, min(last, end + _BESIDE))
    has_opening = bool(opening) and first == 0 and wording.startswith(opening)
    if has_opening and left <= len(opening) + 1:
        left = 0
    head = "" if left == first else f"{opening} … " if has_opening else "… "
    tail = "" if right == last else " …"
    shift = len(head) - left
    return Quotation(
        words=f"{head}{wording[left:right]}{tail}", start=start + shift, end=end + shift
    )


def _sentence(wording: str, *, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds a stretch begins and ends."""
    ends = list(_SENTENCE_END.finditer(wording))
    first = max((match.end() for match in ends if match.end() <= start), default=0)
    last = min((match.start() + 1 for match in ends if match.start() >= end), default=len(wording))
    return first, last


def _word_start(wording: str, offset: int) -> int:
    """The beginning of the word an offset falls in."""
    return wording.rfind(" ", 0, offset) + 1


def _word_end(wording: str, offset: int) -> int:
    """The end of the word an offset falls in."""
    found = wording.find(" ", offset)
    return len(wording) if found < 0 else found
