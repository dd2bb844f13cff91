"""The masthead of an edition: each fact with what it rests on, and candidates for the symbol."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.admin.review.forms import CorrectionForms
from archive.admin.review.places import place_id
from archive.corrections.facts import FACTS
from archive.corrections.values import MASTHEAD
from archive.ingest.editing.editions import Edition
from archive.ingest.fact_columns import Sponsors, in_words
from archive.ingest.facts import Statement
from archive.ingest.statements import statements_of_masthead
from archive.models import Correction, Evidence, Resolution
from archive.parsing.parsed import Candidate, Masthead
from archive.parsing.session_names import ordinal
from archive.parsing.symbols import Organ

_MOST_KNOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFact:
    """A fact of the masthead; ``value`` is empty where there is none.

    ``evidence`` is a sentence on what it rests on, or what the person who set it says.
    """

    name: str
    value: str
    evidence: str
    set_by: Correction | None
    id: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a text without a symbol may be: the symbol, or what of it is known; with evidence.

    ``problem`` says why it was refused, where it was.
    """

    symbol: str
    told: str
    evidence: str
    problem: str = ""


def reviewed_facts(edition: Edition, forms: CorrectionForms) -> tuple[ReviewedFact, ...]:
    """Every fact that a masthead may have, in its order."""
    parsed = edition.parsed
    printed = {
        one.fact.value: one
        for one in statements_of_masthead(parsed.masthead, language=parsed.language)
    }
    return tuple(
        _reviewed(fact, printed.get(fact), edition=edition, address=forms.fact(fact))
        for fact in FACTS
    )


def _reviewed(
    fact: str, printed: Statement | None, *, edition: Edition, address: str
) -> ReviewedFact:
    where = f"{MASTHEAD}{fact}"
    set_by = edition.set_at(where)
    if set_by is not None:
        value, evidence = _as_set(fact, edition), set_by.evidence
    else:
        value = in_words(printed.value) if printed else ""
        evidence = _said_of(printed, edition.parsed.masthead) if printed else ""
    return ReviewedFact(
        name=str(Evidence.Fact(fact).label),
        value=value,
        evidence=evidence,
        set_by=set_by,
        id=place_id(where),
        address=address,
    )


def _said_of(printed: Statement, masthead: Masthead) -> str:
    """What a fact rests on that nobody has set: a line of the masthead, or what follows from it."""
    if printed.words in masthead.lines:
        return f"The file prints: “{printed.words}”"
    is_stage = printed.fact is Evidence.Fact.STAGE
    return "It follows from the symbol." if is_stage else "The file says so itself."


def _as_set(fact: str, edition: Edition) -> str:
    """A value that a person set, in words; it may be that there is none."""
    value = _value(edition.parsed.masthead, fact)
    if value is None:
        value = edition.corrected.facts.get(fact)
    return in_words(value) if value is not None else ""


def _value(masthead: Masthead, fact: str) -> Any:
    if fact == "sponsors":
        first, additional = masthead.sponsors, masthead.additional_sponsors
        return Sponsors(first=first, additional=additional) if first or additional else None
    return getattr(masthead, fact, None)


def offers(edition: Edition) -> tuple[Offer, ...]:
    """What a text may be that prints no symbol: one query. None where it has one."""
    if edition.parsed.masthead.symbol is not None:
        return ()
    candidates = edition.parsed.candidates
    return (*_as_given(edition), *_known(edition), *(_offer(one, edition) for one in candidates))


def _as_given(edition: Edition) -> Iterator[Offer]:
    ingestion = edition.ingestion
    given, file = ingestion.given_symbol, ingestion.source_file
    if given:
        evidence = f"Received as {given}, from {file.received_from}."
        told = "Whoever brought the file says that it is this."
        yield Offer(symbol=given, told=told, evidence=evidence)


def _offer(one: Candidate, edition: Edition) -> Offer:
    beginning = _beginning(one, edition.parsed.masthead.organ)
    told = _told(one)
    return Offer(symbol=one.symbol or beginning, told=told, evidence=f"The text {one.evidence}.")


def _told(one: Candidate) -> str:
    if one.symbol:
        return "The text says so."
    session = ordinal(one.session) if one.session else "some"
    return f"It may be of the {session} session; write the number that is missing."


def _beginning(one: Candidate, organ: Organ | None) -> str:
    """The beginning of the symbols of a session, where the organ counts by sessions."""
    stems = {None: "A/RES", Organ.GA: "A/RES", Organ.HRC: "A/HRC/RES"}
    return f"{stems[organ]}/{one.session}/" if organ in stems and one.session else ""


def _known(edition: Edition) -> Iterator[Offer]:
    """Resolutions of the sessions in question that the archive knows of and does not hold."""
    sessions = {one.session: one for one in edition.parsed.candidates if one.session}
    organ = edition.parsed.masthead.organ or Organ.GA
    for row in Resolution.objects.not_held_of(organ.value, sessions)[:_MOST_KNOWN]:
        candidate = sessions[row.session_ordinal or 0]
        yield Offer(
            symbol=row.symbol,
            told=f"{row.title or 'Its title is not known'}. Of that session, and not held yet.",
            evidence=f"The text {candidate.evidence}, so it may be of session {candidate.session}; "
            f"of that session {row.symbol} is known and not held.",
        )
