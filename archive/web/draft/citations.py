"""The citations of a draft, each held against what the archive knows of what it cites."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.models import Resolution
from archive.parsing.citations.absent import references_to_nothing
from archive.parsing.parsed import ParsedResolution
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind
from archive.web.draft.cited_places import NOWHERE, CitedPlaces, cited_places
from archive.web.draft.given_dates import DatedCitation, with_date
from archive.web.draft.values import CheckedCitation, Dating, Standing


def checked_citations(parsed: ParsedResolution) -> Mapping[str, Sequence[CheckedCitation]]:
    """The citations of a draft by the anchor of the paragraph or note they stand in.

    Two database queries. References to paragraphs that the draft has not are among them. A document
    that is cited only because it prints a part that is cited is left out.
    """
    own = [*_own(parsed)]
    symbols = {one.citation.target for one in own if one.citation.target}
    archive = _Archive(
        known={one.symbol: one for one in Resolution.objects.cited_by_a_draft(symbols)},
        anchors=frozenset(one.id for one in parsed.paragraphs),
        places=cited_places(one.citation for one in own),
    )
    found: dict[str, list[CheckedCitation]] = {}
    for one in own:
        found.setdefault(one.citation.source, []).append(archive.checked(one))
    return found


def _own(parsed: ParsedResolution) -> Iterator[DatedCitation]:
    """The citations, with the dates they give in any form; then the references to nothing."""
    nowhere = references_to_nothing(parsed.paragraphs, parsed.footnotes)
    missing = {(one.source, one.start, one.end) for one in nowhere}
    texts = {one.id: one.text for one in parsed.paragraphs}
    texts |= {note.id: note.text for note in parsed.footnotes}
    for one in parsed.citations:
        if not one.of_whole and (one.source, one.start, one.end) not in missing:
            yield with_date(one, texts.get(one.source, ""))
    yield from (DatedCitation(citation=one) for one in nowhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Archive:
    """What citations are held against: resolutions by symbol, and paragraphs, of the draft too."""

    known: Mapping[str, Resolution]
    anchors: Collection[str]
    places: Mapping[tuple[str, str], CitedPlaces]

    def checked(self, one: DatedCitation) -> CheckedCitation:
        """A citation, and what is known of what it cites."""
        of = one.citation
        if of.target is None:
            is_there = of.pinpoint is None or of.pinpoint in self.anchors
            standing = Standing.WITHIN if is_there else Standing.MISSING
            return CheckedCitation(citation=of, standing=standing)
        cited = self.known.get(of.target)
        if cited is None:
            return CheckedCitation(citation=of, standing=_unknown(of.target))
        if cited.is_withdrawn:
            return CheckedCitation(citation=of, standing=Standing.WITHDRAWN)
        return CheckedCitation(
            citation=of,
            standing=Standing.HELD if cited.is_held else Standing.KNOWN,
            cited=cited,
            places=self.places.get((of.target, of.pinpoint or ""), NOWHERE),
            dating=_dating(one, cited),
            unread_date=one.unread,
        )


def _unknown(target: str) -> Standing:
    """Whether what the archive does not know is anything that it keeps: an act, or a draft."""
    try:
        symbol = Symbol.read_and_forget(target)
    except SymbolError:
        return Standing.UNKNOWN
    is_document = symbol.kind is SymbolKind.DOCUMENT
    return Standing.DOCUMENT if is_document else Standing.UNKNOWN


def _dating(one: DatedCitation, cited: Resolution) -> Dating:
    given = one.citation.dated_on
    if given is None:
        return Dating.UNREAD if one.unread else Dating.NOT_GIVEN
    if cited.adopted_on is None:
        return Dating.UNCHECKED
    return Dating.RIGHT if cited.adopted_on == given else Dating.WRONG
