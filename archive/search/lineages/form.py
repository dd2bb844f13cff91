"""The form of a series: what an address may ask of it, checked and read."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from archive.models import Resolution
from archive.search.form import fields
from archive.search.form.params import PARAMETERS
from archive.search.form.reading import SearchForm, filled, params_of
from archive.search.lineages.params import LineagePart, SeriesParams

_NAMES = PARAMETERS | {"organs": "organ", "parts": "part"}
_STAGES = [
    (Resolution.Stage.ADOPTED, gettext_noop("Adopted")),
    (Resolution.Stage.DRAFT, gettext_noop("Draft")),
]


class SeriesForm(SearchForm):
    """The fields of a series, which have the names of its parameters."""

    organs = fields.ChoicesField(
        label=gettext_lazy("Texts of"),
        choices=fields.ORGANS,
        help_text=gettext_lazy("All organs, unless you choose."),
    )
    without = fields.ChoiceField(
        label=gettext_lazy("And in no resolution of"),
        choices=fields.ORGANS,
        empty_label=gettext_lazy("Not asked"),
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

    def unknown_in_words(self, count: int) -> str:
        """That there are no such parameters."""
        return ngettext(
            "A series has no parameter %(names)s.",
            "A series has no parameters %(names)s.",
            count,
        )


def read_series_params(query: QueryDict) -> SeriesParams:
    """What an address asks of a series, its values in their normal forms.

    Raises InvalidAddressError.
    """
    return params_of(filled(SeriesForm, query), SeriesParams)
