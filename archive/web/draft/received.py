"""Receiving a draft: into memory and nowhere else, within limits, and what is too much is said.

A body that is too large is read to its end and thrown away, as far as one may be expected to wait,
because a browser shows no answer before it has sent everything.
"""

from http import HTTPStatus
from io import BytesIO
from typing import Any

from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from archive.templatetags.addresses import grouped

#: Of a file that is chosen, and of signs that are pasted.
MOST_BYTES = 5_000_000
MOST_PASTED_CHARACTERS = 250_000
#: For what stands beside the file in a body.
_MARGIN_BYTES = 1_500_000
_MOST_PASSED_OVER_BYTES = 60_000_000
_CHUNK = 1 << 16


class InMemory(FileUploadHandler):
    """Holds one file while the request lasts, no more of it than it may have, on no disk.

    Its size says how large it was. Files beyond the first are passed over.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._count = 0
        self._content = BytesIO()

    def new_file(self, *told: Any, **named: Any) -> None:
        """Begin a file."""
        super().new_file(*told, **named)
        self._count += 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold what comes within the limit, and pass over the rest."""
        if self._count == 1 and start < MOST_BYTES:
            self._content.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The file, without the name it came with."""
        if self._count > 1:
            return None
        file: UploadedFile[Any] = SimpleUploadedFile("draft", self._content.getvalue())
        file.size = file_size
        return file


class NotReceivedError(Exception):
    """What a request brings cannot be received; the message says why, ``status`` what it is."""

    def __init__(
        self, words: str, status: HTTPStatus = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    ) -> None:
        super().__init__(words)
        self.status = status


def receive(request: HttpRequest) -> None:
    """Receive what a request brings. Raises NotReceivedError."""
    request.upload_handlers = [InMemory(request)]
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + _MARGIN_BYTES:
            _pass_over(request)
            raise NotReceivedError(too_large())
        _receive(request)
    except UnreadablePostError as error:
        words = _("The draft did not arrive whole: the connection broke off. Send it again.")
        raise NotReceivedError(words, HTTPStatus.BAD_REQUEST) from error


def too_large() -> str:
    """What is said of a file that is larger than may be sent."""
    return _(
        "The file has more than %(bytes)s bytes, more than a draft has. Save its text without "
        "pictures, or paste the text."
    ) % {"bytes": grouped(MOST_BYTES)}


def too_long() -> str:
    """What is said of a text that is longer than may be pasted."""
    return _(
        "The pasted text has more than %(count)s signs. Check one resolution at a time, or save "
        "it as a file and choose that."
    ) % {"count": grouped(MOST_PASTED_CHARACTERS)}


def _receive(request: HttpRequest) -> None:
    """Receive a body that is not too large, unless it has too much of something, or is damaged."""
    try:
        request.FILES  # noqa: B018 Django receives the body when it is first asked for
    except TooManyFilesSent as error:
        _pass_over(request)
        raise NotReceivedError(_("There are too many files; choose one draft.")) from error
    except RequestDataTooBig as error:
        _pass_over(request)
        raise NotReceivedError(too_long()) from error
    except (BadRequest, MultiPartParserError, TooManyFieldsSent) as error:
        _pass_over(request)
        words = _("What was sent cannot be read as a form: its body is damaged. Send it again.")
        raise NotReceivedError(words, HTTPStatus.BAD_REQUEST) from error


def _pass_over(request: HttpRequest) -> None:
    passed = 0
    while passed < _MOST_PASSED_OVER_BYTES and (chunk := request.read(_CHUNK)):
        passed += len(chunk)
