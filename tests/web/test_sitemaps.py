"""Sitemaps name every public page once, with the day that it changed last, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import CatalogueCard, Resolution, Text
from archive.search.exports.public_addresses import PublicPage, pages_of, sessions
from archive.web import sitemaps
from archive.web.robots import PASSED_OVER
from archive.web.sitemaps import SitemapConverter
from tests import factories as make

pytestmark = pytest.mark.django_db

_MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_HOST = "http://testserver"


def _read(client: Client, address: str) -> dict[str, str | None]:
    """The addresses of a sitemap or of the index, each with its day; none twice."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml"
    root = etree.fromstring(response.getvalue())
    inner = {f"{_MAPS}urlset": "url", f"{_MAPS}sitemapindex": "sitemap"}[str(root.tag)]
    found = {}
    for element in root:
        assert element.tag == f"{_MAPS}{inner}"
        assert {child.tag for child in element} <= {f"{_MAPS}loc", f"{_MAPS}lastmod"}
        at = element.findtext(f"{_MAPS}loc")
        assert at
        assert at.startswith(f"{_HOST}/")
        assert at not in found
        found[at.removeprefix(_HOST)] = element.findtext(f"{_MAPS}lastmod")
    return found


def _whole(client: Client) -> dict[str, str | None]:
    """Every address of every sitemap."""
    pages: dict[str, str | None] = {}
    for address in _read(client, "/sitemap.xml"):
        more = _read(client, address)
        assert pages.keys().isdisjoint(more)
        pages |= more
    return pages


def _held(symbol: str = "A/RES/66/164") -> Text:
    text = make.make_text(make.adopted(symbol, 2011))
    make.make_paragraph(text, "Recalling resolution 53/144,", kind="preambular", label="")
    make.make_paragraph(text, "Calls upon all States to act;")
    return text


def _set_back(*resolutions: Resolution) -> None:
    CatalogueCard.objects.filter(resolution__in=resolutions).update(updated_at=_LONG_AGO)


def test_the_index_has_a_sitemap_for_each_session_of_an_organ(client: Client) -> None:
    for symbol in ("A/RES/66/164", "A/RES/66/165", "A/HRC/RES/22/6", "A/RES/2200A(XXI)"):
        make.make_resolution(symbol)
    make.make_resolution("A/RES/ES-10/15")
    assert list(_read(client, "/sitemap.xml")) == [
        "/sitemaps/pages.xml",
        "/sitemaps/GA-66.xml",
        "/sitemaps/GA-ES-10.xml",
        "/sitemaps/GA-XXI.xml",
        "/sitemaps/HRC-22.xml",
    ]


def test_a_session_has_its_resolutions_held_or_not_and_their_paragraphs(client: Client) -> None:
    _held()
    make.make_resolution("A/RES/66/163")
    make.make_resolution("A/RES/53/144")
    assert set(_read(client, "/sitemaps/GA-66.xml")) == {
        "/A/RES/66/163/",
        "/A/RES/66/164/",
        "/A/RES/66/164/pp1/",
        "/A/RES/66/164/op1/",
    }


def test_a_text_in_another_language_has_its_own_addresses(client: Client) -> None:
    text = _held()
    make.make_paragraph(make.make_text(text.resolution, language="fr"), "Demande;")
    make.make_text(text.resolution, language="es")
    pages = _read(client, "/sitemaps/GA-66.xml")
    assert [page for page in pages if "lang" in page] == [
        "/A/RES/66/164/?lang=es",
        "/A/RES/66/164/?lang=fr",
        "/A/RES/66/164/op1/?lang=fr",
    ]
    assert [one.pages_count for one in sessions()] == [len(pages)]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_every_address_of_a_session_is_answered(client: Client) -> None:
    text = _held()
    make.make_text(text.resolution, language="fr")
    make.make_draft()
    pages = [*_read(client, "/sitemaps/GA-66.xml"), *_read(client, "/sitemaps/GA-70.xml")]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_a_withdrawn_text_is_in_no_sitemap(client: Client) -> None:
    withdrawn, shown = _held(), _held("A/RES/66/165")
    make.make_text(withdrawn.resolution, language="fr")
    withdraw(withdrawn.pk, by=make.make_staff("publisher"), reason="Private.")
    assert set(_read(client, "/sitemaps/GA-66.xml")) == {
        f"/{shown.resolution}/{page}" for page in ("", "pp1/", "op1/")
    }


def test_a_page_changed_when_its_resolution_or_what_recalls_it_did(client: Client) -> None:
    recalled, other = make.make_resolution("A/RES/53/144"), make.make_resolution("A/RES/53/145")
    citing = _held()
    make.make_citation(citing.paragraphs.get(anchor="pp1"), "53/144", recalled)
    _set_back(recalled, other)
    changed = CatalogueCard.objects.of(citing.resolution).get().updated_at
    days = _whole(client)
    assert days["/A/RES/53/145/"] == "2020-01-01T00:00:00+00:00"
    assert days["/A/RES/53/144/"] == changed.isoformat(timespec="seconds")
    assert days["/A/RES/66/164/op1/"] == days["/A/RES/66/164/"] == days["/A/RES/53/144/"]


def test_the_index_tells_which_sessions_have_changed(client: Client) -> None:
    old, recalled = _held("A/RES/53/144").resolution, make.make_resolution("A/RES/48/141")
    citing = _held()
    make.make_citation(citing.paragraphs.get(anchor="pp1"), "53/144", recalled)
    _set_back(old, recalled)
    new = CatalogueCard.objects.of(citing.resolution).get().updated_at
    days = _read(client, "/sitemap.xml")
    assert days["/sitemaps/GA-53.xml"] == "2020-01-01T00:00:00+00:00"
    assert days["/sitemaps/GA-48.xml"] == days["/sitemaps/GA-66.xml"]
    assert days["/sitemaps/GA-66.xml"] == new.isoformat(timespec="seconds")


def test_no_sitemap_has_more_addresses_than_the_protocol_allows(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        _held(f"A/RES/66/{number}")
    whole = _read(client, "/sitemaps/GA-66.xml")
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 4)
    monkeypatch.setattr(sitemaps, "_ADDRESSES_PER_PIECE", 3)
    names = [name for name in _read(client, "/sitemap.xml") if "GA" in name]
    assert names == [f"/sitemaps/GA-66{part}.xml" for part in ("", "_2", "_3")]
    parts = [_read(client, name) for name in names]
    assert [len(part) for part in parts] == [4, 4, 1]
    assert list(chain(*parts)) == list(whole)
    assert len(whole) == 9


@pytest.mark.parametrize(
    "name",
    ["GA-67", "GA-66_2", "GA-66_1", "GA-66_0", "XX-1", "GA-66_9999999", "GA-6%006", "GA-6+6"],
)
def test_a_sitemap_that_there_is_not_is_not_found(client: Client, name: str) -> None:
    make.make_resolution("A/RES/66/164")
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_no_page_is_looked_up_for_a_part_that_there_is_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _held()
    make.make_paragraph(make.make_text(text.resolution, language="fr"), "Engage;")
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 4)
    looked_up = []

    def noted(*of: str) -> Iterator[PublicPage]:
        looked_up.append(of)
        return pages_of(*of)

    monkeypatch.setattr(sitemaps, "pages_of", noted)
    for number in (3, 99999):
        assert client.get(f"/sitemaps/GA-66_{number}.xml").status_code == 404
    assert looked_up == []
    assert len(_read(client, "/sitemaps/GA-66_2.xml")) == 1
    assert looked_up == [("GA", "66")]


@pytest.mark.parametrize("name", ["GA", "GA-66", "GA-ES-10", "CHR-2001_12"])
def test_a_name_is_written_as_it_is_read(name: str) -> None:
    converter = SitemapConverter()
    assert converter.to_url(converter.to_python(name)) == name


def test_an_empty_archive_has_a_sitemap_of_the_pages_of_no_resolution(client: Client) -> None:
    pages = _whole(client)
    assert {"/", "/help/"} <= pages.keys()
    assert set(pages.values()) == {None}


def _without_arguments(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """The names of the addresses that take no argument, but for those for staff."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if one.app_name != "admin":
                yield from _without_arguments(one.url_patterns)
        elif one.name and not one.pattern.converters:
            yield one.name


def test_every_page_is_listed_that_robots_may_read(client: Client) -> None:
    addresses = {reverse(name) for name in _without_arguments(get_resolver().url_patterns)}
    pages = set()
    for address in addresses:
        if not address.startswith(PASSED_OVER):
            response = client.get(address)
            is_page = response.get("Content-Type", "").startswith("text/html")
            if response.status_code == 200 and is_page and b"noindex" not in response.content:
                pages.add(address)
    assert pages == set(_read(client, "/sitemaps/pages.xml"))
    assert {"/", "/data/"} <= pages


def test_pages_to_browse_are_listed_with_the_day_of_their_last_change(client: Client) -> None:
    old = _held("A/RES/53/144")
    _set_back(old.resolution)
    make.make_resolution("A/HRC/RES/22/6")
    new = CatalogueCard.objects.of(_held().resolution).get().updated_at
    days = _read(client, "/sitemaps/pages.xml")
    today = new.isoformat(timespec="seconds")
    assert days["/browse/GA/53/"] == "2020-01-01T00:00:00+00:00"
    assert days["/browse/GA/66/"] == days["/browse/GA/"] == days["/browse/years/2011/"] == today
    browsed = [page for page in days if page.startswith(("/browse/HRC/", "/browse/years/"))]
    assert browsed == ["/browse/HRC/", "/browse/HRC/22/", "/browse/years/2011/"]
    assert {client.get(page).status_code for page in days} == {200}


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/sitemap.xml", 5), ("/sitemaps/pages.xml", 8), ("/sitemaps/GA-66.xml", 4)],
)
def test_a_sitemap_asks_as_much_of_few_as_of_many(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    *,
    address: str,
    queries: int,
    count: int,
) -> None:
    for number in range(count):
        _held(f"A/RES/66/{number + 1}")
    with django_assert_num_queries(queries):
        client.get(address).getvalue()


def test_addresses_are_absolute_and_legal(client: Client) -> None:
    make.make_resolution("A/RES/2200A(XXI)")
    [address] = _read(client, "/sitemaps/GA-XXI.xml")
    assert urlsplit(address).path == "/A/RES/2200A(XXI)/"
