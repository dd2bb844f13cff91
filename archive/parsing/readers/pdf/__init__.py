"""PDF to blocks: pages, lines, running heads and feet, notes, paragraphs.

Reads: bytes. Writes: a Reading in format ``pdf``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.parsing.blocks import LINE_END_HYPHEN, Block, BlockKind, Reading, as_printed
from archive.parsing.mends import mend_line_ends
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Mend, ParseWarning
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.pdf.flow import Measures, in_reading_order, measure
from archive.parsing.readers.pdf.fonts import UNKNOWN
from archive.parsing.readers.pdf.front import cells_of
from archive.parsing.readers.pdf.furniture import PageParts, part_pages
from archive.parsing.readers.pdf.glyphs import PrintedPage
from archive.parsing.readers.pdf.lines import PageLine, PageText, usual_size
from archive.parsing.readers.pdf.marks import NoteNumbers
from archive.parsing.readers.pdf.notes import Note, NoteFinder, joined_rules
from archive.parsing.readers.pdf.pages import printed_pages
from archive.parsing.readers.pdf.paragraphs import block_of, paragraphs_of
from archive.parsing.readers.pdf.table_lines import texts_of
from archive.parsing.readers.pdf.words import as_read
from archive.parsing.readers.pdf.work import Work
from archive.parsing.readers.text.open_paragraph import OpenParagraph
from archive.parsing.vocabulary import vocabulary_of

Placed = tuple[PageLine, Measures]


def read(data: bytes) -> Reading:
    """Read a PDF file.

    Raises ParseError: ``pdf_encrypted``, ``pdf_damaged``, ``pdf_without_text``, ``too_large``.
    """
    work = Work()
    pages = printed_pages(data, work)
    texts = texts_of(pages)
    unread = [_unread(page) for page in pages]
    parts = part_pages([(page, text.lines) for page, text in zip(pages, texts, strict=True)])
    scanned = any(page.is_scanned for page in pages)
    source = "\n".join([*(text.source for text in texts), *unread])
    blocks, numbers, has_raised = _blocks(parts)
    blocks, mends = _with_whole_front(blocks)
    blocks += [
        Block(BlockKind.FURNITURE, words, f"page {page.number}")
        for page, words in zip(pages, unread, strict=True)
        if words
    ]
    return Reading(
        format="pdf",
        blocks=tuple(blocks),
        source_text=source,
        hidden_marks=not numbers.run_on and (scanned or not (has_raised or numbers.all_met)),
        warnings=(*_warnings(source, work), *_doubts(texts), *numbers.warnings()),
        mends=(*numbers.mends, *mends),
    )


def _unread(page: PrintedPage) -> str:
    """The signs of a page that are not read as its text: hidden ones, and those at an angle."""
    return " ".join("".join(one.text for one in as_read([*page.hidden, *page.turned])).split())


def _blocks(parts: Sequence[PageParts]) -> tuple[list[Block], NoteNumbers, bool]:
    """The blocks of the pages, the numbers of the notes, and whether any number is raised."""
    lines = [line for part in parts for line in part.lines]
    finder = NoteFinder(usual_size(lines))
    placed: list[Placed] = []
    furniture: list[Block] = []
    for part in parts:
        furniture += [_furniture(line.printed, line.where) for line in part.furniture]
        for column in _columns(part):
            found = finder.take(column, part.page.rules, width=part.page.width)
            furniture += [_furniture(rule, column[0].where) for rule in found.furniture]
            placed += _placed(found.lines, placed)
    numbers = NoteNumbers(finder.notes)
    start = _start_of_text([line for line, _ in placed])
    blocks = [
        block
        for cell in cells_of(placed[:start])
        for block in block_of(cell, numbers, in_text=False)
    ]
    for paragraph in paragraphs_of(placed[start:]):
        blocks += block_of(paragraph, numbers, in_text=True)
    notes = [block for note in finder.notes for block in _note_blocks(note, numbers)]
    has_raised = any(
        printed[0].isdigit()
        for found, _ in placed
        for line in found.all
        for _, printed in line.raised
    )
    return [*blocks, *notes, *furniture], numbers, has_raised


def _with_whole_front(blocks: list[Block]) -> tuple[list[Block], list[Mend]]:
    """The blocks, and what was mended in those before the text, which are no paragraphs."""
    named = next((at for at, block in enumerate(blocks) if organ_of(block.text)), 0)
    divided = [at for at in range(named) if LINE_END_HYPHEN in blocks[at].text]
    if not divided:
        return blocks, []
    words = vocabulary_of(block.text for block in blocks)
    mends: list[Mend] = []
    for at in divided:
        text, found = mend_line_ends(blocks[at].text, words, where=blocks[at].where)
        blocks[at] = replace(blocks[at], text=text)
        mends += found
    return blocks, mends


def _columns(part: PageParts) -> list[list[PageLine]]:
    """The lines of a page in stretches that are read one after the other."""
    stretches: list[list[PageLine]] = []
    for line in in_reading_order(part.lines, joined_rules(part.page.rules)):
        if not stretches or stretches[-1][-1].column != line.column:
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _placed(lines: Sequence[PageLine], before: Sequence[Placed]) -> list[Placed]:
    """Lines with the measures of their column; of few lines those of the last like it hold."""
    if not lines:
        return []
    column = lines[0].column
    usual = next((measures for line, measures in reversed(before) if line.column == column), None)
    measures = measure(lines, usual=usual)
    return [(line, measures) for line in lines]


def _start_of_text(lines: Sequence[PageLine]) -> int:
    """The line that names the organ that speaks, or else the first that opens a paragraph."""
    named = (index for index, line in enumerate(lines) if organ_of(line.text))
    opened = (index for index, line in enumerate(lines) if find_opening(line.text))
    return next(named, next(opened, 0))


def _furniture(words: str, where: str) -> Block:
    return Block(BlockKind.FURNITURE, words, where)


def _note_blocks(note: Note, numbers: NoteNumbers) -> list[Block]:
    """A note as a block, with what is printed beside its number.

    A starred note that nothing in the text marks speaks of the document: it is furniture.
    """
    words = OpenParagraph(note.where)
    for index, line in enumerate(note.lines):
        text = line.printed
        words.add(text[len(note.printed) :].strip() if not index else text)
    block = words.block()
    if not note.number.isdigit() and not numbers.is_marked(note):
        return [_furniture(as_printed(f"{note.printed} {block.text}"), note.where)]
    beside = note.printed.removeprefix(note.number).strip()
    return [
        replace(block, kind=BlockKind.NOTE, number=numbers.of(note)),
        *([_furniture(beside, note.where)] if beside else []),
    ]


def _warnings(source: str, work: Work) -> Iterable[ParseWarning]:
    if UNKNOWN in source:
        count = source.count(UNKNOWN)
        signs = "1 character is" if count == 1 else f"{count:,} characters are"
        yield _lost(f"The fonts do not say what {signs}.")
    if work.is_broken:
        yield _lost("A part of the file is damaged or missing, so words may be lost.")


def _doubts(texts: Sequence[PageText]) -> Iterable[ParseWarning]:
    """Where words stand in columns and it is not certain what the rows are."""
    doubted = {line.where: None for text in texts for line in text.lines if len(line.rows) == 1}
    for where in doubted:
        message = "Words stand in columns; it is not certain what is a row, so each line is a text."
        yield ParseWarning(code="table_in_doubt", message=message, where=where)


def _lost(message: str) -> ParseWarning:
    return ParseWarning(code="characters_lost", message=message, where="file")
