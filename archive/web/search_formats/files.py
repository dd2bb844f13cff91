"""Files: a whole search as a file that is sent while it is written.

Nothing of it is kept. What the database needs to know first is asked before the first byte is sent,
so that a search that takes too long is still answered with 503.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from archive.search import problems
from archive.search.exports.exports import Export, export
from archive.search.form.filters import InvalidSearchError, read_params
from archive.search.form.params import SearchParams
from archive.search.matches.patience import SearchTooSlowError
from archive.templatetags.addresses import search_address
from archive.web.one_address import is_elsewhere, link_to_page
from archive.web.search_formats.addresses import JSON, asked_in, in_format, listed_in
from archive.web.search_formats.names import file_name
from archive.web.search_formats.refusals import Refusal

#: Proxies give up on longer headers; a search may have 32 kB.
_LONGEST_ADDRESS_IN_A_HEADER = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a file comes from: ``absolute`` writes a path as an address with its host."""

    absolute: Callable[[str], str]
    params: SearchParams

    @property
    def page(self) -> str:
        """The address of the page of the search, also where it is a symbol alone."""
        return self.absolute(search_address(replace(self.params, keeps_view=True)))

    def json_address(self, params: SearchParams) -> str:
        """The path of another search as JSON."""
        return in_format(params, JSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format: ``write`` makes the file from an export, one piece after another.

    A file with a name is saved by browsers; without one it is shown, or read as a feed.
    """

    suffix: str
    media_type: str
    write: Callable[[Export, Site], Iterator[str]]
    has_name: bool = True


def sent(request: HttpRequest, kind: FileFormat) -> HttpResponseBase:
    """The search that an address asks, as a file; another spelling leads to its one address.

    What is wrong with a search is said in plain text.
    """
    try:
        params = read_params(request.GET)
    except InvalidSearchError as error:
        return Refusal.of_address(error).in_plain_text()
    address = in_format(params, kind.suffix)
    if is_elsewhere(request, asked_in(params, kind.suffix), address=address):
        return redirect(address)
    try:
        found = export(listed_in(params, kind.suffix))
    except SearchTooSlowError:
        return Refusal.of_problem(problems.TOO_SLOW).in_plain_text()
    if found.problem and found.problem.status is not HTTPStatus.OK:
        return Refusal.of_problem(found.problem).in_plain_text()
    site = Site(absolute=request.build_absolute_uri, params=params)
    return _streamed(found, kind, site=site)


def _streamed(found: Export, kind: FileFormat, *, site: Site) -> StreamingHttpResponse:
    response = StreamingHttpResponse(
        kind.write(found, site), content_type=f"{kind.media_type}; charset=utf-8"
    )
    if len(site.page) <= _LONGEST_ADDRESS_IN_A_HEADER:
        response.headers["Link"] = link_to_page(site.page)
    if kind.has_name:
        first = len(found.keys) if found.is_cut else 0
        name = file_name(found.params, kind.suffix, first=first)
        disposition = content_disposition_header(as_attachment=True, filename=name)
        response.headers["Content-Disposition"] = str(disposition)
    if found.is_cut:
        response.headers["Archive-Notice"] = found.notice
    return response
