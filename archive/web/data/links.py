"""Links of an answer: where else its resolution is, under which terms, and what describes it.

Source: RFC 8288 (``Link``), RFC 6596 (``canonical``), RFC 4946 (``license``), RFC 5988's registry
(``alternate``, ``describedby``).
"""

from collections.abc import Iterator

from archive.data.members import Absolute
from archive.models import READING_LANGUAGE, Resolution
from archive.web.data.formats import FORMATS, Format
from archive.web.languages import address_in

#: Where the archive says how its texts and its data may be used.
LICENCE = "/about/#reuse"


def file_address(resolution: Resolution, kind: Format, *, language: str) -> str:
    """The address of a file, of a text in one language."""
    address = f"/{resolution.symbol}.{kind.suffix}"
    return address if language == READING_LANGUAGE else f"{address}?lang={language}"


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
    yield _link(absolute(LICENCE), "license")


def _link(address: str, relation: str, *, media_type: str = "") -> str:
    typed = f'; type="{media_type}"' if media_type else ""
    return f'<{address}>; rel="{relation}"{typed}'
