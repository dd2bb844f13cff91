"""References: what is found, as it is cited."""

from collections.abc import Iterator
from dataclasses import replace

from archive.citing.cited import Cited
from archive.search.exports.export_rows import ExportedResolution, Row
from archive.search.exports.exports import Export
from archive.web.cited import Absolute, place_address
from archive.web.search_formats.files import Site


def cited_rows(found: Export, site: Site) -> Iterator[list[Cited]]:
    """What is found as values that are cited, a chunk at a time."""
    for chunk in found.chunks():
        yield [cited_row(row, absolute=site.absolute) for row in chunk]


def cited_row(row: Row, *, absolute: Absolute) -> Cited:
    """A row as it is cited; a paragraph by the address of its own page."""
    if isinstance(row, ExportedResolution):
        return _whole(row, absolute)
    whole = _whole(row.resolution, absolute)
    return replace(
        whole,
        anchor=row.anchor,
        label=row.label,
        wording=row.wording,
        place_url=place_address(whole.url, row.anchor),
    )


def _whole(found: ExportedResolution, absolute: Absolute) -> Cited:
    return Cited(
        symbol=found.identity,
        organ=found.organ,
        url=absolute(found.url),
        title=found.title,
        dated_on=found.dated_on,
        date_is_unverified=found.date_is_unverified,
        is_held=found.is_held,
        adopted_as=found.adopted_as,
    )
