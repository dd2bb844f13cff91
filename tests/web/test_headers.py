"""What every answer tells a browser: load nothing from elsewhere, run nothing inline."""

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
