"""What a network shows, as files: its recalls as CSV, and all of it as GraphML.

They have what the picture and the table have, and as much of it; docs/formats/network.md tells of
their columns and keys.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.members import Absolute
from archive.search.form.reading import InvalidAddressError
from archive.search.matches.patience import SearchTooSlowError
from archive.search.network.network import Network
from archive.search.network.params import NetworkParams
from archive.search.network.recalls import Recall
from archive.web.freshness import fresh
from archive.web.network.addresses import network_address
from archive.web.network.asked import answered
from archive.web.network.graphml import graphml
from archive.web.one_address import link_to_page
from archive.web.search_formats.csv import csv_table

COLUMNS = (
    "citing citing_organ citing_stage citing_dated_on citing_date_is_unverified"
    " cited cited_organ cited_stage cited_dated_on cited_date_is_unverified cited_is_held"
    " openings places_count first_place url"
).split()


@require_safe
@fresh
def network_csv(request: HttpRequest) -> HttpResponseBase:
    """The recalls that a network shows, a row each."""
    return _sent(request, _csv, name="network_csv", media_type="text/csv")


@require_safe
@fresh
def network_graphml(request: HttpRequest) -> HttpResponseBase:
    """The resolutions and recalls that a network shows, as GraphML."""
    return _sent(request, graphml, name="network_graphml", media_type="application/graphml+xml")


def _sent(
    request: HttpRequest,
    write: Callable[[Network, Absolute], str],
    *,
    name: str,
    media_type: str,
) -> HttpResponseBase:
    """A network as a file; what is wrong with the address is said in plain text."""

    def shown(params: NetworkParams, found: Network) -> HttpResponseBase:
        body = write(found, request.build_absolute_uri)
        response = HttpResponse(body, content_type=f"{media_type}; charset=utf-8")
        response.headers["Content-Disposition"] = _disposition(params, request.path)
        page = request.build_absolute_uri(network_address(params))
        response.headers["Link"] = link_to_page(page)
        return response

    try:
        return answered(request, shown, name=name)
    except InvalidAddressError as error:
        reasons = [str(reason) for errors in error.form.errors.values() for reason in errors]
        return _plain([*reasons, _("Change it, or leave it out.")], HTTPStatus.BAD_REQUEST)
    except SearchTooSlowError:
        reasons = [_("This took too long, and was stopped."), _("Choose one resolution.")]
        return _plain(reasons, HTTPStatus.SERVICE_UNAVAILABLE)


def _disposition(params: NetworkParams, path: str) -> str:
    """A name under which browsers save it: ``network-A-RES-53-144.csv``."""
    stem, _dot, suffix = path.strip("/").rpartition(".")
    of = f"-{params.of.replace('/', '-')}" if params.of else ""
    narrowed = "-narrowed" if params.is_narrowed else ""
    filename = f"{stem}{of}{narrowed}.{suffix}"
    return str(content_disposition_header(as_attachment=True, filename=filename))


def _plain(sentences: list[str], status: HTTPStatus) -> HttpResponse:
    lines = "".join(f"{sentence}\n" for sentence in dict.fromkeys(sentences))
    return HttpResponse(lines, content_type="text/plain; charset=utf-8", status=status)


def _csv(found: Network, absolute: Absolute) -> str:
    """The names of the columns, then the recalls by the dates of who recalls."""
    return csv_table(COLUMNS, (dict(_cells(one, absolute)) for one in found.recalls))


def _cells(recall: Recall, absolute: Absolute) -> Iterator[tuple[str, object]]:
    for side, one in (("citing", recall.citing), ("cited", recall.cited)):
        yield side, one.symbol
        yield f"{side}_organ", one.organ
        yield f"{side}_stage", one.stage
        yield f"{side}_dated_on", one.day or ""
        yield f"{side}_date_is_unverified", _yes_or_no(one.date_is_unverified)
    yield "cited_is_held", _yes_or_no(recall.cited.is_held)
    yield "openings", "; ".join(recall.openings)
    yield "places_count", len(recall.places)
    yield "first_place", recall.places[0].name
    yield "url", absolute(recall.address)


def _yes_or_no(truth: object) -> str:
    return "yes" if truth else "no"
