"""The form of the network: what an address may ask of it, checked and read."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy, ngettext

from archive.search.form import fields
from archive.search.form.fields import SharedField, SymbolsField, tidy
from archive.search.form.params import PARAMETERS
from archive.search.form.reading import SearchForm, filled, params_of
from archive.search.network.params import NetworkParams


class SymbolField(SharedField):
    """One symbol in any spelling."""

    widget = forms.TextInput

    def clean(self, value: Any) -> str:
        """The canonical symbol, or nothing. Raises ValidationError where it is none."""
        typed = tidy(value or "")
        return _SYMBOLS.read(typed) if typed else ""


_SYMBOLS = SymbolsField()


class NetworkForm(SearchForm):
    """The fields of the network, which have the names of its parameters."""

    of = SymbolField(
        label=gettext_lazy("Around one resolution"),
        help_text=gettext_lazy("Its symbol: A/RES/53/144 or 53/144. All of them, unless you say."),
    )
    organs = fields.ChoicesField(
        label=gettext_lazy("Organs"),
        choices=fields.ORGANS,
        help_text=gettext_lazy("Of who recalls and who is recalled. All, unless you choose."),
    )
    openings = fields.OpeningsField(
        label=gettext_lazy("Opening"),
        help_text=gettext_lazy("Under which it is recalled: recall, reaffirm. Of several, any."),
    )
    since = fields.PeriodField(
        label=gettext_lazy("From"), help_text=gettext_lazy("A year, or a day as 2011-12-19.")
    )
    until = fields.PeriodField(
        label=gettext_lazy("To"), help_text=gettext_lazy("A year, or a day as 2011-12-19.")
    )

    def add_prefix(self, field_name: str) -> str:
        """The parameter a field is sent as."""
        return "organ" if field_name == "organs" else PARAMETERS.get(field_name, field_name)

    def unknown_in_words(self, count: int) -> str:
        """That there are no such parameters."""
        return ngettext(
            "The network has no parameter %(names)s.",
            "The network has no parameters %(names)s.",
            count,
        )


def read_network_params(query: QueryDict) -> NetworkParams:
    """The network that an address asks, its values in their normal forms.

    Raises InvalidAddressError.
    """
    return params_of(filled(NetworkForm, query), NetworkParams)
