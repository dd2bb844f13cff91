"""The page of a text that was taken from readers: that it was, when and why, and nothing of it."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import READING_LANGUAGE, Resolution, Text


def withdrawn_from(texts: Mapping[str, Text], language: str) -> Text | None:
    """The withdrawn text in whose place an address tells why, by language of the texts.

    Where the archive's own language has been withdrawn the resolution is, with what other
    languages say.
    """
    found = (texts.get(one) for one in (READING_LANGUAGE, language))
    return next((text for text in found if text and text.is_withdrawn), None)


def gone(request: HttpRequest, text: Text, *, of: Resolution) -> HttpResponse:
    """410: the text of a resolution was withdrawn."""
    context = {"resolution": of, "text": text}
    return render(request, "resolution/withdrawn.html", context, status=HTTPStatus.GONE)
