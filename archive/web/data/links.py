"""Links of an answer: where else its resolution is, under which terms, and what describes it.

Source: RFC 8288 (``Link``), RFC 6596 (``canonical``), RFC 4946 (``license``), RFC 5988's registry
(``alternate``, ``describedby``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.data.members import Absolute, in_language, source_address
from archive.models import READING_LANGUAGE, Resolution, Text
from archive.web.data.formats import FORMATS, Format
from archive.web.data.schema import SCHEMA
from archive.web.languages import address_in

#: Where the archive says how its texts and its data may be used.
LICENCE = "/about/#reuse"


def file_address(resolution: Resolution, kind: Format, *, language: str) -> str:
    """The address of a file, of a text in one language."""
    return in_language(f"/{resolution.symbol}.{kind.suffix}", language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that a page offers: what it is, where, and by which media type."""

    name: str
    address: str
    media_type: str


def offers(resolution: Resolution, text: Text | None) -> tuple[Offer, ...]:
    """The files of a text; of a resolution without one, those that are there all the same.

    The last is the file as it was received. The text comes from ``with_source``.
    """
    language = text.language if text else READING_LANGUAGE
    found = [
        Offer(
            name=str(kind.name),
            address=file_address(resolution, kind, language=language),
            media_type=kind.media_type,
        )
        for kind in formats_of(is_held=text is not None)
        if kind.is_of_the_text
    ]
    if text:
        file = text.source_file
        received = _("as received (%(kind)s)") % {"kind": file.get_media_type_display()}
        address = source_address(resolution, language=language)
        found.append(Offer(name=received, address=address, media_type=file.media_type))
    return tuple(found)


def formats_of(*, is_held: bool) -> list[Format]:
    """The formats in which a resolution is there."""
    return [one for one in FORMATS.values() if is_held or not one.needs_text]


def link_header(
    resolution: Resolution, *, is_held: bool, language: str, absolute: Absolute, shown: str = ""
) -> str:
    """The value of ``Link`` for the page, or for the file whose suffix is ``shown``."""
    return ", ".join(
        _links(
            resolution,
            formats_of(is_held=is_held),
            language=language,
            absolute=absolute,
            shown=shown,
        )
    )


def _links(
    resolution: Resolution,
    formats: list[Format],
    *,
    language: str,
    absolute: Absolute,
    shown: str,
) -> Iterator[str]:
    page = absolute(address_in(resolution, language))
    yield _link(page, "canonical")
    if shown:
        yield _link(page, "alternate", media_type="text/html")
    for kind in formats:
        address = absolute(file_address(resolution, kind, language=language))
        if kind.suffix != shown:
            yield _link(address, "alternate", media_type=kind.media_type)
            if not kind.is_of_the_text or kind.suffix == "json":
                yield _link(address, "describedby", media_type=kind.media_type)
    if shown == "json":
        yield _link(absolute(SCHEMA), "describedby", media_type="application/schema+json")
    yield _link(absolute(LICENCE), "license")


def _link(address: str, relation: str, *, media_type: str = "") -> str:
    typed = f'; type="{media_type}"' if media_type else ""
    return f'<{address}>; rel="{relation}"{typed}'
