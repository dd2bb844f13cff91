"""Charset: what a request says of its letters changes nothing of how it is read."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from archive.web.charset import Utf8Handler

pytestmark = pytest.mark.django_db

_BODY = (
    b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    b"The General Assembly XYLOPHONES \xff\r\n--B--\r\n"
)


@pytest.fixture(autouse=True)
def kept_connections() -> Iterator[None]:
    """Connections stay open after a request, as those of Django's client for tests do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _status(path: str, **said: Any) -> int:
    """The status of an answer, as a server is given it."""
    environ: dict[str, Any] = {"PATH_INFO": path, "HTTP_HOST": "testserver", **said}
    setup_testing_defaults(environ)
    started: list[str] = []
    answer = Utf8Handler()(environ, lambda status, _headers: started.append(status))
    b"".join(answer)
    return int(started[0].split()[0])


@pytest.mark.parametrize("charset", ["utf-7", "idna", "rot13", "hex", "undefined", '"utf-7"; x=1'])
def test_an_address_is_read_as_utf_8_whatever_the_request_says(charset: str) -> None:
    said = {"CONTENT_TYPE": f"text/plain; Charset={charset}", "QUERY_STRING": "q=%2B2AA-+d%C3%A9f"}
    for path in ("/search/", "/language/", "/api/v1/language"):
        assert _status(path, **said) == _status(path, **said | {"CONTENT_TYPE": ""}) < 500


@pytest.mark.parametrize("charset", ["utf-7", "idna", "rot13", "unicode_escape"])
def test_a_draft_in_any_charset_is_read_as_utf_8_and_not_logged(
    charset: str, caplog: pytest.LogCaptureFixture
) -> None:
    sent = {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": f"multipart/form-data; boundary=B; charset={charset}",
        "CONTENT_LENGTH": str(len(_BODY)),
        "wsgi.input": BytesIO(_BODY),
    }
    assert _status("/draft.json", **sent) < 500
    assert "XYLOPHONES" not in caplog.text
