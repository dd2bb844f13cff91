"""Footnotes: which notes there are, and where in the words each is marked.

Reads: blocks (texts with possible marks, notes). Writes: texts without note numbers, with their
markers, and the numbers that turned out to mark nothing.

Extraction glues note numbers to words and years ("25 March 20101 and", "defenders6 and"). Every
place where a number may be a marker is weighed, and the places are chosen together: notes are
marked in the order of their numbers, so the heaviest rising chain wins. No number is split that
may be a number of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.parsing.blocks import Block, BlockKind, Role, of_kind
from archive.parsing.mark_places import Place, find_last_resorts, find_places
from archive.parsing.parsed import Marker, ParseWarning, Row

_HIGHEST_NUMBER = 999
#: A note's number at the end of a line around the text: "Adopted at the 375th meeting.40".
_LONGEST_QUOTED = 60
_AT_THE_END = re.compile(r"(?:[^\W\d_]{3}|[.)\]”])([1-9]\d{0,2})$")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A block's words without note numbers, and the markers at their offsets.

    Label, role and rows are the block's.
    """

    text: str
    where: str
    markers: tuple[Marker, ...] = ()
    label: str = ""
    role: Role | None = None
    rows: tuple[Row, ...] = ()


def place_markers(
    blocks: Sequence[Block],
    notes: Sequence[Block],
    *,
    hidden: bool,
    front: Sequence[Block] = (),
) -> tuple[list[MarkedText], list[str], list[ParseWarning]]:
    """Find where each note is marked; ``hidden`` says that numbers may be glued to words.

    The numbers go on from those that the lines before the text mark, as a statement of adoption.

    Returns the texts in order, what marks nothing of the numbers that stood apart and of the commas
    between numbers, and doubts.
    """
    numbers = {number for number in map(_number_of, notes) if 0 < number <= _HIGHEST_NUMBER}
    places = find_places(blocks, numbers, hidden=hidden)
    chosen = _choose(places, numbers, last=_last_marked(front, hidden=hidden))
    doubtful = _only_places_left(blocks, chosen, numbers=numbers) if hidden else []
    chosen = sorted([*chosen, *doubtful], key=lambda place: (place.block, place.start))
    taken: dict[int, list[Place]] = {}
    for place in chosen:
        taken.setdefault(place.block, []).append(place)
    commas = [_take_commas(blocks[index].text, together) for index, together in list(taken.items())]
    texts = [_cut(block, taken.get(index, [])) for index, block in enumerate(blocks)]
    kept = {id(place) for place in chosen}
    unused = [place.printed for place in places if place.printed and id(place) not in kept]
    unused += [","] * sum(commas)
    return texts, unused, [_doubt(blocks[place.block], place) for place in doubtful]


def _only_places_left(
    blocks: Sequence[Block], chosen: Sequence[Place], *, numbers: set[int]
) -> list[Place]:
    """For a note that is not marked yet: the one place between its neighbours, if there is one."""
    missing = numbers - {place.number for place in chosen}
    numbered = [place for place in chosen if not place.sign]
    by_number: dict[int, list[Place]] = {}
    for place in find_last_resorts(blocks, missing):
        if _stands_in_order(place, numbered):
            by_number.setdefault(place.number, []).append(place)
    return [places[0] for places in by_number.values() if len(places) == 1]


def _stands_in_order(place: Place, chosen: Sequence[Place]) -> bool:
    """Whether the marks before a place have smaller numbers, and those after it larger ones."""
    at = bisect_left(chosen, (place.block, place.start), key=lambda one: (one.block, one.start))
    before, after = chosen[max(0, at - 1) : at], chosen[at : at + 1]
    return all(one.number < place.number for one in before) and all(
        one.number > place.number for one in after
    )


def marked_outside(blocks: Sequence[Block], missing: set[str]) -> list[ParseWarning]:
    """Where the lines around a text mark notes that no paragraph marks: a title, the adoption."""
    found: dict[str, ParseWarning] = {}
    for block in blocks if missing else ():
        at_end = _AT_THE_END.search(block.text)
        is_symbol = at_end is not None and "/" in block.text.rpartition(" ")[2]
        places = [(mark.number, mark.offset) for mark in block.marks]
        places += [(at_end[1], len(block.text))] if at_end and not is_symbol else []
        places += _plain_in(block, missing)
        for number, place in places:
            if number in missing:
                found.setdefault(number, _marked_at(number, _words_before(block.text, place)))
    return list(found.values())


def _plain_in(block: Block, missing: set[str]) -> list[tuple[str, int]]:
    """Numbers in the midst of a line that read as marks of notes: "(A/79/458, para. 88),1 by"."""
    numbers = {int(number) for number in missing if number.isdigit()}
    places = find_places([block], numbers, hidden=bool(numbers))
    return [(str(one.number), one.end) for one in places if one.is_plain and not one.printed]


def _marked_at(number: str, words: str) -> ParseWarning:
    return ParseWarning(
        code="note_marked_outside",
        message=f"Note {number} is marked outside the paragraphs, at “{words}”.",
        where=f"fn{number}",
    )


def _words_before(text: str, place: int) -> str:
    """The last words before a place, whole ones where there is more than is quoted."""
    words = text[:place].strip()
    if len(words) <= _LONGEST_QUOTED:
        return words
    quoted = words[-_LONGEST_QUOTED:]
    return f"… {quoted.partition(' ')[2] or quoted}"


def _doubt(block: Block, place: Place) -> ParseWarning:
    words = block.text[max(0, place.start - 30) : place.end]
    return ParseWarning(
        code="marker_in_doubt",
        message=f"Note {place.number} is taken to be marked at the end of “{words}”: nothing else "
        "marks it.",
        where=block.where,
    )


def notes_of(blocks: Sequence[Block]) -> list[Block]:
    """The notes among the blocks: those marked by signs, then the others by their numbers."""
    notes = of_kind(blocks, BlockKind.NOTE)
    return sorted(notes, key=_number_of)


def _number_of(note: Block) -> int:
    """A note's number; 0 for one that a sign marks, which stands before the numbered ones."""
    number = note.number or ""
    return int(number) if number.isdigit() else 0


def _last_marked(front: Sequence[Block], *, hidden: bool) -> int:
    """The highest number of the notes that lines before the text mark in order; 0 for none."""
    marked = _choose(find_places(front, set(), hidden=hidden), set())
    return max((place.number for place in marked), default=0)


def _choose(places: Sequence[Place], numbers: set[int], *, last: int = 0) -> list[Place]:
    """The heaviest rising chain, and every other place that reads as a marker all the same."""
    chain = {id(place) for place in heaviest_chain([p for p in places if p.number in numbers])}
    chosen = []
    for place in places:
        is_note = place.number in numbers
        reads_as_marker = place.is_plain and (is_note or place.number == last + 1)
        if id(place) in chain or place.is_certain or reads_as_marker:
            chosen.append(place)
            last = place.number if id(place) in chain or not (is_note or place.sign) else last
    return chosen


def heaviest_chain(places: Sequence[Place]) -> list[Place]:
    """The chain of places with rising numbers whose weights add up to most.

    Places are in reading order; time is n log n, by a tree of the best chains up to each number.
    """
    tree: list[tuple[int, int]] = [(0, -1)] * (_HIGHEST_NUMBER + 1)
    before: list[int] = []
    for index, place in enumerate(places):
        weight, previous = _best_below(tree, place.number)
        before.append(previous)
        _raise(tree, place.number, chain=(weight + place.weight, index))
    _, at = _best_below(tree, _HIGHEST_NUMBER + 1)
    chain = []
    while at >= 0:
        chain.append(places[at])
        at = before[at]
    return chain[::-1]


def _best_below(tree: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """The best chain that ends in a smaller number: its weight, and the place it ends at."""
    best = (0, -1)
    at = number - 1
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _raise(tree: list[tuple[int, int]], number: int, *, chain: tuple[int, int]) -> None:
    at = number
    while at <= _HIGHEST_NUMBER:
        if chain[0] > tree[at][0]:
            tree[at] = chain
        at += at & -at


def _take_commas(text: str, places: list[Place]) -> int:
    """Let places take the comma that parts them from another ("Covenants,1,2"); how many did."""
    taken = 0
    for index, (before, place) in enumerate(pairwise(places), start=1):
        if place.start < place.end and text[before.end : place.start] == ",":
            places[index] = replace(place, start=place.start - 1)
            taken += 1
    return taken


def _cut(block: Block, places: Sequence[Place]) -> MarkedText:
    """The block's words without the numbers at these places, and markers in their stead."""
    words: list[str] = []
    markers: list[Marker] = []
    at = length = 0
    for place in places:
        words.append(block.text[at : place.start])
        length += place.start - at
        markers.append(Marker(number=place.sign or str(place.number), offset=length))
        at = place.end
        if place.start < at and block.text[at : at + 1].isalpha():
            words.append(" ")
            length += 1
    words.append(block.text[at:])
    text = MarkedText(
        "".join(words),
        block.where,
        tuple(markers),
        label=block.label,
        role=block.role,
        rows=_moved(block.rows, places),
    )
    return text if text.text == text.text.strip() else _trimmed(text)


def _trimmed(text: MarkedText) -> MarkedText:
    """The text without the spaces that a mark at its beginning or end leaves bare."""
    words = text.text.strip()
    lead = len(text.text) - len(text.text.lstrip())

    def moved(at: int) -> int:
        return min(max(0, at - lead), len(words))

    markers = [replace(marker, offset=moved(marker.offset)) for marker in text.markers]
    rows = tuple(tuple((moved(start), moved(end)) for start, end in row) for row in text.rows)
    return replace(text, text=words, markers=tuple(markers), rows=rows)


def _moved(rows: Sequence[Row], places: Sequence[Place]) -> tuple[Row, ...]:
    """Rows whose cells stand where the words are once the numbers at these places are gone."""
    cuts = [(place.end, place.end - place.start) for place in places]

    def moved(at: int) -> int:
        return at - sum(length for end, length in cuts if end <= at)

    return tuple(tuple((moved(start), moved(end)) for start, end in row) for row in rows)
