"""The search form: what an address may ask, checked and read, and the form that asks it.

One FilterSet is the form's fields, labels, help and choices, and the rule for each value.
"""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy, gettext_noop
from django_filters import Filter, FilterSet

from archive.models import Resolution
from archive.search.form import fields
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.form.reading import InvalidAddressError, SearchForm, filled
from archive.search.problems import Problem

_SEVERAL = gettext_noop("Several things in this search cannot be read.")


class InvalidSearchError(InvalidAddressError):
    """An address that is no search: ``problem`` says why."""

    def __init__(self, problem: Problem, *, params: SearchParams, form: SearchForm) -> None:
        super().__init__(params=params, form=form)
        self.problem = problem


def _asking(field_class: type[forms.Field], **options: Any) -> Filter:
    """A filter whose value is read by a field of a class."""
    asking = Filter(**options)
    asking.field_class = field_class
    return asking


class SearchFilterSet(FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Every parameter of a search, in the order of its address."""

    q = _asking(
        fields.WordsField,
        label=gettext_lazy("Words, phrases or a symbol"),
    )
    parts = _asking(
        fields.ChoicesField,
        label=gettext_lazy("Said in"),
        choices=[(part, part.label) for part in Part],
        help_text=gettext_lazy("Where all of the words must stand; anywhere unless you choose."),
    )
    view = _asking(
        fields.ChoiceField,
        label=gettext_lazy("List"),
        choices=[(view, view.label) for view in View],
        default=View.RESOLUTIONS,
    )
    organ = _asking(
        fields.ChoiceField,
        label=gettext_lazy("Organ"),
        choices=fields.ORGANS,
        empty_label=gettext_lazy("Any organ"),
    )
    session = _asking(
        fields.SessionField,
        label=gettext_lazy("Session"),
        help_text=gettext_lazy("As symbols write it: 66, XXI, S-21, or a year."),
    )
    since = _asking(
        fields.PeriodField,
        label=gettext_lazy("From"),
        help_text=gettext_lazy("A year, or a day as 2011-12-19."),
    )
    until = _asking(
        fields.PeriodField,
        label=gettext_lazy("To"),
        help_text=gettext_lazy("A year, or a day as 2011-12-19."),
    )
    openings = _asking(
        fields.OpeningsField,
        label=gettext_lazy("Opening"),
        help_text=gettext_lazy(
            "What a paragraph opens with, in any form: recall, calls upon. Of several, any."
        ),
    )
    cites = _asking(
        fields.SymbolsField,
        label=gettext_lazy("Cites"),
        help_text=gettext_lazy("A symbol: A/RES/53/144 or 53/144. Of several, all."),
    )
    stage = _asking(
        fields.ChoiceField,
        label=gettext_lazy("Stage"),
        choices=[(stage, stage.label) for stage in Resolution.Stage],
        empty_label=gettext_lazy("Adopted or draft"),
    )
    held = _asking(
        fields.ChoiceField,
        label=gettext_lazy("Text"),
        choices=[("yes", gettext_noop("Held")), ("no", gettext_noop("Not held"))],
        empty_label=gettext_lazy("Held or not"),
    )
    sort = _asking(
        fields.ChoiceField,
        label=gettext_lazy("Sort by"),
        choices=[(sort, sort.label) for sort in Sort],
        default=Sort.RELEVANCE,
    )
    page = _asking(fields.PageField, label=gettext_lazy("Page"))

    class Meta:
        form = SearchForm


#: One for all: what is made of the filters is the same for every search.
_FORM: type[SearchForm] = SearchFilterSet(queryset=Resolution.objects.none()).get_form_class()


def blank_form() -> SearchForm:
    """The form with nothing filled in."""
    return filled(_FORM, QueryDict())


def read_params(query: QueryDict) -> SearchParams:
    """The search that an address asks, its values in their normal forms.

    Raises InvalidSearchError where any of it cannot be read: what is not understood is never
    passed over. Trackers are no part of the search.
    """
    form = filled(_FORM, query)
    reasons = [str(reason) for errors in form.errors.values() for reason in errors]
    params = _params(form)
    if reasons:
        raise InvalidSearchError(_problem(reasons), params=params, form=form)
    return params


def _params(form: SearchForm) -> SearchParams:
    """What of a form can be read."""
    read = form.cleaned_data
    held = read.pop("held", None)
    values = {name: value for name, value in read.items() if value is not None}
    return SearchParams(**values, held=held and held == "yes", keeps_view="view" in values)


def _problem(reasons: Sequence[str]) -> Problem:
    happened = reasons[0] if len(reasons) == 1 else gettext(_SEVERAL)
    advice = gettext("Change what is marked, or go on without it.")
    return Problem(happened, advice, status=HTTPStatus.BAD_REQUEST)
