"""References to paragraphs that the text does not have.

Reads: paragraphs, footnotes. Writes: a warning for each number that no paragraph has; what is
referred to is no citation, as there is nothing it leads to.
"""

import re
from collections.abc import Iterator, Sequence

from archive.parsing.citations.references import absent_in
from archive.parsing.citations.words import even
from archive.parsing.parsed import Footnote, Paragraph, ParseWarning

#: A number may be followed by "bis", and by what is below it: "op12bis-a".
_NUMBER = re.compile(r"(?:^|-)op(\d{1,9})")


def absent_references(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote]
) -> list[ParseWarning]:
    """A warning for each paragraph that a text refers to as its own and does not have.

    A number that any part of the text has is not missed, as its parts refer to one another.
    """
    numbers = frozenset(
        int(number) for paragraph in paragraphs for number in _NUMBER.findall(paragraph.id)
    )
    sources: list[Paragraph | Footnote] = [*paragraphs, *footnotes]
    return [warning for source in sources for warning in _absent_in(source, numbers=numbers)]


def _absent_in(source: Paragraph | Footnote, *, numbers: frozenset[int]) -> Iterator[ParseWarning]:
    for start, end, number in absent_in(even(source.text), source.id, numbers=numbers):
        words = source.text[start:end]
        yield ParseWarning(
            code="reference_without_target",
            message=f"“{words}” is referred to, and the text has no paragraph {number}.",
            where=source.id,
        )
