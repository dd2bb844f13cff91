"""The addresses of a network: of its page, and of what is shown on it as files."""

from archive.search.network.params import NetworkParams
from archive.templatetags.addresses import path_of


def network_address(params: NetworkParams, name: str = "network") -> str:
    """The one address of a network; ``name`` is that of the page's address, or of a file's."""
    query = params.query_string
    return f"{path_of(name)}?{query}" if query else path_of(name)


def network_around(symbol: str) -> str:
    """The address of the network around one resolution."""
    return network_address(NetworkParams(of=symbol))
