"""Layout of a text typed or corrected by hand: lines cut by width, blank lines between paragraphs.

Reads: lines. Writes: blocks: printed lines, paragraphs, the notes that stand below the text.
Notes have no rule above them: they are the last lines, each begun by a rising number that no
paragraph has ("25 Ibid., Supplement for …", "1/ See …"), and several may share a line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.parsing.blocks import Block
from archive.parsing.dates import MONTHS
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import TITLED_NUMBER, LineKind, kind_of_line, organ_of
from archive.parsing.readers.text.inline_marks import with_inline_marks
from archive.parsing.readers.text.layout import is_double_spaced
from archive.parsing.readers.text.lines import Line, line_block
from archive.parsing.readers.text.open_paragraph import OpenParagraph
from archive.parsing.readers.text.page_paragraphs import Measure, PageParagraphs, part_front

_NOTE = re.compile(
    r"([1-9]\d{0,2})(?:/\s?|\s)(?=[A-Z“(\[]|https?:|www\.|\w?\s?[A-Z]|(?:19|20)\d\d [A-Z])"
)
_BEGINS_WITH_A_DAY = re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_MORE = re.compile(r"(?<=[.)\]]) ?(?=([1-9]\d{0,2})/? [A-Z])")
_NOTE_AND_WORD = re.compile(r"\d{1,3}/? ?[A-Z][a-z]{2}")
_COUNTS = re.compile(
    r"(?:[,(–-]|\b(?:and|or|of|to|the|in|[Nn]os?\.|[Vv]ol\.|paras?\.|chap\.|pp?\.))$"
)
_FURTHEST_STEP = 12
_LONGEST_BLOCK = 60
_RARELY = 3
_ALMOST_NONE, _DOUBLE = 20, 2
_ENDS = (".", "]", ")", ".”", '."', "*")
_LEAST_INDENT = 3
_LONGEST_STATEMENT = 600
_CUT = re.compile(r"[-,]$|\b(?:at|the|its|of|on)$")
_ADOPTED = re.compile(r"adopted ", re.IGNORECASE)
_WHEREAS = re.compile("Whereas ")
_HEADS_NOTES = frozenset({"notes", "footnotes", "notes:", "footnotes:"})
_STANDS_ABOVE_NOTES = frozenset({LineKind.MEETING, LineKind.DATE, LineKind.ADOPTED_AT})
_NOT_IN_NOTES = frozenset({LineKind.ORGAN, LineKind.MEETING, LineKind.ADOPTED_AT})


def is_hand_wrapped(lines: Sequence[Line]) -> bool:
    """Whether blank lines part paragraphs, and nothing shows the ends of printed pages."""
    below_blank = [line for line in lines[1:] if line.after_blank]
    if not below_blank or any(map(_shows_pages, lines)):
        return False
    going_on = sum(line.text[0].islower() for line in below_blank)
    double = is_double_spaced(lines) and not _is_typed_double(lines)
    return not double or going_on * _RARELY < len(below_blank)


def _is_typed_double(lines: Sequence[Line]) -> bool:
    """Whether a blank line follows every line, as a typewriter set to it leaves them."""
    single = sum(not line.after_blank for line in lines[1:])
    return single * _ALMOST_NONE < len(lines)


def _single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Lines of a text in double spacing, as though only wider gaps had been left."""
    if not _is_typed_double(lines):
        return list(lines)
    gaps = [True, *(line.number - above.number > _DOUBLE for above, line in pairwise(lines))]
    return [replace(line, after_blank=gap) for line, gap in zip(lines, gaps, strict=True)]


def _shows_pages(line: Line) -> bool:
    """Whether a line is a page's: a number, a rule, a start that extraction set in by a space."""
    kind = kind_of_line(line.text)
    is_set_in = 0 < line.indent < _LEAST_INDENT
    return is_set_in or kind in {LineKind.PAGE, LineKind.RULE}


def blocks_of_hand_wrapped(lines: Sequence[Line]) -> list[Block]:
    """Blocks of a text without pages."""
    front, rest = part_front(_single_spaced(lines))
    start = _start_of_notes(rest)
    body = list(rest[:start])
    heads = [body.pop()] if body and body[-1].text.lower() in _HEADS_NOTES else []
    notes = list(_notes(rest[start:]))
    noted = frozenset(note.number or 0 for note in notes)
    blocks = [line_block(line) for line in _joined_front(front)]
    blocks += PageParagraphs(Measure(body), noted).blocks(body)
    blocks += [note.block() for note in notes]
    blocks += [line_block(line) for line in heads]
    return with_inline_marks(blocks, signs="".join(note.sign for note in notes))


def _start_of_notes(lines: Sequence[Line]) -> int:
    """Where the notes begin that end a text; its length where there are none."""
    start = len(lines)
    following = 1000
    for at in range(len(lines) - 1, -1, -1):
        number = _number(lines[at])
        if number is not None and number < following and _is_apart(lines, at):
            start, following = at, number
        elif _is_of_text(lines[at]) and not _stands_in_notes(lines, at):
            break
    return start


def _number(line: Line) -> int | None:
    match = _NOTE.match(line.text)
    if match is None or _BEGINS_WITH_A_DAY.match(line.text):
        return None
    return int(match[1])


def _stands_in_notes(lines: Sequence[Line], at: int) -> bool:
    """Whether a note begins the block of lines that a line stands in."""
    block = lines[max(0, at - _LONGEST_BLOCK) : at]
    first = next((line for line in reversed(block) if line.after_blank), None)
    return not lines[at].after_blank and first is not None and _number(first) is not None


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a note can begin at a line: below a blank one, another's end, or a closing line."""
    if at == 0 or lines[at].after_blank or lines[at - 1].text.endswith(_ENDS):
        return True
    return kind_of_line(lines[at - 1].text) in _STANDS_ABOVE_NOTES


def _is_of_text(line: Line) -> bool:
    """Whether a line is the text's own, so that no note stands above it."""
    if kind_of_line(line.text) in _NOT_IN_NOTES or _ADOPTED.match(line.text):
        return True
    label, end = split_label(line.text)
    if label is not None and not line.after_blank and end == len(line.text):
        return False
    return label is not None or (line.after_blank and find_opening(line.text) is not None)


def _notes(lines: Sequence[Line]) -> Iterator[OpenParagraph]:
    """The notes, each with its number; one that begins within a line is told by the next number."""
    note: OpenParagraph | None = None
    for line in lines:
        number = _number(line) if note is None or _is_parted(note, line) else None
        last = (note.number or 0) if note else 0
        if number is not None and last < number and (not last or number <= last + _FURTHEST_STEP):
            if note is not None:
                yield note
            note, line_words = _begun(line.text, number, where=line.where)
        else:
            line_words = line.text
        assert note is not None
        pieces = list(_pieces(line_words, note.number or 0))
        note.add(pieces[0])
        for piece in pieces[1:]:
            yield note
            note, words = _begun(piece, (note.number or 0) + 1, where=line.where)
            note.add(words)
    if note is not None:
        yield note


def _is_parted(note: OpenParagraph, line: Line) -> bool:
    """Whether a line is parted from the note above it, by a blank one or by its end.

    Or by the next number itself, where no number can follow the words above it.
    """
    if line.after_blank or (bool(note.words) and note.ended_by(_ENDS)):
        return True
    is_next = _number(line) == (note.number or 0) + 1
    begins = is_next and _NOTE_AND_WORD.match(line.text) is not None
    return begins and not _COUNTS.search(note.words[-1])


def _begun(text: str, number: int, *, where: str) -> tuple[OpenParagraph, str]:
    """A note that begins, and its words after the number and the stroke."""
    note = OpenParagraph(where, number=number)
    words = text.removeprefix(str(number))
    note.sign = "/" if words.startswith("/") else ""
    return note, words.removeprefix("/").strip()


def _pieces(text: str, number: int) -> Iterator[str]:
    """A line's words, parted where the next notes begin in the middle of it."""
    start = 0
    for match in _MORE.finditer(text):
        if int(match[1]) == number + 1:
            yield text[start : match.start()]
            start, number = match.end(), number + 1
    yield text[start:]


def _goes_on_in_front(above: Line, line: Line) -> bool:
    """Whether a line goes on with a statement that was cut, or with a title it stands in below."""
    if organ_of(line.text) or len(above.text) >= _LONGEST_STATEMENT:
        return False
    if _ADOPTED.match(above.text):
        return _CUT.search(above.text) is not None
    if _WHEREAS.match(above.text):
        return not line.after_blank
    return not line.after_blank and line.indent > above.indent


def _joined_front(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines before the text; what says how it was adopted, and titles, go on over line ends."""
    open_line: Line | None = None
    for line in lines:
        if open_line is not None and _goes_on_in_front(open_line, line):
            open_line = replace(open_line, text=f"{open_line.text} {line.text}")
            continue
        if open_line is not None:
            yield open_line
        begins = _ADOPTED.match(line.text) or _WHEREAS.match(line.text)
        is_open = begins or TITLED_NUMBER.fullmatch(line.text)
        open_line = line if is_open else None
        if open_line is None:
            yield line
    if open_line is not None:
        yield open_line
