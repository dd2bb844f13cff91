"""Which addresses name a place of a resolution."""

import pytest

from archive.parsing.symbols import Symbol
from archive.web.named_places import NamedPlace, PlaceConverter


@pytest.mark.parametrize(
    ("written", "symbol", "anchor"),
    [
        ("A/RES/66/164/op5/", "A/RES/66/164", "op5"),
        ("A/RES/66/164/op10-a-ii", "A/RES/66/164", "op10-a-ii"),
        ("a/res/66/164/PP3/", "A/RES/66/164", "pp3"),
        ("A/RES/2200 A (XXI)/annex-1-art4/", "A/RES/2200A(XXI)", "annex-1-art4"),
        ("A/C.3/70/L.46/op1/", "A/C.3/70/L.46", "op1"),
        ("S/RES/1325(2000)/op1/", "S/RES/1325(2000)", "op1"),
    ],
)
def test_a_symbol_and_an_anchor_are_a_place(written: str, symbol: str, anchor: str) -> None:
    place = PlaceConverter().to_python(written)
    assert place == NamedPlace(Symbol.read(symbol), anchor)
    assert PlaceConverter().to_url(place) == f"{symbol}/{anchor}/"


@pytest.mark.parametrize(
    "written",
    [
        "A/RES/66/164/",
        "A/RES/66/164/fn2/",
        "A/RES/66/164/opinion/",
        "A/RES/66/164/source",
        "A/62/123/p1/",
        "nothing/op1/",
        "A/C.3/70/L.46/Rev.1/",
    ],
)
def test_anything_else_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"not a document symbol|/"):
        PlaceConverter().to_python(written)
