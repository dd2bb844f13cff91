"""Atom: a search as a feed, after RFC 4287, for whoever wants to know what is new in it.

Identifiers are UUIDs made from names (RFC 9562, version 5): they follow from the symbol, or from
the parameters, and stay the same at whatever address the archive is served. An entry is updated
when what readers see of its resolution has changed; its ``hash`` says whether the words have.
"""

from collections.abc import Iterator
from uuid import UUID, uuid5

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

import archive
from archive.parsing.dates import date_in_words
from archive.parsing.session_names import session_name
from archive.search.exports.export_rows import ExportedParagraph, ExportedResolution, Row
from archive.search.exports.exports import Export
from archive.web import opensearch
from archive.web.freshness import fresh
from archive.web.search_formats.addresses import ATOM, asked_in, in_format
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.names import title
from archive.web.search_formats.xml_pieces import XmlPieces

MEDIA_TYPE = "application/atom+xml"
#: The names of resolutions, paragraphs and searches are taken in this space. It never changes.
NAMESPACE = UUID("432d5ba3-6ef6-45ea-ba4b-44d8455411b0")
_OF_THE_FEED = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:recalling": NAMESPACE.urn,
    "xml:lang": "en",
}
_RIGHTS = (
    "Texts are reproduced with acknowledgement of the United Nations as their source. The official "
    "record is the United Nations’ own."
)


@require_safe
@fresh
def search_atom(request: HttpRequest) -> HttpResponseBase:
    """A search as a feed."""
    kind = FileFormat(suffix=ATOM, media_type=MEDIA_TYPE, write=_write, has_name=False)
    return sent(request, kind)


def _write(found: Export, site: Site) -> Iterator[str]:
    xml = XmlPieces()
    xml.begin("feed", _OF_THE_FEED)
    _write_head(xml, found, site=site)
    for chunk in found.chunks():
        for row in chunk:
            _write_entry(xml, row, site=site)
        yield xml.take()
    xml.end("feed")
    yield xml.take()


def _write_head(xml: XmlPieces, found: Export, *, site: Site) -> None:
    asked = asked_in(site.params, ATOM)
    xml.leaf("id", _identifier(f"search?{asked.query_string}"))
    xml.leaf("title", f"Recalling: {title(asked)}")
    if found.notice:
        xml.leaf("subtitle", found.notice)
    xml.leaf("updated", found.last_change().isoformat())
    own, description = site.absolute(in_format(asked, ATOM)), site.absolute(reverse("opensearch"))
    xml.leaf("link", rel="self", type=MEDIA_TYPE, href=own)
    xml.leaf("link", rel="alternate", type="text/html", href=site.page)
    xml.leaf("link", rel="search", type=opensearch.MEDIA_TYPE, href=description)
    _write_author(xml, "Recalling")
    xml.leaf("generator", "Recalling", version=archive.__version__)
    xml.leaf("rights", _RIGHTS)


def _write_entry(xml: XmlPieces, row: Row, *, site: Site) -> None:
    resolution = row.resolution if isinstance(row, ExportedParagraph) else row
    with xml.element("entry"):
        xml.leaf("id", _identifier(row.url.strip("/").replace("/#", "#")))
        xml.leaf("title", _title(row))
        xml.leaf("updated", row.updated_at.isoformat())
        if resolution.dated_on:
            xml.leaf("published", f"{resolution.dated_on.isoformat()}T00:00:00Z")
        _write_author(xml, f"United Nations {resolution.organ.full_name}")
        xml.leaf("link", rel="alternate", type="text/html", href=site.absolute(row.url))
        xml.leaf("category", term=resolution.organ.value, label=resolution.organ.full_name)
        xml.leaf("category", term=resolution.stage.value, label=resolution.stage.label)
        xml.leaf("summary", " ".join(_summary(resolution)))
        if isinstance(row, ExportedParagraph):
            xml.leaf("content", row.wording)
        xml.leaf("recalling:hash", row.content_hash, algorithm="SHA-256")


def _write_author(xml: XmlPieces, name: str) -> None:
    with xml.element("author"):
        xml.leaf("name", name)


def _identifier(name: str) -> str:
    return uuid5(NAMESPACE, name).urn


def _title(row: Row) -> str:
    """The symbol and the title; of a paragraph, how it is cited."""
    if isinstance(row, ExportedParagraph):
        return row.reference
    of_a_draft = "Draft " if row.is_draft else ""
    return f"{of_a_draft}{row.symbol}{': ' if row.title else ''}{row.title}"


def _summary(resolution: ExportedResolution) -> Iterator[str]:
    """What is known of a resolution, in sentences."""
    if resolution.is_draft:
        yield resolution.draft_line
    session = session_name(resolution.session)
    yield f"{resolution.organ.full_name}{', ' if session else ''}{session}."
    if resolution.dated_on:
        done = "Distributed" if resolution.is_draft else "Adopted"
        doubt = ", unverified" if resolution.date_is_unverified else ""
        yield f"{done} on {date_in_words(resolution.dated_on)}{doubt}."
    times = resolution.times_recalled
    yield f"Recalled by {times:,} resolution{'' if times == 1 else 's'}."
    if not resolution.is_held:
        yield "Its text is not held."
