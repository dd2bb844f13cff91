"""An address is read by the form: all of it into one search, or with reasons why not."""

import pytest
from django.http import QueryDict

from archive.parsing.symbols import Organ
from archive.search.form.fields import ChoiceField
from archive.search.form.filters import InvalidSearchError, blank_form, read_params
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.form.periods import Period
from tests.search.form.test_params import EVERYTHING, ITS_ADDRESS

OTHER_SPELLINGS = [
    "q=+a++b&organ=GA",
    "q=a+b&organ=ga",
    "organ=GA&q=a+b",
    "q=a+b&organ=GA&session=&from=&to=&opening=&cites=&stage=&held=&sort=&in=&view=&page=",
    "q=a+b&organ=GA&page=1&view=resolutions&sort=relevance",
    "q=a+b&q=A++B&organ=GA&organ=ga",
    "q=a+b&q=&organ=GA&organ=+&in=",
    "q=a+b&organ=GA&utm_source=x&utm_campaign=y",
    "q=a+b&organ=GA&fbclid=1&gclid=2&msclkid=3&mc_cid=4&mc_eid=5",
]


@pytest.mark.parametrize("address", OTHER_SPELLINGS)
def test_other_spellings_of_a_search_are_that_search(address: str) -> None:
    params = read_params(QueryDict(address))
    assert params.query_string.casefold() == "q=a+b&organ=ga"
    assert params.organ is Organ.GA


def test_every_parameter_is_read_into_a_value_of_its_type() -> None:
    assert read_params(QueryDict(ITS_ADDRESS)) == EVERYTHING


@pytest.mark.parametrize(
    "typed",
    [
        "in=Annex&in=TITLE&in=annex",
        "view=Paragraphs&session=s-21",
        "opening=Also+calls+upon&opening=Recalling",
        "cites=66/164&cites=a/res/53/144",
        "stage=DRAFT&held=No&sort=Most-Recalled",
        "q=66/164&view=resolutions",
        "q=%00+a",
    ],
)
def test_the_one_address_is_read_as_the_same_search(typed: str) -> None:
    params = read_params(QueryDict(typed))
    again = read_params(QueryDict(params.query_string))
    assert again == params
    assert again.is_written_as(params.query_string)


def test_only_a_view_that_was_asked_for_keeps_a_symbol_a_search() -> None:
    assert read_params(QueryDict("q=66/164&view=resolutions")).keeps_view
    assert not read_params(QueryDict("q=66/164&view=")).keeps_view
    assert not read_params(QueryDict("q=66/164")).keeps_view


@pytest.mark.parametrize(
    "dates", ["from=2011&to=2011-01-01", "from=2011-06-01&to=2011", "from=2011&to=2011"]
)
def test_dates_that_share_a_day_are_a_time(dates: str) -> None:
    assert read_params(QueryDict(dates)).query_string == dates


REFUSED = {
    "q=a&date=2011": ["A search has no parameter “date”."],
    "q=a&b=1&Q=2": ["A search has no parameters “Q”, “b”."],
    "a%00b=a": ["A search has no parameter “ab”."],
    "q=a&q=b": ["“q” is in the address more than once; one is meant."],
    "organ=GA&organ=SC": ["“organ” is in the address more than once; one is meant."],
    "from=2011&from=2012": ["“from” is in the address more than once; one is meant."],
    "organ=XX": ["“XX” is none of the choices: GA, HRC, CHR, ECOSOC or SC."],
    "in=body": ["“body” is none of the choices: title, preambular, operative, annex or footnotes."],
    "held=maybe": ["“maybe” is none of the choices: yes or no."],
    "from=2015&to=2000": ["The time from 2015 cannot end with 2000."],
    "from=2011-12-19&to=2011-12-18": [
        "The time from 19 December 2011 cannot end with 18 December 2011."
    ],
    "page=x&from=y": [
        "“y” is neither a year, such as 2011, nor a day, such as 2011-12-19.",
        "“x” is not the number of a page; they begin with 1.",
    ],
}


def _refused(address: str) -> InvalidSearchError:
    with pytest.raises(InvalidSearchError) as refused:
        read_params(QueryDict(address))
    assert refused.value.problem.status == 400
    return refused.value


@pytest.mark.parametrize("address", REFUSED)
def test_what_cannot_be_read_is_refused_with_each_reason(address: str) -> None:
    form = _refused(address).form
    assert [reason for reasons in form.errors.values() for reason in reasons] == REFUSED[address]


def test_one_reason_is_the_problem_and_several_are_said_to_be() -> None:
    assert _refused("organ=XX").problem.happened == REFUSED["organ=XX"][0]
    assert _refused("page=x&from=y").problem.happened == (
        "Several things in this search cannot be read."
    )


@pytest.mark.parametrize(
    ("address", "rest"),
    [
        ("q=a&organ=XX&from=2011&foo=1", SearchParams(q="a", since=Period.of_year(2011))),
        ("q=a&from=2015&to=2000", SearchParams(q="a", since=Period.of_year(2015))),
        ("q=a&q=b&in=title", SearchParams(parts=(Part.TITLE,))),
        ("q=a&page=x&sort=oldest", SearchParams(q="a", sort=Sort.OLDEST)),
        ("q=a&view=x&held=yes&stage=x", SearchParams(q="a", held=True)),
        ("view=paragraphs&organ=SC&cites=x", SearchParams(view=View.PARAGRAPHS, organ=Organ.SC)),
    ],
)
def test_what_of_it_can_be_read_is_kept(address: str, rest: SearchParams) -> None:
    assert _refused(address).params == rest


def test_a_refused_form_is_still_filled_as_it_was() -> None:
    form = _refused("q=a&organ=XX&opening=x%00&opening=recall").form
    assert form.typed("organ") == ["XX"]
    assert form.typed("openings") == ["x\0", "recall"]


def test_a_blank_form_has_nothing_wrong() -> None:
    assert blank_form().is_valid()


def test_every_field_has_a_label_and_the_name_of_its_parameter() -> None:
    form = blank_form()
    assert [bound.html_name for bound in form] == (
        "q in view organ session from to opening cites stage held sort page".split()
    )
    assert all(bound.label for bound in form)


def test_organs_are_offered_by_their_full_names() -> None:
    organ = blank_form().fields["organ"]
    assert isinstance(organ, ChoiceField)
    assert [label for _, label in organ.choices] == [one.full_name for one in Organ]
