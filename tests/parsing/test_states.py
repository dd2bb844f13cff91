"""Lists of States are parted where the list parts them, and nowhere inside a name."""

import pytest

from archive.parsing.states import split_states

LISTS = {
    "Algeria, Brazil, France": ("Algeria", "Brazil", "France"),
    "Algeria, India and Pakistan": ("Algeria", "India", "Pakistan"),
    "Cuba, Egypt, and Peru.": ("Cuba", "Egypt", "Peru"),
    "Bolivia (Plurinational State of), Iran (Islamic Republic of), Peru": (
        "Bolivia (Plurinational State of)",
        "Iran (Islamic Republic of)",
        "Peru",
    ),
    "China (Taiwan, as named then), Peru": ("China (Taiwan, as named then)", "Peru"),
    "Bosnia and Herzegovina and Trinidad and Tobago": (
        "Bosnia and Herzegovina",
        "Trinidad and Tobago",
    ),
    "United Kingdom of Great Britain and Northern Ireland, Saint Vincent and the Grenadines": (
        "United Kingdom of Great Britain and Northern Ireland",
        "Saint Vincent and the Grenadines",
    ),
    "the Netherlands": ("Netherlands",),
    "Peru; Chile*": ("Peru", "Chile"),
    "Iran) Peru, Chile": ("Iran) Peru", "Chile"),
    "None": (),
    "none.": (),
    "": (),
}


@pytest.mark.parametrize(("listed", "names"), LISTS.items())
def test_a_list_is_parted_into_names(listed: str, names: tuple[str, ...]) -> None:
    assert split_states(listed) == names


def test_a_long_list_is_parted_in_time() -> None:
    assert len(split_states("Peru and " * 2_000 + "Chile")) == 2_001
