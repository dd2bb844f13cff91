"""The resolutions before and after one in its series."""

from datetime import date

import pytest
from django.test import Client

from archive.ingest.lineages.curating import accept_member, make_series, refuse_member
from archive.models import Resolution, Series
from tests import factories as make
from tests.lineages import member
from tests.web.markup import markup

pytestmark = pytest.mark.django_db

SERIES = "human rights defenders"


def _in_series(symbol: str, year: int) -> Resolution:
    return member(make.adopted(symbol, year, series=SERIES))


def _steps(client: Client, symbol: str) -> dict[str, str]:
    """By relation, what the page of a resolution says of its neighbour."""
    navigations = markup(client.get(f"/{symbol}/").content).every("nav", class_="steps")
    return {
        link.attributes["rel"]: step.tidy_words
        for navigation in navigations
        for step in navigation.every("p")
        for link in step.every("a")
        if "rel" in link.attributes
    }


def test_the_nearest_by_date_are_named_whatever_organ_adopted_them(client: Client) -> None:
    _in_series("A/RES/53/144", 1998)
    make.make_text(_in_series("A/RES/62/152", 2007))
    make.make_text(_in_series("A/RES/66/164", 2011))
    _in_series("A/HRC/RES/22/6", 2013)
    _in_series("A/RES/68/181", 2014)
    make.adopted("A/RES/66/165", 2012)
    assert _steps(client, "A/RES/66/164") == {
        "prev": "Previous in the series A/RES/62/152 19 December 2007 Compare with A/RES/62/152",
        "next": "Next in the series A/HRC/RES/22/6 19 December 2013 · not held",
    }


def test_the_first_and_the_last_have_one_neighbour(client: Client) -> None:
    _in_series("A/RES/53/144", 1998)
    _in_series("A/RES/62/152", 2007)
    assert set(_steps(client, "A/RES/53/144")) == {"next"}
    assert set(_steps(client, "A/RES/62/152")) == {"prev"}


def test_of_one_day_the_symbols_decide(client: Client) -> None:
    for number in (163, 164, 165):
        _in_series(f"A/RES/66/{number}", 2011)
    steps = _steps(client, "A/RES/66/164")
    assert (steps["prev"].split()[4], steps["next"].split()[4]) == ("A/RES/66/163", "A/RES/66/165")


def test_a_draft_stands_between_what_was_adopted_and_is_no_neighbour_itself(client: Client) -> None:
    _in_series("A/RES/68/181", 2013)
    adopted = _in_series("A/RES/70/161", 2015)
    member(make.make_draft(series=SERIES, distributed_on=date(2015, 11, 3), adopted_as=adopted))
    steps = _steps(client, "A/C.3/70/L.46")
    assert "A/RES/68/181" in steps["prev"]
    assert "A/RES/70/161" in steps["next"]
    assert "A/RES/68/181" in _steps(client, "A/RES/70/161")["prev"]


def test_what_has_no_date_is_a_neighbour_at_the_end_of_its_session(client: Client) -> None:
    for symbol, year in (("A/RES/68/181", 2013), ("A/RES/72/247", 2017)):
        _in_series(symbol, year)
    member(make.make_resolution("A/RES/70/161", series=SERIES, adopted_on=None))
    assert _steps(client, "A/RES/70/161").keys() == {"prev", "next"}
    told = "Next in the series A/RES/70/161 date not known · not held"
    assert _steps(client, "A/RES/68/181")["next"] == told


def test_a_draft_without_a_date_stands_before_what_became_of_it(client: Client) -> None:
    _in_series("A/RES/68/181", 2013)
    adopted = _in_series("A/RES/70/161", 2015)
    member(make.make_draft(series=SERIES, distributed_on=None, adopted_as=adopted))
    steps = _steps(client, "A/C.3/70/L.46")
    assert "A/RES/68/181" in steps["prev"]
    assert "A/RES/70/161" in steps["next"]


def test_a_date_that_nobody_has_checked_is_said_to_be_so(client: Client) -> None:
    make.make_evidence(_in_series("A/RES/53/144", 1998), fact="adopted_on", is_verified=False)
    _in_series("A/RES/66/164", 2011)
    assert "(date unverified)" in _steps(client, "A/RES/66/164")["prev"]


def test_what_was_withdrawn_is_passed_over(client: Client) -> None:
    withdrawn = make.make_text(_in_series("A/RES/62/152", 2007))
    withdrawn.withdrawn_at, withdrawn.withdrawn_by = withdrawn.parsed_at, make.make_staff()
    withdrawn.withdrawal_reason = "A person is named in it."
    withdrawn.save()
    _in_series("A/RES/53/144", 1998)
    _in_series("A/RES/66/164", 2011)
    assert "A/RES/53/144" in _steps(client, "A/RES/66/164")["prev"]


def test_what_is_of_no_series_has_no_neighbours(client: Client) -> None:
    make.adopted("A/RES/66/164", 2011)
    make.adopted("A/RES/66/165", 2011)
    assert _steps(client, "A/RES/66/164") == {}


def test_one_that_somebody_refused_from_the_series_is_no_neighbour(client: Client) -> None:
    before, between, after = (_in_series(f"A/RES/{n}/1", 1945 + n) for n in (53, 62, 66))
    series = Series.objects.get()
    publisher = make.make_staff("publisher")
    refuse_member(series.pk, between.symbol, by=publisher, reason="It is on another subject.")
    assert after.symbol in _steps(client, before.symbol)["next"]
    assert _steps(client, between.symbol) == {}


def test_one_that_somebody_accepted_into_the_series_is_a_neighbour(client: Client) -> None:
    before, after = _in_series("A/RES/53/1", 1998), _in_series("A/RES/66/1", 2011)
    between = make.adopted("A/RES/62/1", 2007)
    series, publisher = Series.objects.get(), make.make_staff("publisher")
    accept_member(series.pk, between.symbol, by=publisher, reason="It has the subject.")
    assert between.symbol in _steps(client, before.symbol)["next"]
    assert {name: words.split()[4] for name, words in _steps(client, between.symbol).items()} == {
        "prev": before.symbol,
        "next": after.symbol,
    }


def test_one_that_a_fact_only_proposes_is_no_neighbour_of_the_series_it_names(
    client: Client,
) -> None:
    before, after = _in_series("A/RES/53/1", 1998), _in_series("A/RES/66/1", 2011)
    between = make.adopted("A/RES/62/1", 2007)
    publisher = make.make_staff("publisher")
    other = make_series("Civic space", by=publisher, reason="It is a subject of its own.")
    accept_member(other.pk, between.symbol, by=publisher, reason="It has the subject.")
    Resolution.objects.filter(pk=between.pk).update(series=SERIES)
    assert member(between).memberships.filter(state="proposed").exists()
    assert after.symbol in _steps(client, before.symbol)["next"]
    assert before.symbol in _steps(client, after.symbol)["prev"]
    assert _steps(client, between.symbol) == {}
