"""Marks: where a note is marked, named by the paragraph and the words that stand before the mark.

Offsets are code points into the words of the paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.admin.correcting.fields import name_of
from archive.corrections.naming import quoted
from archive.parsing.blocks import squeeze
from archive.parsing.parsed import Paragraph, ParsedResolution

_FEWEST_WORDS = 3


class MarkError(Exception):
    """Words that name no place, or several; ``field`` is the one to look at."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark of a note: its paragraph, and the offset that it stands at."""

    paragraph: Paragraph
    offset: int

    @property
    def place(self) -> tuple[str, int]:
        """As corrections have it."""
        return self.paragraph.id, self.offset

    @property
    def words(self) -> str:
        """The words before it: the last few, and more until they stand only once."""
        return words_before(self.paragraph.text, self.offset)

    @property
    def told(self) -> str:
        """For people: "op. 3, behind “of 9 December 1998,”"."""
        where = f"behind “{self.words}”" if self.words else "before all words"
        return f"{name_of(self.paragraph)}, {where}"


def marks_of(parsed: ParsedResolution, number: str) -> list[Mark]:
    """Every mark of a note, in reading order."""
    return [
        Mark(paragraph=paragraph, offset=marker.offset)
        for paragraph in parsed.paragraphs
        for marker in paragraph.markers
        if marker.number == number
    ]


def words_before(text: str, offset: int) -> str:
    """The last words before an offset, as many as it takes to be found again."""
    words = text[:offset].split(" ")
    for count in range(min(_FEWEST_WORDS, len(words)), len(words)):
        some = " ".join(words[-count:])
        if len(list(_ends(text, some))) == 1:
            return some
    return text[:offset]


def _ends(text: str, words: str) -> Iterator[int]:
    """Where words end in a text, each time that they stand there."""
    at = text.find(words)
    while at >= 0:
        yield at + len(words)
        at = text.find(words, at + 1)


def offset_behind(
    paragraphs: Sequence[Paragraph], written: str, *, stands: Mark | None
) -> tuple[str, int]:
    """The one place behind some words in one of the paragraphs: its anchor and offset.

    Of several, the one where the mark ``stands`` now. Raises MarkError.
    """
    words = squeeze(written)
    if not words:
        raise MarkError("words", "Write the words that stand before the mark.")
    found = [(one.id, end) for one in paragraphs for end in _ends(one.text, words)]
    if stands is not None and stands.place in found:
        return stands.place
    where = name_of(paragraphs[0]) if len(paragraphs) == 1 else "the text"
    if not found:
        message = f"{quoted(words)} does not stand in {where}; write the words as they stand there."
        raise MarkError("words", message)
    if len(found) > 1:
        raise MarkError(
            "words",
            f"{quoted(words)} stands {len(found)} times in {where}; write more of the words before "
            "the "
            "mark, or name the paragraph.",
        )
    return found[0]
