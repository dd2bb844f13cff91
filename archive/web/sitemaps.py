"""Sitemaps: every public page with the day it changed last, for search engines.

After the protocol of sitemaps 0.9: an index leads to one sitemap of the pages that are of no
resolution, and to one of each organ's session, in files of at most 50,000 addresses. What changes
little keeps its day, so that only what has changed needs to be read again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, groupby, islice

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.urls import register_converter, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.xml_pieces import XmlPieces
from archive.search.exports.changes import last_change
from archive.search.exports.public_addresses import (
    SessionPages,
    number_of_pages,
    pages_of,
    series,
    sessions,
    years,
)
from archive.web.freshness import fresh
from archive.web.one_address import reads_only
from archive.web.paging import NothingListedError

MEDIA_TYPE = "application/xml"
#: What the protocol allows one file; so many of the longest addresses take less than its 50 MB.
MOST_ADDRESSES = 50_000
#: Pages of no resolution, by the names of their addresses: those that change with the archive, and
#: those that are words, of which nobody knows a day.
LIVE_PAGES = (
    "home",
    "browse",
    "browse_openings",
    "coverage",
    "coverage_not_held",
    "coverage_unresolved",
    "coverage_conflicts",
    "coverage_sources",
    "network",
    "series_index",
    "about",
    "data",
)
PAGES_OF_WORDS = ("compare", "language", "draft", "help", "strengths", "accessibility", "api")
_NAMESPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_ADDRESSES_PER_PIECE = 500
#: In the sitemap of the pages that are of no resolution; with them it is no longer than it may be.
_MOST_SERIES = 40_000
_NAME = re.compile(r"(?P<organ>[A-Z]+)(?:-(?P<session>[A-Z0-9-]+))?(?:_(?P<part>[1-9][0-9]{0,4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapName:
    """An organ's session, and which part of its addresses, from 1: ``GA-66``, ``GA-66_2``."""

    organ: str
    session: str
    part: int = 1

    def __str__(self) -> str:
        session = f"-{self.session}" if self.session else ""
        return f"{self.organ}{session}{f'_{self.part}' if self.part > 1 else ''}"


class SitemapConverter:
    """The name of a sitemap in an address."""

    regex = "[A-Z][A-Z0-9_-]*"

    def to_python(self, value: str) -> SitemapName:
        """The name; ValueError where it is none."""
        found = _NAME.fullmatch(value)
        if found is None or found["part"] == "1":
            raise ValueError(value)
        return SitemapName(
            organ=found["organ"], session=found["session"] or "", part=int(found["part"] or 1)
        )

    def to_url(self, value: SitemapName) -> str:
        """As it is written."""
        return str(value)


def register() -> None:
    """Make the converter known to addresses."""
    register_converter(SitemapConverter, "sitemap")


@require_safe
@reads_only()
@fresh
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Where all sitemaps are."""
    xml = XmlPieces()
    xml.begin("sitemapindex", _NAMESPACE)
    _write(xml, "sitemap", at=request.build_absolute_uri(reverse("pages_sitemap")))
    for one in sessions():
        for name in _names(one):
            at = request.build_absolute_uri(reverse("sitemap", args=[name]))
            _write(xml, "sitemap", at=at, changed_at=one.changed_at)
    xml.end("sitemapindex")
    return HttpResponse(xml.take(), MEDIA_TYPE)


@require_safe
@reads_only()
@fresh
def pages_sitemap(request: HttpRequest) -> HttpResponse:
    """The pages that are of no resolution."""
    xml = XmlPieces()
    xml.begin("urlset", _NAMESPACE)
    for path, changed_at in chain(_live_pages(), _shelves()):
        _write(xml, "url", at=request.build_absolute_uri(path), changed_at=changed_at)
    for page in PAGES_OF_WORDS:
        _write(xml, "url", at=request.build_absolute_uri(reverse(page)))
    xml.end("urlset")
    return HttpResponse(xml.take(), MEDIA_TYPE)


def _live_pages() -> Iterator[tuple[str, datetime | None]]:
    changed_at = last_change()
    for page in LIVE_PAGES:
        yield reverse(page), changed_at


def _shelves() -> Iterator[tuple[str, datetime]]:
    """The pages to browse: organs, each with its sessions, then series, then years."""
    for organ, of_organ in groupby(sessions(), key=lambda one: one.organ):
        found = list(of_organ)
        yield reverse("browse_organ", args=[organ]), max(one.changed_at for one in found)
        for one in found:
            yield reverse("browse_session", args=[organ, one.session]), one.changed_at
    for slug, changed_at in series(_MOST_SERIES):
        yield reverse("series", args=[slug]), changed_at
    for year, changed_at in years():
        yield reverse("browse_year", args=[year]), changed_at


@require_safe
@reads_only()
@fresh
def sitemap(request: HttpRequest, name: SitemapName) -> HttpResponseBase:
    """The pages of an organ's session.

    Raises NothingListedError, a 404, where it has none, or not so many.
    """
    first = (name.part - 1) * MOST_ADDRESSES
    if first and first >= number_of_pages(name.organ, name.session):
        raise _no_such_sitemap()
    pages = islice(pages_of(name.organ, name.session), first, first + MOST_ADDRESSES)
    written = _pieces((request.build_absolute_uri(one.path), one.changed_at) for one in pages)
    begun = next(written, None)
    if begun is None:
        raise _no_such_sitemap()
    return StreamingHttpResponse(_with_frame(begun, written), content_type=MEDIA_TYPE)


def _no_such_sitemap() -> NothingListedError:
    return NothingListedError(_("There is no such sitemap."), instead=reverse("sitemap_index"))


def _names(of: SessionPages) -> Iterator[SitemapName]:
    """As many sitemaps as the pages of a session need."""
    for part in range(1, -(-of.pages_count // MOST_ADDRESSES) + 1):
        yield SitemapName(organ=of.organ, session=of.session, part=part)


def _with_frame(begun: str, rest: Iterable[str]) -> Iterator[str]:
    xml = XmlPieces()
    xml.begin("urlset", _NAMESPACE)
    yield xml.take() + begun
    yield from rest
    xml.end("urlset")
    yield xml.take()


def _pieces(addresses: Iterator[tuple[str, datetime]]) -> Iterator[str]:
    xml = XmlPieces()
    while some := list(islice(addresses, _ADDRESSES_PER_PIECE)):
        for at, changed_at in some:
            _write(xml, "url", at=at, changed_at=changed_at)
        yield xml.take()


def _write(xml: XmlPieces, kind: str, *, at: str, changed_at: datetime | None = None) -> None:
    with xml.element(kind):
        xml.leaf("loc", at)
        if changed_at:
            xml.leaf("lastmod", changed_at.isoformat(timespec="seconds"))
