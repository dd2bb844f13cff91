"""What a request asks of the network: its parameters, and the resolution it is around."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from archive.models import Resolution, Text
from archive.parsing.symbols import Symbol
from archive.search.network.form import read_network_params
from archive.search.network.network import Network, network
from archive.search.network.params import NetworkParams
from archive.web.asked_text import UnknownSymbol
from archive.web.network.addresses import network_address
from archive.web.one_address import is_elsewhere
from archive.web.withdrawn import gone


def answered(
    request: HttpRequest,
    shown: Callable[[NetworkParams, Network], HttpResponseBase],
    *,
    name: str,
) -> HttpResponseBase:
    """The network that is asked for, as ``shown`` shows it; ``name`` is that of the address.

    Another spelling leads to its one address. Around a text that was withdrawn there is none: 410.
    Raises InvalidAddressError, UnknownSymbol, a 404, and SearchTooSlowError.
    """
    params = read_network_params(request.GET)
    address = network_address(params, name)
    if is_elsewhere(request, params, address=address):
        return redirect(address)
    of = _around(params)
    withdrawn = Text.objects.withdrawn().of(of).first() if of else None
    if of and withdrawn:
        return gone(request, withdrawn, of=of)
    return shown(params, network(params, of=of))


def _around(params: NetworkParams) -> Resolution | None:
    if not params.of:
        return None
    found = Resolution.objects.named(params.of).with_what_was_adopted().first()
    if found is None:
        raise UnknownSymbol(Symbol.read(params.of))
    return found
