"""Citing: what a person says that words cite, or that they cite nothing.

Reads: a settled sheet, a span. Writes: the sheet with the citation set or taken out.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.corrections.naming import named, quoted
from archive.corrections.places import Span, span_of, text_at
from archive.corrections.sheets import Sheet, in_order, spans_set
from archive.corrections.values import CorrectionError
from archive.parsing.dates import find_dates
from archive.parsing.parsed import Citation
from archive.parsing.symbols import read_symbol


def cited_at(sheet: Sheet, span: Span) -> list[Citation]:
    """The citations whose words are exactly those of a span; of a part and its whole, the part."""
    return [one for one in sheet.parsed.citations if span_of(one) == span and not one.of_whole]


def names_of(citations: Sequence[Citation]) -> list[str]:
    """What citations cite: a symbol, or the anchor of a reference within the text."""
    return [one.target or one.pinpoint or "" for one in citations]


def checked_span(sheet: Sheet, span: Span) -> str:
    """The words of a span. Raises CorrectionError where it holds none, or cuts a word.

    What a reader or a person has cited before may be cited again, whatever it holds.
    """
    text = text_at(sheet.parsed, span.source)
    words = text[span.start : span.end]
    if span.end > len(text) or not words.strip():
        raise CorrectionError(
            f"There are no such words in {named(span.source)}; choose them there."
        )
    if cited_at(sheet, span) or span in spans_set(sheet, span.source):
        return words
    if words != words.strip() or _cuts_word(text, span.start) or _cuts_word(text, span.end):
        raise CorrectionError(
            f"{quoted(words)} in {named(span.source)} are not whole words; choose whole ones."
        )
    return words


def _cuts_word(text: str, at: int) -> bool:
    """Whether a place stands within a word or a number."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def checked_cited(sheet: Sheet, cited: object, *, words: str) -> str:
    """What words cite in its canonical form. Raises CorrectionError for no symbol and no anchor."""
    written = str(cited or "")
    if any(one.id == written for one in sheet.parsed.paragraphs):
        return written
    symbol = read_symbol(written)
    if symbol is None:
        raise CorrectionError(
            f"{quoted(written)} is no symbol that {quoted(words)} can cite; write it in full, such "
            "as A/RES/66/164, or say that these words cite nothing."
        )
    return symbol.text


def with_citation(sheet: Sheet, span: Span, *, cited: str) -> Sheet:
    """The sheet with a citation on a span, in the place of all that overlaps it.

    Another citation of exactly these words stays where a person has set it. Raises CorrectionError
    for words that are none, and for what is neither a symbol nor a paragraph of the text.
    """
    words = checked_span(sheet, span)
    target = checked_cited(sheet, cited, words=words)
    there = cited_at(sheet, span)
    stays = span in spans_set(sheet, span.source)
    kept = [
        one
        for one in sheet.parsed.citations
        if not span.overlaps(span_of(one)) or (stays and span_of(one) == span)
    ]
    before = next((one for one in there if target in names_of([one])), None)
    made = before or _made(span, words, cited=target, is_anchor="/" not in target)
    others = [one for one in kept if one != before]
    return _with(_without_spans(sheet, span), [*others, replace(made, conflict=None)])


def _made(span: Span, words: str, *, cited: str, is_anchor: bool) -> Citation:
    days = find_dates(words)
    return Citation(
        source=span.source,
        start=span.start,
        end=span.end,
        text=words,
        target=None if is_anchor else cited,
        pinpoint=cited if is_anchor else None,
        dated_on=days[-1] if days and not is_anchor else None,
        by_name=not is_anchor and not any(sign.isdigit() for sign in words),
    )


def without_citation(sheet: Sheet, span: Span) -> Sheet:
    """The sheet with nothing cited at a span, nor within it.

    Raises CorrectionError for words that are none.
    """
    checked_span(sheet, span)
    kept = [one for one in sheet.parsed.citations if not _is_within(one, span)]
    return _with(_without_spans(sheet, span), kept)


def _is_within(one: Citation, span: Span) -> bool:
    return one.source == span.source and span.start <= one.start and one.end <= span.end


def _without_spans(sheet: Sheet, span: Span) -> Sheet:
    """The sheet without what people said of other words that overlap these."""
    others = {str(one) for one in spans_set(sheet, span.source) if one.overlaps(span)}
    kept = {place: by for place, by in sheet.set_by.items() if place not in others - {str(span)}}
    return replace(sheet, set_by=kept)


def _with(sheet: Sheet, citations: Sequence[Citation]) -> Sheet:
    parsed = sheet.parsed
    return replace(sheet, parsed=replace(parsed, citations=in_order(parsed, citations)))
