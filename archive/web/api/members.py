"""Members of what lists hold: those of the file of a resolution, each with what it belongs to."""

from archive.data.lists.citation_list import ListedCitation
from archive.data.lists.paragraph_list import ListedParagraph
from archive.data.members import (
    Absolute,
    Members,
    citation_members,
    note_members,
    paragraph_members,
    resolution_members,
    summary_members,
)
from archive.data.records import Record

_OF_THE_FILE = frozenset({"version"})
_OF_THE_LIST = frozenset({"version", "is_held", "languages", "times_recalled", "updated_at"})


def whole(record: Record, *, absolute: Absolute) -> Members:
    """All that is held of a resolution."""
    members = resolution_members(record, absolute=absolute)
    return members | {"api_url": absolute(resolution_address(record.resolution.symbol))}


def summary(record: Record, *, absolute: Absolute) -> Members:
    """What a list of resolutions says of one."""
    return _without(_OF_THE_FILE, record, absolute=absolute)


def paragraph(listed: ListedParagraph, *, absolute: Absolute) -> Members:
    """A paragraph with its notes, and the resolution it stands in."""
    record, row = listed.record, listed.paragraph
    members = paragraph_members(row, record=record, absolute=absolute)
    name = f"{record.resolution.symbol}/{row.anchor}"
    return {
        "id": name,
        "api_url": absolute(paragraph_address(record.resolution.symbol, row.anchor)),
        "resolution": _without(_OF_THE_LIST, record, absolute=absolute),
        **members,
        "notes": [note_members(one, record=record, absolute=absolute) for one in record.notes],
    }


def citation(listed: ListedCitation, *, absolute: Absolute) -> Members:
    """A citation, and the resolution that makes it. Its name says where it stands."""
    record, row = listed.record, listed.citation
    members = citation_members(row, record=record, absolute=absolute)
    return {
        "id": f"{record.resolution.symbol}/{members['stands_in']}:{row.start}-{row.end}",
        "resolution": _without(_OF_THE_LIST, record, absolute=absolute),
        **members,
    }


def resolution_address(symbol: str) -> str:
    """The address of a resolution in the API."""
    return f"/api/v1/resolutions/{symbol}"


def paragraph_address(symbol: str, anchor: str) -> str:
    """The address of a paragraph in the API."""
    return f"/api/v1/paragraphs/{symbol}/{anchor}"


def _without(names: frozenset[str], record: Record, *, absolute: Absolute) -> Members:
    """A summary but for some members, with the address where all is told."""
    members = summary_members(record, absolute=absolute)
    told = {name: value for name, value in members.items() if name not in names}
    return told | {"api_url": absolute(resolution_address(record.resolution.symbol))}
