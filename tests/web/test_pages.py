"""What holds of every page for readers: its files, its weight, its language, its foot on paper."""

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker

from archive.parsing.dates import date_in_words
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
MOST_BYTES_COMPRESSED = 60_000
PAGES = {
    "home": "/",
    "search": "/search/?q=defenders",
    "paragraphs": "/search/?q=defenders&view=paragraphs",
    "nothing found": "/search/?q=nothingofthekind",
    "held": "/A/RES/66/164/",
    "paragraph": "/A/RES/66/164/op5/",
    "draft": "/A/C.3/70/L.46/",
    "cited only": "/A/RES/53/144/",
    "browse": "/browse/",
    "organ": "/browse/GA/",
    "session": "/browse/GA/66/",
    "year": "/browse/years/2011/",
    "openings": "/browse/openings/",
    "coverage": "/coverage/",
    "not held": "/coverage/not-held/",
    "without a page": "/coverage/unresolved/",
    "in doubt": "/coverage/conflicts/",
    "sources": "/coverage/sources/",
    "network": "/network/",
    "list of series": "/series/",
    "series": "/series/human-rights-defenders/",
    "lineage": "/lineage/A/RES/62/152/op5/",
    "comparison": "/compare/?from=A/RES/62/152&to=A/RES/66/164",
    "agreed language": "/language/?q=human+rights+defenders",
    "about": "/about/",
    "api": "/api/",
    "data": "/data/",
    "help": "/help/",
    "accessibility": "/accessibility/",
    "strengths": "/strengths/",
}
OTHERS = {"report": "/report/", "check a draft": "/draft/", "no such page": "/nothing"}

DAY = datetime(2100, 1, 1, tzinfo=UTC)


class Tomorrow(datetime):
    """A clock that stands still on another day."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        """That day."""
        assert tz is UTC
        return DAY


@pytest.fixture(scope="module")
def responses(rows_of_module: None, django_db_blocker: DjangoDbBlocker) -> dict[str, HttpResponse]:
    """Each page of the founding documents, asked for once for all these tests."""
    with django_db_blocker.unblock():
        call_command("load_facts", FIXTURES / "resolutions.csv")
        call_command("ingest", FIXTURES, jobs=1)
        return {name: _get(address) for name, address in (PAGES | OTHERS).items()}


@pytest.fixture(scope="module")
def pages(responses: dict[str, HttpResponse]) -> dict[str, Element]:
    """The markup of each."""
    return {name: markup(response.content) for name, response in responses.items()}


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    """Each kind of page."""
    kind: str = request.param
    return kind


@pytest.fixture
def shown(pages: dict[str, Element], name: str) -> Element:
    """Its markup."""
    return pages[name]


def _get(address: str) -> HttpResponse:
    response = Client().get(address)
    assert response.status_code == (404 if address == OTHERS["no such page"] else 200)
    assert isinstance(response, HttpResponse)
    return response


def _files(page: Element) -> list[str]:
    """The addresses of what a browser loads by itself to show the page."""
    sheets = [link.attributes["href"] for link in page.every("link", rel="stylesheet")]
    icons = [link.attributes["href"] for link in page.every("link", rel="icon")]
    drawn = [one for name in ("script", "img", "iframe", "source") for one in page.every(name)]
    return sheets + icons + [one.attributes["src"] for one in drawn if "src" in one.attributes]


@pytest.mark.parametrize("name", PAGES | OTHERS)
def test_a_page_asks_for_one_stylesheet_one_script_and_the_icon(shown: Element) -> None:
    assert _files(shown) == [
        "/static/css/recalling.css",
        "/static/icon.svg",
        "/static/js/recalling.js",
    ]


def test_a_page_with_its_files_is_light(
    responses: dict[str, HttpResponse], shown: Element, name: str
) -> None:
    found = [finders.find(file.removeprefix("/static/")) for file in _files(shown)]
    contents = [responses[name].content, *(Path(str(path)).read_bytes() for path in found)]
    weight = sum(len(gzip.compress(content)) for content in contents)
    assert weight < MOST_BYTES_COMPRESSED


def test_a_page_says_in_a_sentence_what_it_is(shown: Element) -> None:
    description = shown.one("meta", name="description").attributes["content"]
    assert 40 <= len(description) <= 300
    assert description.endswith(".")


def test_a_page_has_a_head_one_heading_of_the_first_rank_a_middle_and_a_foot(
    shown: Element,
) -> None:
    parts = [shown.every("header", class_="page-head"), shown.every("main"), shown.every("h1")]
    assert [len(part) for part in [*parts, shown.every("footer", class_="page-foot")]] == [1] * 4


def test_no_two_pages_have_one_title(pages: dict[str, Element]) -> None:
    titles = [pages[name].one("head").one("title").tidy_words for name in PAGES]
    assert len(set(titles)) == len(titles)


def test_ids_stand_once_on_a_page(shown: Element) -> None:
    ids = [one.attributes["id"] for one in shown.every() if "id" in one.attributes]
    assert sorted(ids) == sorted(set(ids))


def test_on_paper_a_page_ends_with_its_address_and_the_day(shown: Element) -> None:
    canonical = shown.one("link", rel="canonical").attributes["href"]
    today = datetime.now(UTC).date()
    printed = shown.one("footer").one("p", class_="on-paper")
    assert printed.words == f"{canonical}, printed from Recalling on {date_in_words(today)}."
    assert printed.one("time").attributes["datetime"] == today.isoformat()


def test_a_page_that_says_the_day_is_not_what_it_was_on_another(
    responses: dict[str, HttpResponse], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("archive.web.freshness.datetime", Tomorrow)
    etag = responses[name].headers["ETag"]
    answer = Client().get(PAGES[name], headers={"If-None-Match": etag})
    assert answer.status_code == 200


@pytest.mark.parametrize(("language", "direction"), [("en", None), ("fr", None), ("ar", "rtl")])
@pytest.mark.usefixtures("responses")
def test_a_page_says_the_language_of_its_interface_and_a_text_its_own(
    language: str, direction: str | None
) -> None:
    with translation.override(language):
        page = markup(_get(PAGES["held"]).content)
    root = page.one("html")
    assert root.attributes["lang"] == language
    assert root.attributes.get("dir") == direction
    text = page.one("section", class_="paragraphs")
    assert (text.attributes["lang"], text.attributes["dir"]) == ("en", "ltr")


def test_the_head_and_the_foot_lead_to_pages_that_answer(pages: dict[str, Element]) -> None:
    home = pages["home"]
    links = home.one("header", class_="page-head").every("a") + home.one("footer").every("a")
    addresses = {link.attributes["href"] for link in links}
    assert len(addresses) > 5
    assert {Client().get(address).status_code for address in addresses} == {200}


def test_the_nu_checker_finds_no_error_on_any_page(
    responses: dict[str, HttpResponse], tmp_path: Path
) -> None:
    jar = Path(os.environ.get("VNU_JAR", ""))
    if not (jar.is_file() and shutil.which("java")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("There is no Nu HTML checker.")
    files = [tmp_path / f"{name}.html" for name in responses]
    for file, response in zip(files, responses.values(), strict=True):
        file.write_bytes(response.content)
    command = ["java", "-jar", str(jar), "--errors-only", *map(str, files)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
