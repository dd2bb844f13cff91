"""References to paragraphs that the text does not have.

Reads: paragraphs, footnotes. Writes: a warning for each number that no paragraph has, and for
whoever checks a draft the reference itself. To others it is no citation, as it leads to nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive.parsing.citations.references import absent_in, lettered_in, prints_letter
from archive.parsing.citations.words import even
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParseWarning

#: The code of the warning.
NO_TARGET = "reference_without_target"
#: A number may be followed by "bis", and by what is below it: "op12bis-a".
_NUMBER = re.compile(r"(?:^|-)op(\d{1,9})")


def absent_references(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote]
) -> list[ParseWarning]:
    """A warning for each paragraph that a text refers to as its own and does not have.

    A number that any part of the text has is not missed, as its parts refer to one another.
    """
    return [
        ParseWarning(
            code=NO_TARGET,
            message=f"“{one.text}” is referred to, and the text has no paragraph {number}.",
            where=one.source,
        )
        for one, number in _absent(paragraphs, footnotes)
    ]


def references_to_nothing(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote]
) -> list[Citation]:
    """The same references, each once; its ``pinpoint`` is an anchor that the text has not.

    A sub-paragraph that its paragraph has not is missed here too, unless its letter stands among
    the words of the paragraph.
    """
    found = {(one.source, one.start): one for one, _number in _absent(paragraphs, footnotes)}
    return [*found.values(), *_absent_letters(paragraphs, footnotes)]


def _absent(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote]
) -> Iterator[tuple[Citation, int]]:
    """Each reference with a number that no paragraph has."""
    numbers = frozenset(
        int(number) for paragraph in paragraphs for number in _NUMBER.findall(paragraph.id)
    )
    sources: list[Paragraph | Footnote] = [*paragraphs, *footnotes]
    for source in sources:
        for start, end, number in absent_in(even(source.text), source.id, numbers=numbers):
            yield _reference(source, (start, end), pinpoint=f"op{number}"), number


def _absent_letters(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote]
) -> Iterator[Citation]:
    """Each reference to a letter that a paragraph of the text neither heads nor prints."""
    words: dict[str, str] = {}
    for paragraph in paragraphs:
        words[paragraph.id] = paragraph.text
        if paragraph.parent and paragraph.label is None:
            words[paragraph.parent] += f" {paragraph.text}"
    sources: list[Paragraph | Footnote] = [*paragraphs, *footnotes]
    for source in sources:
        for start, end, anchor in lettered_in(even(source.text), source.id):
            if anchor not in words and _is_absent_below(anchor, words):
                yield _reference(source, (start, end), pinpoint=anchor)


def _is_absent_below(anchor: str, words: Mapping[str, str]) -> bool:
    """Whether the nearest paragraph that is there prints no such letter among its words."""
    above, letter = anchor, ""
    while above and above not in words:
        above, _, letter = above.rpartition("-")
    return _NUMBER.search(above) is not None and not prints_letter(words[above], letter)


def _reference(source: Paragraph | Footnote, span: tuple[int, int], *, pinpoint: str) -> Citation:
    start, end = span
    return Citation(
        source=source.id,
        start=start,
        end=end,
        text=source.text[start:end],
        target=None,
        pinpoint=pinpoint,
    )
