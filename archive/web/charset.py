"""Charset: in which letters a request is read, whatever it says of itself."""

import re
from collections.abc import Mapping
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http.response import HttpResponseBase

_CHARSET = re.compile(r";\s*charset\s*=\s*(?:\"[^\"]*\"|[^;]*)", re.IGNORECASE)


class Utf8Handler(WSGIHandler):
    """Reads every request as UTF-8, in which browsers send the forms of pages.

    Django believes the charset of ``Content-Type``, of an address without a body too, as soon as
    there is a request; and Python has codecs by that name that are of no letters, or that read what
    can be written nowhere.
    """

    def __call__(self, environ: Mapping[str, Any], start_response: Any) -> HttpResponseBase:
        """The answer to a request, without the charset it says it has."""
        media_type = _CHARSET.sub("", environ.get("CONTENT_TYPE", ""))
        return super().__call__({**environ, "CONTENT_TYPE": media_type}, start_response)
