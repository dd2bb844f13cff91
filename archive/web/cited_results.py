"""Results of a search as they are cited, beside each of them on its page."""

from dataclasses import replace

from archive.citing.cited import Cited
from archive.parsing.symbols import Organ, Symbol
from archive.search.answers import Found, ParagraphResult
from archive.search.results import SearchPage
from archive.web.cite_this import CiteThis
from archive.web.cited import Absolute, place_address


def cited_results(page: SearchPage, *, absolute: Absolute) -> tuple[CiteThis, ...]:
    """What is cited, for each paragraph or resolution that a page lists, in their order."""
    paragraphs = [cited_place_found(found, absolute=absolute) for found in page.paragraphs]
    wholes = [_whole(found, absolute) for found in page.results]
    return tuple(CiteThis(cited=cited) for cited in paragraphs + wholes)


def cited_place_found(found: ParagraphResult, *, absolute: Absolute) -> Cited:
    """A paragraph or note that was found."""
    whole = _whole(found, absolute)
    return replace(
        whole,
        anchor=found.anchor,
        label=found.label,
        place_url=place_address(whole.url, found.anchor),
    )


def _whole(found: Found, absolute: Absolute) -> Cited:
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
    )
