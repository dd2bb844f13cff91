"""Plain forms: what staff are told about a field says what to do, in the words of the archive."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.models.lengths import too_long

#: By the codes of Django’s forms; what a field says by itself is left alone.
_OURS: Mapping[str, str] = {
    "required": "This cannot stay empty. Fill it in.",
    "invalid": "This cannot be read. Write it as the help beside it shows.",
    "invalid_choice": "That is none of the choices. Choose one from the list.",
    "invalid_list": "That is none of the choices. Choose one from the list.",
    "min_value": "Write %(limit_value)s or more.",
    "max_value": "Write %(limit_value)s or less.",
    "max_length": "This has %(show_value)s signs, and there is room for %(limit_value)s. "
    "Shorten it.",
    "null_characters_not_allowed": "There is a NUL character in it, which nobody sees. Leave it "
    "out.",
}
#: What no field says by itself; of other codes, a validator of its own may say more than we can.
_OF_VALIDATORS = frozenset({"min_value", "max_value", "max_length", "null_characters_not_allowed"})
_OF_NUMBERS = "Write a whole number in figures, such as 1."


class PlainForm(forms.BaseForm):
    """What the forms of staff have in common: put it first among the bases of each."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            _speak_plainly(field)


def _speak_plainly(field: forms.Field) -> None:
    """Give a field our words wherever it has Django’s."""
    own = _of_django(type(field))
    ours = {code: words for code, words in _OURS.items() if code in own or code in _OF_VALIDATORS}
    if isinstance(field, forms.IntegerField):
        ours["invalid"] = _OF_NUMBERS
    for code, words in ours.items():
        if field.error_messages.get(code) == own.get(code):
            field.error_messages[code] = words


def _of_django(kind: type[forms.Field]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in reversed(kind.__mro__):
        found |= getattr(one, "default_error_messages", {})
    return found


def check_room(words: str) -> None:
    """Raise ValidationError for more than there is room for."""
    problem = too_long(words, what="What you wrote")
    if problem:
        raise ValidationError(problem)
