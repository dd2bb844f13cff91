"""Reading an address: the form that it fills, and the parameters that it asks."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from archive.search.form.fields import shown, tidy
from archive.search.form.params import PARAMETERS

#: What others append to links to count who follows them; it says nothing of what is sought.
_TRACKERS = frozenset({"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"})
_MOST_UNKNOWN = 5

_Form = TypeVar("_Form", bound="SearchForm")
_Params = TypeVar("_Params")


class SearchForm(forms.Form):
    """The form of what is asked, whose fields have the names of the parameters."""

    def add_prefix(self, field_name: str) -> str:
        """The parameter a field is sent as."""
        return PARAMETERS.get(field_name, field_name)

    def clean(self) -> dict[str, Any]:
        """What was read, with errors for what an address may not have."""
        for name in self._repeated():
            self.add_error(
                name,
                gettext("“%(name)s” is in the address more than once; one is meant.")
                % {"name": self.add_prefix(name)},
            )
        unknown = self._unknown()
        if unknown:
            names = ", ".join(map(shown, unknown[:_MOST_UNKNOWN]))
            self.add_error(None, self.unknown_in_words(len(unknown)) % {"names": names})
        return self._in_order()

    def unknown_in_words(self, count: int) -> str:
        """That there are no such parameters, with ``%(names)s`` where their names belong."""
        return ngettext(
            "A search has no parameter %(names)s.", "A search has no parameters %(names)s.", count
        )

    def _in_order(self) -> dict[str, Any]:
        """What was read; its dates must be in order."""
        values = self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until.last < since.first:
            self.add_error(
                "until",
                gettext("The time from %(first)s cannot end with %(last)s.")
                % {"first": since.in_words, "last": until.in_words},
            )
        return values

    def _repeated(self) -> Iterator[str]:
        """The fields of one value that were given several."""
        for name, field in self.fields.items():
            typed = {tidy(value).casefold() for value in self.typed(name)} - {""}
            if len(typed) > 1 and not isinstance(field.widget, forms.SelectMultiple):
                yield name

    def typed(self, name: str) -> list[str]:
        """What a field was filled with, once for each time it is in the address."""
        assert isinstance(self.data, QueryDict)
        return self.data.getlist(self.add_prefix(name))

    def _unknown(self) -> list[str]:
        known = {self.add_prefix(name) for name in self.fields} | _TRACKERS
        return sorted(
            name for name in self.data if name not in known and not name.startswith("utm_")
        )


class InvalidAddressError(ValueError):
    """An address that cannot be read.

    ``params`` is what of it can be, ``form`` the form as it was filled, with each reason.
    """

    def __init__(self, *, params: Any, form: SearchForm) -> None:
        super().__init__("What the address asks cannot be read.")
        self.params = params
        self.form = form


def filled(form_class: type[_Form], query: QueryDict) -> _Form:
    """A form as an address fills it, and checked.

    An empty value says nothing, and takes no other’s place.
    """
    typed = QueryDict(mutable=True)
    for name, values in query.lists():
        typed.setlist(name, [value for value in values if tidy(value)])
    form = form_class(typed)
    form.full_clean()
    return form


def params_of(form: SearchForm, params_class: type[_Params]) -> _Params:
    """What a form asks, its values in their normal forms.

    Raises InvalidAddressError where any of it cannot be read: what is not understood is never
    passed over. Trackers are no part of it.
    """
    read = {name: value for name, value in form.cleaned_data.items() if value is not None}
    params = params_class(**read)
    if form.errors:
        raise InvalidAddressError(params=params, form=form)
    return params
