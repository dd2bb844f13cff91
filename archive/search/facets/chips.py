"""Chips: what narrows a search, in words, each with the search that it would be without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from archive.models import Resolution
from archive.parsing.session_names import session_name
from archive.search.form.params import Part, SearchParams
from archive.search.form.periods import Period

_WHERE = {
    Part.TITLE: gettext_noop("in the title"),
    Part.PREAMBULAR: gettext_noop("in preambular paragraphs"),
    Part.OPERATIVE: gettext_noop("in operative paragraphs"),
    Part.ANNEX: gettext_noop("in annexes"),
    Part.FOOTNOTES: gettext_noop("in notes"),
}
#: Of acts and of drafts, by what bounds the time.
_DATES = {
    "since": (
        gettext_noop("adopted from %(since)s"),
        gettext_noop("distributed from %(since)s"),
    ),
    "until": (
        gettext_noop("adopted until %(until)s"),
        gettext_noop("distributed until %(until)s"),
    ),
    "year": (gettext_noop("adopted in %(since)s"), gettext_noop("distributed in %(since)s")),
    "day": (gettext_noop("adopted on %(since)s"), gettext_noop("distributed on %(since)s")),
    "span": (
        gettext_noop("adopted %(since)s to %(until)s"),
        gettext_noop("distributed %(since)s to %(until)s"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Something that narrows a search, in words; ``params`` is the search without it."""

    label: str
    params: SearchParams


def chips(params: SearchParams) -> tuple[Chip, ...]:
    """One chip for each value that narrows, in the order of the address; from and to are one."""
    return tuple(_chips(params))


def cleared(params: SearchParams) -> SearchParams:
    """The search with nothing that narrows: its words, its view and its order alone."""
    return params.with_(
        parts=(),
        organ=None,
        session="",
        since=None,
        until=None,
        openings=(),
        cites=(),
        stage=None,
        held=None,
    )


def dates_in_words(params: SearchParams) -> str:
    """When what is sought was adopted: "adopted 2000 to 2015"; of drafts, when distributed."""
    since, until = _span(params.since, params.until)
    if not (since or until):
        return ""
    words = _DATES[_bound(since, until)][params.stage is Resolution.Stage.DRAFT]
    told = {"since": since.in_words if since else "", "until": until.in_words if until else ""}
    return gettext(words) % told


def parts_in_words(params: SearchParams) -> tuple[str, ...]:
    """Where what is sought must stand: "in the title", "in notes"."""
    return tuple(gettext(_WHERE[part]) for part in params.parts)


def session_in_words(written: str) -> str:
    """A session for people: "sixty-sixth session"; of an organ that counts by years, its year."""
    return session_name(written) or gettext("session %(number)s") % {"number": written}


def _span(since: Period | None, until: Period | None) -> tuple[Period | None, Period | None]:
    """The time from one period to another, either of which may be open.

    A day and the year it is in are two days.
    """
    if since and until and since != until and since.first.year == until.last.year:
        return Period.of_day(since.first), Period.of_day(until.last)
    return since, until


def _bound(since: Period | None, until: Period | None) -> str:
    """What bounds a time that is not open on both sides."""
    if since is None or until is None:
        return "since" if since else "until"
    if since == until:
        return "year" if since.is_year else "day"
    return "span"


def _chips(params: SearchParams) -> Iterator[Chip]:
    for part in params.parts:
        rest = tuple(one for one in params.parts if one != part)
        yield Chip(label=gettext(_WHERE[part]), params=params.with_(parts=rest))
    if params.organ:
        yield Chip(label=gettext(params.organ.full_name), params=params.with_(organ=None))
    if params.session:
        label = session_in_words(params.session)
        yield Chip(label=label, params=params.with_(session=""))
    if params.since or params.until:
        yield Chip(label=dates_in_words(params), params=params.with_(since=None, until=None))
    yield from _chips_of_wording(params)
    if params.stage:
        yield Chip(label=str(params.stage.label).lower(), params=params.with_(stage=None))
    if params.held is not None:
        yield Chip(
            label=gettext("held") if params.held else gettext("not held"),
            params=params.with_(held=None),
        )


def _chips_of_wording(params: SearchParams) -> Iterator[Chip]:
    for opening in params.openings:
        rest = tuple(one for one in params.openings if one != opening)
        yield Chip(
            label=gettext("opens with “%(opening)s”") % {"opening": opening},
            params=params.with_(openings=rest),
        )
    for symbol in params.cites:
        rest = tuple(one for one in params.cites if one != symbol)
        yield Chip(
            label=gettext("cites %(symbol)s") % {"symbol": symbol}, params=params.with_(cites=rest)
        )
