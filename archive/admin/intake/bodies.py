"""Bodies: what a request brings is received within limits, and what is too much is explained.

Files go to a disk as they come in, never into memory; of one that is too large no more is kept than
it may have. A body that is too large altogether is read to its end and thrown away, because a
browser shows no answer before it has sent everything.
"""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, UnreadablePostError

from archive.ingest.intake.limits import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES

#: For what stands between the files of a body, and for a text that is pasted beside them.
_MARGIN_BYTES = 2_000_000
_CHUNK = 1 << 16


class LimitedFiles(TemporaryFileUploadHandler):
    """Keeps of each file what it may have; its size says how large it was."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write what comes within the limit, and pass over the rest."""
        if start < MOST_BYTES:
            super().receive_data_chunk(raw_data, start)


def receive_body(request: HttpRequest) -> str:
    """Receive what a request brings; in a sentence, why it cannot be, or nothing."""
    request.upload_handlers = [LimitedFiles(request)]
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES_TOGETHER + _MARGIN_BYTES:
            _pass_over(request)
            return (
                f"The files have more than {MOST_BYTES_TOGETHER:,} bytes together, which is all "
                "that a batch takes. Send them in several batches."
            )
        return _received(request)
    except UnreadablePostError:
        return "The files did not all arrive: the connection broke off. Send them again."


def _received(request: HttpRequest) -> str:
    try:
        request.FILES  # noqa: B018 Django receives the body when it is first asked for
    except TooManyFilesSent:
        problem = (
            f"There are more than {MOST_FILES} files, which is all that a batch takes. Send them "
            "in several batches."
        )
    except RequestDataTooBig:
        problem = "The pasted text has more than a million bytes. Save it as a file, and send that."
    else:
        return ""
    _pass_over(request)
    return problem


def _pass_over(request: HttpRequest) -> None:
    while request.read(_CHUNK):
        pass
