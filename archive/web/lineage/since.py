"""Since when: the history of a paragraph in a line, “since 2001, reworded 2003, 2011”."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.comparison.histories import State, TextInSeries, cells
from archive.models import Resolution, Series, Text
from archive.search.lineages.courses import Course, Use, courses_through

#: So many rewordings are named by their years; more are counted.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that has a paragraph, as a line of its history tells it.

    ``name`` is its year; of a resolution without a date its short symbol, of such a draft nothing.
    """

    name: str
    is_draft: bool
    is_unverified: bool
    state: State

    @property
    def in_words(self) -> str:
        """When it was, with the doubt there is about that, and whether this is a draft."""
        doubts = [_("draft")] if self.is_draft and self.name else []
        doubts += [_("unverified")] if self.is_unverified else []
        name = self.name or _("a draft")
        return f"{name} ({', '.join(doubts)})" if doubts else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The history of a paragraph in a line, and the address of its lineage."""

    words: str
    address: str


def told_of(resolution: Resolution, state: State, *, is_unverified: bool) -> Told:
    """What a line tells of one text."""
    day = resolution.day
    undated = "" if resolution.is_draft else resolution.identity.short
    return Told(
        name=str(day.year) if day else undated,
        is_draft=resolution.is_draft,
        is_unverified=is_unverified,
        state=state,
    )


def since_in_words(told: Sequence[Told]) -> str:
    """The line: “since 2001, reworded 2003, 2011”; of many rewordings, how many and the last."""
    since = _("since %(year)s") % {"year": told[0].in_words}
    reworded = [one.in_words for one in told if one.state is State.REWORDED]
    if not reworded:
        return _("%(since)s, not reworded") % {"since": since}
    if len(reworded) <= _MOST_NAMED:
        years = _(", ").join(dict.fromkeys(reworded))
        return _("%(since)s, reworded %(years)s") % {"since": since, "years": years}
    words = ngettext(
        "%(since)s, reworded %(times)s time, last %(year)s",
        "%(since)s, reworded %(times)s times, last %(year)s",
        len(reworded),
    )
    return words % {"since": since, "times": len(reworded), "year": reworded[-1]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stands beside a text: histories by the keys of paragraphs, and its series, if any."""

    histories: Mapping[int, Since]
    series: Series | None


def margins(text: Text) -> Margins:
    """The histories of the paragraphs that other texts have too, and the series: one query."""
    courses = courses_through(text)
    return Margins(
        histories=dict(_margins(courses, text=text)),
        series=courses[0].lineage.series if courses else None,
    )


def _margins(courses: Iterable[Course], *, text: Text) -> Iterator[tuple[int, Since]]:
    for course in courses:
        if len(course.uses) > 1:
            words = since_in_words(_told(course.uses))
            since = Since(words=words, address=course.lineage.get_absolute_url())
            here = (use for use in course.uses if use.text == text.pk)
            yield from ((one.paragraph_id, since) for use in here for one in use.places)


def _told(uses: Sequence[Use]) -> list[Told]:
    """Each use, with what its text did, as its places tell."""
    firsts = [use.places[0] for use in uses]
    resolutions = [one.paragraph.text.resolution for one in firsts]
    standings = [TextInSeries(one.organ, one.is_draft) for one in resolutions]
    found = cells([use.version for use in uses], standings)
    return [
        told_of(one, cell.state, is_unverified=first.date_is_unverified)
        for first, one, cell in zip(firsts, resolutions, found, strict=True)
    ]
