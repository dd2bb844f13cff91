"""Publishers decide who is of a series, with a reason, at a page that shows what is known."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ArchiveVersion, Membership, Series
from tests import factories as make
from tests.admin.conftest import Queries
from tests.ingest.lineages.series import came
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

WHY = "It renews the mandate."
FIRST = "A/RES/56/1"


@pytest.fixture
def publisher(client: Client) -> Client:
    """A browser in which somebody who publishes is logged in."""
    client.force_login(make.make_staff("publisher", name="Amina"))
    return client


@pytest.fixture
def series() -> Series:
    """A series with one member, named by its facts."""
    came(FIRST)
    return Series.objects.get()


def _address(series: Series, name: str = "change") -> str:
    return reverse(f"admin:archive_series_{name}", args=[series.pk])


def _page(browser: Client, address: str, **query: str) -> Element:
    return markup(browser.get(address, query).content)


def _decide(browser: Client, series: Series, symbol: str, /, **fields: str) -> Any:
    """Press a button on the page of a resolution, as somebody does who has just opened it."""
    page = _page(browser, _address(series, "member"), symbol=symbol)
    hidden = {
        one.attributes["name"]: one.attributes["value"]
        for one in page.one("main").every("input", type="hidden")
    }
    return browser.post(_address(series, "member"), {**hidden, "reason": WHY, **fields})


def _state(symbol: str) -> str:
    return Membership.objects.get(resolution__symbol=symbol).state


def test_a_series_shows_its_members_with_why_they_are(publisher: Client, series: Series) -> None:
    members = _page(publisher, _address(series)).one(
        "section", **{"aria-labelledby": "accepted-title"}
    )
    row = members.one("tbody").one("tr")
    assert row.one("th").words == FIRST
    assert Membership.objects.get().reason in row.words


def test_what_is_proposed_comes_first_and_with_the_reason(
    publisher: Client, series: Series
) -> None:
    found = make.make_resolution("A/RES/57/1")
    Membership.objects.create(
        series=series, resolution=found, state="proposed", origin="title", reason="Its title."
    )
    page = _page(publisher, _address(series))
    assert [one.one("h2").words for one in page.one("main").every("section")] == [
        *("Proposed", "Members", "Refused"),
    ]
    assert "Its title." in page.every("section")[0].words
    queue = _page(publisher, reverse("admin:index")).one("main")
    assert f"{found} in {series}: Proposed" in queue.words


def test_a_list_without_members_says_so(publisher: Client, series: Series) -> None:
    proposed, _members, refused = _page(publisher, _address(series)).one("main").every("section")
    assert [one.one("p").words for one in (proposed, refused)] == ["None.", "None."]


def test_accepted_a_resolution_is_a_member_and_readers_see_it(
    publisher: Client, series: Series
) -> None:
    make.make_text(make.adopted("A/RES/57/1", 2002))
    before = ArchiveVersion.objects.number()
    response = _decide(publisher, series, "57/1", accept="yes")
    assert response.status_code == 302
    membership = Membership.objects.get(resolution__symbol="A/RES/57/1")
    assert (membership.state, membership.origin, membership.reason) == ("accepted", "person", WHY)
    assert str(membership.decided_by) == "Amina"
    assert ArchiveVersion.objects.number() > before


def test_refused_a_member_is_none_and_can_be_accepted_again(
    publisher: Client, series: Series
) -> None:
    _decide(publisher, series, FIRST, refuse="yes")
    assert _state(FIRST) == "refused"
    _decide(publisher, series, FIRST, accept="yes")
    assert _state(FIRST) == "accepted"
    membership = Membership.objects.get()
    address = reverse("admin:archive_membership_history", args=[membership.pk])
    entries = _page(publisher, address).one("ol", class_="entries").every("li")
    assert [WHY in one.words for one in entries] == [True, True, False]


def test_without_a_reason_nothing_is_decided_and_the_field_says_so(
    publisher: Client, series: Series
) -> None:
    response = _decide(publisher, series, FIRST, refuse="yes", reason=" ")
    assert response.status_code == 400
    said = markup(response.content).one("p", id="reason-problem").words
    assert said == "Say why; readers of the series are told."
    assert _state(FIRST) == "accepted"


def test_what_was_decided_meanwhile_is_shown_before_it_is_decided_again(
    publisher: Client, series: Series
) -> None:
    _decide(publisher, series, FIRST, refuse="yes")
    fields = {"symbol": FIRST, "seen": "accepted None", "reason": WHY, "accept": "yes"}
    response = publisher.post(_address(series, "member"), fields)
    assert response.status_code == 400
    assert "Somebody has decided on it since you opened the page." in response.content.decode()
    assert _state(FIRST) == "refused"


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("", "Write the symbol of a resolution"),
        ("no symbol", "Write the symbol of a resolution"),
        ("A/RES/99/1", "The archive does not know A/RES/99/1."),
    ],
)
def test_a_symbol_that_leads_nowhere_is_told_so(
    publisher: Client, series: Series, symbol: str, said: str
) -> None:
    response = publisher.get(_address(series, "member"), {"symbol": symbol})
    assert response.status_code == 400
    assert said in markup(response.content).one("p", id="symbol-problem").words


def test_a_member_of_another_series_is_not_accepted(publisher: Client, series: Series) -> None:
    other = Series.objects.create(slug="impunity", name="impunity", title="Impunity")
    response = _decide(publisher, other, FIRST, accept="yes")
    assert response.status_code == 409
    assert "Refuse it there first." in response.content.decode()
    assert Membership.objects.count() == 1


def test_a_series_is_made_with_a_title_and_a_reason(publisher: Client) -> None:
    response = publisher.post(
        reverse("admin:archive_series_add"), {"title": "The right to food", "reason": WHY}
    )
    made = Series.objects.get()
    assert response["Location"] == _address(made)
    assert made.slug == "the-right-to-food"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [({"title": " ", "reason": WHY}, "name"), ({"title": "Food", "reason": ""}, "reason")],
)
def test_a_series_without_title_or_reason_is_not_made(
    publisher: Client, fields: dict[str, str], problem: str
) -> None:
    response = publisher.post(reverse("admin:archive_series_add"), fields)
    assert response.status_code == 400
    assert markup(response.content).every("p", id=f"{problem}-problem")
    assert not Series.objects.exists()


def test_renamed_a_series_keeps_its_address(publisher: Client, series: Series) -> None:
    slug = series.slug
    publisher.post(_address(series, "rename"), {"title": "Defenders", "reason": WHY})
    series.refresh_from_db()
    assert (series.title, series.slug) == ("Defenders", slug)
    history = _page(publisher, _address(series, "history")).one("ol", class_="entries")
    assert WHY in history.every("li")[0].words


def test_a_page_costs_as_much_with_many_members_as_with_one(
    series: Series, queries: Queries
) -> None:
    few = len(queries(_address(series)))
    came("A/RES/58/1")
    came("A/RES/60/1")
    assert len(queries(_address(series))) == few


def test_who_only_looks_is_offered_nothing_to_decide(series: Series, staff_client: Client) -> None:
    page = _page(staff_client, _address(series)).one("main")
    assert "Refuse" not in [one.words for one in page.every("a")]
    assert not page.every("form")
