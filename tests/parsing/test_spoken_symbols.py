"""Symbols are read as people type them, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parsing.spoken_symbols import LONGEST_SPELLING, spoken
from archive.parsing.symbols import SymbolKind

ONE_MEANING = {
    "A/RES/66/164": "A/RES/66/164",
    "a/res/66/164": "A/RES/66/164",
    "A/RES 66/164": "A/RES/66/164",
    "A RES 66/164": "A/RES/66/164",
    "A/RES/66/164/": "A/RES/66/164",
    "RES/66/164": "A/RES/66/164",
    "https://undocs.org/en/A/RES/66/164": "A/RES/66/164",
    "General Assembly resolution 66/164": "A/RES/66/164",
    "General Assembly resolution 66/164 of 19 December 2011": "A/RES/66/164",
    "A/RES/53/144, annex": "A/RES/53/144",
    "GA resolution 53/144 (annex).": "A/RES/53/144",
    "A/RES/31/16 A": "A/RES/31/16A",
    "A/RES/2200 A (XXI)": "A/RES/2200A(XXI)",
    "A/RES/217(III)A": "A/RES/217A(III)",
    "G.A. res. 217 A (III)": "A/RES/217A(III)",
    "3362 (S-VII)": "A/RES/3362(S-VII)",
    "HRC 13/13": "A/HRC/RES/13/13 A/HRC/DEC/13/13",
    "Human Rights Council resolution 13/13": "A/HRC/RES/13/13",
    "Council resolution 13/13": "A/HRC/RES/13/13",
    "A/HRC/RES/13/13": "A/HRC/RES/13/13",
    "HRC/RES/13/13": "A/HRC/RES/13/13",
    "Council decision 25/117": "A/HRC/DEC/25/117",
    "PRST/29/1": "A/HRC/PRST/29/1",
    "President’s statement PRST/29/1": "A/HRC/PRST/29/1",
    "PRST/2015/22": "S/PRST/2015/22",
    "Commission on Human Rights resolution 2000/61": "E/CN.4/RES/2000/61",
    "Economic and Social Council resolution 1996/31": "E/RES/1996/31",
    "ECOSOC resolution 1503 (XLVIII)": "E/RES/1503(XLVIII)",
    "1325 (2000)": "S/RES/1325(2000)",
    "UN Security Council resolution 1325 ( 2000 )": "S/RES/1325(2000)",
    "A/C.3/70/L.46": "A/C.3/70/L.46",
    "draft resolution a/c.3/70/l.46/rev.1": "A/C.3/70/L.46/Rev.1",
    "C.3/70/L.46": "A/C.3/70/L.46",
    "E/CN.4/2001/94": "E/CN.4/2001/94",
    "CN.4/2002/106/Add. 1": "E/CN.4/2002/106/Add.1",
    "document A/65/53": "A/65/53",
}

BEST_FIRST = {
    "66/164": ["A/RES/66/164", "A/HRC/DEC/66/164", "A/HRC/RES/66/164", "A/DEC/66/164"],
    "53/144": ["A/RES/53/144", "A/HRC/DEC/53/144", "A/HRC/RES/53/144", "A/DEC/53/144"],
    "resolution 53/44": ["A/RES/53/44", "A/HRC/RES/53/44"],
    "13/13": ["A/HRC/RES/13/13", "A/HRC/DEC/13/13"],
    "30/1": ["A/HRC/RES/30/1", "A/HRC/DEC/30/1"],
    "31/1": ["A/RES/31/1", "A/HRC/RES/31/1", "A/DEC/31/1", "A/HRC/DEC/31/1"],
    "25/117": ["A/HRC/DEC/25/117", "A/HRC/RES/25/117"],
    "60/509": ["A/DEC/60/509", "A/RES/60/509", "A/HRC/RES/60/509", "A/HRC/DEC/60/509"],
    "decision 60/509": ["A/DEC/60/509", "A/HRC/DEC/60/509"],
    "resolution 2000/61": ["E/CN.4/RES/2000/61", "E/RES/2000/61"],
    "2016/31": ["E/RES/2016/31", "E/DEC/2016/31"],
    "resolution S-21/1": ["A/RES/S-21/1", "A/HRC/RES/S-21/1"],
    "resolution S-3/1": ["A/HRC/RES/S-3/1"],
    "ES-10/24": ["A/RES/ES-10/24", "A/DEC/ES-10/24"],
    "2200(XXI)": ["A/RES/2200A(XXI)", "E/RES/2200(XXI)", "E/CN.4/RES/2200(XXI)"],
    "217 A (III)": ["A/RES/217A(III)", "E/RES/217A(III)", "E/CN.4/RES/217A(III)"],
    "8 (XXXIV)": ["E/RES/8(XXXIV)", "E/CN.4/RES/8(XXXIV)"],
}

NO_SYMBOL = [
    "",
    " ",
    "/",
    "-",
    "human rights defenders",
    "resolution 1325",
    "of its resolution",
    "impunity 66/164",
    "66/164 impunity",
    "66/164 of",
    "-66/164",
    '"66/164"',
    "66/164 OR 53/144",
    "66/0",
    "0/66",
    "66/1640",
    "1998-2008",
    "and/or 5",
    "CD/DVD 3",
    "decision 2200 A (XXI)",
    "Security Council resolution 66/164",
    "Assembly resolution 13/13",
    "1325 (1945)",
    "1325 (MMXX)",
    "٦٦/١٦٤",
    "A/RES/٦٦/١٦٤",
    "\0",
]


def _texts(words: str) -> list[str]:
    return [symbol.text for symbol in spoken(words)]


@pytest.mark.parametrize("words", ONE_MEANING)
def test_a_spelling_with_its_organ_means_one_act(words: str) -> None:
    assert _texts(words) == ONE_MEANING[words].split()


@pytest.mark.parametrize("words", BEST_FIRST)
def test_a_number_alone_means_what_the_organs_ways_of_counting_allow(words: str) -> None:
    assert _texts(words) == BEST_FIRST[words]


@pytest.mark.parametrize(
    "words", ["66-164", "66–164", " 66 / 164 ", "66⁄164", "66/164.", "66/164\n"]
)
def test_dashes_spaces_and_full_stops_do_not_change_the_meaning(words: str) -> None:
    assert _texts(words) == BEST_FIRST["66/164"]


@pytest.mark.parametrize("words", NO_SYMBOL)
def test_other_words_are_no_symbol(words: str) -> None:
    assert spoken(words) == ()


def test_no_spelling_of_any_length_is_too_long_to_be_refused() -> None:
    assert spoken("66/164" * 1_000_000) == ()
    assert spoken(" " * 1_000_000 + "66/164")[0].text == "A/RES/66/164"
    assert spoken("A/" + "1" * (LONGEST_SPELLING - 2)) == ()


@given(st.text(alphabet="aersclhxvi0123456789/-.() \0'\"é", max_size=60))
def test_any_words_give_symbols_that_read_back_as_themselves(words: str) -> None:
    for symbol in spoken(words):
        assert spoken(symbol.text)[0] == symbol
        assert symbol.kind is SymbolKind.DOCUMENT or symbol.organ is not None
