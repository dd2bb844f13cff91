"""Each field reads what was typed into one normal form, or says in a sentence why it cannot."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from archive.search.form import fields
from archive.search.form.periods import Period

CHOICES = [("GA", "General Assembly"), ("HRC", "Human Rights Council")]
WORDS, PERIOD, SESSION, PAGE, OPENINGS, SYMBOLS = (
    fields.WordsField(required=False),
    fields.PeriodField(required=False),
    fields.SessionField(required=False),
    fields.PageField(required=False),
    fields.OpeningsField(required=False),
    fields.SymbolsField(required=False),
)
CHOICE = fields.ChoiceField(choices=CHOICES, required=False)
ANY_CHOICES = fields.ChoicesField(choices=CHOICES, required=False)

READ: list[tuple[forms.Field, Any, Any]] = [
    (WORDS, None, ""),
    (WORDS, "  a\n b\u00a0", "a b"),
    (WORDS, '"', '"'),
    (WORDS, "a\0b", "a\0b"),
    (WORDS, "é" * 10_000, "é" * 10_000),
    (CHOICE, None, None),
    (CHOICE, "  ", None),
    (CHOICE, " ga ", "GA"),
    (ANY_CHOICES, None, ()),
    (ANY_CHOICES, ["hrc", "", "GA", "HRC"], ("GA", "HRC")),
    (PERIOD, "", None),
    (PERIOD, " 2011 ", Period.read("2011")),
    (PERIOD, "2011-12-19", Period.read("2011-12-19")),
    (SESSION, "", ""),
    (SESSION, " 66 ", "66"),
    (SESSION, "066", "66"),
    (SESSION, "xxi", "XXI"),
    (SESSION, "s-21", "S-21"),
    (SESSION, "es-10", "ES-10"),
    (SESSION, "s-vi", "S-VI"),
    (SESSION, "1998", "1998"),
    (PAGE, None, 1),
    (PAGE, " ", 1),
    (PAGE, " 12 ", 12),
    (OPENINGS, None, ()),
    (OPENINGS, ["", " "], ()),
    (OPENINGS, ["recall", "Also  calls upon", "Recalling"], ("recall", "call upon")),
    (OPENINGS, ["Expresses its deep concern"], ("express concern",)),
    (OPENINGS, ["Zebra Stripes"], ("zebra stripes",)),
    (SYMBOLS, None, ()),
    (SYMBOLS, ["a/res/66/164", "53/144", "A/RES/53/144"], ("A/RES/66/164", "A/RES/53/144")),
    (SYMBOLS, ["2200 A (XXI)", "217 (III)"], ("A/RES/2200A(XXI)", "A/RES/217A(III)")),
    (SYMBOLS, ["E/CN.4/2001/94"], ("E/CN.4/2001/94",)),
    (SYMBOLS, ["A/CONF.157/24 (Part I)"], ("A/CONF.157/24(PartI)",)),
    (SYMBOLS, ["General Assembly resolution 53/144 of 9 December 1998"], ("A/RES/53/144",)),
]
REFUSED: list[tuple[forms.Field, Any, str]] = [
    (WORDS, "a" * 32_769, "The search is 32,769 bytes long; 32,768 is the most."),
    (WORDS, "é" * 16_385, "The search is 32,770 bytes long; 32,768 is the most."),
    (CHOICE, "XX", "“XX” is none of the choices: GA or HRC."),
    (CHOICE, "G\0A", "“GA” is none of the choices: GA or HRC."),
    (ANY_CHOICES, ["GA", "x" * 50], f"“{'x' * 40}” is none of the choices: GA or HRC."),
    (PERIOD, "11", "“11” is neither a year, such as 2011, nor a day, such as 2011-12-19."),
    (SESSION, "zz", "“zz” is no session as symbols write it: 66, XXI, S-21, or a year."),
    (SESSION, "0", "“0” is no session as symbols write it: 66, XXI, S-21, or a year."),
    (SESSION, "٦٦", "“٦٦” is no session as symbols write it: 66, XXI, S-21, or a year."),
    (PAGE, "0", "“0” is not the number of a page; they begin with 1."),
    (PAGE, "-1", "“-1” is not the number of a page; they begin with 1."),
    (PAGE, "01", "“01” is not the number of a page; they begin with 1."),
    (PAGE, "two", "“two” is not the number of a page; they begin with 1."),
    (PAGE, "٢", "“٢” is not the number of a page; they begin with 1."),
    (PAGE, "9" * 19, f"“{'9' * 19}” is not the number of a page; they begin with 1."),
    (OPENINGS, ["re\0call"], "“recall” is no opening, such as “recall” or “call upon”."),
    (OPENINGS, ["a" * 121], f"“{'a' * 40}” is no opening, such as “recall” or “call upon”."),
    (OPENINGS, ["recall"] * 21, "There are 21 of these; 20 is the most at once."),
    (SYMBOLS, ["impunity"], "“impunity” is not the symbol of a document, such as A/RES/53/144."),
    (SYMBOLS, ["A/RES/\0"], "“A/RES/” is not the symbol of a document, such as A/RES/53/144."),
]


@pytest.mark.parametrize(("field", "typed", "value"), READ)
def test_what_was_typed_is_read_as(field: forms.Field, typed: Any, value: Any) -> None:
    assert field.clean(typed) == value


@pytest.mark.parametrize(("field", "typed", "reason"), REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    field: forms.Field, typed: Any, reason: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [reason]


@pytest.mark.parametrize(("field", "typed", "value"), READ)
def test_a_normal_form_is_read_as_itself(field: forms.Field, typed: Any, value: Any) -> None:
    again = [str(one) for one in value] if isinstance(value, tuple) else value and str(value)
    assert field.clean(again) == value
