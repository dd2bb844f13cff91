"""Every link within the archive leads somewhere, to the very paragraph or note it names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.web.markup import Element, markup

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
HOME = "http://testserver/"
#: Searches lead to searches without end; facets have tests of their own.
LISTED_ONLY = ("/search/", "/search.", "/report/", "/network")
_REDIRECTS = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND}


@dataclass(slots=True)
class Crawl:
    """What was found: addresses with their status, what each is linked from, and ids by page."""

    statuses: dict[str, int] = field(default_factory=dict)
    linked_from: dict[str, str] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    pointed_at: dict[tuple[str, str], str] = field(default_factory=dict)

    def walk(self) -> None:
        """Ask for every address that a page leads to, once."""
        coming = [HOME]
        self.linked_from[HOME] = HOME
        client = Client()
        while coming:
            address = coming.pop()
            response = client.get(address.removeprefix(HOME.rstrip("/")))
            self.statuses[address] = response.status_code
            if response.status_code in _REDIRECTS:
                coming += self._new([response.headers["Location"]], page=address)
            elif response.headers.get("Content-Type", "").startswith("text/html"):
                page = markup(response.content)
                self.ids[address] = set(_ids(page))
                coming += self._new(_links(page), page=address)

    def _new(self, links: list[str], *, page: str) -> list[str]:
        found = []
        for link in links:
            address, fragment = urldefrag(urljoin(page, link))
            if not address.startswith(HOME) or address.startswith(f"{HOME}static/"):
                continue
            if fragment:
                self.pointed_at.setdefault((address, fragment), page)
            if address not in self.linked_from and not _is_beyond(page):
                self.linked_from[address] = page
                found.append(address)
        return found


def _is_beyond(page: str) -> bool:
    """Whether a page is asked for, and its links are not."""
    return urlsplit(page).path.startswith(LISTED_ONLY)


def _links(page: Element) -> list[str]:
    named = [*page.every("a"), *page.every("link")]
    return [one.attributes["href"] for one in named if "href" in one.attributes]


def _ids(page: Element) -> Iterator[str]:
    for name in (
        "a",
        "section",
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "main",
        "tr",
    ):
        yield from (one.attributes["id"] for one in page.every(name) if "id" in one.attributes)


@pytest.fixture(scope="module")
def crawl(rows_of_module: None, django_db_blocker: DjangoDbBlocker) -> Crawl:
    """The archive of the founding documents, walked once."""
    made = Crawl()
    with django_db_blocker.unblock():
        call_command("load_facts", FIXTURES / "resolutions.csv")
        call_command("ingest", FIXTURES, jobs=1)
        made.walk()
    return made


def test_every_link_leads_to_a_page_or_to_its_one_address(crawl: Crawl) -> None:
    broken = {
        address: (status, crawl.linked_from[address])
        for address, status in crawl.statuses.items()
        if status != HTTPStatus.OK and status not in _REDIRECTS
    }
    assert not broken
    assert len(crawl.statuses) > len(crawl.ids) > 100


def test_every_link_to_a_place_finds_it(crawl: Crawl) -> None:
    lost = {
        (address, fragment): page
        for (address, fragment), page in crawl.pointed_at.items()
        if address in crawl.ids and fragment not in crawl.ids[address]
    }
    assert not lost
