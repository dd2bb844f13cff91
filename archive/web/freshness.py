"""Freshness: an answer is used again until the archive, or what makes its pages, has changed.

What a search answers follows from three things: the archive's version, the release of the code,
and the address. A digest of them is the answer's ETag, and the key under which it is kept. So a
browser that has the answer, or a process that has made it, needs to ask the database one thing.

``no-cache`` lets whoever received an answer keep it, but ask each time whether it still holds: a
resolution that is published is found at once. ``public``, because it is the same for everyone. The
ETag is a weak one, as a proxy may compress what it stands for.
"""

import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial, wraps
from http import HTTPStatus
from typing import Concatenate, NamedTuple, ParamSpec

from django.contrib.messages import get_messages
from django.core.cache import BaseCache, caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac

from archive.models import ArchiveVersion
from archive.web.release import release

#: Of one answer, compressed. Settings say how many are kept: together they bound a worker's memory.
MOST_BYTES_KEPT = 40 * 1024

_REVALIDATED = "public, no-cache"
_NOT_SHARED = "private, no-cache"
_UNKEPT = "no-cache"
_QUICKLY = 1  # zlib's least effort makes a page six times smaller in half a millisecond

_Arguments = ParamSpec("_Arguments")
_View = Callable[Concatenate[HttpRequest, _Arguments], HttpResponseBase]


class _Kept(NamedTuple):
    """An answer as it is kept: its headers and its compressed body."""

    headers: dict[str, str]
    body: bytes


def fresh(
    view: _View[_Arguments], *, also: Callable[[], str] = str, kept_in: str = "default"
) -> Callable[Concatenate[HttpRequest, _Arguments], HttpResponseBase]:
    """A view whose answers are the same for every visitor and change with the archive alone.

    A request that names the present ETag is answered 304, a repeated one from what is kept; each
    spends one query, on the archive's version. Whatever is not 200 is neither kept nor given an
    ETag, and whatever has read something of the visitor's is left to that visitor alone. ``also``
    is what else the answers depend on, ``kept_in`` the name of a cache. Streamed answers are never
    kept.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> HttpResponseBase:
        key = _key(request, also())  # before the rows are read: never newer than they are
        cache = caches[kept_in]
        found = _not_modified(request, key) or _kept(key, cache)
        return found or _made(view(request, *args, **kwargs), request, key=key, cache=cache)

    return answer


def today() -> str:
    """The day in UTC, for answers that say when they were made."""
    return datetime.now(UTC).date().isoformat()


#: For answers that say on which day they were made; and for those of which many are asked for. What
#: programs go through from one end to the other is asked for once: kept, it would drive pages out.
fresh_for_a_day = partial(fresh, also=today)
fresh_suggestions = partial(fresh, kept_in="suggestions")
fresh_and_unkept = partial(fresh, kept_in="unkept")


def _key(request: HttpRequest, also: str) -> str:
    """What the answer follows from, as one word that no other archive has.

    The secret key tells apart archives that are served at one address, one after the other.
    """
    version = ArchiveVersion.objects.number()
    named = f"{version}\n{release()}\n{also}\n{request.build_absolute_uri()}"
    return salted_hmac(__name__, named, algorithm="sha256").hexdigest()


def _etag(key: str) -> str:
    return f'W/"{key[:32]}"'


def _not_modified(request: HttpRequest, key: str) -> HttpResponseBase | None:
    """304 for a visitor who has the answer; ``*`` asks whether there is any, which is not known."""
    if request.headers.get("If-None-Match", "*").strip() == "*":
        return None
    response = get_conditional_response(request, etag=_etag(key))
    return _revalidated(response, key) if response else None


def _kept(key: str, cache: BaseCache) -> HttpResponseBase | None:
    found: _Kept | None = cache.get(key)
    if found is None:
        return None
    return _revalidated(HttpResponse(zlib.decompress(found.body), headers=found.headers), key)


def _made(
    response: HttpResponseBase, request: HttpRequest, *, key: str, cache: BaseCache
) -> HttpResponseBase:
    """The view's answer, with what may be done with it; kept where it can be."""
    if response.status_code != HTTPStatus.OK:
        response.headers.setdefault("Cache-Control", _UNKEPT)
    elif _has_read_the_visitor(request) or response.cookies:
        response.headers["Cache-Control"] = _NOT_SHARED
    else:
        _revalidated(response, key)
        _keep(response, key, cache=cache)
    return _without_stream(response) if request.method == "HEAD" else response


def _revalidated(response: HttpResponseBase, key: str) -> HttpResponseBase:
    response.headers["ETag"] = _etag(key)
    response.headers["Cache-Control"] = _REVALIDATED
    return response


def _has_read_the_visitor(request: HttpRequest) -> bool:
    """Whether a session, a login, a message or the token of a form went into the answer."""
    return (
        getattr(getattr(request, "session", None), "accessed", False)
        or getattr(get_messages(request), "used", False)
        or "CSRF_COOKIE_NEEDS_UPDATE" in request.META
    )


def _keep(response: HttpResponseBase, key: str, *, cache: BaseCache) -> None:
    """Keep an answer that is neither streamed nor large."""
    if isinstance(response, HttpResponse):
        body = zlib.compress(response.content, _QUICKLY)
        if len(body) <= MOST_BYTES_KEPT:
            cache.set(key, _Kept(dict(response.headers), body))


def _without_stream(response: HttpResponseBase) -> HttpResponseBase:
    """The answer to HEAD: nothing is looked up for a body that is not sent."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    return response
