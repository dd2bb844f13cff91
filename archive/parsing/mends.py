"""Words that extraction broke, put together again on evidence.

Reads: paragraphs and notes, a vocabulary. Writes: the same with whole words, offsets moved along,
and a list of what was mended. A false mend is worse than none: two neighbours are joined only when
together they are a known word and one of them alone is none. A single letter beside a known word
is a letter of its own ("resolution 52/212 C on", "annex H and").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from archive.parsing.blocks import LINE_END_HYPHEN
from archive.parsing.parsed import Footnote, Marker, Mend, Paragraph
from archive.parsing.vocabulary import WORD, Vocabulary

_SPACE_BEFORE_HYPHEN = re.compile(r"(?<=[^\W\d_]) (?=-[^\W\d_])")
_AROUND_HYPHEN = re.compile(r"[^\W\d_]*$")
_LONGEST_WORD = 40
_MOST_FRAGMENTS = 3


@dataclass(frozen=True, slots=True)
class _Edit:
    """A span of the text to be replaced, and the whole words before and after."""

    start: int
    end: int
    by: str
    found: str
    mended: str


def mend_paragraph(paragraph: Paragraph, words: Vocabulary) -> tuple[Paragraph, list[Mend]]:
    """The paragraph with whole words and its markers where they belong."""
    edits = _edits(paragraph.text, words)
    if not edits:
        return paragraph, []
    markers = tuple(
        Marker(number=marker.number, offset=_moved(marker.offset, edits))
        for marker in paragraph.markers
    )
    mended = replace(paragraph, text=_applied(paragraph.text, edits), markers=markers)
    return mended, _mends(paragraph.id, edits)


def mend_footnote(note: Footnote, words: Vocabulary) -> tuple[Footnote, list[Mend]]:
    """The note with whole words."""
    edits = _edits(note.text, words)
    return replace(note, text=_applied(note.text, edits)), _mends(note.id, edits)


def _mends(where: str, edits: Sequence[_Edit]) -> list[Mend]:
    return [
        Mend(where=where, found=edit.found, mended=edit.mended)
        for edit in edits
        if edit.found != edit.mended
    ]


def _edits(text: str, words: Vocabulary) -> list[_Edit]:
    """What is to be changed in a text, in order; no two can overlap."""
    found = [*_line_end_hyphens(text, words), *_spaces_before_hyphens(text), *_joins(text, words)]
    return sorted(found, key=lambda edit: edit.start)


def _line_end_hyphens(text: str, words: Vocabulary) -> Iterator[_Edit]:
    """A hyphen at a line's end stays, unless only the word without it is known."""
    at = text.find(LINE_END_HYPHEN)
    while at >= 0:
        first = _AROUND_HYPHEN.search(text[max(0, at - _LONGEST_WORD) : at])
        second = WORD.match(text, at + 1)
        before, after = first[0] if first else "", second[0] if second else ""
        found = f"{before}-{after}"
        if after.islower() and _is_divided(before.lower(), after, words):
            yield _Edit(at, at + 1, "", found, before + after)
        else:
            yield _Edit(at, at + 1, "-", found, found)
        at = text.find(LINE_END_HYPHEN, at + 1)


def _is_divided(before: str, after: str, words: Vocabulary) -> bool:
    parts_known = words.knows(before) and words.knows(after)
    return (
        words.knows(before + after)
        and not parts_known
        and f"{before}-{after}" not in words.hyphenated
    )


def _spaces_before_hyphens(text: str) -> Iterator[_Edit]:
    """ "non -State": no English word is written with a space before its hyphen."""
    for match in _SPACE_BEFORE_HYPHEN.finditer(text):
        first = _AROUND_HYPHEN.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        second = WORD.match(text, match.end() + 1)
        before, after = first[0] if first else "", second[0] if second else ""
        yield _Edit(match.start(), match.end(), "", f"{before} -{after}", f"{before}-{after}")


def _joins(text: str, words: Vocabulary) -> Iterator[_Edit]:
    """Neighbours that are one word: three fragments before two."""
    following = WORD.finditer(text)
    window = list(islice(following, _MOST_FRAGMENTS))
    while len(window) > 1:
        runs = (window[:count] for count in range(len(window), 1, -1))
        run = next((run for run in runs if _is_one_word(text, run, words)), window[:1])
        if len(run) > 1:
            whole = "".join(match[0] for match in run)
            start, end = run[0].start(), run[-1].end()
            yield _Edit(start, end, whole, text[start:end], whole)
        window = window[len(run) :] + list(islice(following, len(run)))


def _is_one_word(text: str, run: Sequence[re.Match[str]], words: Vocabulary) -> bool:
    """Whether words that only spaces part are fragments of a known word."""
    parts = [fragment[0].lower() for fragment in run]
    known = [part for part in parts if words.knows(part)]
    if len(known) > 1 or not all(_is_next(text, *pair) for pair in pairwise(run)):
        return False
    if known and min(map(len, parts)) == 1:
        return False
    return words.knows("".join(parts)) and _stands_free(text, run)


def _is_next(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether only a space parts two words, and the second begins with no capital."""
    return text[first.end() : second.start()] == " " and second[0].islower()


def _stands_free(text: str, fragments: Sequence[re.Match[str]]) -> bool:
    """Whether no hyphen, stroke or apostrophe ties the fragments to other words."""
    before = text[max(0, fragments[0].start() - 1) : fragments[0].start()]
    after = text[fragments[-1].end() : fragments[-1].end() + 1]
    return before not in {"-", "’", "'", "/"} and after not in {"’", "'", "/"}


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    pieces = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.by]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _moved(offset: int, edits: Sequence[_Edit]) -> int:
    """Where an offset stands after the edits before it."""
    moved = offset
    for edit in edits:
        if edit.end <= offset:
            moved -= (edit.end - edit.start) - len(edit.by)
        elif edit.start < offset:
            moved -= offset - edit.start - min(len(edit.by), offset - edit.start)
    return moved
