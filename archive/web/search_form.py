"""The search form as a page shows it: each field with what was typed and what is wrong with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language, gettext

from archive.search.form.fields import ChoiceField, ChoicesField
from archive.search.form.filters import blank_form
from archive.search.form.params import SearchParams
from archive.search.form.reading import SearchForm

#: The parameter for which openings are suggested.
_OPENING = "opening"


class FieldKind(StrEnum):
    """How a field is filled in."""

    WORDS = "words"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that may be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of the form: ``name`` is its parameter, ``typed`` what it is filled with."""

    name: str
    id: str
    label: str
    help: str
    kind: FieldKind
    errors: tuple[str, ...]
    typed: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def described_by(self) -> str:
        """The ids of its help and of its errors."""
        ids = [f"{self.id}-help"] if self.help else []
        return " ".join([*ids, f"{self.id}-error"] if self.errors else ids)

    @property
    def places(self) -> tuple[str, ...]:
        """What each place to type is filled with; of a list, the last is empty."""
        return (*self.typed, "") if self.kind is FieldKind.LIST else (self.typed or ("",))[-1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a search cannot be read, and the label and id of the field; empty where it is of none."""

    words: str
    label: str = ""
    field: str = ""


def fields_as_typed(form: SearchForm, *, openings: Sequence[str] = ()) -> tuple[FormField, ...]:
    """The fields of a form in order, with what is wrong; ``openings`` are suggested."""
    return tuple(
        _field(
            bound,
            form.typed(bound.name),
            errors=bound.errors,
            suggestions=openings if bound.html_name == _OPENING else (),
        )
        for bound in form.visible_fields()
    )


def fields_of(params: SearchParams, *, openings: Sequence[str] = ()) -> tuple[FormField, ...]:
    """The fields in order, filled with a search."""
    filled = defaultdict[str, list[str]](list)
    for name, value in params.pairs():
        filled[name].append(value)
    suggested = {_OPENING: openings} if openings else {}
    changed = {*filled, *suggested}
    return tuple(
        _field(bound, filled[blank.name], suggestions=suggested.get(blank.name, ()))
        if blank.name in changed
        else blank
        for bound, blank in _blank_fields(get_language())
    )


def reasons(form: SearchForm) -> tuple[Reason, ...]:
    """Everything that is wrong with a form; nothing where it has not been read."""
    shown = {
        bound.name: {"label": str(bound.label), "field": bound.id_for_label}
        for bound in form.visible_fields()
    }
    return tuple(
        Reason(words=str(error), **shown.get(name, {}))
        for name, errors in form.errors.items()
        for error in errors
    )


@cache  # the same in every form, and most of a form
def _blank_fields(_language: str | None) -> tuple[tuple[BoundField, FormField], ...]:
    return tuple((bound, _field(bound, ())) for bound in blank_form().visible_fields())


def _field(
    bound: BoundField,
    filled: Iterable[str],
    *,
    errors: Iterable[object] = (),
    suggestions: Sequence[str] = (),
) -> FormField:
    typed = tuple(_printable(value) for value in filled if value.strip())
    return FormField(
        name=bound.html_name,
        id=bound.id_for_label,
        label=str(bound.label),
        help=str(bound.help_text),
        kind=_kind(bound.field),
        errors=tuple(map(str, errors)),
        typed=typed,
        choices=tuple(_choices(bound.field, typed)),
        suggestions=tuple(suggestions),
    )


def _kind(field: forms.Field) -> FieldKind:
    if isinstance(field, ChoicesField):
        return FieldKind.CHOICES
    if isinstance(field, ChoiceField):
        return FieldKind.CHOICE
    is_list = isinstance(field.widget, forms.SelectMultiple)
    return FieldKind.LIST if is_list else FieldKind.WORDS


def _choices(field: forms.Field, typed: Sequence[str]) -> Iterator[Choice]:
    """The choices of a field, after those typed that are none of them.

    The one that goes without saying is sent as nothing.
    """
    if not isinstance(field, ChoiceField):
        return
    chosen = {value.strip().casefold() for value in typed}
    known = {str(value).casefold() for value, _label in field.choices}
    for value in typed:
        if value.strip().casefold() not in known:
            yield Choice(value=value, label=value, is_chosen=True)
    if field.empty_label:
        yield Choice(value="", label=str(field.empty_label), is_chosen=not chosen)
    for value, label in field.choices:
        written = "" if value == field.default else str(value)
        yield Choice(value=written, label=gettext(label), is_chosen=str(value).casefold() in chosen)


def _printable(typed: str) -> str:
    """What was typed as a page can hold it."""
    return typed.replace("\0", "")
