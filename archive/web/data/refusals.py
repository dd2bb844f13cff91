"""Refusals: why a file is not there, and what to do, for programs and for people."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext as _

from archive.models import READING_LANGUAGE, Resolution, Text
from archive.templatetags.dates import day_in_words
from archive.web.languages import NO_LANGUAGE
from archive.web.search_formats.json import problem
from archive.web.search_formats.refusals import Refusal
from archive.web.withdrawn import withdrawn_from


def why_missing(symbol: str, *, language: str) -> Refusal:
    """Why there is nothing of a symbol in a language, in a format that needs its text."""
    found = Resolution.objects.named(symbol).first()
    if found is None:
        return _not_found(
            _("The archive does not know %(symbol)s.") % {"symbol": symbol},
            _("Check the symbol, or search for it at /search/."),
        )
    texts = {text.language: text for text in Text.objects.of(found).with_source()}
    withdrawn = withdrawn_from(texts, language)
    return _withdrawn(withdrawn, symbol) if withdrawn else _not_held(symbol, language, texts=texts)


def _not_held(symbol: str, language: str, *, texts: Mapping[str, Text]) -> Refusal:
    if language == NO_LANGUAGE:
        return _not_found(
            _("The archive holds no text of %(symbol)s in that language.") % {"symbol": symbol},
            _("Write a language by its two letters, such as “fr”."),
        )
    if language != READING_LANGUAGE:
        held = ", ".join(sorted(one for one in texts if not texts[one].is_withdrawn))
        return _not_found(
            _("The archive holds no text of %(symbol)s in the language “%(language)s”.")
            % {"symbol": symbol, "language": language[:10]},
            _("It has it in: %(languages)s.") % {"languages": held}
            if held
            else _("It has it in no language."),
        )
    return _not_found(
        _("The archive holds no text of %(symbol)s, only what others say of it.")
        % {"symbol": symbol},
        _("That is at /%(symbol)s/, and for programs at /%(symbol)s.json.") % {"symbol": symbol},
    )


def _withdrawn(text: Text, symbol: str) -> Refusal:
    day = day_in_words(text.withdrawn_at.date()) if text.withdrawn_at else ""
    return Refusal(
        happened=_("The text of %(symbol)s was withdrawn on %(day)s.")
        % {"symbol": symbol, "day": day},
        advice=_("Why: %(reason)s") % {"reason": text.withdrawal_reason},
        status=HTTPStatus.GONE,
    )


def _not_found(happened: str, advice: str) -> Refusal:
    return Refusal(happened=happened, advice=advice, status=HTTPStatus.NOT_FOUND)


def answered(refusal: Refusal, *, media_type: str) -> HttpResponse:
    """The refusal as RFC 9457 has it where JSON was asked for, else in plain text."""
    return problem(refusal) if media_type.endswith("json") else refusal.in_plain_text()
