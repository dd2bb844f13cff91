"""Pages: a stretch of a list as an answer, with the way to the next."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse

from archive.data.lists.stretches import Mark, Stretch
from archive.data.members import Absolute, Members
from archive.web.api.problems import told
from archive.web.one_address import led_to
from archive.web.search_formats.json import answer

_Row = TypeVar("_Row")


def page_of(
    stretch: Stretch[_Row], request: HttpRequest, *, members: Callable[..., Members]
) -> JsonResponse:
    """A page; ``members`` makes an object of a row, with ``absolute`` to write addresses."""
    absolute: Absolute = request.build_absolute_uri
    links = _links(request, stretch.end)
    told = {
        "total": {"number": stretch.total.number, "is_exact": stretch.total.is_exact},
        "links": links,
        "results": [members(row, absolute=absolute) for row in stretch.rows],
    }
    response = answer(told)
    response.headers["Link"] = ", ".join(
        f'<{address}>; rel="{name}"' for name, address in links.items() if address
    )
    return response


def moved(address: str, request: HttpRequest) -> HttpResponse:
    """301: the one address of what is asked, with whatever else is asked of it; 414 if too long."""
    return led_to(address, request, refused=told)


def _links(request: HttpRequest, end: Mark | None) -> dict[str, str | None]:
    """The page itself, the first, and the next if there is one."""
    return {
        "self": request.build_absolute_uri(),
        "first": _after(None, request),
        "next": _after(end, request) if end else None,
    }


def _after(mark: Mark | None, request: HttpRequest) -> str:
    """The address of the page after a mark, with whatever else was asked."""
    query = request.GET.copy()
    query.pop("after", None)
    if mark:
        query["after"] = f"{mark.symbol}:{mark.position}" if mark.position else mark.symbol
    written = query.urlencode(safe="/:()")
    return request.build_absolute_uri(f"{request.path}?{written}".rstrip("?"))
