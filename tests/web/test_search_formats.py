"""A search can be taken away: every format takes the parameters of the page, whole and as it is."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.facts_table import HEADER
from archive.ingest.storage import store
from archive.models import ArchiveVersion
from archive.search.exports import exports
from archive.search.form.params import SearchParams
from archive.search.matches.patience import SearchTooSlowError
from tests import builders as build
from tests import factories as make
from tests.web.formats import whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

FILES = ["csv", "atom", "ris", "bib", "csl.json"]
FORMATS = [*FILES, "json"]


@pytest.fixture
def archive() -> None:
    for number in range(1, 4):
        resolution = make.adopted(f"A/RES/66/{number}", 2000 + number, title="Defenders")
        make.make_paragraph(make.make_text(resolution), "Condemns impunity;")


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("organ=ga&q=impunity", "q=impunity&organ=GA"),
        ("q=+impunity+", "q=impunity"),
        ("q=impunity&utm_source=a+letter", "q=impunity"),
        ("q=impunity&view=resolutions", "q=impunity"),
        ("q=66/1&view=resolutions", "q=66/1"),
        ("cites=53/144", "cites=A/RES/53/144"),
        ("q=", ""),
    ],
)
def test_another_spelling_leads_to_the_one_address_of_the_same_format(
    client: Client, *, suffix: str, asked: str, canonical: str
) -> None:
    response = client.get(f"/search.{suffix}?{asked}")
    assert response.status_code == 302
    assert response["Location"] == f"/search.{suffix}?{canonical}".rstrip("?")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_has_no_pages(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=impunity&page=2")
    assert response["Location"] == f"/search.{suffix}?q=impunity"


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_format_leads_to_the_page_of_a_symbol(client: Client, suffix: str) -> None:
    assert client.get(f"/search.{suffix}?q=66/1").status_code == 200


@pytest.mark.parametrize("suffix", FILES)
def test_what_cannot_be_read_is_told_in_plain_text(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=impunity&from=yesterday")
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "“yesterday” is neither a year, such as 2011, nor a day, such as 2011-12-19.",
        "Change it, or leave it out.",
    ]
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("suffix", FILES)
def test_everything_that_cannot_be_read_is_told(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=impunity&from=yesterday&organ=UNESCO")
    first, *reasons, _advice = response.content.decode().splitlines()
    assert first == "Several things in this search cannot be read."
    assert [reason.split("”")[0] for reason in reasons] == ["“UNESCO", "“yesterday"]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "asked", ["colour=red", "organ=UNESCO", "sort=best", "page=0", "held=maybe"]
)
def test_what_cannot_be_read_is_refused(client: Client, suffix: str, asked: str) -> None:
    assert client.get(f"/search.{suffix}?q=impunity&{asked}").status_code == 400


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_search_that_takes_too_long_is_503(
    client: Client, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    def too_slow(_params: SearchParams) -> None:
        raise SearchTooSlowError

    monkeypatch.setattr(exports, "found", too_slow)
    monkeypatch.setattr("archive.search.results._answered", too_slow)
    response = client.get(f"/search.{suffix}?q=impunity")
    assert response.status_code == 503
    assert b"took too long" in response.content
    assert client.get(f"/search.{suffix}?q=impunity").status_code == 503


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "q", ["%22", "%26", "*", "(", "%5C", "the", "-impunity", "%F0%9F%98%80", "%D8%B9", "x" * 9000]
)
def test_whatever_is_typed_is_answered(client: Client, suffix: str, q: str) -> None:
    response = client.get(f"/search.{suffix}?q={q}", follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_nul_is_passed_over(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=impunity%00", follow=True)
    assert response.status_code == 200
    content = response.getvalue()
    assert b"A/RES/66/1" in content
    assert b"\0" not in content


@pytest.mark.parametrize("view", ["", "&view=paragraphs"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_repeated_and_a_conditional_request_read_one_row(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, *, suffix: str, view: str
) -> None:
    address = f"/search.{suffix}?q=impunity{view}"
    etag = client.get(address)["ETag"]
    assert etag.startswith('W/"')
    cache.clear()
    with django_assert_num_queries(1):
        response = client.get(address, headers={"if-none-match": etag})
    assert response.status_code == 304
    ArchiveVersion.objects.grow()
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_ingested_is_found_at_once(client: Client, suffix: str) -> None:
    address = f"/search.{suffix}?q=declaration"
    etag = client.get(address)["ETag"]
    store(build.received(), build.parse_of("A/RES/66/164"), replace=False)
    response = client.get(address, headers={"if-none-match": etag})
    assert response.status_code == 200
    assert b"A/RES/66/164" in response.getvalue()


@pytest.mark.parametrize("suffix", FORMATS)
def test_facts_that_are_loaded_are_shown_at_once(
    client: Client, tmp_path: Path, suffix: str
) -> None:
    address = f"/search.{suffix}?q=tribunals"
    etag = client.get(address)["ETag"]
    table = tmp_path / "facts.csv"
    row = "A/RES/66/3,Tribunals,,,,seen"
    table.write_text("\n".join([",".join(HEADER), row, ""]), encoding="utf-8")
    call_command("load_facts", table, verbosity=0)
    response = client.get(address, headers={"if-none-match": etag})
    assert response.status_code == 200
    assert b"A/RES/66/3" in response.getvalue()


def test_a_page_of_json_is_kept(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/search.json?q=impunity").content
    with django_assert_num_queries(1):
        assert client.get("/search.json?q=impunity").content == first


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_is_looked_up_before_its_first_byte_and_the_rest_while_it_is_sent(
    client: Client, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(exports, "ROWS_PER_CHUNK", 1)
    response = client.get(f"/search.{suffix}?q=impunity")
    assert response.streaming
    assert not response.has_header("Content-Length")
    pieces = [piece for piece in response if b"66/" in piece]
    assert len(pieces) == 3


@pytest.mark.parametrize("suffix", FILES)
def test_head_of_a_file_has_its_headers_and_loads_no_row(client: Client, suffix: str) -> None:
    sent, head = (
        client.get(f"/search.{suffix}?q=impunity"),
        client.head(f"/search.{suffix}?q=impunity"),
    )
    assert dict(head.headers) == dict(sent.headers)
    assert head.getvalue() == b""


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_visitor_who_is_logged_in_gets_the_same(client: Client, suffix: str) -> None:
    address = f"/search.{suffix}?q=impunity"
    before = client.get(address)
    client.force_login(get_user_model().objects.create_user("archivist", is_staff=True))
    after = client.get(address)
    assert after["ETag"] == before["ETag"]
    assert after.headers.get("Vary") == before.headers.get("Vary") == "Accept-Encoding"
    assert not after.cookies


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_names_the_page_of_the_search(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=66/1")
    assert response["Link"] == (
        '<http://testserver/search/?q=66/1&view=resolutions>; rel="alternate"; type="text/html"'
    )


@pytest.mark.parametrize("suffix", FILES)
def test_no_header_is_too_long_for_a_proxy(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q={'impunity+' * 500}", follow=True)
    assert response.status_code == 200
    assert max(len(value) for value in response.headers.values()) < 2_100


@pytest.mark.parametrize(
    ("suffix", "disposition"),
    [
        ("csv", 'attachment; filename="recalling-impunity.csv"'),
        ("ris", 'attachment; filename="recalling-impunity.ris"'),
        ("bib", 'attachment; filename="recalling-impunity.bib"'),
        ("csl.json", 'attachment; filename="recalling-impunity.csl.json"'),
        ("atom", None),
    ],
)
def test_a_file_to_be_saved_has_a_name(
    client: Client, suffix: str, disposition: str | None
) -> None:
    response = client.get(f"/search.{suffix}?q=impunity")
    assert response.get("Content-Disposition") == disposition


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_that_has_not_all_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    response = client.get(f"/search.{suffix}?q=impunity")
    notice = "These are the first 2 of 3 resolutions. Narrow the search to get the others."
    assert response["Archive-Notice"] == notice
    assert response.getvalue().decode().count(notice) == 1
    if suffix != "atom":
        assert response["Content-Disposition"].endswith(f'-first-2.{suffix}"')


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_that_has_all_says_nothing_of_it(client: Client, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=impunity")
    assert not response.has_header("Archive-Notice")
    assert b"Narrow the search" not in response.getvalue()


@pytest.mark.parametrize(
    ("suffix", "day"),
    [
        ("ris", b"Y2  - 2026/11/26"),
        ("bib", b"urldate = {2026-11-26}"),
        ("csl.json", b'"accessed": {"date-parts": [[2026, 11, 26]]}'),
    ],
)
def test_references_are_of_the_day_they_were_made(
    client: Client, monkeypatch: pytest.MonkeyPatch, suffix: str, day: bytes
) -> None:
    module = f"archive.web.search_formats.{suffix.replace('.', '_')}.today"
    monkeypatch.setattr(module, lambda: "2026-11-26")
    assert whole(client, f"/search.{suffix}?q=impunity").count(day) == 3
