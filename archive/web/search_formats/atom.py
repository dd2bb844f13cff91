"""Atom: a search as a feed, after RFC 4287, for whoever wants to know what is new in it."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.data.xml_pieces import XmlPieces
from archive.search.exports.exports import Export
from archive.web.freshness import fresh
from archive.web.search_formats.addresses import ATOM, asked_in, in_format
from archive.web.search_formats.atom_entries import (
    MEDIA_TYPE,
    OF_A_FEED,
    identifier,
    write_entry,
    write_maker,
)
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.names import title


@require_safe
@fresh
def search_atom(request: HttpRequest) -> HttpResponseBase:
    """A search as a feed."""
    kind = FileFormat(suffix=ATOM, media_type=MEDIA_TYPE, write=_write, has_name=False)
    return sent(request, kind)


def _write(found: Export, site: Site) -> Iterator[str]:
    xml = XmlPieces()
    xml.begin("feed", OF_A_FEED)
    _write_head(xml, found, site=site)
    for chunk in found.chunks():
        for row in chunk:
            write_entry(xml, row, absolute=site.absolute)
        yield xml.take()
    xml.end("feed")
    yield xml.take()


def _write_head(xml: XmlPieces, found: Export, *, site: Site) -> None:
    asked = asked_in(site.params, ATOM)
    xml.leaf("id", identifier(f"search?{asked.query_string}"))
    xml.leaf("title", f"Recalling: {title(asked)}")
    if found.notice:
        xml.leaf("subtitle", found.notice)
    xml.leaf("updated", found.last_change().isoformat())
    own = site.absolute(in_format(asked, ATOM))
    xml.leaf("link", rel="self", type=MEDIA_TYPE, href=own)
    xml.leaf("link", rel="alternate", type="text/html", href=site.page)
    write_maker(xml, site.absolute)
