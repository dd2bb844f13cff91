"""The order of a series, in which its texts are listed, compared and joined."""

from datetime import date
from typing import Any

import pytest

from archive.ingest.lineages.neighbours import members_of
from archive.models import LineagePlace, Resolution, Series
from archive.models.series_order import stands_on
from archive.parsing.citations.sessions import days_of
from archive.parsing.symbols import Symbol
from tests import factories as make
from tests.ingest.lineages.series import LAWS, came, followed, paragraph

pytestmark = pytest.mark.django_db

DRAFT = "A/C.3/70/L.46"
_UNDATED: dict[str, Any] = {"stage": "draft", "adopted_on": None, "session": "70"}
_UNDATED |= {"session_ordinal": 70}


def _order() -> list[str]:
    return [one.symbol for one in members_of(Series.objects.get().pk)]


def test_a_draft_without_a_date_stands_before_what_became_of_it() -> None:
    for symbol in ("A/RES/69/1", "A/RES/71/1"):
        came(symbol, [LAWS])
    adopted = came("A/RES/70/161", [LAWS]).resolution
    came(DRAFT, [LAWS], adopted_as=adopted, **_UNDATED)
    assert _order() == ["A/RES/69/1", DRAFT, "A/RES/70/161", "A/RES/71/1"]
    assert LineagePlace.objects.get(paragraph=paragraph(DRAFT, "op1")).before == paragraph(
        "A/RES/69/1", "op1"
    )


def test_what_has_no_date_stands_at_the_end_of_its_session() -> None:
    for symbol in ("A/RES/69/1", "A/RES/70/161", "A/RES/71/1"):
        came(symbol, [LAWS])
    came(DRAFT, [LAWS], **_UNDATED)
    assert _order() == ["A/RES/69/1", "A/RES/70/161", DRAFT, "A/RES/71/1"]


def test_a_draft_goes_along_when_what_became_of_it_is_dated_otherwise() -> None:
    for symbol in ("A/RES/69/1", "A/RES/71/1"):
        came(symbol, [LAWS])
    adopted = make.make_resolution("A/RES/70/161", adopted_on=date(2015, 12, 17))
    came(DRAFT, [LAWS], adopted_as=adopted, **_UNDATED)
    Resolution.objects.filter(pk=adopted.pk).update(adopted_on=date(2017, 1, 5))
    followed(adopted)
    assert _order() == ["A/RES/69/1", "A/RES/71/1", DRAFT]
    place = LineagePlace.objects.get(paragraph=paragraph(DRAFT, "op1"))
    assert place.before == paragraph("A/RES/71/1", "op1")


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/RES/46/1", "A/HRC/RES/3/1", "A/HRC/RES/7/8", "A/HRC/RES/31/32"),
        *("E/CN.4/RES/2000/61", "E/RES/2010/3", "S/RES/1325(2000)"),
    ],
)
def test_sessions_end_on_the_days_that_citations_are_checked_by(symbol: str) -> None:
    row = make.make_resolution(symbol, adopted_on=None)
    days = days_of(Symbol.read(symbol))
    assert days is not None
    assert Resolution.objects.filter(pk=row.pk).values_list(stands_on()).get() == (days[1],)
