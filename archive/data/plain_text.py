"""Plain text: a resolution as it reads, numbered, for people and for programs that count words.

A paragraph is a line, with an empty line before it. docs/formats/text.md says what stands where.
What the archive adds stands in square brackets: ``[pp 3]`` before a preambular paragraph, ``[2]``
where note 2 is marked. The file is in English as the archive is, whatever the language around it.
"""

from collections.abc import Iterator, Sequence

from archive.data.members import Absolute, source_address
from archive.data.organ_lines import organ_line
from archive.data.records import Record
from archive.models import Footnote, Paragraph, Text
from archive.models.resolution import name_of
from archive.parsing.dates import date_in_words
from archive.parsing.session_names import session_in_words

_INDENT = "    "
_UNVERIFIED = " [nobody has checked this date]"
_RIGHTS = (
    "The text is reproduced with acknowledgement of the United Nations as its source; the official "
    "record is the United Nations’ own."
)


def plain_text_of(record: Record, absolute: Absolute) -> str:
    """A record with a text, as lines that end in line feeds.

    Raises ValueError for a record without a text.
    """
    if record.text is None:
        raise ValueError(f"The archive holds no text of {record.resolution.symbol}.")
    parts = [
        *_head(record, record.text),
        *_paragraphs(record),
        *_notes(record),
        *_foot(record, record.text, absolute=absolute),
    ]
    return "\n\n".join(parts) + "\n"


def _head(record: Record, text: Text) -> Iterator[str]:
    """The symbol, the organ and the day; that it is a draft before anything else."""
    resolution = record.resolution
    if resolution.is_draft:
        yield _draft_line(record)
    session = session_in_words(resolution.identity)
    organ = resolution.get_organ_display()
    yield "\n".join(
        [
            resolution.symbol,
            f"{organ}, {session}" if session else organ,
            *_dates(record),
        ]
    )
    title = text.title or ("" if text.is_translation else resolution.title)
    yield from filter(None, [title, organ_line(text)])


def _draft_line(record: Record) -> str:
    """What a draft is, and what was adopted in its place."""
    adopted = record.resolution.adopted_as
    if adopted is None:
        return "[This is a draft resolution.]"
    name = name_of(adopted.symbol, adopted.stage)
    return f"[This is a draft resolution; {name} was adopted in its place.]"


def _dates(record: Record) -> Iterator[str]:
    resolution = record.resolution
    if resolution.adopted_on:
        doubt = _UNVERIFIED if record.date_is_unverified else ""
        yield f"Adopted on {date_in_words(resolution.adopted_on)}{doubt}"
    if resolution.distributed_on:
        yield f"Distributed on {date_in_words(resolution.distributed_on)}"


def _paragraphs(record: Record) -> Iterator[str]:
    depths: dict[int, int] = {}
    for paragraph in record.paragraphs:
        above = depths.get(paragraph.parent_id or 0, -1)
        depth = above + 1 if paragraph.label or above < 0 else above
        depths[paragraph.pk] = depth
        yield _paragraph(paragraph, record.marks.get(paragraph.pk, ()), indent=_INDENT * depth)


def _paragraph(paragraph: Paragraph, marks: Sequence[Footnote], *, indent: str) -> str:
    """A paragraph on one line; a table on one for each row, its cells parted by tabs."""
    number = paragraph.label
    if paragraph.kind == Paragraph.Kind.PREAMBULAR and not number:
        number = f"[{paragraph.numbering}]" if paragraph.numbering else ""
    label = f"{number} " if number else ""
    if not paragraph.rows:
        return f"{indent}{label}{_marked(paragraph.wording, marks, start=0)}"
    rows = "\n".join(indent + row for row in _rows(paragraph, marks))
    return f"{indent}{label.strip()}\n{rows}" if label else rows


def _rows(paragraph: Paragraph, marks: Sequence[Footnote]) -> Iterator[str]:
    left = list(marks)
    for row in paragraph.rows:
        cells = []
        for start, end in row:
            here = [note for note in left if start < end and (note.marker_offset or 0) <= end]
            left = [note for note in left if note not in here]
            cells.append(_marked(paragraph.wording[start:end], here, start=start))
        yield "\t".join(cells)


def _marked(words: str, marks: Sequence[Footnote], *, start: int) -> str:
    """Words that begin at an offset, with the number of each note where it is marked."""
    pieces, last = [], 0
    for note in marks:
        at = max(last, (note.marker_offset or 0) - start)
        pieces += [words[last:at], f"[{note.number}]"]
        last = at
    return "".join([*pieces, words[last:]])


def _notes(record: Record) -> Iterator[str]:
    if record.notes:
        yield "Notes"
        yield from (f"[{note.number}] {note.wording}" for note in record.notes)


def _foot(record: Record, text: Text, *, absolute: Absolute) -> Iterator[str]:
    """Where the words are from, and where they are."""
    source = source_address(record.resolution, language=text.language)
    yield "\n".join(
        [
            "----",
            absolute(record.resolution.get_absolute_url()),
            f"From: {text.source_file.received_from}",
            f"File as received: {absolute(source)} (SHA-256 {text.source_file.sha256})",
            _RIGHTS,
        ]
    )
