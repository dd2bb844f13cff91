"""Numbers of notes that stand among the words of a text, a space before them.

Reads: blocks. Writes: the same, with those numbers as possible marks.
"In Lebanon, 22" or "12 August 1949, 1/ and" mark notes 22 and 1 where the file has such notes, no
other place marks them, and their order is that of the notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, BlockKind, Mark
from archive.parsing.dates import MONTHS
from archive.parsing.footnotes import heaviest_chain
from archive.parsing.mark_places import Place, find_places
from archive.parsing.readers.text.bracketed_marks import marks_printed

_APART = re.compile(
    r"(?<=[^\s\d]) ([1-9]\d{0,2})(/?)(?=$|[\s,;.:)])"
    r"|(?<=(?:19|20)\d\d) ([1-9]\d{0,2})(/?)(?=$|[\s,;.:)])"
    r"|(?<=\d) ([1-9]\d{0,2})(/?)(?=$|[\s,;.:)])"
)
#: What a number after a number may stand behind: a symbol, or a day of a list of days.
_NUMBERED = re.compile(r"[A-Z]/\S*\d$|\bof \d{1,2}$")
_HIGHEST_DAY = 31
_AFTER_SIGN, _AFTER_WORD, _STROKE = 12, 4, 15
_COUNTED = re.compile(
    r"\b(?:paragraphs?|articles?|chapters?|annex(?:es)?|Nos?\.|sections?|rules?|items?|part|"
    r"resolutions?|decisions?|of|to|and|or|the|in|on|by|at|than|from|until|between|age|"
    r"Agenda|vol\.|Supplement|p\.|pp\.|para\.|paras\.|Protocols?|Add\.|Corr\.|Rev\.) ?$"
)
_REACH = 14
_LONGEST_FURNITURE = 120


def with_inline_marks(blocks: Sequence[Block], *, signs: str = "") -> list[Block]:
    """The blocks with the numbers that mark notes apart from the words.

    ``signs`` are those printed with the numbers of notes; they and the marks' are furniture.
    """
    texts = [block for block in blocks if block.kind is BlockKind.TEXT]
    signed = marks_printed(block.text for block in texts)
    notes = {
        int(block.number)
        for block in blocks
        if block.number and block.number.isdigit()
        if not signed[f"[{block.number}]"] + signed[f"({block.number})"]
    }
    if not notes:
        return [*blocks, *_furniture(signs)]
    marked = _chosen(texts, notes)
    found: dict[int, list[Place]] = {}
    for place in marked:
        found.setdefault(id(texts[place.block]), []).append(place)
    signs += "".join(place.printed.lstrip("0123456789") for place in marked)
    kept = [_marked(block, found.get(id(block), [])) for block in blocks]
    return [*kept, *_furniture(signs)]


def _furniture(signs: str) -> Iterator[Block]:
    for start in range(0, len(signs), _LONGEST_FURNITURE):
        piece = signs[start : start + _LONGEST_FURNITURE]
        yield Block(BlockKind.FURNITURE, piece, "signs of notes")


def _chosen(texts: Sequence[Block], notes: set[int]) -> list[Place]:
    """The places among the words in the heaviest rising chain of all places."""
    known = find_places(texts, notes, hidden=True)
    apart = [
        place for at, block in enumerate(texts) for place in _places(block.text, notes, block=at)
    ]
    together = sorted([*known, *apart], key=lambda place: (place.block, place.start))
    kept = {id(place) for place in apart}
    chain = heaviest_chain([place for place in together if place.number in notes])
    chosen = [*chain, *_repeated(chain, together)]
    chosen.sort(key=lambda place: (place.block, place.start))
    return [place for place in chosen if id(place) in kept]


def _repeated(chain: Sequence[Place], places: Sequence[Place]) -> Iterator[Place]:
    """The places between a note's mark and its neighbours', or at a text's end, that mark it again.

    "Of Zambia, 47" and "of South Africa, 47" in the next paragraph: a note is printed once on a
    page and marked as often as it is meant.
    """
    following = iter(chain)
    last, ahead = None, next(following, None)
    for place in places:
        near = {one.number for one in (last, ahead) if one is not None}
        if place is ahead:
            last, ahead = ahead, next(following, None)
        elif place.weight >= _AFTER_SIGN and (place.is_plain or place.number in near):
            yield place


def _places(text: str, notes: set[int], *, block: int) -> Iterator[Place]:
    for match in _APART.finditer(text):
        number = int(match[1] or match[3] or match[5])
        weight = _weight(text, match)
        if number in notes and weight:
            yield Place(
                block=block,
                start=match.start(),
                end=match.end(),
                number=number,
                weight=weight,
                is_plain=match.end() == len(text),
                printed=match[0].strip(),
            )


def _weight(text: str, match: re.Match[str]) -> int:
    """How likely a number among words marks a note: most with a stroke, less after a word."""
    if match[2] or match[4] or match[6]:
        return _STROKE
    after = text[match.end() : match.end() + _REACH].lstrip(" ,;.:)").split(" ", 1)[0]
    before = text[max(0, match.start() - _REACH) : match.start()]
    if match[5]:
        numbered = _NUMBERED.search(before) and int(match[5]) > _HIGHEST_DAY
        return _AFTER_SIGN if numbered else 0
    if after in MONTHS or _COUNTED.search(before):
        return 0
    is_after_year = match[3] is not None
    after_sign = is_after_year or before.endswith((",", ";", ")", "”", '"', "."))
    return _AFTER_SIGN if after_sign else _AFTER_WORD


def _marked(block: Block, places: Sequence[Place]) -> Block:
    """The block with the numbers at these places taken out of its words."""
    if not places:
        return block
    words: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for place in places:
        words.append(block.text[at : place.start])
        length += place.start - at
        at = place.end
        marks.append(
            Mark(number=str(place.number), offset=length, printed=str(place.number), certain=True)
        )
    words.append(block.text[at:])
    return replace(block, text="".join(words), marks=(*block.marks, *marks))
