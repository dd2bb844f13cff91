"""Every link within the archive leads somewhere, to the very paragraph or note it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
HOME = "http://testserver/"
SEARCH = f"{HOME}search/?q=delay"
#: Searches lead to searches without end; of each kind of such pages the links of one are followed.
LISTED_ONLY = ("/search/", "/search.", "/report/", "/network", "/compare")
FOLLOWED = (SEARCH, f"{HOME}network/", f"{HOME}compare/?from=A/RES/62/152&to=A/RES/66/164")
#: References to a place, and forms to report it, are made alike: those of one resolution are
#: enough.
_OF_A_PLACE_ELSEWHERE = re.compile(
    rf"{HOME}(?!A/RES/66/164/).+/\w[\w-]*\.(?:bib|ris|csl\.json)"
    rf"|{HOME}report/\?page=/(?!A/RES/66/164/)[^/]+/.+"
)
_REDIRECTS = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND}
_LINK = re.compile(r'<(?:a|link)\s[^>]*?\bhref="([^"]*)"')
_ID = re.compile(r'<\w[^>]*?\sid="([^"]*)"')


@dataclass(slots=True)
class Crawl:
    """What was found: addresses with their status, what each is linked from, and ids by page.

    ``led_to`` has where each address that is not the one address of a page leads.
    """

    statuses: dict[str, int] = field(default_factory=dict)
    linked_from: dict[str, str] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    pointed_at: dict[tuple[str, str], str] = field(default_factory=dict)
    led_to: dict[str, str] = field(default_factory=dict)

    def walk(self) -> None:
        """Ask for every address that a page leads to, once."""
        client = Client()
        coming = self._new([HOME, SEARCH], page=HOME)
        while coming:
            address = coming.pop()
            response = client.get(address.removeprefix(HOME.rstrip("/")))
            self.statuses[address] = response.status_code
            if response.status_code in _REDIRECTS:
                self.led_to[address] = urldefrag(urljoin(address, response.headers["Location"])).url
                coming += self._new([response.headers["Location"]], page=address)
            elif response.headers.get("Content-Type", "").startswith("text/html"):
                page = response.content.decode()
                self.ids[address] = set(_ID.findall(page))
                coming += self._new(map(unescape, _LINK.findall(page)), page=address)

    def _new(self, links: Iterable[str], *, page: str) -> list[str]:
        found = []
        for link in links:
            address, fragment = urldefrag(urljoin(page, link))
            if not address.startswith(HOME) or address.startswith(f"{HOME}static/"):
                continue
            if fragment:
                self.pointed_at.setdefault((address, fragment), page)
            is_new = address not in self.linked_from and not _OF_A_PLACE_ELSEWHERE.fullmatch(
                address
            )
            if is_new and self._is_followed(page):
                self.linked_from[address] = page
                found.append(address)
        return found

    def _is_followed(self, page: str) -> bool:
        """Whether what a page leads to is asked for too; where it says that it is, always is."""
        is_listed_only = urlsplit(page).path.startswith(LISTED_ONLY)
        return page in FOLLOWED or page in self.led_to or not is_listed_only


@pytest.fixture(scope="module")
def crawl(rows_of_module: None, django_db_blocker: DjangoDbBlocker) -> Crawl:
    """The archive of the founding documents, walked once."""
    made = Crawl()
    with django_db_blocker.unblock():
        call_command("load_facts", FIXTURES / "resolutions.csv")
        call_command("ingest", FIXTURES, jobs=1)
        made.walk()
    return made


def test_every_link_leads_to_its_page_at_once_and_to_its_place(crawl: Crawl) -> None:
    """All of it in one test: the walk is long, and another worker would go it again."""
    assert not _broken(crawl)
    assert not _astray(crawl)
    assert not _lost(crawl)
    assert crawl.led_to
    assert len(crawl.statuses) > len(crawl.ids) > 100
    assert set(FOLLOWED) <= set(crawl.linked_from.values())


def _broken(crawl: Crawl) -> dict[str, tuple[int, str]]:
    """Addresses that have no page, and lead to none, with where they are linked from."""
    return {
        address: (status, crawl.linked_from[address])
        for address, status in crawl.statuses.items()
        if status != HTTPStatus.OK and status not in _REDIRECTS
    }


def _astray(crawl: Crawl) -> dict[str, tuple[str, str]]:
    """Addresses that redirect more than once, or to what is not there."""
    return {
        address: (target, crawl.linked_from[address])
        for address, target in crawl.led_to.items()
        if crawl.statuses[target] != HTTPStatus.OK
    }


def _lost(crawl: Crawl) -> dict[tuple[str, str], str]:
    """Places that are not on their pages."""
    return {
        (address, fragment): page
        for (address, fragment), page in crawl.pointed_at.items()
        if address in crawl.ids and fragment not in crawl.ids[address]
    }
