"""Citing alone: what words cite, in the place of whatever they cite now.

What a person has said that words cite stays beside what another says; so it is taken out first.
"""

from archive.corrections import making
from archive.corrections.applying import applied
from archive.corrections.citing import checked_cited, checked_span
from archive.corrections.places import Span, span_of
from archive.corrections.sheets import sheet_of
from archive.corrections.values import Correction
from archive.parsing.parsed import ParsedResolution


def cited_alone(parsed: ParsedResolution, span: Span, *, symbol: str) -> list[Correction]:
    """The corrections by which words cite a symbol, or an anchor, and nothing else.

    Raises CorrectionError as the functions of ``making`` do.
    """
    sheet = sheet_of(parsed)
    wanted = checked_cited(sheet, symbol, words=checked_span(sheet, span))
    named = [one.target or one.pinpoint for one in parsed.citations if span_of(one) == span]
    made = []
    if named and named != [wanted]:
        made.append(making.uncited(parsed, span.source, start=span.start, end=span.end))
        parsed = applied(parsed, made[0])
    cite = making.cited(parsed, span.source, start=span.start, end=span.end, symbol=symbol)
    return [*made, cite]
