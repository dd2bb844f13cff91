"""Findings: what keeps an edition from being published, and what else a person should look at."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from archive.admin.review.forms import CorrectionForms
from archive.admin.review.places import FILE, anchor_of, in_words, place_id
from archive.corrections.values import MASTHEAD
from archive.ingest.editing.attention import warnings_left
from archive.ingest.editing.editions import Edition
from archive.ingest.publishing.blocking import Blocker, blockers
from archive.parsing.parsed import ParsedResolution, ParseWarning

#: What is told of a correction that does not meet its place leads to the list of corrections.
CORRECTIONS = "corrections"
#: What is told of a symbol that is wanting leads to what it may be, where there is anything.
OFFERS = "offers"
_CONFLICT = "correction_conflict"
_HELD = "symbol_held"
#: What blocks under another name than it is warned of.
_WARNED_AS = {"symbol_contradicted": "given_symbol_contradicted"}
_NO_SYMBOL = "no_symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A sentence with its place in words and the id it leads to.

    ``explain`` is the form on which a warning is explained, ``replace`` the page on which the file
    takes the place of another; both may be empty.
    """

    code: str
    message: str
    place: str
    id: str
    explain: str = ""
    replace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What blocks, and what only warns."""

    blockers: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def findings_of(edition: Edition, forms: CorrectionForms) -> Findings:
    """Everything that was found, what blocks first; at most six queries."""
    told, found = _Told(edition.parsed, forms), blockers(edition)
    known = {(_WARNED_AS.get(one.code, one.code), one.where) for one in found}
    warnings = [one for one in _warnings(edition) if (one.code, one.where) not in known]
    return Findings(
        blockers=told.all_of(found),
        warnings=told.all_of(warnings),
    )


def blocking(edition: Edition, found: Iterable[Blocker]) -> tuple[Finding, ...]:
    """What blocks, as links to its places, for a page without forms."""
    forms = CorrectionForms(ingestion=edition.ingestion.pk, is_allowed=False)
    return _Told(edition.parsed, forms).all_of(found)


def _warnings(edition: Edition) -> Iterator[ParseWarning]:
    """Those that are left of the edition, and those that publishing told of besides its parse."""
    left = warnings_left(edition)
    record: dict[str, Any] = edition.ingestion.parse_result or {}
    known = {(one["code"], one["message"]) for one in record.get("warnings", ())}
    known |= {(one.code, one.message) for one in left}
    yield from left
    for one in edition.ingestion.warnings:
        if (one["code"], one["message"]) not in known:
            yield ParseWarning(**one)


class _Told:
    """Findings of an edition, told with their places."""

    def __init__(self, parsed: ParsedResolution, forms: CorrectionForms) -> None:
        self._forms = forms
        self._places = _places_of(parsed)
        self._has_offers = bool(parsed.candidates)
        self._can_explain = {(one.code, one.where) for one in parsed.warnings}

    def all_of(self, found: Iterable[Blocker | ParseWarning]) -> tuple[Finding, ...]:
        """The findings in their order."""
        return tuple(map(self._one, found))

    def _one(self, found: Blocker | ParseWarning) -> Finding:
        can_explain = (found.code, found.where) in self._can_explain
        explain = self._forms.explanation(found.code, where=found.where) if can_explain else ""
        return Finding(
            code=found.code,
            message=found.message,
            place=in_words(found.where),
            id=self._id(found),
            explain=explain,
            replace=self._forms.replacement() if found.code == _HELD else "",
        )

    def _id(self, found: Blocker | ParseWarning) -> str:
        if found.code == _CONFLICT:
            return CORRECTIONS
        if found.code == _NO_SYMBOL and self._has_offers:
            return OFFERS
        if found.where.startswith(MASTHEAD):
            return place_id(found.where)
        anchor = anchor_of(found.where)
        return place_id(anchor if anchor in self._places else FILE)


def _places_of(parsed: ParsedResolution) -> Collection[str]:
    """The anchors that are on the page."""
    return {"masthead", *(p.id for p in parsed.paragraphs), *(n.id for n in parsed.footnotes)}
