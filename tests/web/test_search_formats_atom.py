"""Atom: a feed that RFC 4287 allows, whose identifiers stay wherever the archive is served."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.test import Client, override_settings
from lxml import etree

from archive.models import CatalogueCard, Resolution
from archive.search.exports import exports
from tests import factories as make
from tests.web.formats import ATOM, RECALLING, read_feed, text, whole

pytestmark = pytest.mark.django_db

_FEED = "/search.atom?q=impunity"
_OF_PARAGRAPHS = "/search.atom?q=impunity&view=paragraphs"


def _held(symbol: str = "A/RES/66/164", year: int = 2011, title: str = "Defenders") -> Resolution:
    resolution = make.adopted(symbol, year, title=title)
    make.make_paragraph(make.make_text(resolution), "Condemns impunity;")
    return resolution


def _entries(client: Client, address: str = _FEED) -> list[etree._Element]:
    return read_feed(whole(client, address)).findall(f"{ATOM}entry")


def _links(element: etree._Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def _hash(entry: etree._Element) -> str | None:
    [found] = entry.findall(f"{RECALLING}hash")
    assert found.get("algorithm") == "SHA-256"
    return found.text


def test_a_feed_says_what_it_is_of_and_where_it_is(client: Client) -> None:
    _held()
    response = client.get(f"{_FEED}&organ=GA")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = read_feed(response.getvalue())
    assert text(feed, "title") == "Recalling: impunity, General Assembly"
    assert _links(feed) == {
        "self": "http://testserver/search.atom?q=impunity&organ=GA",
        "alternate": "http://testserver/search/?q=impunity&organ=GA",
        "search": "http://testserver/opensearch.xml",
    }
    assert "acknowledgement of the United Nations" in text(feed, "rights")


def test_an_entry_says_what_is_known_of_a_resolution(client: Client) -> None:
    resolution = _held()
    [entry] = _entries(client)
    assert text(entry, "title") == "A/RES/66/164: Defenders"
    assert _links(entry) == {"alternate": "http://testserver/A/RES/66/164/"}
    assert text(entry, "published") == "2011-12-19T00:00:00Z"
    assert text(entry, "summary") == (
        "General Assembly, sixty-sixth session. Adopted on 19 December 2011. "
        "Recalled by 0 resolutions."
    )
    assert {one.get("term") for one in entry.findall(f"{ATOM}category")} == {"GA", "adopted"}
    [author] = entry.findall(f"{ATOM}author")
    assert text(author, "name") == "United Nations General Assembly"
    assert _hash(entry) == resolution.texts.get().content_hash


def test_an_entry_of_a_paragraph_has_its_wording_and_leads_to_it(client: Client) -> None:
    _held()
    [entry] = _entries(client, _OF_PARAGRAPHS)
    assert text(entry, "title") == "General Assembly resolution 66/164, op. 1"
    assert text(entry, "content") == "Condemns impunity;"
    assert _links(entry) == {"alternate": "http://testserver/A/RES/66/164/#op1"}
    assert _hash(entry) == sha256(b"Condemnsimpunity;").hexdigest()


def test_a_draft_says_first_that_it_is_one(client: Client) -> None:
    make.make_draft(title="Impunity", adopted_as=make.adopted("A/RES/70/161", 2015, title="x"))
    [entry] = _entries(client)
    assert text(entry, "title") == "Draft A/C.3/70/L.46: Impunity"
    assert text(entry, "summary") == (
        "Draft. Not adopted in these words; see A/RES/70/161. General Assembly, seventieth "
        "session. Recalled by 0 resolutions. Its text is not held."
    )


def test_an_identifier_is_the_same_at_every_host_and_in_every_feed(client: Client) -> None:
    _held()
    here = read_feed(whole(client, _FEED))
    with override_settings(ALLOWED_HOSTS=["archive.example"]):
        response = client.get(_FEED, headers={"host": "archive.example"}, secure=True)
    there = read_feed(response.getvalue())
    assert _links(there)["self"] == "https://archive.example/search.atom?q=impunity"
    assert text(there, "id") == text(here, "id")
    ids = {
        text(entry, "id")
        for feed in (here, there, read_feed(whole(client, "/search.atom?q=defenders")))
        for entry in feed.findall(f"{ATOM}entry")
    }
    assert ids == {"urn:uuid:2390002f-6409-54c7-b8ab-347cf9266998"}


def test_feeds_of_other_searches_have_other_identifiers(client: Client) -> None:
    addresses = (_FEED, _OF_PARAGRAPHS, f"{_FEED}&sort=oldest", "/search.atom?q=defenders")
    assert len({text(read_feed(whole(client, one)), "id") for one in addresses}) == 4


def test_a_paragraph_and_its_resolution_have_other_identifiers(client: Client) -> None:
    _held()
    [one], [other] = _entries(client), _entries(client, _OF_PARAGRAPHS)
    assert text(one, "id") != text(other, "id")


def test_the_newest_comes_first_unless_it_is_told_otherwise(client: Client) -> None:
    for year, title in ((2001, "Impunity"), (2015, "Of others"), (2007, "Impunity, impunity")):
        _held(f"A/RES/{year - 1945}/1", year, title=title)
    days = [text(entry, "published")[:4] for entry in _entries(client)]
    assert days == ["2015", "2007", "2001"]
    oldest = [text(entry, "published")[:4] for entry in _entries(client, f"{_FEED}&sort=oldest")]
    assert oldest == days[::-1]


def test_sorting_by_what_goes_without_saying_is_left_out_of_the_address(client: Client) -> None:
    for sort in ("newest", "relevance"):
        assert client.get(f"{_FEED}&sort={sort}")["Location"] == _FEED


def test_a_republished_entry_is_updated_and_so_is_the_feed(client: Client) -> None:
    first, second = _held("A/RES/66/1"), _held("A/RES/66/2")
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    CatalogueCard.objects.update(updated_at=long_ago)
    feed = read_feed(whole(client, _FEED))
    assert {text(one, "updated") for one in (feed, *feed.findall(f"{ATOM}entry"))} == {
        "2020-01-01T00:00:00+00:00"
    }
    old = {text(entry, "title"): _hash(entry) for entry in feed.findall(f"{ATOM}entry")}
    make.make_paragraph(second.texts.get(), "Ends all impunity;")
    card = CatalogueCard.objects.get(pk=second.pk)
    feed = read_feed(whole(client, _FEED))
    updated = {text(one, "title"): text(one, "updated") for one in feed.findall(f"{ATOM}entry")}
    assert updated == {
        f"{first.symbol}: Defenders": "2020-01-01T00:00:00+00:00",
        f"{second.symbol}: Defenders": card.updated_at.isoformat(),
    }
    assert text(feed, "updated") == card.updated_at.isoformat()
    new = {text(entry, "title"): _hash(entry) for entry in feed.findall(f"{ATOM}entry")}
    assert [name for name in old if old[name] != new[name]] == [f"{second.symbol}: Defenders"]


@pytest.mark.parametrize("address", ["/search.atom", "/search.atom?q=nowhere"])
def test_a_feed_of_nothing_is_a_feed(client: Client, address: str) -> None:
    assert _entries(client, address) == []


def test_signs_of_xml_and_what_it_may_not_hold_are_written_as_words(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="<b>Impunity</b> & ]]> “x”\x0b\x1f\ufffe😀")
    [entry] = _entries(client)
    assert text(entry, "title") == "A/RES/66/164: <b>Impunity</b> & ]]> “x”\ufffd\ufffd\ufffd😀"
    feed = read_feed(whole(client, "/search.atom?q=%3Cb%3E+%26+impunity"))
    assert text(feed, "title") == "Recalling: <b> & impunity"


def test_a_feed_that_has_not_all_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2, 3):
        _held(f"A/RES/66/{number}")
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    monkeypatch.setattr(exports, "ROWS_PER_CHUNK", 1)
    feed = read_feed(whole(client, _FEED))
    assert len(feed.findall(f"{ATOM}entry")) == 2
    assert text(feed, "subtitle").startswith("These are the first 2 of 3 resolutions.")
