"""Kinds of facets: how each is called, which values of it are chosen, and where its links lead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from archive.models import Resolution
from archive.parsing.session_names import session_name, session_number
from archive.parsing.symbols import Organ
from archive.search.facets.histogram import in_years
from archive.search.form.params import Part, SearchParams

_NOTHING_CHOSEN = SearchParams()
_DECADE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetKind:
    """A kind of facet.

    ``name`` is the parameter's; ``tally`` says where its values are counted. ``chosen`` gives the
    values of a search that narrow it, ``toggled`` the fields that change with a value added or
    taken away.
    ``in_order`` says that values stand in their own order, the latest first, and are all shown;
    else those most have come first, and of equals those with the least ``rank``, or by name.
    """

    name: str
    label: str
    tally: str
    named: Callable[[Any], str]
    chosen: Callable[[SearchParams], tuple[Any, ...]]
    toggled: Callable[[SearchParams, Any], dict[str, Any]]
    in_order: bool = False
    rank: Callable[[Any], Any] = lambda _value: 0


def decade_of(year: int) -> int:
    """The first year of a year's decade."""
    return year - year % _DECADE


def _of_field(field: str, read: Callable[[Any], Any] = str) -> dict[str, Any]:
    """How a field of SearchParams is set, be it of one value or of any of several.

    ``read`` makes what was counted a value of the field.
    """
    nothing = getattr(_NOTHING_CHOSEN, field)

    def chosen(params: SearchParams) -> tuple[Any, ...]:
        value = getattr(params, field)
        if isinstance(value, tuple):
            return value
        return () if value == nothing else (value,)

    def toggled(params: SearchParams, value: Any) -> dict[str, Any]:
        rest = tuple(one for one in chosen(params) if one != value)
        is_chosen = value in chosen(params)
        if isinstance(nothing, tuple):
            return {field: rest if is_chosen else (read(value),)}
        return {field: nothing if is_chosen else read(value)}

    return {"chosen": chosen, "toggled": toggled}


def _cites_toggled(params: SearchParams, symbol: str) -> dict[str, Any]:
    """With another symbol that must be cited too, or without it."""
    return {"cites": tuple({*params.cites} ^ {symbol})}


def _decades_chosen(params: SearchParams) -> tuple[int, ...]:
    """The decade whose first and last year the dates are; the years before 10 make none."""
    since, until = params.since, params.until
    if not (since and since.is_year and until and until.is_year):
        return ()
    first, last = since.first.year, until.last.year
    return (first,) if first == decade_of(first) and last == first + _DECADE - 1 else ()


KINDS: Iterable[FacetKind] = (
    FacetKind(
        name="organ",
        label=gettext_noop("Organ"),
        tally="organ",
        named=lambda organ: gettext(Organ(organ).full_name),
        **_of_field("organ", Organ),
    ),
    FacetKind(
        name="decade",
        label=gettext_noop("Decade"),
        tally="decades",
        named=lambda decade: gettext("%(year)ss") % {"year": decade},
        chosen=_decades_chosen,
        toggled=lambda params, decade: in_years(params, decade, last=decade + _DECADE - 1),
        in_order=True,
    ),
    FacetKind(
        name="session",
        label=gettext_noop("Session"),
        tally="session",
        named=lambda session: session_name(session).removesuffix(" session") or session,
        rank=lambda session: ("S-" in session, -session_number(session)),
        **_of_field("session"),
    ),
    FacetKind(
        name="in",
        label=gettext_noop("Part"),
        tally="parts",
        named=lambda part: gettext(Part(part).label).lower(),
        **_of_field("parts", Part),
    ),
    FacetKind(
        name="opening",
        label=gettext_noop("Opening"),
        tally="openings",
        named=str,
        **_of_field("openings"),
    ),
    FacetKind(
        name="cites",
        label=gettext_noop("Cites"),
        tally="cites",
        named=str,
        chosen=lambda params: params.cites,
        toggled=_cites_toggled,
    ),
    FacetKind(
        name="stage",
        label=gettext_noop("Stage"),
        tally="stage",
        named=lambda stage: str(Resolution.Stage(stage).label).lower(),
        **_of_field("stage", Resolution.Stage),
    ),
    FacetKind(
        name="held",
        label=gettext_noop("Text"),
        tally="held",
        named=lambda is_held: gettext("held") if is_held else gettext("not held"),
        **_of_field("held", bool),
    ),
)
