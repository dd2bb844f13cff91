"""Since when: the history of a paragraph in a line, “since 2001, reworded 2003, 2011”."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.comparison.histories import State, TextInSeries, cells
from archive.comparison.reach import KnownTexts
from archive.models import Resolution, Series, Text
from archive.search.lineages.courses import Course, Use, courses_through
from archive.search.lineages.known import dating_of

#: Whether what a text did ``against`` another one may be older.
_IsOlder = Callable[..., bool]
#: So many rewordings are named by their years; more are counted.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that has a paragraph, as a line of its history tells it.

    ``name`` is its year; of one without a date, which ``is_undated``, it is the symbol.
    ``may_be_older`` is whether texts that are not held may have done before what this one did.
    """

    name: str
    is_draft: bool
    is_undated: bool
    is_unverified: bool
    may_be_older: bool
    state: State

    @property
    def in_words(self) -> str:
        """When it was, with the doubt there is about that, and whether this is a draft."""
        doubts = [_("draft")] if self.is_draft and not self.is_undated else []
        doubts += [_("unverified")] if self.is_unverified else []
        named = _("the draft %(symbol)s") if self.is_draft and self.is_undated else "%(symbol)s"
        name = named % {"symbol": self.name}
        return f"{name} ({', '.join(doubts)})" if doubts else name

    @property
    def as_rewording(self) -> str:
        """When it reworded: “2011”, “by 2011” where it may be older, “in the draft …”."""
        told = {"when": self.in_words}
        if self.is_undated:
            in_it = _("in %(when)s or before") if self.may_be_older else _("in %(when)s")
            return in_it % told
        return (_("by %(when)s") if self.may_be_older else "%(when)s") % told


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The history of a paragraph in a line, and the address of its lineage."""

    words: str
    address: str


def told_of(
    resolution: Resolution, state: State, *, is_unverified: bool, may_be_older: bool = False
) -> Told:
    """What a line tells of one text."""
    day = resolution.day
    return Told(
        name=str(day.year) if day else _symbol(resolution),
        is_draft=resolution.is_draft,
        is_undated=day is None,
        is_unverified=is_unverified,
        may_be_older=may_be_older,
        state=state,
    )


def _symbol(one: Resolution) -> str:
    return one.symbol if one.is_draft else one.identity.short


def since_in_words(told: Sequence[Told]) -> str:
    """The line: “since 2001, reworded 2003, 2011”; of many rewordings, how many and the last."""
    at_the_latest = _("since %(year)s at the latest")
    first = at_the_latest if told[0].may_be_older else _("since %(year)s")
    since = first % {"year": told[0].in_words}
    reworded = [one for one in told if one.state is State.REWORDED]
    if not reworded:
        return _("%(since)s, not reworded") % {"since": since}
    if len(reworded) <= _MOST_NAMED:
        years = _(", ").join(dict.fromkeys(one.as_rewording for one in reworded))
        return _("%(since)s, reworded %(years)s") % {"since": since, "years": years}
    return _many(reworded) % {
        "since": since,
        "times": len(reworded),
        "year": reworded[-1].as_rewording,
    }


def _many(reworded: Sequence[Told]) -> str:
    """Of many rewordings how many there are; at least so many, where texts are not held."""
    if any(one.may_be_older for one in reworded):
        return ngettext(
            "%(since)s, reworded at least %(times)s time, last %(year)s",
            "%(since)s, reworded at least %(times)s times, last %(year)s",
            len(reworded),
        )
    return ngettext(
        "%(since)s, reworded %(times)s time, last %(year)s",
        "%(since)s, reworded %(times)s times, last %(year)s",
        len(reworded),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stands beside a text: histories by the keys of paragraphs, and its series, if any."""

    histories: Mapping[int, Since]
    series: Series | None


def margins(text: Text) -> Margins:
    """The histories of the paragraphs that other texts have too, and the series: one query."""
    courses, known = courses_through(text)
    return Margins(
        histories=dict(_margins(courses, known, text=text)),
        series=courses[0].lineage.series if courses else None,
    )


def _margins(
    courses: Iterable[Course], known: KnownTexts, *, text: Text
) -> Iterator[tuple[int, Since]]:
    is_older: _IsOlder = cache(partial(may_be_older, known=known))  # paragraph after paragraph
    for course in courses:
        if len(course.uses) > 1:
            words = since_in_words(_told(course.uses, is_older))
            since = Since(words=words, address=course.lineage.get_absolute_url())
            here = (use for use in course.uses if use.text == text.pk)
            yield from ((one.paragraph_id, since) for use in here for one in use.places)


def _told(uses: Sequence[Use], is_older: _IsOlder) -> list[Told]:
    """Each use, with what its text did, as its places tell."""
    firsts = [use.places[0] for use in uses]
    resolutions = [one.paragraph.text.resolution for one in firsts]
    standings = [TextInSeries(one.organ, one.is_draft) for one in resolutions]
    found = cells([use.version for use in uses], standings)
    return [
        told_of(
            one,
            cell.state,
            is_unverified=first.date_is_unverified,
            may_be_older=is_older(
                one, against=None if cell.against is None else resolutions[cell.against]
            ),
        )
        for first, one, cell in zip(firsts, resolutions, found, strict=True)
    ]


def may_be_older(one: Resolution, *, against: Resolution | None, known: KnownTexts) -> bool:
    """Whether texts that are not held may have done before what one did to another, if to any."""
    start = dating_of(against) if against else None
    return bool(known.unheld_before(dating_of(one), against=start))
