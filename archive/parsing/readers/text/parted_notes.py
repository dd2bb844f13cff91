"""Numbers of notes that extraction printed above the last words of a page's text.

Reads: the lines of a page between its edges. Writes: the same, the numbers above their notes.
Numbers that stand apart in the margin come before the paragraph beside the last label, or before
whole paragraphs: "4.", "1", "2", then the words of paragraph 4, then those of notes 1 and 2.
"""

from collections.abc import Sequence

from archive.parsing.printed_lines import is_rule, kind_of_line
from archive.parsing.readers.text.labels_in_place import is_lone_label
from archive.parsing.readers.text.lines import Line
from archive.parsing.readers.text.page_notes import first_marked, number_before

_CLOSED = (".", ".”", '."', ".)", "]")


def with_parted_notes(lines: Sequence[Line], expected: int) -> list[Line]:
    """The lines with numbers of notes, from ``expected`` on, put below the page's last words."""
    start, end = _last_run(lines, expected)
    if start == end:
        return list(lines)
    last_label = _last_label(lines, start, end=end)
    if last_label is None:
        return list(lines)
    resumes = _end_of_words(lines, max(last_label + 1, end))
    words, notes = lines[end:resumes], lines[resumes:]
    text = [*lines[:start], *words]
    begun_below = any(number_before(line) == expected for line in notes)
    is_marked = first_marked(text, expected) < len(text)
    if begun_below or not is_marked or not _may_be_notes(notes, end - start):
        return list(lines)
    start -= _is_below_rule(lines, start)
    return [*lines[:start], *words, *lines[start:end], *notes]


def _last_run(lines: Sequence[Line], expected: int) -> tuple[int, int]:
    """Where the last lines stand that are the next numbers by themselves, one below the other."""
    starts = [at for at, line in enumerate(lines) if line.text == str(expected)]
    start = end = starts[-1] if starts else 0
    while end < len(lines) and lines[end].text == str(expected + end - start):
        end += 1
    return start, end


def _last_label(lines: Sequence[Line], start: int, *, end: int) -> int | None:
    """The page's last lone label, if no words of its own stand between it and the numbers."""
    labels = [at for at, line in enumerate(lines) if is_lone_label(line)]
    above = start - 1 - _is_below_rule(lines, start)
    return labels[-1] if labels and (labels[-1] >= end or labels[-1] == above) else None


def _is_below_rule(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and is_rule(lines[at - 1].text)


def _end_of_words(lines: Sequence[Line], start: int) -> int:
    """Where the words end that begin at ``start``: at a blank line, printed lines aside."""
    at = start + 1
    while at < len(lines) and not lines[at].after_blank:
        at += 1
    while at < len(lines) and kind_of_line(lines[at].text) is not None:
        at += 1
    return at


def _may_be_notes(lines: Sequence[Line], count: int) -> bool:
    """Whether lines may be the words of so many notes, and of nothing else."""
    if len(lines) < count or not lines[-1].text.endswith(_CLOSED):
        return False
    return all(kind_of_line(line.text) is None for line in lines)
