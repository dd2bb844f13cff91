"""Symbols are read in any spelling and written in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parsing.symbols import (
    ALIASES,
    LONGEST_SYMBOL,
    Organ,
    Symbol,
    SymbolError,
    SymbolKind,
    roman_number,
)

ACTS = [
    (Symbol("A/RES/66/164", SymbolKind.RESOLUTION, Organ.GA, "66", 66, "164"), "66/164"),
    (Symbol("A/RES/31/16A", SymbolKind.RESOLUTION, Organ.GA, "31", 31, "16A"), "31/16A"),
    (Symbol("A/RES/217A(III)", SymbolKind.RESOLUTION, Organ.GA, "III", 3, "217A"), "217 A (III)"),
    (
        Symbol("A/RES/3201(S-VI)", SymbolKind.RESOLUTION, Organ.GA, "S-VI", None, "3201"),
        "3201 (S-VI)",
    ),
    (Symbol("A/RES/ES-10/24", SymbolKind.RESOLUTION, Organ.GA, "ES-10", None, "24"), "ES-10/24"),
    (Symbol("A/DEC/60/509", SymbolKind.DECISION, Organ.GA, "60", 60, "509"), "60/509"),
    (Symbol("A/HRC/RES/13/13", SymbolKind.RESOLUTION, Organ.HRC, "13", 13, "13"), "13/13"),
    (Symbol("A/HRC/RES/S-21/1", SymbolKind.RESOLUTION, Organ.HRC, "S-21", None, "1"), "S-21/1"),
    (Symbol("A/HRC/PRST/29/1", SymbolKind.STATEMENT, Organ.HRC, "29", 29, "1"), "PRST/29/1"),
    (Symbol("E/CN.4/RES/2000/61", SymbolKind.RESOLUTION, Organ.CHR, "2000", None, "61"), "2000/61"),
    (Symbol("E/CN.4/RES/S-4/1", SymbolKind.RESOLUTION, Organ.CHR, "S-4", None, "1"), "S-4/1"),
    (
        Symbol("E/CN.4/RES/8(XXIII)", SymbolKind.RESOLUTION, Organ.CHR, "XXIII", 23, "8"),
        "8 (XXIII)",
    ),
    (
        Symbol("E/RES/1503(XLVIII)", SymbolKind.RESOLUTION, Organ.ECOSOC, "XLVIII", 48, "1503"),
        "1503 (XLVIII)",
    ),
    (
        Symbol("S/RES/1325(2000)", SymbolKind.RESOLUTION, Organ.SC, "2000", None, "1325"),
        "1325 (2000)",
    ),
    (Symbol("S/PRST/2015/22", SymbolKind.STATEMENT, Organ.SC, "2015", None, "22"), "PRST/2015/22"),
]


@pytest.mark.parametrize(("expected", "short"), ACTS, ids=[str(symbol) for symbol, _ in ACTS])
def test_an_act_says_its_organ_session_and_number(expected: Symbol, short: str) -> None:
    symbol = Symbol.read(f" {expected.text.lower().replace('/', ' / ')} ")
    assert symbol == expected
    assert (symbol.short, symbol.is_act) == (short, True)


DOCUMENTS = {
    "E/CN.4/2002/106 / add.1": "E/CN.4/2002/106/Add.1",
    "A/65/53/CORR.1": "A/65/53/Corr.1",
    "A/CONF.157/24 (Part I)": "A/CONF.157/24(PartI)",
    "NPT/CONF.2000/28 (Parts I and II)": "NPT/CONF.2000/28(PartsIandII)",
    "A/76/6 (sect. 17)/Corr.1": "A/76/6(Sect.17)/Corr.1",
    "NPT/CONF.2010/50 (Vol. I)": "NPT/CONF.2010/50(Vol.I)",
    "A/56/341*": "A/56/341",
    "A/AC.109/2014/20/Rev.1": "A/AC.109/2014/20/Rev.1",
    "CTOC/COP/2020/10": "CTOC/COP/2020/10",
    "A/HRC/PARTY/1": "A/HRC/PARTY/1",
}


@pytest.mark.parametrize("written", DOCUMENTS)
def test_a_document_is_written_as_printed_without_white_space(written: str) -> None:
    symbol = Symbol.read(written)
    assert (str(symbol), symbol.kind) == (DOCUMENTS[written], SymbolKind.DOCUMENT)
    assert symbol.short == symbol.in_words == str(symbol)


DRAFTS = [
    Symbol("A/C.3/70/L.46", SymbolKind.DRAFT, Organ.GA, "70", 70, "L.46"),
    Symbol("A/C.3/70/L.46/Rev.1", SymbolKind.DRAFT, Organ.GA, "70", 70, "L.46/Rev.1"),
    Symbol("A/HRC/22/L.13", SymbolKind.DRAFT, Organ.HRC, "22", 22, "L.13"),
    Symbol("E/CN.4/2003/L.90", SymbolKind.DRAFT, Organ.CHR, "2003", None, "L.90"),
    Symbol("E/2001/L.5", SymbolKind.DRAFT, Organ.ECOSOC, "2001", None, "L.5"),
    Symbol("A/L.5", SymbolKind.DRAFT, Organ.GA, "", None, "L.5"),
]


@pytest.mark.parametrize("expected", DRAFTS, ids=str)
def test_a_draft_is_a_draft(expected: Symbol) -> None:
    symbol = Symbol.read(expected.text.lower())
    assert symbol == expected
    assert not symbol.is_act


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "66/164",
        "A/RES/66/164General",
        "A/66/203and",
        "A/RES",
        "A/HRC/",
        "B/RES/66/164",
        "A/<script>/1",
        "A/RES/٦٦/164",
        "A/" + "1" * LONGEST_SYMBOL,
    ],
)
def test_other_words_are_no_symbol(written: str) -> None:
    with pytest.raises(SymbolError, match="is not a document symbol"):
        Symbol.read(written)


@pytest.mark.parametrize("written", ["A/RES/66/164*", "A/RES/66/164/", "A/RES/66/164."])
def test_signs_behind_an_act_do_not_make_it_another_document(written: str) -> None:
    assert Symbol.read(written).kind is SymbolKind.RESOLUTION


def test_aliases_are_read_as_the_part_that_is_meant() -> None:
    assert {alias: str(Symbol.read(alias)) for alias in ALIASES} == ALIASES


def test_an_act_is_named_in_words() -> None:
    assert Symbol.read("A/HRC/RES/13/13").in_words == "Human Rights Council resolution 13/13"
    assert Symbol.read("A/HRC/PRST/29/1").in_words == (
        "Human Rights Council President’s statement PRST/29/1"
    )


def test_symbols_are_ordered_by_organ_session_and_number() -> None:
    ordered = [
        "A/RES/217A(III)",
        "A/RES/2200A(XXI)",
        "A/RES/9/1",
        "A/RES/66/9",
        "A/RES/66/164",
        "A/RES/S-21/2",
        "A/HRC/RES/13/13",
        "S/RES/1325(2000)",
        "E/CN.4/2001/94",
    ]
    symbols = [Symbol.read(text) for text in ordered]
    by_session = sorted(symbols)
    assert (
        by_session.index(symbols[3]) < by_session.index(symbols[4]) < by_session.index(symbols[5])
    )
    assert by_session[-3:] == symbols[-3:]
    assert Symbol.read("A/RES/66/9") < Symbol.read("A/RES/66/164")
    with pytest.raises(TypeError):
        assert symbols[0] < "A/RES/66/164"


@pytest.mark.parametrize(
    ("written", "value"), [("III", 3), ("XLVIII", 48), ("XC", 90), ("", None), ("IIS", None)]
)
def test_roman_numbers_are_read(written: str, value: int | None) -> None:
    assert roman_number(written) == value


def test_a_session_must_be_written_as_roman_numbers_are() -> None:
    assert Symbol.read("A/RES/12(IIII)").kind is SymbolKind.DOCUMENT


@given(st.text(alphabet="AESCNRHDLVIX./()-0123456789 abcd", max_size=30))
def test_what_is_read_is_read_again_as_the_same(written: str) -> None:
    try:
        symbol = Symbol.read(written)
    except SymbolError:
        return
    assert Symbol.read(str(symbol)) == symbol
    assert str(symbol) == "".join(str(symbol).split())


def test_what_is_read_and_forgotten_is_read_all_the_same() -> None:
    assert Symbol.read_and_forget("a/res/66/164") == Symbol.read("A/RES/66/164")
