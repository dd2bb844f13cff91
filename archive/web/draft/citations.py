"""The citations of a draft, each held against what the archive knows of what it cites."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from archive.models import Resolution
from archive.parsing.citations.absent import references_to_nothing
from archive.parsing.parsed import Citation, ParsedResolution
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind
from archive.web.draft.cited_places import NOWHERE, cited_places
from archive.web.draft.values import CheckedCitation, Dating, Standing


def checked_citations(parsed: ParsedResolution) -> Mapping[str, Sequence[CheckedCitation]]:
    """The citations of a draft by the anchor of the paragraph or note they stand in.

    Two database queries. References to paragraphs that the draft has not are among them. A document
    that is cited only because it prints a part that is cited is left out.
    """
    nowhere = references_to_nothing(parsed.paragraphs, parsed.footnotes)
    missing = {_span(one) for one in nowhere}
    cited = (one for one in parsed.citations if not one.of_whole and _span(one) not in missing)
    own = [*cited, *nowhere]
    symbols = {one.target for one in own if one.target}
    known = {one.symbol: one for one in Resolution.objects.cited_by_a_draft(symbols)}
    anchors = frozenset(one.id for one in parsed.paragraphs)
    places = cited_places(own)
    found: dict[str, list[CheckedCitation]] = {}
    for one in own:
        checked = _checked(one, known, anchors=anchors)
        if checked.standing is Standing.HELD:
            checked = replace(checked, places=places.get(_named(one), NOWHERE))
        found.setdefault(one.source, []).append(checked)
    return found


def _span(one: Citation) -> tuple[str, int, int]:
    return one.source, one.start, one.end


def _named(one: Citation) -> tuple[str, str]:
    return one.target or "", one.pinpoint or ""


def _checked(
    one: Citation, known: Mapping[str, Resolution], *, anchors: Collection[str]
) -> CheckedCitation:
    if one.target is None:
        is_there = one.pinpoint is None or one.pinpoint in anchors
        standing = Standing.WITHIN if is_there else Standing.MISSING
        return CheckedCitation(citation=one, standing=standing)
    cited = known.get(one.target)
    if cited is None:
        return CheckedCitation(citation=one, standing=_unknown(one.target))
    if cited.is_withdrawn:
        return CheckedCitation(citation=one, standing=Standing.WITHDRAWN)
    return CheckedCitation(
        citation=one,
        standing=Standing.HELD if cited.is_held else Standing.KNOWN,
        cited=cited,
        dating=_dating(one, cited),
    )


def _unknown(target: str) -> Standing:
    """Whether what the archive does not know is anything that it keeps: an act, or a draft."""
    try:
        symbol = Symbol.read_and_forget(target)
    except SymbolError:
        return Standing.UNKNOWN
    is_document = symbol.kind is SymbolKind.DOCUMENT
    return Standing.DOCUMENT if is_document else Standing.UNKNOWN


def _dating(one: Citation, cited: Resolution) -> Dating:
    if one.dated_on is None:
        return Dating.NOT_GIVEN
    if cited.adopted_on is None:
        return Dating.UNCHECKED
    return Dating.RIGHT if cited.adopted_on == one.dated_on else Dating.WRONG
