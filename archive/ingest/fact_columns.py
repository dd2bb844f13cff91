"""Facts as columns of a resolution: which columns hold a fact, how to read and to write them."""

from collections.abc import Mapping
from datetime import date

from archive.ingest.adoptions import adoption_in_words
from archive.models import Evidence, Resolution
from archive.parsing.dates import date_in_words
from archive.parsing.parsed import Adoption, AdoptionMethod

#: A fact's value; ``adopted_as`` and ``symbol`` are canonical symbols, ``stage`` is its column's.
Value = str | int | date | Adoption

_Fact = Evidence.Fact
_VOTES = ("votes_in_favour", "votes_against", "votes_abstaining")

#: The columns that hold each fact; the symbol is the resolution's identity and is never written.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    fact.value: (fact.value,) for fact in _Fact if fact is not _Fact.SYMBOL
} | {
    _Fact.ADOPTION.value: ("adoption_method", *_VOTES),
    _Fact.SYMBOL.value: (),
}


def read_value(resolution: Resolution, fact: Evidence.Fact) -> Value | None:
    """The value a resolution holds for a fact, or None where it holds none."""
    if fact is _Fact.ADOPTION:
        return _adoption_of(resolution)
    if fact is _Fact.ADOPTED_AS:
        return resolution.adopted_as.symbol if resolution.adopted_as else None
    value: Value | None = getattr(resolution, fact.value)
    return None if value == "" else value


def write_value(
    resolution: Resolution, fact: Evidence.Fact, *, value: Value, rows: Mapping[str, Resolution]
) -> None:
    """Set a fact's columns, unsaved; ``rows`` holds the resolution a symbol as value names."""
    value = as_kept(value)
    if isinstance(value, Adoption):
        _write_adoption(resolution, value)
    elif fact is _Fact.ADOPTED_AS:
        resolution.adopted_as = rows[str(value)]
    else:
        setattr(resolution, fact.value, value)


def in_words(value: Value | None) -> str:
    """A value as a sentence has it: 19 December 2011, without a vote, the title."""
    if isinstance(value, Adoption):
        return adoption_in_words(value)
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
    )


def as_kept(value: Value) -> Value:
    """A value as the columns can keep it: of a vote all three counts, or none of them."""
    if isinstance(value, Adoption) and None in _counts(value):
        return Adoption(method=value.method)
    return value


def _counts(adoption: Adoption) -> tuple[int | None, int | None, int | None]:
    return adoption.in_favour, adoption.against, adoption.abstaining


def _write_adoption(resolution: Resolution, adoption: Adoption) -> None:
    resolution.adoption_method = adoption.method.value
    for column, count in zip(_VOTES, _counts(adoption), strict=True):
        setattr(resolution, column, count)
