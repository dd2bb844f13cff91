"""What the file and the parser have at a place, to be shown beside the form that corrects it."""

from collections.abc import Iterator

from archive.admin.correcting.subjects import Beside
from archive.corrections.places import is_of_note
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.tracing import Trace
from archive.parsing.parsed import ParsedResolution


def beside(edition: Edition, trace: Trace, *, now: str) -> Iterator[Beside]:
    """The words of the file at a place, where the parser mended them, and the parser’s own.

    ``now`` are the words of the edition there, with which they are compared.
    """
    if trace.anchor is None:
        return
    words = printed_at(edition.as_parsed, trace.anchor)
    if words is None:
        return
    in_file = _unmended(edition.as_parsed, trace.anchor, words)
    if in_file != words:
        yield Beside(name="The file has", words=in_file)
    yield Beside(name="The parser read", words=words, now=now if now != words else None)


def printed_at(parsed: ParsedResolution, anchor: str) -> str | None:
    """The words of a paragraph or note with what stands before them; None where there is none."""
    for note in parsed.footnotes if is_of_note(anchor) else ():
        if note.id == anchor:
            return f"{note.number} {note.text}"
    for one in parsed.paragraphs:
        if one.id == anchor:
            return f"{one.label} {one.text}" if one.label else one.text
    return None


def _unmended(parsed: ParsedResolution, anchor: str, words: str) -> str:  # noqa: PLR0917
    """The words with what the file has in the place of those that were put together again."""
    behind = 0
    for mend in parsed.mends:
        at = words.find(mend.mended, behind) if mend.where == anchor else -1
        if at >= 0:
            words = f"{words[:at]}{mend.found}{words[at + len(mend.mended) :]}"
            behind = at + len(mend.found)
    return words
