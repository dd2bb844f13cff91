"""The whole archive to take away: a page that says what there is, and the files themselves.

The files are made once for each version of the archive, by the worker, and are sent as they lie on
the disk. Until they are made those of the last version are sent, unless something was withdrawn
since.
"""

from base64 import b64encode
from functools import partial
from http import HTTPStatus
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import register_converter, reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.dump import kept
from archive.dump.kept import Kept, KeptFile
from archive.web.api.doors import opened
from archive.web.byte_ranges import FilePart, UnsatisfiableRangeError, asked_range
from archive.web.dataset import dataset
from archive.web.errors import not_found
from archive.web.freshness import fresh, today
from archive.web.one_address import reads_only
from archive.web.paging import NothingListedError

_PATIENCE_IN_SECONDS = "60"
_REVALIDATED = "public, no-cache"
_UTF_8 = frozenset({"text/csv", "text/markdown", "text/plain"})


class DownloadConverter:
    """The name of a file of the dump, which has neither slashes nor points at its beginning."""

    regex = r"[A-Za-z0-9][A-Za-z0-9.-]*"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


def register() -> None:
    """Make the converter known to addresses."""
    register_converter(DownloadConverter, "download")


def _day_and_version() -> str:
    """What the page says besides what is in the archive: the day of printing, and the files."""
    found = kept.offered()
    return f"{today()} {found.archive_version} {found.issue.version}" if found else today()


@require_safe
@reads_only()
@partial(fresh, also=_day_and_version)
def data(request: HttpRequest) -> HttpResponse:
    """What there is to take away, of which version, and how to check it."""
    found = kept.offered()
    absolute = request.build_absolute_uri
    context = {
        "kept": found,
        "described": dataset(found, absolute=absolute) if found else None,
        "canonical_url": absolute(request.path),
    }
    return render(request, "data/data.html", context)


@opened
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file; 404 where the dump has none of this name, and 503 while there is no dump to send."""
    found = kept.offered()
    try:
        file_and_content = _open(found, name)
    except NothingListedError as error:
        return not_found(request, error)
    if found is None or file_and_content is None:
        return _being_made()
    file, content = file_and_content
    unchanged = _unchanged(request, file)
    if unchanged:
        content.close()
        return unchanged
    # Compressed on its way it would have neither its length nor its digest, nor could be resumed.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    return _sent(request, file, content=content, version=found.issue.version)


def _unchanged(request: HttpRequest, file: KeptFile) -> HttpResponseBase | None:
    """304 for whoever has the file; None for all others."""
    response = get_conditional_response(request, etag=_etag(file))
    if response is not None:
        response.headers["ETag"] = _etag(file)
        response.headers["Cache-Control"] = _REVALIDATED
    return response


def _open(found: Kept | None, name: str) -> tuple[KeptFile, BinaryIO] | None:
    """The file, open; None while none is made, as where it was just now taken away."""
    if found is None:
        return None
    file = found.file(name)
    if file is None:
        raise NothingListedError(
            _("The whole archive has no file of this name."), instead=reverse("data")
        )
    try:
        return file, (found.folder / file.name).open("rb")
    except FileNotFoundError:
        return None


def _sent(
    request: HttpRequest, file: KeptFile, *, content: BinaryIO, version: str
) -> HttpResponseBase:
    """The file, or the part of it that is asked for."""
    try:
        part = asked_range(request, size=file.size_bytes, etag=_etag(file))
    except UnsatisfiableRangeError:
        content.close()
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            headers={"Content-Range": f"bytes */{file.size_bytes}"},
        )
    response = FileResponse(
        FilePart(content, part) if part else content,
        as_attachment=True,
        filename=_file_name(file, version),
        content_type=_content_type(file.media_type),
        headers=_headers(file),
    )
    if part:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response.headers["Content-Range"] = str(part)
        response.headers["Content-Length"] = str(part.length)
    return response


def _file_name(file: KeptFile, version: str) -> str:
    stem, _point, suffix = file.name.partition(".")
    return f"{stem}-{version}.{suffix}" if suffix else file.name


def _headers(file: KeptFile) -> dict[str, str]:
    return {
        "ETag": _etag(file),
        "Repr-Digest": f"sha-256=:{b64encode(bytes.fromhex(file.sha256)).decode()}:",
        "Accept-Ranges": "bytes",
        "Cache-Control": _REVALIDATED,
    }


def _etag(file: KeptFile) -> str:
    return f'"{file.sha256}"'


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type in _UTF_8 else media_type


def _being_made() -> HttpResponse:
    """503: there are no files that may be sent yet."""
    words = _(
        "The archive has changed, and its files are being made anew. Ask again in a minute, or see "
        "/data/."
    )
    return HttpResponse(
        f"{words}\n",
        content_type="text/plain; charset=utf-8",
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        headers={"Retry-After": _PATIENCE_IN_SECONDS, "Cache-Control": "no-store"},
    )
