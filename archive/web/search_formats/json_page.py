"""A page of a search as the members of its JSON."""

from collections.abc import Iterable
from typing import Any

from archive.search.answers import (
    RESULTS_PER_PAGE,
    Found,
    ParagraphResult,
    Result,
    SearchPage,
    Snippet,
    Spot,
)
from archive.search.excerpts.fragments import Fragment
from archive.search.facets.facets import Facet
from archive.search.facets.histogram import Histogram
from archive.search.form.params import SearchParams
from archive.search.matches.counts import Count
from archive.search.remedies.corrections import Correction
from archive.search.remedies.loosening import Droppable
from archive.web.cite_this import own_reference
from archive.web.cited_results import cited_place_found
from archive.web.search_formats.addresses import in_format
from archive.web.search_formats.files import Site

VERSION = 1
#: Each by its suffix; its name as a member is the suffix up to the point.
_OTHER_FORMATS = ("csv", "atom", "ris", "bib", "csl.json")
_Members = dict[str, Any]


def page_of(page: SearchPage, site: Site) -> _Members:
    """All that the page of a search shows."""
    facets = page.facets
    return {
        "version": VERSION,
        "heading": page.title,
        "parameters": _parameters(page.params),
        "total": _total(page.count),
        "page": {
            "number": page.params.page,
            "count": page.page_count,
            "results_per_page": RESULTS_PER_PAGE,
        },
        "ignored": list(page.ignored),
        "problem": _problem(page),
        "corrections": _corrections(page, site),
        "loosened": _loosened(page, site),
        "results": [
            *(_resolution(one, site) for one in page.results),
            *(_paragraph(one, site) for one in page.paragraphs),
        ],
        "facets": [_facet(facet, site) for facet in facets or ()],
        "years": _years(facets.histogram if facets else None, site),
        "links": _links(page, site),
    }


def _parameters(params: SearchParams) -> _Members:
    """Every parameter by its name, with what it is where the address leaves it out."""
    return {
        "q": params.q,
        "in": list(params.parts),
        "view": params.view,
        "organ": params.organ,
        "session": params.session,
        "from": params.since and str(params.since),
        "to": params.until and str(params.until),
        "opening": list(params.openings),
        "cites": list(params.cites),
        "stage": params.stage,
        "held": params.held,
        "sort": params.order,
        "page": params.page,
    }


def _total(count: Count) -> _Members:
    return {
        "number": count.number,
        "is_exact": count.is_exact,
        "certainty": count.kind,
        "of": f"{count.noun}s",
    }


def _problem(page: SearchPage) -> _Members | None:
    if page.problem is None:
        return None
    return {"happened": page.problem.happened, "advice": page.problem.advice}


def _corrections(page: SearchPage, site: Site) -> list[_Members]:
    """The searches that may have been meant where nothing was found: one, or none."""
    meant = [page.correction] if page.correction else []
    return [{"q": one.q} | _alternative(one, site) for one in meant]


def _loosened(page: SearchPage, site: Site) -> list[_Members]:
    """What could be dropped where nothing was found."""
    return [{"dropped": one.label} | _alternative(one, site) for one in page.droppable]


def _alternative(other: Correction | Droppable, site: Site) -> _Members:
    """Another search and what it would find."""
    return {"total": _total(other.count), "url": _address(other.params, site)}


def _resolution(found: Result, site: Site) -> _Members:
    return _facts(found, site) | {
        "title_fragments": _fragments(found.title),
        "snippets": [_snippet(one, found, site=site) for one in found.snippets],
        "more_places": [_spot(one, found, site=site) for one in found.more_places],
        "more_count": found.more_count,
    }


def _facts(found: Found, site: Site) -> _Members:
    resolution = found.resolution
    return {
        "symbol": found.symbol,
        "title": resolution.title,
        "url": site.absolute(found.url),
        "organ": resolution.organ,
        "session": resolution.session,
        "stage": found.stage,
        "adopted_as": resolution.adopted_as.symbol if resolution.adopted_as else None,
        "dated_on": found.dated_on,
        "date_is_unverified": found.date_is_unverified,
        "is_held": found.is_held,
        "times_recalled": found.times_recalled,
    }


def _paragraph(found: ParagraphResult, site: Site) -> _Members:
    return _facts(found, site) | {
        "place": found.place,
        "anchor": found.anchor,
        "paragraph_url": site.absolute(found.address),
        "reference": own_reference(cited_place_found(found, absolute=site.absolute)),
        "fragments": _fragments(found.fragments),
    }


def _snippet(snippet: Snippet, found: Found, *, site: Site) -> _Members:
    return _spot(snippet, found, site=site) | {"fragments": _fragments(snippet.fragments)}


def _spot(spot: Spot, found: Found, *, site: Site) -> _Members:
    address = site.absolute(f"{found.url}#{spot.anchor}")
    return {"place": spot.place, "anchor": spot.anchor, "url": address}


def _fragments(fragments: Iterable[Fragment]) -> list[_Members]:
    return [{"text": one.text, "is_hit": one.is_hit} for one in fragments]


def _facet(facet: Facet, site: Site) -> _Members:
    return {
        "name": facet.name,
        "label": facet.label,
        "note": facet.note,
        "more_count": facet.more_count,
        "values": [
            {
                "value": one.value,
                "label": one.label,
                "count": one.count,
                "is_exact": not one.is_approximate,
                "is_chosen": one.is_chosen,
                "url": _address(one.link.params, site),
            }
            for one in facet.values
        ],
    }


def _years(histogram: Histogram | None, site: Site) -> list[_Members]:
    """The years in which something was found."""
    if histogram is None:
        return []
    is_exact = not histogram.is_approximate
    return [
        {
            "year": bar.year,
            "count": bar.count,
            "is_exact": is_exact,
            "url": _address(bar.link.params, site),
        }
        for bar in histogram.found
        if bar.link
    ]


def _links(page: SearchPage, site: Site) -> _Members:
    """The search on other pages, as a page for people, and in other formats."""
    number, last = page.params.page, max(1, page.page_count)
    pages = {
        "self": number,
        "first": 1,
        "prev": number - 1 if number > 1 else None,
        "next": number + 1 if number < last else None,
        "last": last,
    }
    own = {
        name: _address(page.params.on_page(one), site) if one else None
        for name, one in pages.items()
    }
    others = {
        one.partition(".")[0]: site.absolute(in_format(page.params, one)) for one in _OTHER_FORMATS
    }
    return own | {"html": site.page} | others


def _address(params: SearchParams, site: Site) -> str:
    return site.absolute(site.json_address(params))
