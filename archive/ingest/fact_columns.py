"""Facts as columns of a resolution: which columns hold a fact, how to read and to write them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Field

from archive.ingest.adoptions import adoption_in_words
from archive.models import Evidence, Resolution
from archive.parsing.dates import date_in_words
from archive.parsing.parsed import Adoption, AdoptionMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsors:
    """The sponsors of a draft, and those who joined later, as a file names them."""

    first: tuple[str, ...] = ()
    additional: tuple[str, ...] = ()


#: A fact's value; ``adopted_as`` and ``symbol`` are canonical symbols, ``stage`` is its column's.
Value = str | int | date | Adoption | Sponsors

_Fact = Evidence.Fact
_VOTES = ("votes_in_favour", "votes_against", "votes_abstaining")
_SIDES = ("in_favour", "against", "abstaining")

#: The columns that hold each fact; the symbol is the resolution's identity and is never written.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    fact.value: (fact.value,) for fact in _Fact if fact is not _Fact.SYMBOL
} | {
    _Fact.ADOPTION.value: ("adoption_method", *_VOTES, "voting_states"),
    _Fact.SPONSORS.value: ("sponsors", "additional_sponsors"),
    _Fact.SYMBOL.value: (),
}


def read_value(resolution: Resolution, fact: Evidence.Fact) -> Value | None:
    """The value a resolution holds for a fact, or None where it holds none."""
    if fact is _Fact.ADOPTION:
        return _adoption_of(resolution)
    if fact is _Fact.SPONSORS:
        return _sponsors_of(resolution)
    if fact is _Fact.ADOPTED_AS:
        return resolution.adopted_as.symbol if resolution.adopted_as else None
    value: Value | None = getattr(resolution, fact.value)
    return None if value == "" else value


def write_value(
    resolution: Resolution,
    fact: Evidence.Fact,
    *,
    value: Value | None,
    rows: Mapping[str, Resolution],
) -> None:
    """Set a fact's columns, unsaved; ``rows`` holds the resolution a symbol as value names.

    Without a value the columns are as those of a resolution of which nothing is known.
    """
    value = as_kept(value)
    if value is None:
        _empty(resolution, fact)
    elif isinstance(value, Adoption):
        _write_adoption(resolution, value)
    elif isinstance(value, Sponsors):
        resolution.sponsors = list(value.first)
        resolution.additional_sponsors = list(value.additional)
    elif fact is _Fact.ADOPTED_AS:
        resolution.adopted_as = rows[str(value)]
    else:
        setattr(resolution, fact.value, value)


def _empty(resolution: Resolution, fact: Evidence.Fact) -> None:
    for column in COLUMNS[fact]:
        field = Resolution._meta.get_field(column)
        assert isinstance(field, Field), "facts are in columns of their own"
        setattr(resolution, field.attname, field.get_default())


def in_words(value: Value | None) -> str:
    """A value as a sentence has it: 19 December 2011, without a vote, the title."""
    if isinstance(value, Adoption):
        return adoption_in_words(value)
    if isinstance(value, Sponsors):
        return ", ".join((*value.first, *value.additional))
    if isinstance(value, date):
        return date_in_words(value)
    return "nothing" if value is None else str(value)


def _adoption_of(resolution: Resolution) -> Adoption | None:
    if not resolution.adoption_method:
        return None
    return Adoption(
        method=AdoptionMethod(resolution.adoption_method),
        in_favour=resolution.votes_in_favour,
        against=resolution.votes_against,
        abstaining=resolution.votes_abstaining,
        in_favour_states=_states(resolution, "in_favour"),
        against_states=_states(resolution, "against"),
        abstaining_states=_states(resolution, "abstaining"),
    )


def _states(resolution: Resolution, side: str) -> tuple[str, ...]:
    return tuple(resolution.voting_states.get(side, ()))


def _sponsors_of(resolution: Resolution) -> Sponsors | None:
    first, additional = resolution.sponsors, resolution.additional_sponsors
    if not first and not additional:
        return None
    return Sponsors(first=tuple(first), additional=tuple(additional))


def as_kept(value: Value | None) -> Value | None:
    """A value as the columns can keep it: of a vote all three counts, or none of them."""
    if isinstance(value, Adoption) and None in _counts(value):
        return replace(value, in_favour=None, against=None, abstaining=None)
    return value


def says_the_same(one: Value | None, other: Value | None) -> bool:
    """Whether two values agree; a vote whose States one side does not name is the same vote."""
    if not isinstance(one, Adoption) or not isinstance(other, Adoption):
        return one == other
    if not states_of(one) or not states_of(other):
        one, other = _without_states(one), _without_states(other)
    return as_kept(one) == as_kept(other)


def states_of(adoption: Adoption) -> dict[str, list[str]]:
    """The States that voted, by side; empty where none is named."""
    named = {side: list(getattr(adoption, f"{side}_states")) for side in _SIDES}
    return named if any(named.values()) else {}


def _without_states(adoption: Adoption) -> Adoption:
    return replace(adoption, in_favour_states=(), against_states=(), abstaining_states=())


def _counts(adoption: Adoption) -> tuple[int | None, int | None, int | None]:
    return adoption.in_favour, adoption.against, adoption.abstaining


def _write_adoption(resolution: Resolution, adoption: Adoption) -> None:
    resolution.adoption_method = adoption.method.value
    for column, count in zip(_VOTES, _counts(adoption), strict=True):
        setattr(resolution, column, count)
    resolution.voting_states = states_of(adoption)
