"""The form of a series: what an address may ask of it, checked and read."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form import fields
from archive.search.form.fields import shown, tidy
from archive.search.form.filters import SearchForm
from archive.search.form.params import PARAMETERS
from archive.search.lineages.params import LineagePart, SeriesParams

_ORGANS = [(organ, organ.full_name) for organ in Organ]
_NAMES = PARAMETERS | {"organs": "organ", "parts": "part"}
_STAGES = [
    (Resolution.Stage.ADOPTED, gettext_noop("Adopted")),
    (Resolution.Stage.DRAFT, gettext_noop("Draft")),
]
_MOST_UNKNOWN = 5


class SeriesForm(SearchForm):
    """The fields of a series, which have the names of its parameters."""

    organs = fields.ChoicesField(
        label=gettext_lazy("Texts of"),
        choices=_ORGANS,
        help_text=gettext_lazy("All organs, unless you choose."),
    )
    without = fields.ChoiceField(
        label=gettext_lazy("And in no resolution of"),
        choices=_ORGANS,
        empty_label=gettext_lazy("Whether or not another organ has it"),
        help_text=gettext_lazy("So you see what one organ says and another does not."),
    )
    parts = fields.ChoicesField(
        label=gettext_lazy("Part"), choices=[(part, part.label) for part in LineagePart]
    )
    openings = fields.OpeningsField(
        label=gettext_lazy("Opening"),
        help_text=gettext_lazy("In any form: recall, calls upon. Of several, any."),
    )
    stage = fields.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=_STAGES,
        empty_label=gettext_lazy("Adopted or draft"),
    )
    since = fields.PeriodField(
        label=gettext_lazy("From"), help_text=gettext_lazy("A year, or a day as 2011-12-19.")
    )
    until = fields.PeriodField(
        label=gettext_lazy("To"), help_text=gettext_lazy("A year, or a day as 2011-12-19.")
    )
    page = fields.PageField(label=gettext_lazy("Page"))

    def add_prefix(self, field_name: str) -> str:
        """The parameter a field is sent as."""
        return _NAMES.get(field_name, field_name)

    def clean(self) -> dict[str, Any]:
        """What was read, with errors for what an address may not have."""
        for name in self._repeated():
            told = {"name": self.add_prefix(name)}
            self.add_error(
                name, _("“%(name)s” is in the address more than once; one is meant.") % told
            )
        unknown = self._unknown()
        if unknown:
            self.add_error(None, _of_unknown(unknown))
        return self._in_order()


class InvalidSeriesError(ValueError):
    """An address that cannot be read; ``params`` is what of it can be, ``form`` says why."""

    def __init__(self, *, params: SeriesParams, form: SeriesForm) -> None:
        super().__init__("What the address asks cannot be read.")
        self.params = params
        self.form = form


def read_series_params(query: QueryDict) -> SeriesParams:
    """What an address asks of a series, its values in their normal forms.

    Raises InvalidSeriesError where any of it cannot be read. Trackers are no part of it.
    """
    form = series_form(query)
    read = {name: value for name, value in form.cleaned_data.items() if value is not None}
    params = SeriesParams(**read)
    if form.errors:
        raise InvalidSeriesError(params=params, form=form)
    return params


def series_form(query: QueryDict) -> SeriesForm:
    """The form as an address fills it, and checked; an empty value says nothing."""
    filled = QueryDict(mutable=True)
    for name, values in query.lists():
        filled.setlist(name, [value for value in values if tidy(value)])
    form = SeriesForm(filled)
    form.full_clean()
    return form


def _of_unknown(names: list[str]) -> ValidationError:
    return ValidationError(
        ngettext(
            "A series has no parameter %(names)s.",
            "A series has no parameters %(names)s.",
            len(names),
        )
        % {"names": ", ".join(map(shown, names[:_MOST_UNKNOWN]))}
    )
