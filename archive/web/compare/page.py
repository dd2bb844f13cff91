"""The page that compares two texts, and the form that chooses them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from archive.web.compare.asked import answered
from archive.web.compare.choices import choices
from archive.web.compare.pairs import pairs
from archive.web.compare.params import CompareParams, compare_address
from archive.web.compare.sides import ComparedSides
from archive.web.compare.words import summary
from archive.web.freshness import fresh_for_a_day
from archive.web.search_form import FieldKind, FormField
from archive.web.search_formats.refusals import Refusal

#: Files of a comparison: the name of the address, and what it is called.
FILES = (
    ("compare_docx", gettext_lazy("Word")),
    ("compare_csv", "CSV"),
    ("compare_json", "JSON"),
)
_NOTHING: dict[str, Any] = dict.fromkeys(
    ("found", "pairs", "summary", "files", "swapped", "narrowed", "refusal")
) | {"choices": ()}


@require_safe
@fresh_for_a_day
def compare(request: HttpRequest) -> HttpResponseBase:
    """Two texts compared; without both, the form, and what the one may be compared with."""

    def shown(found: ComparedSides) -> HttpResponse:
        return _rendered(request, found.params, told=_compared(found))

    def refused(refusal: Refusal, params: CompareParams) -> HttpResponse:
        return _rendered(request, params, told={"refusal": refusal})

    def unasked(params: CompareParams) -> HttpResponse:
        return _rendered(request, params, told={"choices": choices(params)})

    return answered(request, shown, name="compare", refused=refused, unasked=unasked)


def _compared(found: ComparedSides) -> dict[str, Any]:
    """What the page says of a comparison."""
    params = found.params
    return {
        "found": found,
        "pairs": tuple(pairs(found, of_changes=params.of_changes)),
        "summary": summary(found),
        "files": [
            (compare_address(replace(params, of_changes=False), name), title)
            for name, title in FILES
        ],
        "swapped": compare_address(params.swapped),
        "narrowed": compare_address(replace(params, of_changes=not params.of_changes)),
    }


def _rendered(request: HttpRequest, params: CompareParams, *, told: dict[str, Any]) -> HttpResponse:
    refusal: Refusal | None = told.get("refusal")
    plain = replace(params, of_changes=False)
    context = {
        "params": params,
        "fields": tuple(_fields(request, params, refusal=refusal)),
        "heading": _heading(params),
        "is_open": "found" not in told,
        "canonical_url": request.build_absolute_uri(compare_address(plain)),
    }
    status = refusal.status if refusal else 200
    return render(request, "compare/compare.html", {**_NOTHING, **context, **told}, status=status)


def _heading(params: CompareParams) -> str:
    if not params.is_whole:
        return _("Compare two texts")
    return _("From %(before)s to %(after)s") % {"before": params.before, "after": params.after}


def _fields(
    request: HttpRequest, params: CompareParams, *, refusal: Refusal | None
) -> Iterator[FormField]:
    """The two fields of the form, filled with what was typed."""
    read = dict(params.pairs())
    labels = {"from": _("From, the older text"), "to": _("To, the newer text")}
    for name, label in labels.items():
        typed = request.GET.get(name, "").replace("\0", "")
        errors = [one.words for one in refusal.reasons if one.parameter == name] if refusal else []
        yield FormField(
            name=name,
            id=f"id_{name}",
            label=label,
            help=_("Its symbol: A/RES/66/164 or 66/164, or that of a draft."),
            kind=FieldKind.WORDS,
            errors=tuple(errors),
            typed=(read.get(name) or typed,),
        )
