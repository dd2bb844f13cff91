"""Notes that small Roman numbers mark, as word processors number endnotes: "Rights,iii".

Reads: lines of a text in any layout. Writes: the lines without those notes, their marks as signed
figures that no layout takes for words; blocks with the Roman numbers as certain marks, and the
notes. They are told only where all are there in their order and the text marks every one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, Mark
from archive.parsing.footnotes import heaviest_chain
from archive.parsing.mark_places import Place
from archive.parsing.printed_lines import kind_of_line
from archive.parsing.readers.text.lines import Line
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_ROMANS = tuple(
    f"{ten}{one}"
    for ten in ("", "x", "xx", "xxx")
    for one in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
)
_NOTE = re.compile(r"([ivx]{1,7})(?: (?=[A-Z“(\[]|https?:|www\.)|$)")
_MARK = re.compile(
    r"(?<=[,;:.)”\"’])([ivx]{1,7})(?=$|[\s,;.:)])"
    r"|(?<=\S) ([ivx]{1,7})(?=$|[\s,;.])"
    r"|(?<=[^\W\d_]{2})(?<![ivx])([ivx]{1,7})(?=$|[\s,;.:)])"
)
_FIGURE = re.compile(r"\[([1-9]\d?)\]")
_AFTER_SIGN, _AFTER_WORD = 12, 2
_LONGEST = 30
_CLOSED = (".", ".”", ".)", '."', "]")


def part_roman_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """The lines without notes of Roman numbers, their marks as "[3]", and those notes."""
    starts = _starts(lines)
    others, notes = _parted(lines, starts)
    chosen = _marks(others, len(notes)) if notes else []
    if not notes or len(chosen) < len(notes):
        return list(lines), []
    found: dict[int, list[Place]] = {}
    for place in chosen:
        found.setdefault(place.block, []).append(place)
    for at, places in found.items():
        others[at] = _figured(others[at], places)
    return others, [replace(note.block(), number=note.sign) for note in notes]


def with_roman_marks(blocks: Sequence[Block], notes: Sequence[Block]) -> list[Block]:
    """The blocks with the Roman numbers of these notes as certain marks, and the notes."""
    if not notes:
        return list(blocks)
    return [*(_marked(block) for block in blocks), *notes]


def _starts(lines: Sequence[Line]) -> dict[int, str]:
    """The lines that begin the notes i, ii, iii and on, one after the other."""
    if any(_FIGURE.search(line.text) for line in lines):
        return {}
    starts: dict[int, str] = {}
    for at, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if match and match[1] == _ROMANS[min(len(starts) + 1, len(_ROMANS) - 1)]:
            starts[at] = match[1]
    return starts


def _parted(
    lines: Sequence[Line], starts: dict[int, str]
) -> tuple[list[Line], list[OpenParagraph]]:
    others: list[Line] = []
    notes: list[OpenParagraph] = []
    note: OpenParagraph | None = None
    for at, line in enumerate(lines):
        words = line.text
        if at in starts:
            note = OpenParagraph(line.where, number=0)
            note.sign, words = starts[at], words[len(starts[at]) :].strip()
            notes.append(note)
        elif note is None or not _goes_on(note, line):
            note = None
            others.append(line)
            continue
        if words:
            note.add(words)
    return others, notes


def _goes_on(note: OpenParagraph, line: Line) -> bool:
    """Whether a line goes on with a note that has not come to its end."""
    if not note.words:
        return True
    if kind_of_line(line.text) is not None or len(note.words) > _LONGEST:
        return False
    return not (line.after_blank and note.ended_by(_CLOSED))


def _marks(lines: Sequence[Line], count: int) -> list[Place]:
    """The places that mark so many notes in their order; a word's end must be the only place."""
    numbers = {roman: number for number, roman in enumerate(_ROMANS[1 : count + 1], start=1)}
    places = [
        place for at, line in enumerate(lines) for place in _places(line.text, numbers, at=at)
    ]
    often = Counter(place.number for place in places)
    sure = [one for one in places if one.weight > _AFTER_WORD or often[one.number] == 1]
    return heaviest_chain(sure)


def _places(text: str, numbers: dict[str, int], *, at: int) -> Iterator[Place]:
    for match in _MARK.finditer(text):
        printed = match[1] or match[2] or match[3]
        if printed in numbers:
            yield Place(
                block=at,
                start=match.start(),
                end=match.end(),
                number=numbers[printed],
                weight=_AFTER_WORD if match[3] else _AFTER_SIGN,
                is_plain=False,
                printed=printed,
            )


def _figured(line: Line, places: Sequence[Place]) -> Line:
    pieces: list[str] = []
    start = 0
    for place in places:
        pieces += [line.text[start : place.start], f"[{place.number}]"]
        start = place.end
    return replace(line, text="".join([*pieces, line.text[start:]]))


def _marked(block: Block) -> Block:
    """The block with Roman numbers as marks in the place of the figures."""
    pieces: list[str] = []
    marks: list[Mark] = []
    start = length = 0
    for match in _FIGURE.finditer(block.text):
        pieces.append(block.text[start : match.start()])
        length += match.start() - start
        start = match.end()
        roman = _ROMANS[int(match[1])]
        marks.append(Mark(number=roman, offset=length, printed=roman, certain=True))
    text = "".join([*pieces, block.text[start:]])
    return replace(block, text=text, marks=(*block.marks, *marks))
