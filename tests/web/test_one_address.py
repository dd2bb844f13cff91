"""Another spelling of what is asked leads to its one address, unless that is too long for it."""

from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from archive.web.one_address import LONGEST_REDIRECT
from archive.web.sitemaps import LIVE_PAGES, PAGES_OF_WORDS
from tests import factories as make

#: Pages that answer questions, and so have an address of their own for each; or that nothing keeps.
_ANSWERING = {"network", "language", "draft"}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/search/", "/search.json", "/search.csv"])
def test_a_pasted_page_of_text_is_answered_where_it_was_asked(client: Client, path: str) -> None:
    pasted = "حقوق  الإنسان\n" * 400
    response = client.get(f"{path}?{urlencode({'q': pasted})}")
    assert response.status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/search/", "/search.json", "/search.csv"])
def test_the_longest_address_that_can_be_led_to_is_led_to(client: Client, path: str) -> None:
    words = "a" * (LONGEST_REDIRECT - len(f"{path}?q="))
    response = client.get(f"{path}?q={words}+")
    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"] == f"{path}?q={words}"
    longer = client.get(f"{path}?q={words}a+")
    assert longer.status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    ("spelling", "address"),
    [
        ("/a/res/66/164/?q=", "/A/RES/66/164/?q="),
        ("/a/res/66/164/op1.bib?lang=", "/A/RES/66/164/op1.bib?lang="),
        ("/a/res/66/164.json?lang=", "/A/RES/66/164.json?lang="),
        ("/a/res/66/164/source?lang=", "/A/RES/66/164/source?lang="),
        ("/api/v1/nothing/?x=", "/api/v1/nothing?x="),
    ],
)
def test_a_query_is_led_on_unless_it_is_too_long(
    client: Client, spelling: str, address: str
) -> None:
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/66/164")), "Decides;")
    value = "1" * (LONGEST_REDIRECT - len(address))
    led = client.get(f"{spelling}{value}")
    assert (led.status_code, led["Location"]) == (301, f"{address}{value}")
    longer = client.get(f"{spelling}{value}1")
    assert longer.status_code == HTTPStatus.REQUEST_URI_TOO_LONG
    assert f"What is asked for is at {address.partition('?')[0]}." in longer.content.decode()


_PAGES = [reverse(name) for name in (*LIVE_PAGES, *PAGES_OF_WORDS) if name not in _ANSWERING]
_OTHERS = [
    "/browse/GA/",
    "/browse/GA/66/",
    "/browse/years/2011/",
    "/sitemap.xml",
    "/sitemaps/pages.xml",
    "/sitemaps/GA-66.xml",
    "/feed.atom",
    "/data/resolution.schema.json",
    "/A/RES/66/164/",
    "/A/RES/66/164/op1/",
    "/A/RES/66/164/op1.bib",
]


@pytest.mark.parametrize("address", [*_PAGES, *_OTHERS])
def test_what_others_append_to_a_link_makes_no_page_anew(client: Client, address: str) -> None:
    cache.clear()
    for query in ("utm_source=letter", "x=%00&y", "&", "=", "PAGE=1"):
        response = client.get(f"{address}?{query}")
        assert (response.status_code, response["Location"]) == (302, address), query
    assert client.head(f"{address}?x=1").status_code == 302


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/coverage/sources/?x=1&page=1", "/coverage/sources/?page=1"),
        ("/coverage/sources/?page=2&page=1", "/coverage/sources/?page=1"),
        ("/feed.atom?page=%31", "/feed.atom?page=1"),
        ("/A/RES/66/164/?lang=en", "/A/RES/66/164/"),
        ("/A/RES/66/164/op1/?lang=", "/A/RES/66/164/op1/"),
        ("/A/RES/66/164/?lang=fr&utm_source=a", "/A/RES/66/164/?lang=fr"),
        ("/A/RES/66/164/op1/?utm_source=a&lang=fr", "/A/RES/66/164/op1/?lang=fr"),
    ],
)
def test_what_a_page_reads_stays_in_its_address(client: Client, asked: str, address: str) -> None:
    resolution = make.adopted("A/RES/66/164", 2011)
    for language in ("en", "fr"):
        make.make_paragraph(make.make_text(resolution, language=language), "Decides;")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (302, address)
    assert client.get(address).status_code == 200
