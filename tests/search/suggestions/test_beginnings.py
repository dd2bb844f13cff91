"""What is typed of a symbol so far, as the beginnings of those that may be meant."""

import pytest

from archive.search.suggestions.beginnings import beginnings


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("53/1", "A/RES/53/1"),
        ("53/", "A/RES/53/"),
        ("53", "A/RES/53"),
        ("2200", "A/RES/2200"),
        ("2200 A", "A/RES/2200A"),
        ("2200 a (xx", "A/RES/2200A(XX"),
        ("2200 A (XXI)", "A/RES/2200A(XXI)"),
        ("s-21/", "A/RES/S-21/"),
        ("es-10/1", "A/RES/ES-10/1"),
        ("A/RES/66", "A/RES/66"),
        ("a/res/66/1", "A/RES/66/1"),
        ("A/RES/66/164", "A/RES/66/164"),
        ("a / res / 66", "A/RES/66"),
        ("A/C.3/70/L", "A/C.3/70/L"),
        ("E/CN.4/2001/9", "E/CN.4/2001/9"),
        ("HRC 13/1", "A/HRC/RES/13/1"),
        ("resolution 66/", "A/RES/66/"),
        ("Resolution 66/", "A/RES/66/"),
        ("General Assembly resolution 66/16", "A/RES/66/16"),
        ("res. 66/", "A/RES/66/"),
    ],
)
def test_a_symbol_may_begin_with_what_is_typed(typed: str, first: str) -> None:
    assert beginnings(typed)[0] == first


@pytest.mark.parametrize(("typed", "among"), [("1325", "S/RES/1325"), ("13/1", "A/HRC/RES/13/1")])
def test_a_number_may_be_of_any_organ(typed: str, among: str) -> None:
    assert among in beginnings(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "a", "A/", "A/RES/", "human", "impunity", "/", "0", "%", "53%", "_", "５３/1", "53/1/2/3"],
)
def test_what_is_no_beginning_of_a_symbol_has_none(typed: str) -> None:
    assert beginnings(typed) == ()


def test_at_most_some_dozen_are_meant() -> None:
    assert len(beginnings("13/1")) <= 14
