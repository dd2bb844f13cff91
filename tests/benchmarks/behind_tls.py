"""The archive as it answers behind a proxy that ends TLS, without the proxy."""

from collections.abc import Iterable
from typing import Any

from archive.wsgi import application as _archive


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The archive's answer to a request of which the proxy says that it came by TLS."""
    answer: Iterable[bytes] = _archive(
        environ | {"HTTP_X_FORWARDED_PROTO": "https"}, start_response
    )
    return answer
