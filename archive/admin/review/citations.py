"""Citations of an edition: what each leads to, what speaks against it, and who set it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.admin.review.forms import CorrectionForms
from archive.admin.review.places import place_id
from archive.corrections.places import span_of
from archive.ingest.editing.editions import Edition
from archive.ingest.resolutions import is_kept
from archive.models import Correction, Resolution
from archive.parsing.parsed import Citation
from archive.parsing.symbols import Symbol, SymbolError


class CitationState(StrEnum):
    """What the archive has at the other end of a citation."""

    HELD = "held"
    CITED_ONLY = "cited-only"
    NOT_KEPT = "not-kept"
    WITHIN = "within"

    @property
    def label(self) -> str:
        """For people: "cited only"."""
        return _LABELS[self]


_LABELS = {
    CitationState.HELD: "held",
    CitationState.CITED_ONLY: "cited only",
    CitationState.NOT_KEPT: "document, not kept here",
    CitationState.WITHIN: "within the text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationMark:
    """A citation as a review marks it; ``name`` is what it leads to, ``address`` its form."""

    where: str
    start: int
    end: int
    words: str
    name: str
    state: CitationState
    conflict: str
    set_by: Correction | None
    address: str

    @property
    def id(self) -> str:
        """Its id on the page."""
        return place_id(self.where)


def marks_by_anchor(
    edition: Edition, forms: CorrectionForms
) -> Mapping[str, Sequence[CitationMark]]:
    """The citations of each paragraph and note, in reading order: one query.

    Those of the whole of a cited part are left out; they are no mention of their own.
    """
    citations = [one for one in edition.parsed.citations if not one.of_whole]
    states = _states({one.target for one in citations if one.target}, edition=edition)
    found: dict[str, list[CitationMark]] = defaultdict(list)
    for one in citations:
        found[one.source].append(_mark(one, states, edition=edition, forms=forms))
    return found


def _mark(
    one: Citation,
    states: Mapping[str, CitationState],
    *,
    edition: Edition,
    forms: CorrectionForms,
) -> CitationMark:
    where = str(span_of(one))
    return CitationMark(
        where=where,
        start=one.start,
        end=one.end,
        words=one.text,
        name=one.target or one.pinpoint or "",
        state=states.get(one.target or "", CitationState.WITHIN),
        conflict=one.conflict or "",
        set_by=edition.set_at(where),
        address=forms.citation(where),
    )


def _states(symbols: Iterable[str], *, edition: Edition) -> dict[str, CitationState]:
    """The state of each symbol that is cited."""
    wanted = set(symbols)
    rows = Resolution.objects.filter(symbol__in=wanted).held()
    held = set(rows.values_list("symbol", flat=True))
    states = {one: _state(one, held=held) for one in wanted}
    own = edition.parsed.masthead.symbol
    return {**states, own: CitationState.WITHIN} if own in states else states


def _state(symbol: str, *, held: set[str]) -> CitationState:
    if symbol in held:
        return CitationState.HELD
    try:
        kept = is_kept(Symbol.read(symbol))
    except SymbolError:
        kept = False
    return CitationState.CITED_ONLY if kept else CitationState.NOT_KEPT
