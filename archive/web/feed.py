"""The feed of the archive: what was published, changed or withdrawn, the last first.

An Atom feed (RFC 4287) in pages (RFC 5005, 3): each leads to the first, previous, next and last.
A text that was withdrawn is a tombstone (RFC 6721, ``at:deleted-entry``), so that readers of feeds
take away what they have of it. The entry of a resolution has the identifier that it has in the feed
of every search.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.xml_pieces import XmlPieces
from archive.search.exports.changes import Changes, Published, Withdrawn, changes
from archive.web.freshness import fresh
from archive.web.one_address import reads_only
from archive.web.paging import NothingListedError
from archive.web.search_formats.atom_entries import (
    MEDIA_TYPE,
    OF_A_FEED,
    identifier,
    write_entry,
    write_maker,
)

_TOMBSTONES = {"xmlns:at": "http://purl.org/atompub/tombstones/1.0"}
_PAGE = re.compile(r"[1-9][0-9]{0,6}")
_Absolute = Callable[[str], str]


@require_safe
@reads_only("page")
@fresh
def feed(request: HttpRequest) -> HttpResponse:
    """A page of the feed; the first unless ``page`` says another.

    Raises NothingListedError, a 404, where there is no such page.
    """
    asked = request.GET.get("page", "1")
    found = changes(int(asked)) if _PAGE.fullmatch(asked) else None
    if found is None:
        raise NothingListedError(_("The feed has no such page."), instead=reverse("feed"))
    written = _written(found, request.build_absolute_uri)
    return HttpResponse(written, content_type=f"{MEDIA_TYPE}; charset=utf-8")


def _written(found: Changes, absolute: _Absolute) -> str:
    xml = XmlPieces()
    xml.begin("feed", OF_A_FEED | _TOMBSTONES)
    _write_head(xml, found, absolute=absolute)
    for entry in found.entries:
        _write(xml, entry, absolute=absolute)
    xml.end("feed")
    return xml.take()


def _write_head(xml: XmlPieces, found: Changes, *, absolute: _Absolute) -> None:
    xml.leaf("id", identifier("feed"))
    xml.leaf("title", _("Recalling: newly published and changed"))
    xml.leaf("updated", found.changed_at.isoformat())
    xml.leaf("link", rel="alternate", type="text/html", href=absolute(reverse("home")))
    for rel, number in _pages(found).items():
        xml.leaf("link", rel=rel, type=MEDIA_TYPE, href=absolute(_address(number)))
    write_maker(xml, absolute)


def _pages(found: Changes) -> dict[str, int]:
    """The pages that a page leads to, by the relation of the link."""
    pages = {"self": found.number, "first": 1, "last": found.pages_count}
    if found.number > 1:
        pages["previous"] = found.number - 1
    if found.number < found.pages_count:
        pages["next"] = found.number + 1
    return pages


def _address(number: int) -> str:
    return reverse("feed") + (f"?page={number}" if number > 1 else "")


def _write(xml: XmlPieces, entry: Published | Withdrawn, *, absolute: _Absolute) -> None:
    if isinstance(entry, Published):
        write_entry(xml, entry.row, absolute=absolute, published_at=entry.published_at)
        return
    when = entry.withdrawn_at.isoformat()
    with xml.element("at:deleted-entry", ref=identifier(entry.symbol), when=when):
        xml.leaf(
            "at:comment", _("The text of %(symbol)s was withdrawn.") % {"symbol": entry.symbol}
        )
        xml.leaf("link", rel="related", type="text/html", href=absolute(entry.url))
