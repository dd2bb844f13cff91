"""The place that a report is about: which page, which resolution, which paragraph or note."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from archive.models import Resolution
from archive.models.problem_report import place_in_words
from archive.parsing.places import in_words

LONGEST_ADDRESS = 500
_FIRST_PAGE = "/"
#: A path of this archive, with or without a query; no browser takes it for another host's.
_ADDRESS = re.compile(r"/(?![/\\])[^\s\x00-\x1f\\#]*")
_ANCHOR = re.compile(r"[a-z][a-z0-9*†‡§-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPlace:
    """A page of the archive and a place on it; ``anchor`` is empty where the page is meant.

    Where the address that was given is none of this archive, ``is_known`` is false.
    """

    address: str
    anchor: str
    resolution: Resolution | None
    is_known: bool

    @property
    def in_words(self) -> str:
        """As a sentence names it: "A/RES/66/164, op. 5", "the page /search/?q=impunity"."""
        return place_in_words(self.address, self.resolution, anchor=self.anchor)

    @property
    def link(self) -> str:
        """The place as a link has it."""
        return f"{self.address}#{self.anchor}" if self.anchor else self.address


def reported_place(given: Mapping[str, str]) -> ReportedPlace:
    """The place that ``page`` and ``at`` name: one query where it is a resolution."""
    address, anchor = given.get("page", _FIRST_PAGE), given.get("at", "")
    is_known = len(address) <= LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(address))
    resolution = _resolution_at(address) if is_known else None
    is_placed = resolution and _ANCHOR.fullmatch(anchor) and in_words(anchor)
    return ReportedPlace(
        address=address if is_known else _FIRST_PAGE,
        anchor=anchor if is_placed else "",
        resolution=resolution,
        is_known=is_known,
    )


def _resolution_at(address: str) -> Resolution | None:
    """The resolution whose page has the address."""
    try:
        symbol = resolve(urlsplit(address).path).kwargs.get("symbol")
    except (Resolver404, ValueError):
        return None
    return Resolution.objects.named(str(symbol)).first() if symbol else None
