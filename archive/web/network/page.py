"""The page of the network: a picture of who recalls whom, its filters, and the same as a table."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.models import Resolution
from archive.search.form.reading import InvalidAddressError, filled
from archive.search.matches.patience import SearchTooSlowError
from archive.search.network.form import NetworkForm
from archive.search.network.network import Network
from archive.search.network.params import NetworkParams
from archive.search.network.recalls import Recall, set_on
from archive.web.freshness import fresh_for_a_day
from archive.web.network.addresses import network_address, network_around
from archive.web.network.asked import answered
from archive.web.network.words import counted, heading, narrowed, threshold
from archive.web.search_form import fields_as_typed, reasons
from archive.web.timeline import timeline

#: Openings that are suggested, the most used first.
_MOST_SUGGESTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A resolution of the table: each that it recalls, and by how many of the others it is.

    ``year`` is that in which it is drawn.
    """

    resolution: Resolution
    year: int | None
    network: str
    recalls: tuple[Recall, ...]
    recalled_by_count: int


@require_safe
@fresh_for_a_day
def network_page(request: HttpRequest) -> HttpResponseBase:
    """Who recalls whom over time: all, or those around one resolution."""

    def shown(params: NetworkParams, found: Network) -> HttpResponseBase:
        return _rendered(request, params, told=_drawn(found))

    try:
        return answered(request, shown, name="network")
    except InvalidAddressError as error:
        told = {"reasons": reasons(error.form), "rest": network_address(error.params)}
        return _rendered(request, error.params, status=HTTPStatus.BAD_REQUEST, told=told)
    except SearchTooSlowError:
        unavailable = HTTPStatus.SERVICE_UNAVAILABLE
        return _rendered(request, NetworkParams(), status=unavailable, told={"is_too_slow": True})


def rows(found: Network) -> tuple[Row, ...]:
    """The table of what is drawn: each resolution by date, with what it recalls."""
    recalls = defaultdict[int, list[Recall]](list)
    for one in found.recalls:
        recalls[one.citing.pk].append(one)
    received = Counter(one.cited.pk for one in found.recalls)
    return tuple(
        Row(
            resolution=one,
            year=day.year if (day := set_on(one)) else None,
            network=network_around(one.symbol),
            recalls=tuple(recalls[one.pk]),
            recalled_by_count=received[one.pk],
        )
        for one in found.resolutions
    )


def _drawn(found: Network) -> dict[str, Any]:
    return {
        "network": found,
        "timeline": timeline(found.resolutions, found.recalls, centre=found.of),
        "rows": rows(found),
        "counted": counted(found),
        "threshold": threshold(found),
        "openings": found.openings[:_MOST_SUGGESTED],
    }


#: What a page that draws nothing does not tell.
_NOTHING = dict.fromkeys(
    ("network", "timeline", "rows", "counted", "threshold", "reasons", "rest", "is_too_slow")
)


def _rendered(
    request: HttpRequest,
    params: NetworkParams,
    *,
    told: Mapping[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page, with its form as the address fills it."""
    context = {
        "params": params,
        "heading": heading(params),
        "narrowed": narrowed(params),
        "fields": fields_as_typed(
            filled(NetworkForm, request.GET), openings=told.get("openings", ())
        ),
        "canonical_url": request.build_absolute_uri(network_address(params)),
        "csv": network_address(params, "network_csv"),
        "graphml": network_address(params, "network_graphml"),
    }
    return render(request, "network/network.html", {**_NOTHING, **context, **told}, status=status)
