"""What stands around the text of a Word document: heads and feet of pages, comments.

Reads: the parts that sections name, the comments. Writes: the masthead, which many files keep in
the head of their first page, and each running head or foot once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.word.lines import Line
from archive.parsing.readers.word.package import Package
from archive.parsing.readers.word.story import Part, Story
from archive.parsing.readers.word.tables import lines_in
from archive.parsing.readers.word.xml import Element, children, name_of, relation

_RUNNING = {"w:headerReference": "head of page", "w:footerReference": "foot of page"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The lines of the masthead, and the blocks of running heads and feet."""

    masthead: tuple[Line, ...]
    running: tuple[Block, ...]


def read_surroundings(package: Package, story: Story) -> Surroundings:
    """Read every head and foot of the document's sections, each once."""
    masthead: list[Line] = []
    running: dict[str, Block] = {}
    for root, place in _roots(package):
        lines = list(flat(story.parts(root, place)))
        if not masthead and any(_is_of_masthead(line) for line in lines):
            masthead = lines
            continue
        for line in lines:
            words = shown_words(line)
            running.setdefault(words, _running_block(words, line.where))
    return Surroundings(masthead=tuple(masthead), running=tuple(running.values()))


def comments(package: Package, story: Story) -> list[str]:
    """The words of each comment in the margin."""
    found = []
    for one in children(package.part("comments"), "w:comment"):
        words = " ".join(map(shown_words, flat(story.parts(one, "comment"))))
        found += [words] if words else []
    return found


def flat(parts: list[Part]) -> Iterator[Line]:
    """The lines of a story, those of its tables in reading order."""
    for part in parts:
        yield from [part] if isinstance(part, Line) else lines_in(part)


def shown_words(line: Line) -> str:
    """A line's words with its automatic number."""
    return f"{line.label} {line.text}".strip()


def _is_of_masthead(line: Line) -> bool:
    return kind_of_line(line.text) is LineKind.DISTRIBUTION and "istr" in line.text


def _running_block(words: str, where: str) -> Block:
    """A running head that is the document's symbol states it; all else is furniture."""
    is_symbol = kind_of_line(words) is LineKind.SYMBOL
    return Block(BlockKind.TEXT if is_symbol else BlockKind.FURNITURE, words, where)


def _roots(package: Package) -> Iterator[tuple[Element, str]]:
    seen: set[str] = set()
    for one in package.document.iter():
        place = _RUNNING.get(name_of(one))
        found = package.related(relation(one)) if place else None
        if found and place and found[0] not in seen:
            seen.add(found[0])
            yield found[1], place
