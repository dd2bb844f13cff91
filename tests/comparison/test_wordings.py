"""Wordings: which words say what a passage is, and how much two passages share."""

import pytest

from archive.comparison.wordings import Wording, likeness, places_alike, shared, wordings
from tests.comparison.drafted import text

OTHERS = text(
    "Urges the States to register the organizations in a procedure;",
    "Condemns the impunity for the attacks and the threats;",
    "Requests the Secretary-General to submit the report in time;",
)


def _read(*paragraphs: str) -> list[Wording]:
    """The wordings of some paragraphs, beside others that have none of their rare words."""
    return wordings(text(*paragraphs), OTHERS)[0]


def _like(one: str, other: str) -> float:
    first, second = _read(one, other)
    return likeness(first, second)


def test_a_word_of_few_passages_weighs_more_than_one_of_many() -> None:
    (one,) = _read("Welcomes the defenders of the report;")
    heaviest = max(one.weights)
    assert one.weights[1] == heaviest
    assert one.weights[2] < heaviest


@pytest.mark.parametrize("light", ["of", "2011", "53/144", "A/66/203"])
def test_short_words_and_numbers_weigh_less(light: str) -> None:
    (one,) = _read(f"Welcomes peace, {light} peace;")
    assert min(one.weights) < max(one.weights) / 2


def test_the_month_of_a_date_weighs_as_its_numbers_do() -> None:
    dated, undated = _read("Welcomes 9 December 1998;", "Welcomes December;")
    assert dated.weights[2] < undated.weights[1]


def test_an_opening_weighs_less_than_what_is_said() -> None:
    (one,) = _read("Welcomes welcome guests;")
    assert one.weights[0] < one.weights[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the translation of laws;", "the translating of laws;"),
        ("the responses awaited;", "the response awaited;"),
        ("the STATES concerned;", "the States concerned;"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    first, second = _read(one, other)
    assert first.letters == second.letters


def test_words_in_order_are_more_alike_than_the_same_ones_in_another() -> None:
    words = "protect freedom expression association peaceful assembly"
    turned = "assembly peaceful association expression freedom protect"
    assert _like(words, words) > _like(words, turned) > _like(words, "combat hunger poverty")


def test_nothing_in_common_is_no_likeness() -> None:
    assert _like("protect freedom", "combat hunger") == 0
    assert _like("", "combat hunger") == 0


def test_a_passage_inside_a_longer_one_is_alike_though_most_of_the_longer_is_new() -> None:
    short = "targeting defenders for reporting abuses and seeking justice against torture"
    rest = " ".join(f"unlike{at}word" for at in "abcdefghijklmnopqrstuvwx" * 2)
    assert _like(short, f"{short} {rest}") > 0.5


def test_of_as_many_words_in_common_those_of_a_shorter_passage_say_more() -> None:
    short, long, one, other = _read(
        "fisheries forestry",
        "fisheries forestry mining shipping textiles tourism",
        "orphans widows elders migrants",
        "orphans widows nomads refugees",
    )
    assert shared(short, long) == pytest.approx(shared(one, other))
    assert likeness(short, long) > likeness(one, other)


def test_a_few_words_in_common_are_a_small_proof() -> None:
    few, many = "defenders everywhere", "defenders everywhere facing threats torture harassment"
    assert _like(few, few) < _like(many, many)


def test_what_is_shared_is_all_of_the_same_words_and_half_of_each_twice_as_long() -> None:
    few, many = _read("defenders everywhere", "defenders everywhere facing torture")
    assert shared(few, few) == 1
    assert shared(few, many) == pytest.approx(2 * few.total / (few.total + many.total))
    assert shared(few, _read("combat hunger")[0]) == shared(*_read("", "")) == 0


def test_likeness_is_the_same_either_way() -> None:
    one = "States protect defenders and journalists; journalists protect States"
    other = "journalists and defenders protect States; States protect them"
    assert _like(one, other) == _like(other, one)
    first, second = _read(one, other)
    there = list(places_alike(first, second))
    assert sorted((to, at) for at, to in there) == sorted(places_alike(second, first))


def test_of_very_long_passages_only_which_words_they_have_is_weighed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words, turned = "alpha beta gamma delta", "delta gamma beta alpha"
    before = _like(words, turned)
    monkeypatch.setattr("archive.comparison.wordings._MOST_PAIRS", 3)
    assert 0 < _like(words, turned) < before
