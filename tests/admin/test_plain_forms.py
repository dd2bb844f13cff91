"""Forms of staff speak our words wherever Django would speak its own, and no others."""

from collections.abc import Iterator

import pytest
from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator

import archive.admin as pages
from archive.admin.plain_forms import PlainForm


class _Filled(PlainForm, forms.Form):
    words = forms.CharField(validators=[MaxLengthValidator(3)])
    count = forms.IntegerField(min_value=1, max_value=9)
    kind = forms.ChoiceField(choices=[("a", "A")])
    kinds = forms.MultipleChoiceField(choices=[("a", "A")])
    symbol = forms.CharField(required=False, validators=[RegexValidator("A/", "No symbol.")])
    why = forms.CharField(error_messages={"required": "Say why."})


def _said(**sent: object) -> dict[str, str]:
    return {name: " ".join(map(str, said)) for name, said in _Filled(sent).errors.items()}


def test_what_is_missing_is_asked_for() -> None:
    missing = "This cannot stay empty. Fill it in."
    expected = dict.fromkeys(["words", "count", "kind", "kinds"], missing) | {"why": "Say why."}
    assert _said() == expected


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("words", "abcd", "This has 4 signs, and there is room for 3. Shorten it."),
        ("words", "\0", "There is a NUL character in it, which nobody sees. Leave it out."),
        ("count", "x", "Write a whole number in figures, such as 1."),
        ("count", "0", "Write 1 or more."),
        ("count", "10", "Write 9 or less."),
        ("kind", "<b>", "That is none of the choices. Choose one from the list."),
        ("kinds", ["<b>"], "That is none of the choices. Choose one from the list."),
        ("symbol", "x", "No symbol."),
    ],
)
def test_what_cannot_be_is_said_in_our_words(field: str, value: object, said: str) -> None:
    assert _said(**{field: value})[field] == said


def _forms(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for one in kind.__subclasses__():
        yield one
        yield from _forms(one)


def test_every_form_of_ours_for_staff_speaks_so() -> None:
    ours = {one for one in _forms(forms.BaseForm) if one.__module__.startswith(pages.__name__)}
    assert len(ours) > 5
    assert [one for one in ours if not issubclass(one, PlainForm)] == []
