"""An answer is used again until the archive changes, and never shows one visitor's to another."""

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from random import Random
from typing import Any

import pytest
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.cache import cache, caches
from django.core.cache.backends.locmem import LocMemCache
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from pytest_django import DjangoAssertNumQueries

from archive.models import ArchiveVersion, Resolution
from archive.web import freshness
from archive.web.freshness import fresh, fresh_for_a_day, fresh_suggestions
from tests import factories as make

_NEWS = "text/plain; charset=utf-8"


@fresh
def _symbols(_request: HttpRequest) -> HttpResponse:
    symbols = Resolution.objects.values_list("symbol", flat=True).order_by("symbol")
    return HttpResponse(" ".join(symbols), content_type=_NEWS, headers={"Link": "</>; rel=up"})


@fresh
def _stream(_request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(symbol for symbol in _asked_for())


def _asked_for() -> Iterator[str]:
    yield from Resolution.objects.values_list("symbol", flat=True)


@fresh
def _of_a_visitor(request: HttpRequest) -> HttpResponse:
    reads: dict[str, Callable[[], object]] = {
        "session": lambda: request.session.get("x"),
        "login": lambda: request.user.is_authenticated,
        "token": lambda: get_token(request),
        "messages": lambda: list(messages.get_messages(request)),
        "nothing": lambda: None,
    }
    response = HttpResponse(str(reads[request.GET["reads"]]()))
    if request.GET["reads"] == "nothing":
        response.set_cookie("its_own", "1")
    return response


@fresh
def _with_status(request: HttpRequest) -> HttpResponseBase:
    if request.GET["status"] == "302":
        return HttpResponseRedirect("/elsewhere/")
    return HttpResponse("no", status=int(request.GET["status"]))


@fresh
def _of_bytes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(bytes(int(request.GET["size"])))


@fresh
def _of_noise(request: HttpRequest) -> HttpResponse:
    return HttpResponse(Random(0).randbytes(int(request.GET["size"])))


@fresh
def _of_the_host(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.build_absolute_uri())


@fresh_for_a_day
def _of_today(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(freshness.today())


@fresh_suggestions
def _suggestions(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.GET["q"])


urlpatterns = [
    path("symbols", _symbols),
    path("stream", _stream),
    path("visitor", _of_a_visitor),
    path("status", _with_status),
    path("bytes", _of_bytes),
    path("noise", _of_noise),
    path("host", _of_the_host),
    path("today", _of_today),
    path("suggestions", _suggestions),
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def archive() -> None:
    make.make_resolution("A/RES/66/164")


def _etag(client: Client, address: str, **headers: str) -> str:
    etag: str = client.get(address, headers=headers)["ETag"]
    return etag


def test_browsers_and_proxies_may_keep_an_answer_but_must_ask_whether_it_holds(
    client: Client,
) -> None:
    response = client.get("/symbols")
    assert response["Cache-Control"] == "public, no-cache"
    assert response["ETag"].startswith('W/"')
    assert not response.has_header("Vary")
    assert not response.has_header("Last-Modified")


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("address", ["/symbols", "/stream"])
def test_a_visitor_who_has_the_answer_is_told_so_from_one_row(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    *,
    address: str,
    method: str,
) -> None:
    etag = _etag(client, address)
    cache.clear()
    with django_assert_num_queries(1) as queries:
        response = getattr(client, method)(address, headers={"if-none-match": etag})
    assert "archive_archiveversion" in queries[0]["sql"]
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag
    assert response["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    "asked", ["{strong}", '"other", {weak}', "{weak}"], ids=["strong", "one of several", "weak"]
)
def test_an_etag_is_known_however_it_comes_back(client: Client, asked: str) -> None:
    weak = _etag(client, "/symbols")
    asked = asked.format(weak=weak, strong=weak.removeprefix("W/"))
    assert client.get("/symbols", headers={"if-none-match": asked}).status_code == 304


def test_an_old_or_a_strange_etag_gets_the_answer(client: Client) -> None:
    for asked in ('W/"0123"', "nonsense", '""'):
        response = client.get("/symbols", headers={"if-none-match": asked})
        assert (response.status_code, response.content) == (200, b"A/RES/66/164")


def test_a_star_is_no_etag_of_an_answer_that_there_may_not_be(client: Client) -> None:
    response = client.get("/status?status=404", headers={"if-none-match": "*"})
    assert response.status_code == 404


def test_a_repeated_request_is_answered_from_what_is_kept_and_one_row(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/symbols")
    with django_assert_num_queries(1) as queries:
        second = client.get("/symbols")
    assert "archive_archiveversion" in queries[0]["sql"]
    assert second.content == first.content == b"A/RES/66/164"
    assert dict(second.headers) == dict(first.headers)
    assert second["Link"] == "</>; rel=up"


def test_a_visitor_who_is_logged_in_costs_no_query_more_and_gets_the_same(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = _etag(client, "/symbols")
    client.force_login(get_user_model().objects.create_user("archivist", is_staff=True))
    with django_assert_num_queries(1):
        response = client.get("/symbols")
    assert response["ETag"] == etag
    assert not response.has_header("Vary")


def test_a_new_version_of_the_archive_makes_old_what_was_kept_and_what_was_sent(
    client: Client,
) -> None:
    etag = _etag(client, "/symbols")
    make.make_resolution("A/RES/53/144")
    ArchiveVersion.objects.grow()
    response = client.get("/symbols", headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (200, b"A/RES/53/144 A/RES/66/164")
    assert response["ETag"] != etag


def test_a_new_release_makes_old_what_was_kept_and_what_was_sent(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    etag = _etag(client, "/symbols")
    monkeypatch.setattr(freshness, "release", lambda: "another")
    response = client.get("/symbols", headers={"if-none-match": etag})
    assert response.status_code == 200
    assert response["ETag"] != etag


def test_another_archive_at_the_same_address_has_other_etags(client: Client) -> None:
    etag = _etag(client, "/symbols")
    with override_settings(SECRET_KEY="of a data folder made anew"):
        assert _etag(client, "/symbols") != etag


def test_answers_of_other_addresses_are_others(client: Client) -> None:
    assert _etag(client, "/symbols") != _etag(client, "/symbols?q=1")


def test_an_answer_that_names_the_host_is_not_sent_to_visitors_of_another(client: Client) -> None:
    for host in ("testserver", "localhost"):
        response = client.get("/host", headers={"host": host})
        assert response.content.decode() == f"http://{host}/host"
    secure = client.get("/host", secure=True)
    assert secure.content == b"https://testserver/host"


class _Clock:
    """A clock of which a test sets the day."""

    day = 26

    @classmethod
    def now(cls, zone: tzinfo) -> datetime:
        return datetime(2026, 11, cls.day, 23, 59, tzinfo=zone)


def test_an_answer_that_says_the_day_is_old_on_the_next(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "datetime", _Clock)
    etag = _etag(client, "/today")
    assert client.get("/today", headers={"if-none-match": etag}).status_code == 304
    monkeypatch.setattr(_Clock, "day", 27)
    response = client.get("/today", headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (200, b"2026-11-27")


@pytest.mark.parametrize("reads", ["session", "login", "token", "messages", "nothing"])
def test_what_is_a_visitors_own_is_not_kept_for_others(client: Client, reads: str) -> None:
    response = client.get(f"/visitor?reads={reads}")
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.get("ETag", "").startswith("W/")
    assert not _kept()


@pytest.mark.parametrize("status", [302, 400, 404, 503])
def test_only_what_was_found_is_kept(client: Client, status: int) -> None:
    response = client.get(f"/status?status={status}")
    assert response.status_code == status
    assert response["Cache-Control"] == "no-cache"
    assert not response.get("ETag", "").startswith("W/")
    assert not _kept()


def test_an_answer_is_kept_compressed_and_comes_back_whole(client: Client) -> None:
    first = client.get("/bytes?size=20000").content
    [kept] = _kept().values()
    assert len(kept) < len(first)
    assert client.get("/bytes?size=20000").content == first


def test_a_large_answer_is_not_kept(client: Client) -> None:
    client.get(f"/noise?size={freshness.MOST_BYTES_KEPT}")
    assert not _kept()
    assert client.get("/noise?size=9")["ETag"].startswith('W/"')
    assert len(_kept()) == 1


def test_a_streamed_answer_is_not_kept(client: Client) -> None:
    assert client.get("/stream").getvalue() == b"A/RES/66/164"
    assert not _kept()


def test_the_memory_of_a_worker_is_bounded(client: Client) -> None:
    options: Any = settings.CACHES["default"]["OPTIONS"]
    most = options["MAX_ENTRIES"]
    assert most * freshness.MOST_BYTES_KEPT <= 16 * 1024 * 1024
    for number in range(most + 5):
        client.get(f"/symbols?{number}")
    assert 0 < len(_kept()) <= most


def test_head_has_the_headers_of_get_and_reads_no_row_for_a_stream(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sent = client.get("/stream")
    with django_assert_num_queries(1):
        head = client.head("/stream")
    assert dict(head.headers) == dict(sent.headers)
    assert not head.has_header("Content-Length")
    assert list(_stream(RequestFactory().head("/stream"))) == []
    assert dict(client.head("/symbols").headers) == dict(client.get("/symbols").headers)


def test_suggestions_drive_no_page_out(client: Client) -> None:
    client.get("/symbols")
    (page,) = _kept()
    client.get("/suggestions?q=rig")
    assert list(_kept()) == [page]
    assert len(_kept("suggestions")) == 1


def _kept(name: str = "default") -> dict[str, bytes]:
    """What a cache of this process keeps: pickled answers by their keys."""
    store: Any = caches[name]
    assert isinstance(store, LocMemCache)
    return dict(vars(store)["_cache"])
