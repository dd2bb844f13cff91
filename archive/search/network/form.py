"""The form of the network: what an address may ask of it, checked and read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.parsing.symbols import Organ
from archive.search.form import fields
from archive.search.form.fields import SharedField, SymbolsField, shown, tidy
from archive.search.form.filters import SearchForm
from archive.search.form.params import PARAMETERS
from archive.search.network.params import NetworkParams

_MOST_UNKNOWN = 5


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
        choices=[(organ, organ.full_name) for organ in Organ],
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

    def clean(self) -> dict[str, Any]:
        """What was read, with errors for what an address may not have."""
        for name in self._repeated():
            parameter = self.add_prefix(name)
            self.add_error(
                name,
                _("“%(name)s” is in the address more than once; one is meant.")
                % {"name": parameter},
            )
        unknown = self._unknown()
        if unknown:
            self.add_error(None, _of_unknown(unknown))
        return self._in_order()


class InvalidNetworkError(ValueError):
    """An address that asks for no network; ``params`` is what of it can be read, ``form`` why."""

    def __init__(self, *, params: NetworkParams, form: NetworkForm) -> None:
        super().__init__("What the address asks cannot be read.")
        self.params = params
        self.form = form


def read_network_params(query: QueryDict) -> NetworkParams:
    """The network that an address asks, its values in their normal forms.

    Raises InvalidNetworkError where any of it cannot be read. Trackers are no part of it.
    """
    form = network_form(query)
    read = {name: value for name, value in form.cleaned_data.items() if value is not None}
    params = NetworkParams(**read)
    if form.errors:
        raise InvalidNetworkError(params=params, form=form)
    return params


def network_form(query: QueryDict) -> NetworkForm:
    """The form as an address fills it, and checked; an empty value says nothing."""
    filled = QueryDict(mutable=True)
    for name, values in query.lists():
        filled.setlist(name, [value for value in values if tidy(value)])
    form = NetworkForm(filled)
    form.full_clean()
    return form


def _of_unknown(names: list[str]) -> ValidationError:
    return ValidationError(
        ngettext(
            "The network has no parameter %(names)s.",
            "The network has no parameters %(names)s.",
            len(names),
        )
        % {"names": ", ".join(map(shown, names[:_MOST_UNKNOWN]))}
    )
