"""Questions about resolutions: which are held, cited, listed, of a session or a year."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast

from archive.models.counts import Holdings
from archive.models.evidence import date_is_unverified
from archive.models.series import Membership
from archive.models.series_neighbours import neighbouring, of_series
from archive.models.series_order import order_in_series
from archive.models.text import Text

if TYPE_CHECKING:
    from archive.models.resolution import Resolution

#: A part printed with others under their number: “A/RES/45/58P” in A/RES/45/58.
_PART = re.compile(r"((?:A|E|A/HRC)/RES/(?:E?S-)?[0-9]+/[0-9]+)[A-Z]{1,2}")


class Matched(Func):
    """What a regular expression, or its part in brackets, matches in a column; NULL if nothing."""

    function = "substring"
    template = "%(function)s(%(expressions)s)"
    output_field: Any = models.TextField()


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """Questions about resolutions."""

    def named(self, symbol: str) -> Self:
        """The one of a canonical symbol, or none."""
        return self.filter(symbol=symbol)

    def held(self) -> Self:
        """Those of which the archive holds a text in its reading language."""
        return self.filter(self._has_text())

    def cited_only(self) -> Self:
        """Those without a held text, known because one cites them or the table of facts names."""
        return self.exclude(self._has_text())

    def not_held_of(self, organ: str, sessions: Iterable[int]) -> Self:
        """Those adopted in some sessions of an organ that the archive only knows of."""
        of_them = self.filter(organ=organ, session_ordinal__in=list(sessions), stage="adopted")
        return of_them.cited_only().defer("search_vector").order_by("symbol")

    def shown(self) -> Self:
        """Those that lists name to readers: all but those whose text was withdrawn."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("pk"))
        return self.exclude(Exists(withdrawn))

    def with_is_held(self) -> Self:
        """Each with ``is_held``: whether a text of it is held."""
        return self.annotate(is_held=self._has_text())

    def with_doubts(self) -> Self:
        """Each with ``date_is_unverified``: whether nobody has checked when it was adopted."""
        return self.annotate(date_is_unverified=date_is_unverified("pk"))

    def with_unverified_date(self) -> Self:
        """Those of which nobody has checked when they were adopted."""
        return self.filter(date_is_unverified("pk"))

    def in_lists(self) -> Self:
        """Those that lists name to readers, each with all that a line of a list says of it.

        With ``is_held`` and ``times_recalled`` from its card, what was adopted in its place, and
        ``date_is_unverified``.
        """
        of_cards = {"is_held": F("card__is_held"), "times_recalled": F("card__times_recalled")}
        return (
            self.shown()
            .with_what_was_adopted()
            .with_doubts()
            .annotate(**of_cards)
            .defer("search_vector", "voting_states")
        )

    def of_session(self, organ: str, session: str) -> Self:
        """Those of a session in the order of their numbers: resolutions, other acts, drafts."""
        return (
            self.filter(organ=organ, session=session)
            .annotate(act=Matched("symbol", Value("/(DEC|PRST|RES)/")))
            .annotate(figure=Cast(Matched("number", Value("[0-9]{1,9}")), models.IntegerField()))
            .order_by("stage", F("act").desc(nulls_last=True), "figure", "number", "symbol")
        )

    def dated_in(self, year: int) -> Self:
        """Those adopted in a year, and drafts distributed in it, by day."""
        return self.filter(card__year=year).order_by("card__dated_on", "symbol")

    def lately_published(self) -> Self:
        """Those whose text readers have seen for the shortest time, that one first."""
        held = self.filter(card__is_held=True)
        return held.order_by("-card__text__published_at", "symbol")

    def most_recalled(self) -> Self:
        """Those that others cite, most often cited first."""
        recalled = self.filter(card__times_recalled__gt=0)
        return recalled.order_by("-card__times_recalled", "symbol")

    def wanted(self) -> Self:
        """Those without a held text that others recall, most recalled first, by their cards."""
        recalled = self.filter(card__is_held=False, card__times_recalled__gt=0)
        return recalled.select_related("card").order_by("-card__times_recalled", "symbol")

    def in_series(self, series: str) -> Self:
        """Those of one series, in its order."""
        return self.shown().filter(of_series(series)).order_by(*order_in_series())

    def comparable_with(self, symbol: str) -> Self:
        """Those held that are of the series of one, drafts of it, or adopted in its place.

        In the order of a series, each with what was adopted in its place and its doubts.
        """
        accepted = Membership.objects.accepted()
        series = accepted.filter(resolution__symbol=symbol).values("series")
        of_series = accepted.filter(series__in=series).values("resolution")
        adopted = self.model.objects.filter(drafts__symbol=symbol).values("pk")
        near = Q(pk__in=of_series) | Q(adopted_as__symbol=symbol) | Q(pk__in=adopted)
        found = self.shown().held().filter(near).exclude(symbol=symbol).defer("search_vector")
        return found.with_what_was_adopted().with_doubts().order_by(*order_in_series())

    def by_identity(self) -> Self:
        """In the order of organ, session and symbol."""
        return self.order_by("organ", F("session_ordinal").asc(nulls_last=True), "symbol")

    def with_what_was_adopted(self) -> Self:
        """Each with the resolution that was adopted in its place, where it is a draft."""
        return self.select_related("adopted_as")

    def beside(self, one: "Resolution") -> Self:
        """Drafts in whose place one was adopted, and its neighbours in its series; with doubts.

        Each with ``is_before`` and ``is_after``: whether it is the one or the other neighbour.
        """
        near = neighbouring(self.model.objects.shown(), one)
        found = self.shown().filter(Q(adopted_as=one) | near.before | near.after)
        told = found.with_what_was_adopted().with_is_held().with_doubts()
        return told.annotate(is_before=near.before, is_after=near.after)

    def drafts_of_any(self, adopted: Iterable["Resolution"]) -> Self:
        """Drafts in whose place any of some resolutions was adopted, by symbol."""
        return self.shown().filter(adopted_as__in=list(adopted)).order_by("symbol")

    def for_records(self, symbols: Iterable[str]) -> Self:
        """Those of canonical symbols that readers may see, with what they were adopted as."""
        named = self.shown().filter(symbol__in=list(symbols))
        return named.select_related("adopted_as", "card").defer("search_vector", "card__keys")

    def cited_by_a_draft(self, symbols: Iterable[str]) -> Self:
        """Those of canonical symbols, with ``is_held``, ``is_withdrawn`` and their doubts."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("pk"))
        named = self.filter(symbol__in=list(symbols)).with_is_held().with_doubts()
        return named.with_what_was_adopted().annotate(is_withdrawn=Exists(withdrawn))

    def printing(self, part: "Resolution") -> Self:
        """The one of the document that prints a lettered part, if its text is held."""
        found = _PART.fullmatch(part.symbol)
        return self.filter(symbol=found[1]).held() if found else self.none()

    def holdings(self) -> Holdings:
        """The counts of what is held and what is not, by their cards, from one query."""
        held = Q(card__is_held=True)
        counts = self.shown().aggregate(
            resolutions=Count("pk", filter=held & Q(stage="adopted")),
            drafts=Count("pk", filter=held & Q(stage="draft")),
            not_held=Count("pk", filter=~held),
        )
        return Holdings(**counts)

    @staticmethod
    def _has_text() -> Exists:
        return Exists(Text.objects.in_reading_language().filter(resolution=OuterRef("pk")))
