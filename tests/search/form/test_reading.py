"""Every form refuses what its address may not have, and says so in its own words."""

from collections.abc import Callable

import pytest
from django.http import QueryDict

from archive.parsing.symbols import Organ
from archive.search.agreed.form import LanguageForm, read_language_params
from archive.search.agreed.params import LanguageParams
from archive.search.form.filters import read_params
from archive.search.form.reading import InvalidAddressError, filled
from archive.search.lineages.form import SeriesForm, read_series_params
from archive.search.network.form import read_network_params


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (read_params, "A search has no"),
        (read_language_params, "Agreed language has no"),
        (read_series_params, "A series has no"),
        (read_network_params, "The network has no"),
    ],
)
def test_unknown_parameters_are_named(read: Callable[[QueryDict], object], told: str) -> None:
    for query, words in (("b=1&a=2", "parameters “a”, “b”"), ("a=2&utm_source=x", "parameter “a”")):
        with pytest.raises(InvalidAddressError) as refused:
            read(QueryDict(query))
        assert refused.value.form.errors["__all__"] == [f"{told} {words}."]


def test_what_can_be_read_of_an_address_goes_along_with_the_refusal() -> None:
    with pytest.raises(InvalidAddressError) as refused:
        read_language_params(QueryDict("q=human+rights&organ=GA&sort=oddest"))
    assert refused.value.params == LanguageParams(q="human rights", organ=Organ.GA)
    assert [*refused.value.form.errors] == ["sort"]


def test_a_value_that_may_be_there_once_is_refused_twice_unless_it_is_the_same() -> None:
    twice = filled(SeriesForm, QueryDict("without=GA&without=HRC"))
    assert twice.errors == {
        "without": ["“without” is in the address more than once; one is meant."]
    }
    assert not filled(SeriesForm, QueryDict("without=GA&without=&without=ga")).errors
    assert not filled(LanguageForm, QueryDict("q=&q=human+rights")).errors
