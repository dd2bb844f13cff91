"""The form of agreed language: what an address may ask, checked and read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.comparison.folded import folded_words
from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.agreed.params import LanguageParams, LanguageSort
from archive.search.form import fields
from archive.search.form.fields import shown, tidy
from archive.search.form.filters import SearchForm

#: One word is no language that anybody agrees on.
FEWEST_WORDS = 2
#: In characters: some ten times the longest sentence. Longer texts are drafts to be checked.
MOST_CHARACTERS = 6_000
_MOST_UNKNOWN = 5
_STAGES: list[tuple[Any, Any]] = [(stage, stage.label) for stage in Resolution.Stage]


class SentenceField(fields.SharedField):
    """A phrase, a sentence or a paragraph."""

    widget = forms.Textarea

    def clean(self, value: Any) -> str:
        """The words. Raises ValidationError where there are too few or too many of them."""
        typed = tidy(value or "")
        if len(typed) > MOST_CHARACTERS:
            told = {"size": f"{len(typed):,}", "most": f"{MOST_CHARACTERS:,}"}
            raise ValidationError(
                _("That is %(size)s characters long; %(most)s is the most. Ask by paragraphs.")
                % told
            )
        if typed and len(folded_words(typed)) < FEWEST_WORDS:
            raise ValidationError(
                _("%(typed)s is one word at most. Give two or more; one word is for the search.")
                % {"typed": shown(typed)}
            )
        return typed


class LanguageForm(SearchForm):
    """The fields of a question for agreed language, which have the names of its parameters."""

    q = SentenceField(label=gettext_lazy("A phrase, a sentence or a paragraph"))
    organ = fields.ChoiceField(
        label=gettext_lazy("Used by"),
        choices=[(organ, organ.full_name) for organ in Organ],
        empty_label=gettext_lazy("Any organ"),
    )
    stage = fields.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=_STAGES,
        empty_label=gettext_lazy("Adopted or draft"),
    )
    sort = fields.ChoiceField(
        label=gettext_lazy("Sort by"),
        choices=[(sort, sort.label) for sort in LanguageSort],
        default=LanguageSort.MOST_USED,
    )
    page = fields.PageField(label=gettext_lazy("Page"))

    def add_prefix(self, field_name: str) -> str:
        """The parameter a field is sent as: that of its name."""
        return field_name

    def clean(self) -> dict[str, Any]:
        """What was read, with errors for what an address may not have."""
        for name in self._repeated():
            words = _("“%(name)s” is in the address more than once; one is meant.")
            self.add_error(name, words % {"name": name})
        unknown = self._unknown()
        if unknown:
            self.add_error(None, _of_unknown(unknown))
        return self.cleaned_data


class InvalidLanguageError(ValueError):
    """An address that asks nothing; ``params`` is what of it can be read, ``form`` why."""

    def __init__(self, *, params: LanguageParams, form: LanguageForm) -> None:
        super().__init__("What the address asks cannot be read.")
        self.params = params
        self.form = form


def read_language_params(query: QueryDict) -> LanguageParams:
    """What an address asks, its values in their normal forms.

    Raises InvalidLanguageError where any of it cannot be read. Trackers are no part of it.
    """
    form = language_form(query)
    read = {name: value for name, value in form.cleaned_data.items() if value is not None}
    params = LanguageParams(**read)
    if form.errors:
        raise InvalidLanguageError(params=params, form=form)
    return params


def language_form(query: QueryDict) -> LanguageForm:
    """The form as an address fills it, and checked; an empty value says nothing."""
    filled = QueryDict(mutable=True)
    for name, values in query.lists():
        filled.setlist(name, [value for value in values if tidy(value)])
    form = LanguageForm(filled)
    form.full_clean()
    return form


def _of_unknown(names: list[str]) -> ValidationError:
    return ValidationError(
        ngettext(
            "Agreed language has no parameter %(names)s.",
            "Agreed language has no parameters %(names)s.",
            len(names),
        )
        % {"names": ", ".join(map(shown, names[:_MOST_UNKNOWN]))}
    )
