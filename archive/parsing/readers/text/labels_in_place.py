"""Labels that extraction printed on lines of their own, put before the words they belong to.

Reads: the text's lines of all pages. Writes: the same, each label at the head of its paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.readers.text.lines import Line

_QUOTES = '“"«'
_BOTH = 2


def is_lone_label(line: Line) -> bool:
    """Whether a line is a paragraph's label and nothing else, a quotation mark before it aside."""
    text = line.text.lstrip(_QUOTES)
    label, end = split_label(text)
    return label is not None and end == len(text)


def labels_in_place(lines: Sequence[Line]) -> list[Line]:
    """Lines with labels that stood alone put before the words they belong to."""
    lines = list(_with_runs_parted(_in_reading_order(lines)))
    placed: list[Line] = []
    waiting: Line | None = None
    for at, line in enumerate(lines):
        if not is_lone_label(line):
            placed.append(line if waiting is None else _labelled(waiting, line))
            waiting = None
        elif _was_moved(placed, lines[at + 1 : at + 2]):
            placed.append(_labelled(line, placed.pop()))
        else:
            placed += [waiting] if waiting is not None else []
            waiting = line
    return placed + ([waiting] if waiting is not None else [])


def _with_runs_parted(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with the second of two labels in a row put above the second paragraph below them.

    Blank lines part these two paragraphs. "(a)" below "1." stays, for both stand before one.
    """
    held: Line | None = None
    for at, line in enumerate(lines):
        if held is not None and line.after_blank and not is_lone_label(lines[at - 1]):
            yield held
            held = None
        above, below = lines[max(0, at - 1) : at], lines[at + 1 : at + 1 + _BOTH]
        if held is None and _waits(line, above, below=below):
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _waits(line: Line, above: Sequence[Line], *, below: Sequence[Line]) -> bool:
    """Whether a number waits for the paragraph after the one that belongs to the label above."""
    label, _ = split_label(line.text)
    if label is None or label.number is None or not is_lone_label(line):
        return False
    if not above or not is_lone_label(above[0]) or len(below) < _BOTH:
        return False
    return below[0].after_blank and not any(map(is_lone_label, below))


def _in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines with a paragraph's last one put back below its first.

    A short last line may come between the label and the first line, which blank lines part.
    """
    ordered = list(lines)
    for at in range(len(ordered) - 2):
        label, last, first = ordered[at : at + 3]
        below = ordered[at + 3] if at + 3 < len(ordered) else None
        if is_lone_label(label) and _ends_above(last, first, below=below):
            ordered[at + 1 : at + 3] = [first, replace(last, after_blank=False)]
    return ordered


def _ends_above(last: Line, first: Line, *, below: Line | None) -> bool:
    """Whether a line that opens nothing ends the paragraph whose first line is below it."""
    if find_opening(last.text) or not last.text.endswith((";", ".", ",")):
        return False
    if not first.after_blank or find_opening(first.text) is None or first.text.endswith((";", ".")):
        return False
    return below is None or below.after_blank or is_lone_label(below)


def _labelled(label: Line, words: Line) -> Line:
    apart = label.after_blank or words.after_blank
    text = f"{label.text} {words.text}"
    return replace(words, text=text, after_blank=True, label_apart=apart)


def _was_moved(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a label alone belongs before the line above it, whose sentence goes on below."""
    if not above or not below or not below[0].text[0].islower():
        return False
    words = above[-1].text
    before = above[-2].text if len(above) > 1 else ""
    begun = find_opening(words) is not None and split_label(words)[0] is None
    return begun and (not before or before.endswith((";", ".", ",", ":", "and", "or")))
