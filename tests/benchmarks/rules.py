"""Rules that every parse keeps, whatever the file; the database holds some of them too."""

import json
import re
from collections.abc import Iterator

from archive.parsing.contract import record_of
from archive.parsing.parsed import Footnote, Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.symbols import Symbol, SymbolError

_ANCHOR = re.compile(r"[a-z]+[0-9]*[a-z]*(-[a-z0-9]+)*")
_CLOSING_WORDS = re.compile(r".*-p[0-9]+")
_INTRODUCES = re.compile(r"(^|-)introduction[0-9]+$")
_NOTE_ANCHOR = re.compile(r"fn[0-9a-z*†‡§]+")
_LONGEST_ANCHOR = 80
_LARGEST_NUMBER = 32_767
_WARNINGS = {"content_missing", "content_invented"}


def broken_rules(found: ParsedResolution, data: bytes) -> Iterator[str]:
    """The rules a parse breaks, each in a few words."""
    yield from (warning.code for warning in found.warnings if warning.code in _WARNINGS)
    yield from _anchors(found)
    for paragraph in found.paragraphs:
        yield from _of_paragraph(paragraph)
    yield from _citations(found)
    yield from _symbols(found)
    yield from _json(found, data)


def _anchors(found: ParsedResolution) -> Iterator[str]:
    seen: set[str] = set()
    for paragraph in found.paragraphs:
        if paragraph.id in seen:
            yield "an anchor twice"
        if not _ANCHOR.fullmatch(paragraph.id) or len(paragraph.id) > _LONGEST_ANCHOR:
            yield "an anchor that cannot be kept"
        if paragraph.parent is not None and paragraph.parent not in seen:
            yield "a parent that does not stand before"
        seen.add(paragraph.id)
    for note in found.footnotes:
        if not _NOTE_ANCHOR.fullmatch(note.id):
            yield "a note’s anchor that cannot be kept"
        if note.marked_in is not None and note.marked_in not in seen:
            yield "a note marked in no paragraph"


def _of_paragraph(paragraph: Paragraph) -> Iterator[str]:
    size = len(paragraph.text)
    if not paragraph.text or paragraph.text != " ".join(paragraph.text.split()):
        yield "a paragraph without words, or with spaces of its own"
    if any(not 0 <= marker.offset <= size for marker in paragraph.markers):
        yield "a marker outside its paragraph"
    if any(not 0 <= start <= end <= size for row in paragraph.rows for start, end in row):
        yield "a cell outside its paragraph"
    if paragraph.number is not None and not 0 <= paragraph.number <= _LARGEST_NUMBER:
        yield "a number that cannot be kept"
    if paragraph.form and not paragraph.opening:
        yield "a form without an opening"
    yield from _of_kind(paragraph)


def _of_kind(paragraph: Paragraph) -> Iterator[str]:
    is_operative = paragraph.kind is ParagraphKind.OPERATIVE
    introduces = _INTRODUCES.search(paragraph.id) is not None
    if is_operative and paragraph.number is None and not (paragraph.parent or introduces):
        yield "an operative paragraph without a number"
    is_preambular = paragraph.kind is ParagraphKind.PREAMBULAR
    if is_preambular and not paragraph.parent and paragraph.label:
        yield "a preambular paragraph with a label"
    if paragraph.parent and not paragraph.label and not _CLOSING_WORDS.fullmatch(paragraph.id):
        yield "a sub-paragraph without a label"


def _citations(found: ParsedResolution) -> Iterator[str]:
    texts: dict[str, list[str]] = {}
    entries: tuple[Paragraph | Footnote, ...] = (*found.paragraphs, *found.footnotes)
    for entry in entries:
        texts.setdefault(entry.id, []).append(entry.text)
    anchors = {paragraph.id for paragraph in found.paragraphs}
    for citation in found.citations:
        span = slice(citation.start, citation.end)
        if citation.start >= citation.end:
            yield "a citation of no words"
        if citation.text not in [text[span] for text in texts.get(citation.source, [])]:
            yield "a citation outside its words"
        if citation.target is None and citation.pinpoint not in anchors:
            yield "a reference to no paragraph"


def _symbols(found: ParsedResolution) -> Iterator[str]:
    targets = [citation.target for citation in found.citations]
    for symbol in {found.masthead.symbol, found.masthead.draft_symbol, *targets} - {None}:
        try:
            if str(Symbol.read(symbol or "")) != symbol:
                yield "a symbol that is not canonical"
        except SymbolError:
            yield "a symbol that is none"


def _json(found: ParsedResolution, data: bytes) -> Iterator[str]:
    record = record_of("file", data, outcome=found)
    try:
        written = json.dumps(record, ensure_ascii=False)
        written.encode("utf-8")
    except UnicodeEncodeError:
        yield "a character that UTF-8 does not have"
        return
    if "\\u0000" in written:
        yield "a NUL"
    if json.loads(written) != record:
        yield "a record that JSON does not give back"
