"""Texts of a body as their neighbours show them: labels apart, headings, quotations, sections.

Reads: marked texts in reading order. Writes: each with its label, and what its place says of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.parsing.blocks import Role
from archive.parsing.footnotes import MarkedText
from archive.parsing.headings import headings_of, is_heading
from archive.parsing.labels import Label, Series, label_of, split_label
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Marker
from archive.parsing.quotations import quoted

_SECOND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text with its label apart from the words, and what its neighbours say of it.

    ``whole`` has the label before the words; ``prints_numbers`` is whether a paragraph of its
    section has a number, ``leads_to_first`` whether the text below it has the number 1.
    """

    whole: MarkedText
    label: Label | None
    text: MarkedText
    is_heading: bool
    is_quoted: bool
    prints_numbers: bool
    leads_to_first: bool


def placed(texts: Sequence[MarkedText]) -> list[Placed]:
    """Every text of a body, in order."""
    headings = headings_of(texts)
    quotations = quoted([text.text for text in texts])
    split = [
        (None, text) if index in quotations else split_text(text)
        for index, text in enumerate(texts)
    ]
    labels = _with_first_numbers([label for label, _ in split])
    for index in _numbered_headings(labels, [text for _, text in split]):
        headings |= {index}
        labels[index], split[index] = None, (None, _with_label(texts[index]))
    numbered = _which_print_numbers(labels, headings)
    return [
        Placed(
            whole=_with_label(whole),
            label=label,
            text=_with_label(text) if label is None else text,
            is_heading=index in headings and label is None and index not in quotations,
            is_quoted=index in quotations,
            prints_numbers=numbered[index],
            leads_to_first=text.text.endswith(":") and _is_first(labels[index + 1 : index + 2]),
        )
        for index, (whole, label, (_, text)) in enumerate(zip(texts, labels, split, strict=True))
    ]


def _numbered_headings(
    labels: Sequence[Label | None], texts: Sequence[MarkedText]
) -> Iterator[int]:
    """Headings that have numbers of their own, while those of paragraphs run on through them.

    "2. Purpose of the Fund" between paragraphs 8 and 9 follows the heading 1.
    """
    last = 0
    for index, (label, below) in enumerate(pairwise(labels)):
        number = label.number if label and not label.repeats else None
        following = below.number if below else None
        if number is None or following is None or following == number + 1:
            continue
        opening = find_opening(texts[index].text)
        is_operative = opening is not None and not opening.is_preambular
        if number in {1, last + 1} and is_heading(texts[index]) and not is_operative:
            last = number
            yield index


def _is_first(labels: Sequence[Label | None]) -> bool:
    return any(label is not None and label.number == 1 for label in labels)


def _with_label(text: MarkedText) -> MarkedText:
    """The text with a label that its format keeps apart back before the words."""
    if not text.label:
        return text
    by = len(text.label) + 1
    return replace(
        text,
        text=f"{text.label} {text.text}",
        label="",
        markers=tuple(replace(marker, offset=marker.offset + by) for marker in text.markers),
        rows=tuple(tuple((start + by, end + by) for start, end in row) for row in text.rows),
    )


def split_text(text: MarkedText) -> tuple[Label | None, MarkedText]:
    """The label and the words after it; a table has none, nor what a format says is a heading.

    A label without words is words.
    """
    if text.label and not text.text:
        return None, replace(text, text=text.label, label="")
    if text.label:
        return label_of(text.label), text
    if text.rows or text.role in {Role.ANNEX, Role.HEADING}:
        return None, text
    label, start = split_label(text.text)
    return cut(text, label, start=start)


def cut(text: MarkedText, label: Label | None, *, start: int) -> tuple[Label | None, MarkedText]:
    """The words after a label with markers moved along; a label without words is words."""
    words = text.text[start:]
    if label is None or not words:
        return None, text
    markers = tuple(
        Marker(number=marker.number, offset=max(0, marker.offset - start))
        for marker in text.markers
    )
    return label, replace(text, text=words, markers=markers)


def _with_first_numbers(labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels with "l." read as the number 1 where the next number is 2, as scans print it."""
    found: list[Label | None] = []
    following: int | None = None
    for label in reversed(labels):
        is_first = label is not None and label.printed == "l." and following == _SECOND
        found.append(_as_first(label) if label and is_first else label)
        following = label.number if label and label.number is not None else following
    return found[::-1]


def _as_first(label: Label) -> Label:
    return replace(label, part="1", places=((Series.NUMBER, 1),))


def _which_print_numbers(labels: Sequence[Label | None], headings: frozenset[int]) -> list[bool]:
    """For each text, whether its section, from one heading to the next, has numbered ones."""
    found: list[bool] = []
    start = 0
    for index in range(len(labels) + 1):
        if index == len(labels) or (index in headings and index > start):
            numbered = any(label and label.number is not None for label in labels[start:index])
            found += [numbered] * (index - start)
            start = index
    return found
