"""What is cited: values of ``archive.citing`` made from rows, with the addresses of their pages."""

from collections.abc import Callable
from dataclasses import replace

from archive.citing.cited import Cited
from archive.models import Footnote, Paragraph, Resolution
from archive.parsing.symbols import Organ

#: Writes a path as an address with its host: ``request.build_absolute_uri``.
Absolute = Callable[[str], str]


def cited_resolution(
    resolution: Resolution, *, absolute: Absolute, is_held: bool, date_is_unverified: bool
) -> Cited:
    """A resolution as a whole; it comes from ``with_what_was_adopted``."""
    return Cited(
        symbol=resolution.identity,
        organ=Organ(resolution.organ),
        url=absolute(resolution.get_absolute_url()),
        title=resolution.title,
        dated_on=resolution.distributed_on if resolution.is_draft else resolution.adopted_on,
        date_is_unverified=date_is_unverified,
        is_held=is_held,
        adopted_as=str(resolution.adopted_as or ""),
    )


def cited_place(of: Cited, place: Paragraph | Footnote) -> Cited:
    """A paragraph or note of what is cited."""
    return replace(
        of,
        anchor=place.anchor,
        label=place.label if isinstance(place, Paragraph) else "",
        wording=place.wording,
        place_url=place_address(of.url, place.anchor),
    )


def place_address(of: str, anchor: str) -> str:
    """The address of a place in what has an address: a paragraph has a page, a note has none."""
    is_note = anchor.startswith("fn")
    return f"{of}#{anchor}" if is_note else f"{of}{anchor}/"
