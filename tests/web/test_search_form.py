"""The form of a search shows what was typed, what may be chosen and what is wrong."""

import pytest
from django.http import QueryDict

from archive.search.form.filters import InvalidSearchError, read_params
from archive.search.form.params import SearchParams
from archive.search.form.reading import SearchForm
from archive.web.search_form import (
    Choice,
    FieldKind,
    FormField,
    Reason,
    fields_as_typed,
    fields_of,
    reasons,
)
from tests.search.form.test_params import EVERYTHING


def _refused(address: str) -> SearchForm:
    with pytest.raises(InvalidSearchError) as refused:
        read_params(QueryDict(address))
    return refused.value.form


def _as_typed(address: str) -> dict[str, FormField]:
    return {field.name: field for field in fields_as_typed(_refused(address))}


def _fields(params: SearchParams) -> dict[str, FormField]:
    return {field.name: field for field in fields_of(params)}


def test_every_filter_can_be_filled_in_and_the_page_cannot() -> None:
    assert list(_fields(SearchParams())) == (
        "q in view organ session from to opening cites stage held sort".split()
    )


def test_a_field_is_filled_with_what_is_sought() -> None:
    fields = _fields(EVERYTHING)
    assert fields["q"].places == ("“a b” & c",)
    assert fields["from"].places == ("2000",)
    assert fields["opening"].places == ("call upon", "recall", "")
    assert [choice.label for choice in fields["in"].choices if choice.is_chosen] == [
        "Title",
        "Notes",
    ]
    assert [choice.label for choice in fields["organ"].choices if choice.is_chosen] == [
        "General Assembly"
    ]


def test_an_empty_field_has_one_place_to_type() -> None:
    fields = _fields(SearchParams())
    assert fields["q"].places == fields["opening"].places == ("",)
    assert {field.kind for field in fields.values()} == set(FieldKind)


def test_what_goes_without_saying_is_sent_as_nothing() -> None:
    fields = _fields(SearchParams())
    assert fields["view"].choices[0] == Choice(value="", label="Resolutions", is_chosen=False)
    assert fields["sort"].choices[0] == Choice(value="", label="Relevance", is_chosen=False)
    assert fields["organ"].choices[0] == Choice(value="", label="Any organ", is_chosen=True)


def test_a_value_that_is_no_choice_is_still_shown_as_chosen() -> None:
    organ = _as_typed("organ=XX")["organ"]
    assert organ.choices[0] == Choice(value="XX", label="XX", is_chosen=True)
    assert sum(choice.is_chosen for choice in organ.choices) == 1


def test_a_choice_in_another_case_is_chosen() -> None:
    organ = _as_typed("organ=%20ga&from=x")["organ"]
    assert [choice.value for choice in organ.choices if choice.is_chosen] == ["GA"]


def test_signs_that_no_page_can_hold_are_not_put_into_it() -> None:
    assert _as_typed("q=a%00b&from=x")["q"].places == ("ab",)
    assert _fields(SearchParams(q="a\0b"))["q"].places == ("ab",)


def test_a_field_names_what_says_more_of_it() -> None:
    fields = _as_typed("from=x&organ=XX")
    assert fields["from"].described_by == "id_from-help id_from-error"
    assert fields["organ"].described_by == "id_organ-error"
    assert fields["to"].described_by == "id_to-help"
    assert fields["q"].described_by == ""


def test_openings_are_suggested_for_openings_alone() -> None:
    for fields in (
        fields_of(SearchParams(), openings=("recall",)),
        fields_as_typed(_refused("from=x"), openings=("recall",)),
    ):
        assert {field.name: field.suggestions for field in fields if field.suggestions} == {
            "opening": ("recall",)
        }


def test_each_reason_names_its_field_unless_that_is_not_on_the_page() -> None:
    assert reasons(_refused("organ=XX&page=x&foo=1")) == (
        Reason(
            words="“XX” is none of the choices: GA, HRC, CHR, ECOSOC or SC.",
            label="Organ",
            field="id_organ",
        ),
        Reason(words="“x” is not the number of a page; they begin with 1."),
        Reason(words="A search has no parameter “foo”."),
    )


def test_the_fields_of_a_search_are_those_of_a_form_filled_with_it() -> None:
    wrong = _as_typed(f"{EVERYTHING.query_string}&foo=1")
    assert _fields(EVERYTHING) == wrong
    assert not any(field.errors for field in wrong.values())


def test_a_view_that_is_named_keeps_a_symbol_a_search() -> None:
    chosen = {"": False, "paragraphs": False}
    assert {one.value: one.is_chosen for one in _fields(SearchParams())["view"].choices} == chosen
    named = _fields(SearchParams(q="53/144", keeps_view=True))["view"]
    assert {one.value: one.is_chosen for one in named.choices} == chosen | {"": True}


def test_what_one_search_is_filled_with_is_not_in_the_next() -> None:
    blank = _fields(SearchParams())
    assert _fields(EVERYTHING) != blank
    assert _fields(SearchParams()) == blank
