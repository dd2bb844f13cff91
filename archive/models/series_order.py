"""The order of a series: one for its members, its matrix, its neighbours and what is compared."""

from django.db.models import Case, DateField, F, Func, IntegerField, OrderBy, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce


def order_in_series(resolution: str = "") -> tuple[OrderBy | Combinable | str, ...]:
    """The order of a series, for ``order_by``; ``resolution`` is the way to the resolution.

    By the day on which each stands; of one day drafts come first, since they became what was
    adopted. What has no day comes last, by session and symbol.
    """
    is_adopted = Case(When(**{f"{resolution}stage": "draft"}, then=0), default=1)
    session = F(f"{resolution}session_ordinal")
    day = stands_on(resolution).asc(nulls_last=True)
    return day, is_adopted, session.asc(nulls_last=True), f"{resolution}symbol"


def stands_on(resolution: str = "") -> Coalesce:
    """The day on which a resolution stands in its series: that of its adoption.

    A draft stands on that of its distribution, or of the adoption of what became of it. What is
    undated stands at the end of its session.
    """
    days = ("adopted_on", "distributed_on", "adopted_as__adopted_on")
    return Coalesce(*(F(f"{resolution}{name}") for name in days), _end_of_session(resolution))


def _end_of_session(resolution: str) -> Case:
    """The last day of a session or year, as archive/parsing/citations/sessions.py reckons it.

    Special sessions, and the numbered ones of the Economic and Social Council, have none here.
    """
    number = Cast(F(f"{resolution}session_ordinal"), IntegerField())
    organ, session = f"{resolution}organ", f"{resolution}session"
    a_year = Q(**{f"{session}__regex": r"^(19|20)[0-9]{2}$"})
    return Case(
        When(**{organ: "GA"}, then=_day(number + Value(1946), month=9, day=30)),
        When(
            **{organ: "HRC"},
            then=_day((number - Value(1)) / Value(3) + Value(2006), month=12, day=31),
        ),
        When(Q(**{organ: "CHR"}) & ~a_year, then=_day(number + Value(1944), month=12, day=31)),
        When(a_year, then=_day(Cast(F(session), IntegerField()), month=12, day=31)),
    )


def _day(year: Combinable, *, month: int, day: int) -> Func:
    return Func(year, month, day, function="make_date", output_field=DateField())
