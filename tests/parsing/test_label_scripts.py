"""Labels in other scripts are the numbers and letters they stand for."""

import pytest

from archive.parsing.label_scripts import letter_in, number_in
from archive.parsing.labels import Series, label_of


@pytest.mark.parametrize("printed", ["10 -", "10-", "10.", "10\uff0e", "10 –", "\u0661\u0660 -"])
def test_a_number_is_the_same_in_every_script(printed: str) -> None:
    assert number_in(printed) == 10
    assert label_of(printed).number == 10


@pytest.mark.parametrize("printed", ["10", "1000 -", "a -", "(10)"])
def test_what_is_no_number_of_a_paragraph_is_none(printed: str) -> None:
    assert number_in(printed) is None


@pytest.mark.parametrize(
    ("printed", "part", "place"),
    [
        ("(\u0623)", "a", 1),
        ("(\u0627)", "a", 1),
        ("(\u0628)", "b", 2),
        ("(\u0647\u0640)", "e", 5),
        ("(\u063a)", "bb", 28),
        ("\u0431)", "b", 2),
        ("(\u0413)", "d", 4),
    ],
)
def test_a_letter_has_the_anchor_of_the_same_place_in_english(
    printed: str, part: str, place: int
) -> None:
    label = label_of(printed)
    assert (label.part, label.places) == (part, ((Series.LETTER, place),))
    assert label.printed == printed


@pytest.mark.parametrize("printed", ["(a)", "(\u5927)", "\u0431", ""])
def test_other_signs_have_no_place_here(printed: str) -> None:
    assert letter_in(printed) is None
