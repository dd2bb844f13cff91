"""The form of agreed language: what an address may ask, checked and read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.comparison.folded import folded_words
from archive.models import Resolution
from archive.search.agreed.params import LanguageParams, LanguageSort
from archive.search.agreed.typed import wording_of
from archive.search.form import fields
from archive.search.form.fields import shown, tidy
from archive.search.form.reading import SearchForm, filled, params_of

#: One word is no language that anybody agrees on.
FEWEST_WORDS = 2
#: In characters: some ten times the longest sentence. Longer texts are drafts to be checked.
MOST_CHARACTERS = 6_000
_STAGES: list[tuple[Any, Any]] = [(stage, stage.label) for stage in Resolution.Stage]


class SentenceField(fields.SharedField):
    """A phrase, a sentence or a paragraph."""

    widget = forms.Textarea

    def clean(self, value: Any) -> str:
        """The words. Raises ValidationError where there are too few or too many of them."""
        typed = "".join(filter(str.isprintable, tidy(value or "")))
        if len(typed) > MOST_CHARACTERS:
            told = {"size": f"{len(typed):,}", "most": f"{MOST_CHARACTERS:,}"}
            raise ValidationError(
                _("That is %(size)s characters long; %(most)s is the most. Ask by paragraphs.")
                % told
            )
        if typed and len(folded_words(wording_of(typed))) < FEWEST_WORDS:
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
        choices=fields.ORGANS,
        empty_label=gettext_lazy("Any organ"),
    )
    stage = fields.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=_STAGES,
        empty_label=gettext_lazy("Any stage"),
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

    def unknown_in_words(self, count: int) -> str:
        """That there are no such parameters."""
        return ngettext(
            "Agreed language has no parameter %(names)s.",
            "Agreed language has no parameters %(names)s.",
            count,
        )


def read_language_params(query: QueryDict) -> LanguageParams:
    """What an address asks, its values in their normal forms. Raises InvalidAddressError."""
    return params_of(filled(LanguageForm, query), LanguageParams)
