"""Visitors: the network address of whoever asks, also behind proxies."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_ADDRESS = "REMOTE_ADDR"


class VisitorAddressMiddleware:
    """Puts the visitor's own address where a server without a proxy would have put it.

    Each proxy adds to ``X-Forwarded-For`` whom it has the request from, at the right. Settings say
    how many proxies there are; what stands further left a visitor may have made up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, with the visitor's address as that of the other end."""
        found = _forwarded(request.headers.get("X-Forwarded-For", ""), settings.PROXY_COUNT)
        if found:
            request.META[_ADDRESS] = found
        return self.get_response(request)


def _forwarded(header: str, proxies: int) -> str:
    """The address that the outermost proxy has seen; empty where there is none to trust."""
    addresses = header.split(",")
    if not 0 < proxies <= len(addresses):
        return ""
    try:
        return str(ip_address(addresses[-proxies].strip()))
    except ValueError:
        return ""
