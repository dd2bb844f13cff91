"""Passages: a paragraph of a reading with all that belongs to it, and where it stands among others.

With a paragraph go its sub-paragraphs and the words that lead to it; with a heading, all it heads.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.models import Paragraph
from archive.web.reading import Reading, ReadNote, ReadParagraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """``leading`` are the paragraphs it is a sub-paragraph of; ``following`` what belongs to it."""

    read: ReadParagraph
    leading: tuple[ReadParagraph, ...]
    following: tuple[ReadParagraph, ...]
    notes: tuple[ReadNote, ...]
    previous: ReadParagraph | None
    next: ReadParagraph | None

    @property
    def keys(self) -> frozenset[int]:
        """Of its paragraphs, titles of headings among them; not of those that lead to it."""
        return _keys((self.read, *self.following))


def passage(reading: Reading, anchor: str) -> Passage | None:
    """The passage at an anchor, that of a heading at the one of its title; None where none is."""
    reads = reading.paragraphs
    index = next((i for i, one in enumerate(reads) if anchor in _anchors(one)), None)
    if index is None:
        return None
    end = index + 1 + _count_within(reads[index], reads[index + 1 :])
    shown = tuple(replace(one, begins="") for one in reads[index:end])
    return Passage(
        read=shown[0],
        leading=_leading(shown[0], reads[:index]),
        following=shown[1:],
        notes=tuple(one for one in reading.notes if one.note.paragraph_id in _keys(shown)),
        previous=next((one for one in reversed(reads[:index]) if _has_words_of_its_own(one)), None),
        next=next((one for one in reads[end:] if _has_words_of_its_own(one)), None),
    )


def _rows(read: ReadParagraph) -> list[Paragraph]:
    """The row of a paragraph, and of the title that stands with it."""
    return [one.paragraph for one in (read, read.title) if one]


def _anchors(read: ReadParagraph) -> list[str]:
    return [row.anchor for row in _rows(read)]


def _keys(reads: Sequence[ReadParagraph]) -> frozenset[int]:
    return frozenset(row.pk for one in reads for row in _rows(one))


def _count_within(first: ReadParagraph, after: Sequence[ReadParagraph]) -> int:
    """How many of those after it belong to it."""
    keys = {first.paragraph.pk}
    for count, one in enumerate(after):
        if first.level and 0 < one.level <= first.level:
            return count
        if not first.level and one.paragraph.parent_id not in keys:
            return count
        keys.add(one.paragraph.pk)
    return len(after)


def _leading(read: ReadParagraph, before: Sequence[ReadParagraph]) -> tuple[ReadParagraph, ...]:
    """The paragraphs that it is a sub-paragraph of, the outermost first."""
    by_key = {one.paragraph.pk: one for one in before}
    leading: list[ReadParagraph] = []
    parent = read.paragraph.parent_id
    while parent in by_key:
        leading.append(by_key[parent])
        parent = by_key[parent].paragraph.parent_id
    return tuple(reversed(leading))


def _has_words_of_its_own(read: ReadParagraph) -> bool:
    """Whether it is more than the line of an organ."""
    return bool(read.level) or read.paragraph.kind != Paragraph.Kind.HEADING
