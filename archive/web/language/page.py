"""The page of agreed language: a question, the wordings that answer it, and who uses each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from archive.comparison.folded import folded_words
from archive.search.agreed.form import LanguageForm
from archive.search.agreed.language import LanguageFound
from archive.search.agreed.meant import meant_by
from archive.search.agreed.params import LanguageParams
from archive.search.agreed.values import AgreedWording
from archive.search.form.params import SearchParams, View
from archive.search.form.reading import filled
from archive.templatetags.addresses import search_address
from archive.web.freshness import fresh_for_a_day
from archive.web.language.addresses import language_address
from archive.web.language.asked import answered
from archive.web.language.lines import Line, line
from archive.web.language.words import counted, footnoted, more_uses, used_by
from archive.web.search_form import fields_as_typed, reasons
from archive.web.search_formats.refusals import Refusal

#: Files of an answer: the name of the address, and what it is called.
FILES = (
    ("language_csv", "CSV"),
    ("language_json", "JSON"),
    ("language_txt", gettext_noop("plain text")),
)
#: Those of more than a page.
_OF_ALL_PAGES = ("language_csv",)
#: Of what is asked, a heading has so many characters.
_LONGEST_IN_HEADING = 120
#: Of what has no space to be cut at, fewer.
_LONGEST_WORD = 80
#: As many words tell a wording from others.
_WORDS_OF_A_SEARCH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A wording of the list: its line, and who uses it in words.

    ``more`` says how many use it besides those that are listed, and ``everywhere`` is the search
    that finds all of them by its first words.
    """

    line: Line
    used_by: str
    more: str
    everywhere: str

    @property
    def wording(self) -> AgreedWording:
        """The wording itself."""
        return self.line.wording


class Way(NamedTuple):
    """A question that may be asked instead, and its address."""

    words: str
    address: str


@require_safe
@fresh_for_a_day
def language_page(request: HttpRequest) -> HttpResponseBase:
    """The wordings that say what is asked, and those that are near it."""

    def shown(found: LanguageFound) -> HttpResponse:
        return _rendered(request, found.params, told=_told(found))

    def refused(refusal: Refusal, params: LanguageParams) -> HttpResponse:
        searched = _searched(request.GET.get("q", ""))
        return _rendered(request, params, told={"refusal": refusal, "searched": searched})

    return answered(request, shown, name="language", refused=refused)


def _told(found: LanguageFound) -> dict[str, Any]:
    params = found.params
    if not params.q:
        return {}
    near = tuple(_items(found.near, asked=params.wording))
    return {
        "found": found,
        "counted": counted(found),
        "meant": _meant(found),
        "searched": _searched(params.wording),
        "saying": tuple(_items(found.saying, asked=params.wording)),
        "near": near,
        "has_redlines": any(one.line.changes for one in near),
        "footnoted": footnoted(found),
        "files": [(_address_of_file(params, name), _(title)) for name, title in FILES],
        "previous": language_address(params.on_page(params.page - 1)) if params.page > 1 else "",
        "next": language_address(params.on_page(params.page + 1))
        if params.page < found.page_count
        else "",
    }


def _address_of_file(params: LanguageParams, name: str) -> str:
    """A file of the same page, or the one that has them all."""
    return language_address(params.on_page(1) if name in _OF_ALL_PAGES else params, name)


def _searched(words: str) -> str:
    """The search for the paragraphs that have the words; empty where there are none."""
    return search_address(SearchParams(q=words, view=View.PARAGRAPHS)) if words.strip() else ""


def _meant(found: LanguageFound) -> Way | None:
    """What may have been meant, where nothing was found."""
    words = "" if found.wordings else meant_by(found.params.wording)
    return Way(words, language_address(replace(found.params, q=words))) if words else None


def _items(wordings: tuple[AgreedWording, ...], *, asked: str) -> Iterator[Item]:
    for one in wordings:
        yield Item(
            line=line(one, asked=asked),
            used_by=used_by(one),
            more=more_uses(one),
            everywhere=_everywhere(one),
        )


def _everywhere(wording: AgreedWording) -> str:
    first = " ".join(folded_words(wording.text)[:_WORDS_OF_A_SEARCH])
    return search_address(SearchParams(q=f'"{first}"', view=View.PARAGRAPHS))


#: What a page that has found nothing does not tell.
_NOTHING: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            "found",
            "counted",
            "has_redlines",
            "meant",
            "searched",
            "footnoted",
            "previous",
            "next",
            "refusal",
        )
    ),
    **dict.fromkeys(("saying", "near", "files"), ()),
}


def _rendered(
    request: HttpRequest, params: LanguageParams, *, told: Mapping[str, Any]
) -> HttpResponse:
    """The page, with its form as the address fills it."""
    form = filled(LanguageForm, request.GET)
    refusal: Refusal | None = told.get("refusal")
    context = {
        "params": params,
        "heading": _heading(params),
        "fields": fields_as_typed(form),
        "reasons": reasons(form),
        "canonical_url": request.build_absolute_uri(language_address(params)),
    }
    status = refusal.status if refusal else 200
    return render(request, "language/language.html", {**_NOTHING, **context, **told}, status=status)


def _heading(params: LanguageParams) -> str:
    words = params.q
    if not words:
        return _("Agreed language")
    if len(words) > _LONGEST_IN_HEADING:
        words = f"{words[:_LONGEST_IN_HEADING].rpartition(' ')[0] or words[:_LONGEST_WORD]}…"
    return _("Agreed language: “%(words)s”") % {"words": words}
