"""Words that extraction broke, put together again on evidence.

Reads: paragraphs and notes, a vocabulary. Writes: the same with whole words, offsets moved along,
and a list of what was mended. A false mend is worse than none: two neighbours are joined only when
together they are a known word and one of them alone is none, or is printed nowhere else in a file
that prints the whole word often. A single letter beside a known word is a letter of its own
("resolution 52/212 C on"), and a word such as "in" is a word of its own ("a group in formation").
Where the whole word is printed elsewhere and nothing decides, a warning says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from archive.parsing.blocks import LINE_END_HYPHEN
from archive.parsing.parsed import Footnote, Marker, Mend, Paragraph, ParseWarning, Row
from archive.parsing.vocabulary import WORD, Vocabulary

_SPACE_BEFORE_HYPHEN = re.compile(r" (?=-[^\W\d_])(?<=[^\W\d_] )")
_AROUND_HYPHEN = re.compile(r"[^\W\d_]*$")
_LONGEST_WORD = 40
_MOST_FRAGMENTS = 3
_PAIR = 2
_SHORTEST_REST = 2
_SHORTEST_WORD = 5
_ENDINGS = frozenset({"s", "es", "ies", "ed", "ing", "ly"})
_OFTEN = 3
#: Words that stand before another in two ways: "any one", "may be", "some time".
_TWO_WAYS = frozenset(
    "after any anything back before can cross down every fore here how may no off one out over "
    "some there under up what when where who".split()
)
#: Prefixes whose words are printed in both ways, "co-operation" and "on-going", and other words.
_TIED_BY_HYPHEN = frozenset("anti co counter cross mid multi non on self semi socio".split())
_BOTH_WAYS = frozenset(
    "audiovisual database grassroots healthcare interagency intersessional landlocked lifelong "
    "longstanding policymaking seabed wellbeing worldwide".split()
)
_STAND_ALONE = frozenset(
    "a all an and any as at be but by do for he her his if in is it its no not of on or out over "
    "per so that the this to under up us we with".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """One character to be replaced, and the whole words before and after the mend it is part of."""

    at: int
    by: str = ""
    found: str = ""
    mended: str = ""


def mend_paragraph(paragraph: Paragraph, words: Vocabulary) -> tuple[Paragraph, list[Mend]]:
    """The paragraph with whole words and its markers where they belong."""
    edits = _edits(paragraph.text, words)
    if not edits:
        return paragraph, []
    mended = replace(
        paragraph,
        text=_applied(paragraph.text, edits),
        markers=_moved(paragraph.markers, edits),
        rows=_moved_rows(paragraph.rows, edits),
    )
    return mended, _mends(paragraph.id, edits)


def mend_footnote(note: Footnote, words: Vocabulary) -> tuple[Footnote, list[Mend]]:
    """The note with whole words."""
    edits = _edits(note.text, words)
    return replace(note, text=_applied(note.text, edits)), _mends(note.id, edits)


def mend_line_ends(text: str, words: Vocabulary, *, where: str) -> tuple[str, list[Mend]]:
    """Words outside the text, as a title, whole where a hyphen at a line's end divided them."""
    edits = list(_line_end_hyphens(text, words))
    return _applied(text, edits), _mends(where, edits)


def _mends(where: str, edits: Sequence[_Edit]) -> list[Mend]:
    return [
        Mend(where=where, found=edit.found, mended=edit.mended)
        for edit in edits
        if edit.found != edit.mended
    ]


def _edits(text: str, words: Vocabulary) -> list[_Edit]:
    """What is to be changed in a text, in order; no two can overlap."""
    joins = _joins(text, words) if text in words.doubtful else ()
    found = [*_line_end_hyphens(text, words), *_spaces_before_hyphens(text), *joins]
    return sorted(found, key=lambda edit: edit.at)


def _line_end_hyphens(text: str, words: Vocabulary) -> Iterator[_Edit]:
    """A hyphen at a line's end stays, unless only the word without it is known."""
    at = text.find(LINE_END_HYPHEN)
    while at >= 0:
        first = _AROUND_HYPHEN.search(text[max(0, at - _LONGEST_WORD) : at])
        second = WORD.match(text, at + 1)
        before, after = first[0] if first else "", second[0] if second else ""
        found = f"{before}-{after}"
        if after.islower() and _is_divided(before, after, words=words):
            yield _Edit(at=at, found=found, mended=before + after)
        else:
            yield _Edit(at=at, by="-", found=found, mended=found)
        at = text.find(LINE_END_HYPHEN, at + 1)


def _is_divided(before: str, after: str, *, words: Vocabulary) -> bool:
    """Whether a hyphen only divides a word, by what the file prints, then by the language.

    Two words that are together a known one are that one, unless such a word is printed in both
    ways: then the file must print it whole.
    """
    first, whole = before.lower(), before.lower() + after
    if f"{first}-{after}" in words.hyphenated or not words.knows(whole):
        return False
    if not (words.knows(first) and words.knows(after)) or words.times.get(whole, 0) > 0:
        return True
    return first not in _TIED_BY_HYPHEN and whole not in _BOTH_WAYS and words.is_common(whole)


def _spaces_before_hyphens(text: str) -> Iterator[_Edit]:
    """ "non -State" is one word; "community-owned and -managed" shares its first part."""
    for match in _SPACE_BEFORE_HYPHEN.finditer(text):
        first = _AROUND_HYPHEN.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        second = WORD.match(text, match.end() + 1)
        before, after = first[0] if first else "", second[0] if second else ""
        if before.lower() not in _STAND_ALONE:
            found, mended = f"{before} -{after}", f"{before}-{after}"
            yield _Edit(at=match.start(), found=found, mended=mended)


def _joins(text: str, words: Vocabulary) -> Iterator[_Edit]:
    """Neighbours that are one word: three fragments before two."""
    following = ((match, _is_word(match[0].lower(), words)) for match in WORD.finditer(text))
    window = list(islice(following, _MOST_FRAGMENTS))
    while len(window) > 1:
        sizes = range(len(window), 1, -1)
        size = next((size for size in sizes if _is_one_word(text, window[:size], words=words)), 1)
        run = [match for match, _ in window[:size]]
        if size > 1:
            found = " ".join(match[0] for match in run)
            mended = found.replace(" ", "")
            yield _Edit(at=run[0].end(), found=found, mended=mended)
            yield from (_Edit(at=match.end()) for match in run[1:-1])
        window = window[size:] + list(islice(following, size))


def _is_one_word(
    text: str, fragments: Sequence[tuple[re.Match[str], bool]], *, words: Vocabulary
) -> bool:
    """Whether words, each with whether it is known, are fragments of a known word."""
    run = [match for match, _ in fragments]
    parts = [match[0].lower() for match in run]
    if not words.knows("".join(parts)) or not all(_is_next(*pair) for pair in pairwise(run)):
        return False
    known = sum(is_known for _, is_known in fragments)
    if any(part in _STAND_ALONE for part in parts):
        is_broken = _is_broken_apart(parts, words)
    elif known > 1:
        is_broken = _is_proved(parts, words)
    else:
        is_letter = known > 0 and min(map(len, parts)) == 1
        is_plain = len(parts) == _PAIR and (known == 0 or parts[1] not in _ENDINGS)
        is_broken = not is_letter and (is_plain or _is_listed("".join(parts), words))
    return is_broken and _stands_free(text, run)


def doubted_words(text: str, words: Vocabulary, *, where: str) -> list[ParseWarning]:
    """A warning for each two neighbours that may be one word: "Nation s", "inter national"."""
    if text not in words.doubtful:
        return []
    mended = {edit.at for edit in _edits(text, words)}
    return [
        ParseWarning(
            code="word_in_doubt",
            message=f"“{first[0]} {second[0]}” may be “{first[0]}{second[0]}”, which stands "
            "elsewhere in the file.",
            where=where,
        )
        for first, second in pairwise(WORD.finditer(text))
        if first.end() not in mended and _may_be_one_word(text, [first, second], words=words)
    ]


def _may_be_one_word(text: str, run: Sequence[re.Match[str]], *, words: Vocabulary) -> bool:
    parts = [match[0].lower() for match in run]
    joined = "".join(parts)
    if words.times.get(joined, 0) < _OFTEN or not words.is_common(joined):
        return False
    if parts[0] in _STAND_ALONE | _TWO_WAYS or parts[1] in _STAND_ALONE:
        return False
    return _is_next(*run) and _stands_free(text, run)


def _is_word(word: str, words: Vocabulary) -> bool:
    """Whether a word stands by itself; of single letters only "a" and "I" do."""
    return words.knows(word) and (len(word) > 1 or word in "ai")


def _is_proved(parts: Sequence[str], words: Vocabulary) -> bool:
    """Whether two words are one: the file prints the one often, and a half nowhere else."""
    if len(parts) != _PAIR or parts[0] in _TWO_WAYS:
        return False
    joined = "".join(parts)
    is_alone = min(words.times.get(part, 0) for part in parts) == 1
    return is_alone and words.is_common(joined) and words.times.get(joined, 0) >= _OFTEN


def _is_broken_apart(parts: Sequence[str], words: Vocabulary) -> bool:
    """Whether "in" or "an" only looks like a word: the rest is none, and all is a common one."""
    rest = [part for part in parts if part not in _STAND_ALONE]
    joined = "".join(parts)
    if not _is_listed(joined, words) or len(parts) != _PAIR or len(rest) != 1:
        return False
    is_long = len(rest[0]) >= _SHORTEST_REST and len(joined) >= _SHORTEST_WORD
    return is_long and not words.knows(rest[0])


def _is_listed(word: str, words: Vocabulary) -> bool:
    """Whether a word is more than the regular form that some word could have."""
    return word in words.common or words.times.get(word, 0) > 0


def _is_next(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether only a space parts two words, and the second begins with no capital."""
    return first.string[first.end() : second.start()] == " " and second[0].islower()


def _stands_free(text: str, fragments: Sequence[re.Match[str]]) -> bool:
    """Whether no hyphen, stroke or apostrophe ties the fragments to other words."""
    before = text[max(0, fragments[0].start() - 1) : fragments[0].start()]
    after = text[fragments[-1].end() : fragments[-1].end() + 1]
    return before not in {"-", "’", "'", "/"} and after not in {"’", "'", "/"}


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    pieces = []
    start = 0
    for edit in edits:
        pieces += [text[start : edit.at], edit.by]
        start = edit.at + 1
    return "".join([*pieces, text[start:]])


def _moved_rows(rows: Sequence[Row], edits: Sequence[_Edit]) -> tuple[Row, ...]:
    """The cells of a table where they stand after the edits before them."""
    gone = [edit.at for edit in edits if not edit.by]
    return tuple(
        tuple(
            (start - bisect_left(gone, start), end - bisect_left(gone, end)) for start, end in row
        )
        for row in rows
    )


def _moved(markers: Sequence[Marker], edits: Sequence[_Edit]) -> tuple[Marker, ...]:
    """The markers where they stand after the edits before them."""
    gone = [edit.at for edit in edits if not edit.by]
    return tuple(
        Marker(number=marker.number, offset=marker.offset - bisect_left(gone, marker.offset))
        for marker in markers
    )
