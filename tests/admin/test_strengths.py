"""Staff keep the scale of openings: what they may write, what readers then see, and its history."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ArchiveVersion, OpeningStrength
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

ADD = "admin:archive_openingstrength_add"


@pytest.fixture
def publisher(client: Client) -> Client:
    """A browser in which somebody who publishes is logged in."""
    client.force_login(make.make_staff("publisher", name="archivist"))
    return client


def _sent(**fields: Any) -> dict[str, Any]:
    values = {"family": "Praise", "phrase": "praise", "rank": 1, "source": "A rule.", "doubt": ""}
    return {**values, "reason": "", **fields}


def _page_of(row: OpeningStrength, name: str = "change") -> str:
    return reverse(f"admin:archive_openingstrength_{name}", args=[row.pk])


def _change(browser: Client, row: OpeningStrength, **fields: Any) -> Any:
    seen = markup(browser.get(_page_of(row)).content).one("input", name="seen").attributes["value"]
    now = {name: getattr(row, name) for name in ("family", "phrase", "rank", "source", "doubt")}
    return browser.post(_page_of(row), _sent(**{**now, "seen": seen, **fields}))


def _errors(response: Any) -> str:
    page: Element = markup(response.content)
    return " ".join(one.words for one in page.every("ul", class_="errorlist"))


def test_readers_see_at_once_what_was_placed(publisher: Client) -> None:
    before = ArchiveVersion.objects.number()
    assert publisher.post(reverse(ADD), _sent()).status_code == 302
    assert ArchiveVersion.objects.number() > before
    assert "praise" in markup(publisher.get("/strengths/").content).one("article").words


def test_the_history_says_who_placed_and_who_moved_an_opening_and_why(publisher: Client) -> None:
    row = OpeningStrength.objects.get(phrase="urge")
    assert _change(publisher, row, rank=5, reason="Delegates say so.").status_code == 302
    said = markup(publisher.get(_page_of(row, "history")).content).one("ol", class_="entries")
    latest, first = (one.words for one in said.every("li"))
    assert "Changed" in latest
    assert "by archivist" in latest
    assert "Delegates say so." in latest
    assert "Rank" in latest
    assert "The first scale" in first


def test_what_is_taken_off_is_gone_for_readers_and_its_history_says_who_did_it(
    publisher: Client,
) -> None:
    row = OpeningStrength.objects.get(phrase="demand")
    before = ArchiveVersion.objects.number()
    assert publisher.post(_page_of(row, "delete"), {"post": "yes"}).status_code == 302
    assert ArchiveVersion.objects.number() > before
    assert OpeningStrength.objects.scale().degree("Demands") is None
    last: Any = OpeningStrength.history.filter(phrase="demand").first()
    assert (last.history_type, str(last.history_user)) == ("-", "archivist")


def test_a_phrase_that_no_opening_is_read_as_is_told_how_to_be_written(publisher: Client) -> None:
    response = publisher.post(reverse(ADD), _sent(phrase="Also praises"))
    assert "Openings are read as “praise”. Write it so." in _errors(response)


def test_a_phrase_stands_on_the_scale_once(publisher: Client) -> None:
    response = publisher.post(reverse(ADD), _sent(phrase="URGE"))
    assert "This opening is on the scale already." in _errors(response)


def test_a_family_is_the_one_that_is_there_in_whatever_letters(publisher: Client) -> None:
    publisher.post(reverse(ADD), _sent(family="  CONCERN "))
    assert OpeningStrength.objects.get(phrase="praise").family == "Concern"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"rank": 0}, "Write 1 or more."),
        ({"rank": "high"}, "Write a whole number in figures"),
        ({"source": " "}, "This cannot stay empty."),
        ({"family": ""}, "This cannot stay empty."),
        ({"phrase": "prai$e"}, "Write it in small letters"),
        ({"doubt": "x" * 4001}, "What you wrote has 4,001 signs"),
        ({"reason": "x" * 4001}, "What you wrote has 4,001 signs"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(
    publisher: Client, fields: dict[str, Any], said: str
) -> None:
    assert said in _errors(publisher.post(reverse(ADD), _sent(**fields)))
    assert not OpeningStrength.objects.filter(family="Praise").exists()


def test_what_was_changed_meanwhile_is_not_overwritten(publisher: Client) -> None:
    row = OpeningStrength.objects.get(phrase="urge")
    assert _change(publisher, row, rank=5).status_code == 302
    late = publisher.post(_page_of(row), _sent(phrase="urge", family="Asking", rank=1, seen=1))
    assert "Somebody has changed this since you opened the page." in _errors(late)
    assert OpeningStrength.objects.get(phrase="urge").rank == 5


def test_who_only_looks_sees_the_place_and_no_field(client: Client) -> None:
    client.force_login(make.make_staff("reader"))
    page = markup(client.get(_page_of(OpeningStrength.objects.get(phrase="urge"))).content)
    assert not page.every("textarea")
    assert "urge" in page.one("main").words
