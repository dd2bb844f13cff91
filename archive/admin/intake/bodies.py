"""Bodies: what a request brings is received within limits, and what is too much is explained.

Files go to a disk as they come in, never into memory; of one that is too large no more is kept than
it may have, and of those beyond a batch nothing but their names and sizes. A body that is too large
altogether is read to its end and thrown away, because a browser shows no answer before it has sent
everything.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest, UnreadablePostError

from archive.ingest.intake.limits import (
    MOST_BYTES,
    MOST_BYTES_TOGETHER,
    MOST_FILES,
    MOST_PASTED_CHARACTERS,
)

#: For what stands between the files of a body, and for a text that is pasted beside them.
_MARGIN_BYTES = 2_000_000
_CHUNK = 1 << 16
_AGAIN = "Nothing of it was kept, nor what you wrote: fill the form in again."


class LimitedFiles(TemporaryFileUploadHandler):
    """Keeps of each file what it may have; its size says how large it was."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._count = 0

    def new_file(self, *told: Any, **named: Any) -> None:
        """Begin a file, on a disk where a batch may have it."""
        self._count += 1
        if self._is_kept:
            super().new_file(*told, **named)
        else:
            FileUploadHandler.new_file(self, *told, **named)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write what comes within the limit, and pass over the rest."""
        if self._is_kept and start < MOST_BYTES:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Any:
        """The file; of one beyond a batch, its name and how large it was."""
        if self._is_kept:
            return super().file_complete(file_size)
        file: UploadedFile[Any] = SimpleUploadedFile(self.file_name or "", b"")
        file.size = file_size
        return file

    @property
    def _is_kept(self) -> bool:
        return self._count <= MOST_FILES


def receive_body(request: HttpRequest) -> str:
    """Receive what a request brings; in sentences, why it cannot be, or nothing."""
    request.upload_handlers = [LimitedFiles(request)]
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES_TOGETHER + _MARGIN_BYTES:
            _pass_over(request)
            return (
                f"The files have more than {MOST_BYTES_TOGETHER:,} bytes together, which is all "
                f"that a batch takes. {_AGAIN} Send the files in several batches."
            )
        return _received(request)
    except UnreadablePostError:
        return f"The files did not all arrive: the connection broke off. {_AGAIN}"


def _received(request: HttpRequest) -> str:
    try:
        request.FILES  # noqa: B018 Django receives the body when it is first asked for
    except TooManyFilesSent:
        problem = (
            f"There are more than {settings.DATA_UPLOAD_MAX_NUMBER_FILES:,} files, and a batch "
            f"takes {MOST_FILES}. {_AGAIN} Send the files in several batches."
        )
    except RequestDataTooBig:
        problem = (
            f"What you pasted and wrote is far longer than the {MOST_PASTED_CHARACTERS:,} "
            f"characters that a pasted text may have. {_AGAIN} Save the text as a file, and choose "
            "that."
        )
    else:
        return ""
    _pass_over(request)
    return problem


def _pass_over(request: HttpRequest) -> None:
    while request.read(_CHUNK):
        pass
