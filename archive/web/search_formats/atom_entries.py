"""Entries of feeds, after RFC 4287: what every feed of the archive says of a resolution.

Identifiers are UUIDs made from names (RFC 9562, version 5): they follow from the symbol, or from
what a feed is of, and stay the same at whatever address the archive is served. An entry is updated
when what readers see of its resolution has changed; its ``hash`` says whether the words have.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID, uuid5

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext

import archive
from archive.data.xml_pieces import XmlPieces
from archive.parsing.session_names import session_name
from archive.search.exports.export_rows import ExportedParagraph, ExportedResolution, Row
from archive.templatetags.dates import day_in_words
from archive.web import opensearch

MEDIA_TYPE = "application/atom+xml"
#: The names of resolutions, paragraphs and feeds are taken in this space. It never changes.
NAMESPACE = UUID("432d5ba3-6ef6-45ea-ba4b-44d8455411b0")
OF_A_FEED = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:recalling": NAMESPACE.urn,
    "xml:lang": "en",
}
_RIGHTS = gettext_noop(
    "Texts are reproduced with acknowledgement of the United Nations as their source. The official "
    "record is the United Nations’ own."
)
#: By whether it is a draft, and whether nobody has checked the day.
_DATED = {
    (False, False): gettext_noop("Adopted on %(day)s."),
    (False, True): gettext_noop("Adopted on %(day)s, unverified."),
    (True, False): gettext_noop("Distributed on %(day)s."),
    (True, True): gettext_noop("Distributed on %(day)s, unverified."),
}


def identifier(name: str) -> str:
    """The identifier of what has a name: ``A/RES/66/164``, ``A/RES/66/164#op5``, ``feed``."""
    return uuid5(NAMESPACE, name).urn


def write_maker(xml: XmlPieces, absolute: Callable[[str], str]) -> None:
    """Of a feed: how it is searched, who makes it, and under which terms."""
    description = absolute(reverse("opensearch"))
    xml.leaf("link", rel="search", type=opensearch.MEDIA_TYPE, href=description)
    _write_author(xml, "Recalling")
    xml.leaf("generator", "Recalling", version=archive.__version__)
    xml.leaf("rights", gettext(_RIGHTS))


def write_entry(
    xml: XmlPieces,
    row: Row,
    *,
    absolute: Callable[[str], str],
    published_at: datetime | None = None,
) -> None:
    """An entry. It was published on the day of adoption, unless another instant is given."""
    resolution = row.resolution if isinstance(row, ExportedParagraph) else row
    organ = gettext(resolution.organ.full_name)
    published = published_at.isoformat() if published_at else _dated(resolution)
    with xml.element("entry"):
        xml.leaf("id", identifier(row.url.strip("/").replace("/#", "#")))
        xml.leaf("title", _title(row))
        xml.leaf("updated", row.updated_at.isoformat())
        if published:
            xml.leaf("published", published)
        _write_author(xml, gettext("United Nations %(organ)s") % {"organ": organ})
        xml.leaf("link", rel="alternate", type="text/html", href=absolute(row.url))
        xml.leaf("category", term=resolution.organ.value, label=organ)
        xml.leaf("category", term=resolution.stage.value, label=str(resolution.stage.label))
        xml.leaf("summary", " ".join(_summary(resolution)))
        if isinstance(row, ExportedParagraph):
            xml.leaf("content", row.wording)
        xml.leaf("recalling:hash", row.content_hash, algorithm="SHA-256")


def _dated(resolution: ExportedResolution) -> str:
    return f"{resolution.dated_on.isoformat()}T00:00:00Z" if resolution.dated_on else ""


def _write_author(xml: XmlPieces, name: str) -> None:
    with xml.element("author"):
        xml.leaf("name", name)


def _title(row: Row) -> str:
    """The symbol and the title; of a paragraph, how it is cited."""
    if isinstance(row, ExportedParagraph):
        return row.name
    words = gettext("Draft %(symbol)s") if row.is_draft else "%(symbol)s"
    named = words % {"symbol": row.symbol}
    return f"{named}: {row.title}" if row.title else named


def _summary(resolution: ExportedResolution) -> Iterator[str]:
    """What is known of a resolution, in sentences."""
    if resolution.is_draft:
        yield resolution.draft_line
    body = {
        "organ": gettext(resolution.organ.full_name),
        "session": session_name(resolution.session),
    }
    yield (gettext("%(organ)s, %(session)s.") if body["session"] else "%(organ)s.") % body
    if resolution.dated_on:
        words = _DATED[resolution.is_draft, resolution.date_is_unverified]
        yield gettext(words) % {"day": day_in_words(resolution.dated_on)}
    times = resolution.times_recalled
    words = ngettext(
        "Recalled by %(count)s resolution.", "Recalled by %(count)s resolutions.", times
    )
    yield words % {"count": f"{times:,}"}
    if not resolution.is_held:
        yield gettext("Its text is not held.")
