"""Results of a search as they are cited, beside each of them on its page.

A page has twenty of them and is asked for most, so that it has one reference to each, and leads to
the page that has all.
"""

from typing import NamedTuple

from archive.citing.cited import Cited
from archive.citing.coins import coins
from archive.parsing.symbols import Organ, Symbol
from archive.search.answers import Found, ParagraphResult
from archive.search.results import SearchPage
from archive.web.cite_this import own_reference
from archive.web.cited import Absolute, place_address


class CitedResult(NamedTuple):
    """The United Nations’ own reference, where there are others, and what tools read."""

    reference: str
    address: str
    coins: str


def cited_results(page: SearchPage, *, host: str) -> tuple[CitedResult, ...]:
    """For each paragraph or resolution that a page lists, in their order.

    ``host`` is the address of the archive without the slash at its end.
    """
    absolute = host.__add__
    paragraphs = [cited_place_found(found, absolute=absolute) for found in page.paragraphs]
    wholes = [_whole(found, absolute) for found in page.results]
    return tuple(_result(cited, host=host) for cited in paragraphs + wholes)


def cited_place_found(found: ParagraphResult, *, absolute: Absolute) -> Cited:
    """A paragraph or note that was found."""
    anchor, address = found.anchor, place_address(absolute(found.url), found.anchor)
    return _whole(found, absolute, anchor=anchor, label=found.label, place_url=address)


def _result(cited: Cited, *, host: str) -> CitedResult:
    path = cited.leads_to.removeprefix(host).partition("#")[0]
    return CitedResult(own_reference(cited), f"{path}#cite", coins(cited))


def _whole(
    found: Found, absolute: Absolute, *, anchor: str = "", label: str = "", place_url: str = ""
) -> Cited:
    act = found.resolution
    return Cited(
        symbol=Symbol.read(act.symbol),
        organ=Organ(act.organ),
        url=absolute(found.url),
        title=act.title,
        dated_on=found.dated_on,
        date_is_unverified=found.date_is_unverified,
        is_held=found.is_held,
        adopted_as=act.adopted_as.symbol if act.adopted_as else "",
        anchor=anchor,
        label=label,
        place_url=place_url,
    )
