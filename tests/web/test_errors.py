"""What goes wrong is told in plain words: what happened, what to do, where to search."""

from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from archive.web import errors
from tests import factories as make
from tests.web.markup import Element, markup


@pytest.fixture
def calm_client() -> Client:
    """A client that shows the page of a fault instead of the fault."""
    return Client(raise_request_exception=False)


def _says(page: Element) -> str:
    return page.one("main").tidy_words


@pytest.mark.django_db
def test_404_offers_a_search_for_what_was_typed(client: Client) -> None:
    page = markup(client.get("/A/RES/99/999/").content)
    assert "The archive does not know A/RES/99/999." in _says(page)
    assert page.one("input", id="q").attributes["value"] == "A/RES/99/999"
    others = (markup(client.get(at).content) for at in ("/resolution/99-999", "/a/res/99/999"))
    assert [one.one("main") for one in others] == [page.one("main")] * 2
    search = f"{reverse('search')}?q=A%2FRES%2F99%2F999"
    assert page.one("main").one("a", href=search).words == "search for “A/RES/99/999”"


def test_404_shows_what_was_typed_as_text(client: Client) -> None:
    response = client.get('/"><script>alert(1)</script>')
    page = markup(response.content)
    assert not page.one("main").every("script")
    assert page.one("input", id="q").attributes["value"] == '"><script>alert(1)</script>'


def test_404_repeats_no_more_than_a_line_of_what_was_typed(client: Client) -> None:
    typed = markup(client.get("/" + "x" * 3000).content).one("input", id="q").attributes["value"]
    assert typed == "x" * 200


def test_404_leaves_out_signs_that_cannot_be_printed(client: Client) -> None:
    typed = markup(client.get("/a%00b%0D%0Ac%07").content).one("input", id="q").attributes["value"]
    assert typed == "a b c"


@pytest.mark.django_db
def test_404_for_a_list_that_is_not_there_leads_to_the_one_above(client: Client) -> None:
    page = markup(client.get("/browse/GA/66/").content)
    assert "The archive knows no resolution of General Assembly, sixty-sixth session." in _says(
        page
    )
    assert page.one("main").one("a", href="/browse/GA/").words == "Go on to the list"
    assert page.one("input", id="q").attributes["value"] == ""


def test_404_asks_nothing_of_the_database_where_the_address_is_no_symbol(client: Client) -> None:
    assert client.get("/nothing/").status_code == 404


def test_400_for_a_host_that_is_not_ours(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "This request cannot be read." in _says(markup(response.content))


@pytest.mark.django_db
def test_400_for_a_form_with_more_than_a_form_may_carry(client: Client) -> None:
    given = {"username": "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE, "password": "x"}
    response = client.post("/admin/login/", urlencode(given), "application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert "This request cannot be read." in _says(markup(response.content))


def test_403_is_plain() -> None:
    response = errors.forbidden(RequestFactory().get("/"), PermissionError())
    assert response.status_code == 403
    assert "This page is not open to you." in _says(markup(response.content))


@pytest.mark.django_db
def test_403_for_a_form_without_its_token_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "load the page again" in _says(markup(response.content))


def _failing(fault: Exception) -> object:
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


def test_500_asks_nothing_of_the_database_nor_of_static_files(
    calm_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "archive.web.freshness.ArchiveVersion", _Unreachable(RuntimeError("a fault"))
    )
    response = calm_client.get("/")
    assert response.status_code == 500
    page = markup(response.content)
    assert "The archive made a mistake." in _says(page)
    assert "a fault" not in page.words
    assert not page.every("link")


@pytest.mark.parametrize("fault", [OperationalError("refused"), InterfaceError("closed")])
def test_503_while_the_database_is_out_of_reach(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    *,
    fault: Exception,
) -> None:
    monkeypatch.setattr("archive.web.freshness.ArchiveVersion", _Unreachable(fault))
    response = client.get("/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert "The archive cannot reach its database." in _says(markup(response.content))
    [written] = [record for record in caplog.records if record.name == "archive.web.availability"]
    assert written.exc_info is not None
    assert written.exc_info[1] is fault


class _Unreachable:
    """Stands for a table whose database does not answer."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault

    @property
    def objects(self) -> None:
        raise self.fault


@pytest.mark.django_db
def test_any_other_fault_is_not_taken_for_the_database(
    calm_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.make_resolution("A/RES/66/164")
    monkeypatch.setattr("archive.web.resolution.render", _failing(ValueError("a fault")))
    assert calm_client.get("/A/RES/66/164/").status_code == 500
