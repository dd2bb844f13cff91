"""What an edition states: the masthead's facts, and in their place those that people have set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from archive.corrections.values import MASTHEAD
from archive.ingest.editing.editions import Edition
from archive.ingest.fact_columns import Sponsors, Value
from archive.ingest.facts import Statement
from archive.ingest.resolutions import stage_of
from archive.ingest.statements import statements_of_masthead
from archive.models import Correction, Evidence
from archive.parsing.parsed import Masthead
from archive.parsing.symbols import Symbol

_Fact = Evidence.Fact
#: Facts that a masthead has no field for; a person gives them in words.
_IN_WORDS = frozenset({_Fact.SERIES, _Fact.ADOPTED_AS})
_OF_SPONSORS = frozenset({"sponsors", "additional_sponsors"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFact:
    """A fact that a person has set, and the correction that did."""

    fact: Evidence.Fact
    correction: Correction


def facts_set(edition: Edition) -> tuple[SetFact, ...]:
    """The facts of an edition that people have set, each once."""
    found: dict[Evidence.Fact, SetFact] = {}
    for name in edition.corrected.facts:
        fact, correction = fact_named(name), edition.set_at(f"{MASTHEAD}{name}")
        if fact is not None and correction is not None:
            found[fact] = SetFact(fact=fact, correction=correction)
    return tuple(found.values())


def statements_of_edition(edition: Edition, symbol: Symbol) -> list[Statement]:
    """What an edition states of the resolution it is, each fact with its words.

    The stage follows from a symbol that a person has set, and rests on the same.
    """
    set_facts = facts_set(edition)
    taken = {one.fact for one in set_facts}
    if _Fact.SYMBOL in taken:
        taken.add(_Fact.STAGE)
    parsed = edition.parsed
    printed = statements_of_masthead(parsed.masthead, language=parsed.language)
    by_people = (one for found in set_facts for one in _stated(edition, found, symbol=symbol))
    return [*(one for one in printed if one.fact not in taken), *by_people]


def fact_named(name: str) -> Evidence.Fact | None:
    """The fact of a masthead's field; None for one that is no fact of a resolution."""
    if name in _OF_SPONSORS:
        return _Fact.SPONSORS
    return _Fact(name) if name in _Fact.values else None


def _stated(edition: Edition, found: SetFact, *, symbol: Symbol) -> Iterator[Statement]:
    facts = [found.fact, *[_Fact.STAGE][: found.fact is _Fact.SYMBOL]]
    for fact in facts:
        yield Statement(
            fact=fact,
            value=_value(edition, fact, symbol=symbol),
            words=found.correction.evidence,
            origin=Evidence.Origin.PERSON,
            stated_by=found.correction.author_id,
        )


def _value(edition: Edition, fact: Evidence.Fact, *, symbol: Symbol) -> Value | None:
    """The value of a fact as an edition has it; None where a person says that there is none."""
    masthead = edition.parsed.masthead
    if fact is _Fact.SYMBOL:
        return symbol.text
    if fact is _Fact.STAGE:
        return stage_of(symbol)
    if fact is _Fact.SPONSORS:
        return _sponsors(masthead)
    if fact in _IN_WORDS:
        words = edition.corrected.facts[fact.value]
        return Symbol.read(words).text if words and fact is _Fact.ADOPTED_AS else words
    value: Any = getattr(masthead, fact.value)
    assert value is None or isinstance(value, Value | date), "the masthead has values"
    return value or None


def _sponsors(masthead: Masthead) -> Value | None:
    first, additional = masthead.sponsors, masthead.additional_sponsors
    return Sponsors(first=first, additional=additional) if first or additional else None
