"""Every resolution has one address; other spellings lead to it, and nothing else does."""

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest.catalogue import catalogue
from archive.models import Resolution
from tests import factories as make
from tests.lineages import member
from tests.web.markup import markup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("symbol", "spelling"),
    [
        ("A/RES/66/164", "/A/RES/66/164"),
        ("A/RES/66/164", "/a/res/66/164/"),
        ("A/RES/66/164", "/a/res/66/164"),
        ("A/RES/66/164", "/A/RES/66/164//"),
        ("A/RES/66/164", "/A/RES/66/ 164/"),
        ("A/RES/66/164", "/resolution/66-164/"),
        ("A/RES/66/164", "/resolution/66-164"),
        ("A/RES/S-21/2", "/resolution/s-21-2/"),
        ("A/RES/31/16A", "/resolution/31-16a/"),
        ("A/RES/2200A(XXI)", "/A/RES/2200(XXI)/"),
        ("A/RES/2200A(XXI)", "/A/RES/2200 A (XXI)/"),
        ("A/RES/2200A(XXI)", "/A/RES/2200%20A%20(XXI)/"),
        ("A/RES/2200A(XXI)", "/a/res/2200a(xxi)/"),
        ("A/RES/217A(III)", "/A/RES/217(III)/"),
        ("A/RES/217A(III)", "/A/RES/217 A (III)"),
        ("A/C.3/70/L.46", "/a/c.3/70/l.46/"),
        ("E/CN.4/RES/2000/61", "/e/cn.4/res/2000/61/"),
    ],
)
def test_another_spelling_leads_to_the_one_address_for_good(
    client: Client, symbol: str, spelling: str
) -> None:
    (make.make_draft if "/L." in symbol else make.make_resolution)(symbol)
    response = client.get(spelling)
    assert (response.status_code, response["Location"]) == (301, f"/{symbol}/")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("symbol", ["A/RES/66/164", "A/RES/2200A(XXI)", "S/RES/1325(2000)"])
def test_the_one_address_is_made_from_the_symbol(symbol: str) -> None:
    resolution = make.make_resolution(symbol)
    assert reverse("resolution", args=[symbol]) == resolution.get_absolute_url() == f"/{symbol}/"


def test_a_redirect_keeps_the_query(client: Client) -> None:
    make.make_resolution("A/RES/66/164")
    response = client.get("/a/res/66/164?q=a%20letter&x=%C3%A9")
    assert response["Location"] == "/A/RES/66/164/?q=a%20letter&x=%C3%A9"


def test_the_one_address_may_be_written_with_any_signs_encoded(client: Client) -> None:
    make.make_resolution("A/RES/2200A(XXI)")
    for address in ("/A/RES/2200A(XXI)/", "/A/RES/2200A%28XXI%29/", "/A%2FRES%2F2200A(XXI)/"):
        page = markup(client.get(address).content)
        canonical = page.one("link", rel="canonical").attributes["href"]
        assert canonical == "http://testserver/A/RES/2200A(XXI)/"


def test_unknown_parameters_change_nothing(client: Client) -> None:
    make.make_resolution("A/RES/66/164")
    response = client.get("/A/RES/66/164/?page=-1&q=%00&%FF=%FF")
    assert response.status_code == 200
    canonical = markup(response.content).one("link", rel="canonical").attributes["href"]
    assert canonical == "http://testserver/A/RES/66/164/"


@pytest.mark.parametrize(
    "address",
    [
        "/A/RES/99/999/",
        "/a/res/99/999",
        "/resolution/99-999/",
        "/A/65/53/",
    ],
)
def test_a_symbol_no_row_has_is_not_known(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "The archive does not know A/" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/A/",
        "/A/RES/",
        "/A/RES/%00/",
        "/%00",
        "/A/RES/66/164%00/",
        "/A/RES/66/164/../../../etc/passwd",
        "/A/RES/\u0666\u0666/\u0661\u0666\u0664/",
        "/%FF%FE/",
        "/A/RES/%C3%28/",
        "/A%0D%0ASet-Cookie:x=1/",
        "/A/" + "RES/" * 2000,
        "/A/RES/66/" + "1" * 5000,
        "/<script>alert(1)</script>/",
        "/resolution/",
        "/resolution/66-/",
        "/resolution/66-164-2/x/",
        "/{{7*7}}/{%25%20now%20%25}/",
        "/A/RES/66/164/op1%00/",
        "/A/RES/66/164/op1%0A/",
        "/browse/G%00A/",
        "/browse/GA/6%006/",
        "/browse/GA/66%0A/",
        "/browse/years/201%001/",
        "/browse/years/\u0662\u0660\u0661\u0661/",
        "/sitemaps/GA-6%006.xml",
        "/sitemaps/GA-66%0A.xml",
        "/sitemaps/GA-%FF.xml",
        "/sitemaps/GA-\u0666\u0666.xml",
        "/akn/un/statement/deliberation/unga/2011-12-19/66-1%0064",
        "/akn/un/statement/deliberation/unga/2011-12-19/66-%FF",
    ],
)
def test_an_odd_address_is_a_clear_404(client: Client, address: str) -> None:
    make.make_resolution("A/RES/66/164")
    response = client.get(address)
    assert response.status_code == 404
    page = markup(response.content)
    assert page.one("h1").tidy_words
    assert not page.one("main").every("script")


@pytest.mark.parametrize(
    "address",
    [
        "/A/RES/66/1{}64/source",
        "/A/RES/66/1{}64.json",
        "/A/RES/66/1{}64.xml",
        "/A/RES/66/164{}.bib",
        "/A/RES/66/164/op1{}.bib",
        "/resolution/66-1{}64.json",
        "/data/files/recalling{}.zip",
        "/api/v1/resolutions/A/RES/66/1{}64",
        "/api/v1/paragraphs/A/RES/66/164/op1{}",
        "/network/?of=A/RES/66/1{}64",
        "/network.csv?opening={}",
        "/feed.atom?page={}",
        "/browse/openings/?page={}",
        "/coverage/sources/?page={}",
    ],
)
def test_odd_signs_in_an_address_are_no_fault(client: Client, address: str) -> None:
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/66/164")), "Decides;")
    for sign in ("%00", "%0A", "%FF", "%ED%A0%80"):
        response = client.get(address.format(sign), follow=True)
        assert response.status_code in {200, 400, 404, 503}, sign


@pytest.mark.parametrize("place", ["/", "/op1/", "/op1.bib", ".json", ".txt", ".ris", "/source"])
def test_what_is_no_language_is_not_held(client: Client, place: str) -> None:
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/66/164")), "Decides;")
    for language in ("%00", "fr%00", "fr%0A", "%FF", "FR", "%27", "fr" * 999):
        response = client.get(f"/A/RES/66/164{place}?lang={language}", follow=True)
        assert response.status_code == 404, language
        assert "in that language" in response.content.decode()


@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example/A/RES/66/164", "///", "//"])
def test_an_address_that_begins_with_two_slashes_leads_nowhere(client: Client, path: str) -> None:
    make.make_resolution("A/RES/66/164")
    response = client.get("/", PATH_INFO=path)
    assert response.status_code == 404


@settings(deadline=None, max_examples=60)
@given(path=st.one_of(st.text(max_size=90), st.text("/ARESac.0123456789LX()- \0", max_size=40)))
def test_whatever_is_typed_is_never_a_fault(path: str) -> None:
    response = Client().get("/", PATH_INFO=f"/{path}".encode().decode("latin-1"))
    assert response.status_code in {200, 301, 400, 404, 405}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["/", "/A/RES/66/164/", "/healthz", "/robots.txt"])
def test_pages_are_for_reading_only(client: Client, address: str, method: str) -> None:
    make.make_resolution("A/RES/66/164")
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["/", "/A/RES/66/164/"])
def test_a_page_that_has_not_changed_is_not_sent_again(client: Client, address: str) -> None:
    resolution = member(make.make_resolution("A/RES/66/164", series="human rights defenders"))
    first = client.get(address)
    assert first["Cache-Control"] == "public, no-cache"
    asked_again = {"if-none-match": first["ETag"]}
    assert client.get(address, headers=asked_again).status_code == 304
    Resolution.objects.filter(pk=resolution.pk).update(title="Another title")
    catalogue([resolution.pk])
    assert client.get(address, headers=asked_again).status_code == 200
