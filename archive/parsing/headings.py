"""Headings of a text, and the titles below them.

Reads: marked texts in order. Writes: which of them are headings, whatever their length.
A short line that is no sentence is a heading, unless it begins as paragraphs of a preamble do and
stands in one; the lines below a letter or an annex's line, up to
the organ's name or the first sentence, are its title, which may be long.
"""

import re
from collections.abc import Iterator, Sequence

from archive.parsing.blocks import Role
from archive.parsing.divisions import DivisionKind, division_of
from archive.parsing.footnotes import MarkedText
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import organ_of

_LONGEST_HEADING = 160
_LONGEST_TITLE = 500
_MOST_LINES_OF_TITLE = 4
_STOPS = (".", ";", ",", ":")
_STOP_AND_MARK = re.compile(r"[.;,:] ?\d{1,3}$")
_ENDS_A_SENTENCE = (*_STOPS, "”", '"')
_UNTITLED = {DivisionKind.UNIT}


def headings_of(texts: Sequence[MarkedText]) -> frozenset[int]:
    """The places of the headings."""
    found: set[int] = set()
    preamble_is_over = False
    for index, text in enumerate(texts):
        division = None if text.role else division_of(text.text)
        if division is not None and division.kind not in _UNTITLED:
            found.update(_title_below(texts, index))
        if is_heading(text) and (preamble_is_over or text.role or not find_opening(text.text)):
            found.add(index)
        if _heads_numbered_ones(texts, index):
            found.add(index)
        if organ_of(text.text):
            preamble_is_over = False
        elif division is not None or _has_number(text):
            preamble_is_over = True
    return frozenset(found)


def _has_number(text: MarkedText) -> bool:
    label, _ = split_label(text.text)
    return label is not None and label.number is not None


def is_heading(text: MarkedText) -> bool:
    """Whether a text is a heading by itself: short, begun with a capital, and no sentence."""
    if text.role is not None:
        return text.role is Role.HEADING
    if text.rows or text.label:
        return False
    return (
        len(text.text) <= _LONGEST_HEADING
        and not text.text.endswith(_ENDS_A_SENTENCE)
        and not _STOP_AND_MARK.search(text.text)
        and not text.text[0].islower()
    )


def _heads_numbered_ones(texts: Sequence[MarkedText], index: int) -> bool:
    """Whether a long text heads the numbered paragraph below: no sentence, and no opening."""
    text = texts[index]
    is_plain = text.role is None and not text.rows and not text.label
    return (
        is_plain
        and len(text.text) > _LONGEST_HEADING
        and _may_be_title(text.text)
        and not text.text.endswith(_ENDS_A_SENTENCE)
        and text.text[0].isupper()
        and not find_opening(text.text)
        and any(map(_has_number, texts[index + 1 : index + 2]))
    )


def _title_below(texts: Sequence[MarkedText], index: int) -> Iterator[int]:
    """The lines below one that heads a division, if they lead to the text it heads."""
    title: list[int] = []
    for place in range(index + 1, min(len(texts), index + 1 + _MOST_LINES_OF_TITLE)):
        words = texts[place].text
        if organ_of(words):
            yield from title
            return
        if not _may_be_title(words):
            break
        title.append(place)
    yield from title[:1]


def _may_be_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_TITLE
        and not words.endswith(_STOPS)
        and split_label(words)[0] is None
    )
