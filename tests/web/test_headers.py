"""What every answer tells a browser: load nothing from elsewhere, run nothing inline."""

import gzip

import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/search/",
    "/search/?q=%00",
    "/search.json?q=impunity",
    "/search.csv?q=impunity",
    "/search.atom?q=impunity&page=0",
    "/A/RES/66/164/",
    "/a/res/66/164",
    "/api/",
    "/api/openapi.json",
    "/api/v1/resolutions",
    "/api/v1/paragraphs?page=0",
    "/nothing",
    "/healthz",
    "/admin/login/",
]
POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_strict_policy(client: Client, address: str) -> None:
    make.make_resolution("A/RES/66/164")
    response = client.get(address)
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert "Content-Security-Policy-Report-Only" not in response
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "admin" not in one])
def test_a_reader_gets_no_cookie(client: Client, address: str) -> None:
    make.make_resolution("A/RES/66/164")
    assert not client.get(address).cookies


@pytest.fixture
def long_text() -> None:
    text = make.make_text(make.make_resolution("A/RES/66/164"))
    make.make_paragraph(text, "Urges all defenders to read on. " * 100)


@pytest.mark.parametrize(
    "address", ["/A/RES/66/164/", "/search/?q=defenders", "/search.csv?q=defenders&view=paragraphs"]
)
def test_an_answer_is_compressed_for_whoever_can_read_that(
    client: Client, address: str, long_text: None
) -> None:
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.getvalue()) == plain.getvalue()


def test_a_compressed_answer_is_as_fresh_as_it_was(client: Client, long_text: None) -> None:
    packed = client.get("/search/?q=defenders", headers={"accept-encoding": "gzip"})
    again = client.get("/search/?q=defenders", headers={"if-none-match": packed.headers["ETag"]})
    assert again.status_code == 304
