"""The source of an ingestion as received: shown as text, or by the browser's own viewer of PDF.

Nothing of a file is ever run. Plain text is shown line by line as it is; of other formats the text
that their reader extracts, and only of files that have been parsed before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.ingest.editing.editions import is_parsed
from archive.models import Ingestion
from archive.parsing.blocks import Block, BlockKind, as_printed, squeeze
from archive.parsing.parsed import ParseError
from archive.parsing.readers import read
from archive.parsing.readers.encoding import decode
from archive.parsing.readers.formats import TEXT, tell_format

PDF = "pdf"
_FIRST_WORDS = 24
_NOT_PARSED = "It could not be parsed, so it is not opened here either."


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of the source, or a block of it; ``page`` is set on the first line of a page.

    ``number`` counts the lines of plain text and is 0 for a block. ``is_left_over`` says that the
    parse gave it no place.
    """

    text: str
    number: int = 0
    page: int = 0
    kind: str = ""
    is_left_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """The lines of a source, or in a sentence why it cannot be shown."""

    lines: tuple[SourceLine, ...] = ()
    problem: str = ""
    is_extracted: bool = False


def is_pdf(content: bytes) -> bool:
    """Whether the browser's viewer of PDF may have it."""
    return tell_format(content).key == PDF


def shown_source(ingestion: Ingestion, content: bytes) -> ShownSource:
    """A source that is no PDF, as text."""
    is_text = tell_format(content).key == TEXT
    if not is_text and not is_parsed(ingestion):
        return ShownSource(problem=_NOT_PARSED)
    try:
        found = _lines(content) if is_text else map(_of_block, read(content).blocks)
        lines = _with_left_over(list(found), _leftovers(ingestion))
    except ParseError as error:
        return ShownSource(problem=str(error))
    return ShownSource(lines=tuple(lines), is_extracted=not is_text)


def _lines(content: bytes) -> Iterator[SourceLine]:
    """The lines of plain text; a form feed begins a page."""
    number, text = 0, decode(content).text
    has_pages = "\f" in text
    for page, words in enumerate(text.split("\f"), 1):
        for index, line in enumerate(words.removesuffix("\n").split("\n")):
            number += 1
            yield SourceLine(text=line, number=number, page=page if has_pages and not index else 0)


def _of_block(block: Block) -> SourceLine:
    label = block.label or (block.number if block.kind is BlockKind.NOTE else "") or ""
    words = as_printed(block.text)
    return SourceLine(text=f"{label} {words}".strip(), kind=block.kind.value)


def _leftovers(ingestion: Ingestion) -> Sequence[str]:
    return (ingestion.parse_result or {}).get("leftovers") or ()


def _with_left_over(lines: Sequence[SourceLine], leftovers: Iterable[str]) -> Iterator[SourceLine]:
    """The lines, with those marked that are left over; a passage may take several lines."""
    passages = _by_first_words(leftovers)
    rest = ""
    for line in lines:
        words = squeeze(line.text)
        rest = _goes_on(rest, words) if rest else ""
        is_marked = bool(rest)
        if not is_marked and words:
            passage = _begins(words, passages)
            is_marked, rest = bool(passage), passage
        rest = rest.removeprefix(words).lstrip() if is_marked else rest
        yield replace(line, is_left_over=is_marked and bool(words))


def _goes_on(rest: str, words: str) -> str:
    """What is left of a passage, if a line goes on with it; blank lines do not end it."""
    return rest if not words or rest.startswith(words) else ""


def _begins(words: str, passages: Mapping[str, Sequence[str]]) -> str:
    """The passage that a line begins, or nothing."""
    found = passages.get(words[:_FIRST_WORDS], ())
    return next((one for one in found if one == words or one.startswith(f"{words} ")), "")


def _by_first_words(leftovers: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in map(squeeze, leftovers):
        for length in range(1, min(len(one), _FIRST_WORDS) + 1):
            found.setdefault(one[:length], []).append(one)
    return found
