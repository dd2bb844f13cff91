"""Tools: the line under the title of a search, which orders, shows and exports what was found."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from archive.search.form.params import SearchParams, Sort, View
from archive.web.search_formats.addresses import in_format

#: What a search can be taken away as: the format, what it is called, and its media type.
_FORMATS = (
    ("atom", gettext_noop("feed"), "application/atom+xml"),
    ("csv", "CSV", "text/csv"),
    ("ris", "RIS", "application/x-research-info-systems"),
    ("bib", "BibTeX", "application/x-bibtex"),
    ("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    ("json", "JSON", "application/json"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of several ways to list a search: ``params`` is the search in that way."""

    label: str
    params: SearchParams
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of what was found."""

    label: str
    media_type: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTools:
    """The ways to order, to show and to take away what was found."""

    orders: tuple[Way, ...]
    views: tuple[Way, ...]
    exports: tuple[Export, ...]


def search_tools(params: SearchParams) -> SearchTools:
    """The tools of a search."""
    return SearchTools(
        orders=tuple(_orders(params)),
        views=tuple(_views(params)),
        exports=tuple(
            Export(label=gettext(label), media_type=media_type, address=in_format(params, name))
            for name, label, media_type in _FORMATS
        ),
    )


def _orders(params: SearchParams) -> Iterator[Way]:
    """Where nothing is typed that could be relevant, relevance is no order."""
    for sort in Sort:
        if params.q or sort is not Sort.RELEVANCE:
            yield Way(
                label=gettext(sort.label).lower(),
                params=params.with_(sort=sort),
                is_chosen=sort is params.order,
            )


def _views(params: SearchParams) -> Iterator[Way]:
    for view in View:
        label = gettext(view.label).lower()
        yield Way(label=label, params=params.with_(view=view), is_chosen=view is params.view)
