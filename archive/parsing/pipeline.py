"""The stages in their order: bytes in, a ParsedResolution out.

read -> divide -> masthead -> footnotes -> paragraphs -> mends -> citations -> candidates -> checks
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, Reading
from archive.parsing.candidates import find_candidates
from archive.parsing.checks import check_account, check_beside
from archive.parsing.citations import find_citations
from archive.parsing.citations.absent import absent_references
from archive.parsing.footnotes import marked_outside, notes_of, place_markers
from archive.parsing.link_checks import check_links
from archive.parsing.masthead import read_masthead
from archive.parsing.masthead_stated import with_stated
from archive.parsing.mends import doubted_words, mend_footnote, mend_paragraph
from archive.parsing.paragraphs import anchors_of, find_paragraphs
from archive.parsing.parsed import (
    Footnote,
    Mend,
    Paragraph,
    ParagraphKind,
    ParsedResolution,
    ParseError,
    ParseWarning,
)
from archive.parsing.readers import read
from archive.parsing.regions import Regions, divide
from archive.parsing.vocabulary import vocabulary_of

#: Changes whenever the output for some file can change.
PARSER_VERSION = "3"


def parse(
    data: bytes, *, vocabulary: frozenset[str] = frozenset(), is_part: bool = False
) -> ParsedResolution:
    """Parse one file; ``vocabulary`` are words known from elsewhere, as evidence for mends.

    Where ``is_part``, a few paragraphs of a resolution are enough. Raises ParseError:
    ``empty_file``, ``too_large``, ``binary_file``, ``format_not_read``, ``not_a_resolution``.
    """
    return parse_reading(read(data), vocabulary=vocabulary, is_part=is_part)


def parse_reading(
    reading: Reading, *, vocabulary: frozenset[str] = frozenset(), is_part: bool = False
) -> ParsedResolution:
    """Every stage after the reader."""
    regions = divide(reading.blocks, is_part=is_part)
    notes = notes_of(reading.blocks)
    masthead, silent, doubts = read_masthead(regions, notes=notes)
    masthead, contradictions = with_stated(masthead, reading.stated)
    paragraphs, footnotes, unused, unsure = _words(regions, notes, hidden=reading.hidden_marks)
    if reading.language == "en":
        _refuse_other_texts(regions, paragraphs, is_part=is_part)
    paragraphs, footnotes, mends, unsettled = _mended(paragraphs, footnotes, wider=vocabulary)
    citations = find_citations(paragraphs, footnotes, organ=masthead.organ, masthead=masthead)
    candidates = (
        () if masthead.symbol else find_candidates(paragraphs, footnotes, organ=masthead.organ)
    )
    parsed = ParsedResolution(
        format=reading.format,
        parser_version=PARSER_VERSION,
        layout=reading.layout or reading.format,
        language=reading.language,
        masthead=masthead,
        candidates=candidates,
        paragraphs=paragraphs,
        footnotes=footnotes,
        citations=citations,
        mends=(*reading.mends, *mends),
        leftovers=(*silent, *regions.leftovers, *unused),
    )
    contradictions += check_links(regions.body, notes, parsed=parsed)
    unsure += [*unsettled, *absent_references(paragraphs, footnotes)]
    told = [*reading.warnings, *doubts, *contradictions, *unsure]
    warnings = [*told, *check_beside(parsed, told)]
    return replace(parsed, warnings=(*warnings, *check_account(reading.source_text, parsed)))


def _words(
    regions: Regions, notes: Sequence[Block], *, hidden: bool
) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...], list[str], list[ParseWarning]]:
    """Paragraphs and notes, numbers that mark nothing, and doubts."""
    texts, unused, unsure = place_markers(regions.body, notes, hidden=hidden, front=regions.front)
    paragraphs = find_paragraphs(texts)
    anchors = anchors_of(paragraphs)
    footnotes = tuple(
        Footnote(
            id=f"fn{note.number}",
            number=note.number or "",
            text=note.text,
            marked_in=anchors.get(note.number or ""),
        )
        for note in notes
    )
    unmarked = {note.number for note in footnotes if note.marked_in is None}
    unsure += marked_outside((*regions.front, *regions.closing), unmarked)
    return paragraphs, footnotes, unused, unsure


def _refuse_other_texts(
    regions: Regions, paragraphs: Sequence[Paragraph], *, is_part: bool
) -> None:
    """Refuse a text that neither names an organ nor is built as a resolution, or a part of one."""
    opened = [paragraph for paragraph in paragraphs if paragraph.opening]
    operative = [p for p in opened if p.kind is ParagraphKind.OPERATIVE]
    is_built = len(opened) > 1 and bool(operative)
    is_text = is_part and any(one.kind is not ParagraphKind.HEADING for one in paragraphs)
    if not is_text and (not opened or not (regions.organ_line or is_built)):
        raise ParseError(
            "not_a_resolution",
            f"It is not built as a resolution: of its paragraphs, {len(opened)} open as preambular "
            "and operative ones do, with “Recalling” or “1. Decides”; check that the file is a "
            "resolution in English.",
        )


def _mended(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote], *, wider: frozenset[str]
) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...], list[Mend], list[ParseWarning]]:
    """Paragraphs and notes with whole words, the mends, and words that may be broken."""
    texts = [paragraph.text for paragraph in paragraphs] + [note.text for note in footnotes]
    words = vocabulary_of(texts, wider=wider)
    mended = [mend_paragraph(paragraph, words) for paragraph in paragraphs]
    noted = [mend_footnote(note, words) for note in footnotes]
    mends = [mend for _, found in (*mended, *noted) for mend in found]
    places = [paragraph.id for paragraph in paragraphs] + [note.id for note in footnotes]
    unsettled = [
        doubt
        for text, where in zip(texts, places, strict=True)
        for doubt in doubted_words(text, words, where=where)
    ]
    return tuple(one for one, _ in mended), tuple(one for one, _ in noted), mends, unsettled
