"""The feed of the archive: what is new comes first, and a text that is withdrawn is taken back."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.test import Client
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import CatalogueCard, Resolution, Text
from archive.search.exports import changes
from tests import factories as make
from tests.web.formats import ATOM, RECALLING, read_feed, text
from tests.web.markup import markup

pytestmark = pytest.mark.django_db

_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def _held(symbol: str, *, days: int = 0) -> Resolution:
    """A held resolution that changed so many days after the first of 2020."""
    resolution = make.adopted(symbol, 2011, title="Defenders")
    make.make_paragraph(make.make_text(resolution, published_at=_LONG_AGO), "Condemns impunity;")
    _change(resolution, days)
    return resolution


def _change(resolution: Resolution, days: int) -> None:
    at = _LONG_AGO + timedelta(days=days)
    CatalogueCard.objects.of(resolution).update(updated_at=at)


def _feed(client: Client, address: str = "/feed.atom") -> etree._Element:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return read_feed(response.content)


def _titles(feed: etree._Element) -> list[str]:
    return [text(entry, "title") for entry in feed.findall(f"{ATOM}entry")]


def _links(element: etree._Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def test_what_changed_last_comes_first_whenever_it_was_adopted(client: Client) -> None:
    for symbol, days in (("A/RES/66/1", 2), ("A/RES/53/144", 3), ("A/RES/76/174", 1)):
        _held(symbol, days=days)
    feed = _feed(client)
    symbols = [title.partition(":")[0] for title in _titles(feed)]
    assert symbols == ["A/RES/53/144", "A/RES/66/1", "A/RES/76/174"]
    assert text(feed, "updated") == "2020-01-04T00:00:00+00:00"


def test_an_entry_has_its_hash_when_it_was_published_and_when_it_changed(client: Client) -> None:
    resolution = _held("A/RES/66/164", days=9)
    [entry] = _feed(client).findall(f"{ATOM}entry")
    assert text(entry, "published") == "2020-01-01T00:00:00+00:00"
    assert text(entry, "updated") == "2020-01-10T00:00:00+00:00"
    assert _links(entry) == {"alternate": "http://testserver/A/RES/66/164/"}
    [digest] = entry.findall(f"{RECALLING}hash")
    assert digest.text == resolution.texts.get().content_hash


def test_a_reader_of_feeds_reads_it_without_complaint(client: Client) -> None:
    _held("A/RES/66/164", days=1)
    _held("A/RES/66/165", days=2)
    response = client.get("/feed.atom")
    headers = {"content-type": response["Content-Type"]}
    found = feedparser.parse(response.content, response_headers=headers)
    assert not found.bozo
    assert found.version == "atom10"
    assert [entry.title for entry in found.entries] == [
        "A/RES/66/165: Defenders",
        "A/RES/66/164: Defenders",
    ]
    assert found.entries[0].link == "http://testserver/A/RES/66/165/"
    assert found.entries[0].updated_parsed[:3] == (2020, 1, 3)


def test_an_entry_is_the_one_that_a_search_has(client: Client) -> None:
    _held("A/RES/66/164")
    of_search = read_feed(client.get("/search.atom?q=impunity").getvalue())
    [here], [there] = (one.findall(f"{ATOM}entry") for one in (_feed(client), of_search))
    assert text(here, "id") == text(there, "id")


def test_a_resolution_without_a_text_is_no_news(client: Client) -> None:
    make.make_resolution("A/RES/53/144")
    assert _titles(_feed(client)) == []


def test_a_withdrawn_text_is_a_tombstone_with_the_identifier_of_its_entry(client: Client) -> None:
    resolution = _held("A/RES/66/164")
    [entry] = _feed(client).findall(f"{ATOM}entry")
    row = withdraw(resolution.texts.get().pk, by=make.make_staff("publisher"), reason="Private.")
    feed = _feed(client)
    [stone] = feed.findall(_DELETED)
    assert _titles(feed) == []
    assert stone.get("ref") == text(entry, "id")
    assert row.withdrawn_at
    assert datetime.fromisoformat(stone.get("when") or "") == row.withdrawn_at
    assert _links(stone) == {"related": "http://testserver/A/RES/66/164/"}


def test_a_text_that_is_given_back_is_an_entry_again(client: Client) -> None:
    text_of_it = _held("A/RES/66/164").texts.get()
    publisher = make.make_staff("publisher")
    withdraw(text_of_it.pk, by=publisher, reason="Private.")
    restore(text_of_it.pk, by=publisher)
    feed = _feed(client)
    assert feed.findall(_DELETED) == []
    assert len(_titles(feed)) == 1


def test_a_withdrawn_translation_takes_nothing_back(client: Client) -> None:
    resolution = _held("A/RES/66/164")
    french: Text = make.make_text(resolution, language="fr")
    withdraw(french.pk, by=make.make_staff("publisher"), reason="Private.")
    assert len(_titles(_feed(client))) == 1


def test_pages_lead_to_one_another_and_hold_each_entry_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "CHANGES_PER_PAGE", 2)
    for number in range(1, 6):
        _held(f"A/RES/66/{number}", days=number)
    feeds = [_feed(client, f"/feed.atom?page={number}") for number in (1, 2, 3)]
    numbers = [title.partition(":")[0][-1] for feed in feeds for title in _titles(feed)]
    assert numbers == ["5", "4", "3", "2", "1"]
    at = "http://testserver/feed.atom"
    pages = {
        rel: address for rel, address in _links(feeds[1]).items() if "feed.atom" in str(address)
    }
    assert pages == {
        "self": f"{at}?page=2",
        "first": at,
        "previous": at,
        "next": f"{at}?page=3",
        "last": f"{at}?page=3",
    }
    assert "previous" not in _links(feeds[0])
    assert "next" not in _links(feeds[2])
    assert len({text(feed, "id") for feed in feeds}) == 1
    assert len({text(feed, "updated") for feed in feeds}) == 1


@pytest.mark.parametrize("asked", ["0", "2", "-1", "x", "²", "9" * 5000, ""])
def test_a_page_that_there_is_not_is_not_found(client: Client, asked: str) -> None:
    _held("A/RES/66/164")
    assert client.get("/feed.atom", {"page": asked}).status_code == 404


def test_the_feed_of_an_empty_archive_is_a_feed(client: Client) -> None:
    assert text(_feed(client), "updated") == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("count", [1, 4])
def test_the_feed_asks_as_much_of_few_as_of_many(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        _held(f"A/RES/66/{number + 1}")
    with django_assert_num_queries(5):
        client.get("/feed.atom")


def test_whoever_has_the_feed_is_told_that_it_has_not_changed(client: Client) -> None:
    _held("A/RES/66/164")
    etag = client.get("/feed.atom")["ETag"]
    assert client.get("/feed.atom", headers={"if-none-match": etag}).status_code == 304
    _held("A/RES/66/165")
    assert client.get("/feed.atom", headers={"if-none-match": etag}).status_code == 200


def test_every_page_names_the_feed_by_its_media_type(client: Client) -> None:
    links = [link.attributes for link in markup(client.get("/").content).every("link")]
    [found] = [one for one in links if one.get("type") == "application/atom+xml"]
    assert (found["rel"], found["href"]) == ("alternate", "/feed.atom")
    assert found["title"] == "Recalling: newly published and changed"
