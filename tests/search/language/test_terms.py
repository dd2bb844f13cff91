"""A term that names a symbol knows which it may mean, and what a text may print for it."""

import pytest

from archive.search.language.terms import Kind, Term

NAMED = {
    "53/144": (("A/RES/53/144", "A/HRC/DEC/53/144"), "53/144"),
    "resolution 53/144": (("A/RES/53/144",), "53/144"),
    "A/RES/53/144": (("A/RES/53/144",), "A/RES/53/144"),
    "General Assembly resolution 53/144": (("A/RES/53/144",), "A/RES/53/144"),
    "HRC 48/13": (("A/HRC/RES/48/13",), "A/HRC/RES/48/13"),
    "HRC 13/13": (("A/HRC/RES/13/13",), "13/13"),
    "S/RES/1325(2000)": (("S/RES/1325(2000)",), "1325 (2000)"),
    "E/CN.4/2001/94": (("E/CN.4/2001/94",), "E/CN.4/2001/94"),
    "a/c.3/70/l.46/rev.1": (("A/C.3/70/L.46/Rev.1",), "A/C.3/70/L.46/Rev.1"),
    "217 (III)": (("A/RES/217A(III)",), "217 A (III)"),
}


@pytest.mark.parametrize("words", NAMED)
def test_a_symbol_is_known_in_every_spelling(words: str) -> None:
    symbols, first_form = NAMED[words]
    term = Term.naming(words)
    assert term is not None
    assert term.kind is Kind.SYMBOL
    assert set(symbols) <= set(term.symbols)
    assert term.symbols[0] == symbols[0]
    assert term.wordings[0] == first_form


def test_a_symbol_that_names_its_organ_is_no_act_of_another() -> None:
    term = Term.naming("A/HRC/RES/48/13")
    assert term is not None
    assert term.symbols == ("A/HRC/RES/48/13",)
    assert term.wordings == ("A/HRC/RES/48/13",)


@pytest.mark.parametrize("words", ["impunity", "and/or", "1998", '"53/144"', "of 53/144 and"])
def test_other_words_name_no_symbol(words: str) -> None:
    assert Term.naming(words) is None


@pytest.mark.parametrize(
    ("term", "as_written", "as_typed"),
    [
        (Term("women"), "women", "women"),
        (Term("women", is_excluded=True), "women", "-women"),
        (Term("of women", kind=Kind.PHRASE), "“of women”", '"of women"'),
        (Term("defend", kind=Kind.PREFIX), "defend*", "defend*"),
        (
            Term("human righ", kind=Kind.PREFIX, is_excluded=True),
            "“human righ*”",
            '-"human righ*"',
        ),
    ],
)
def test_a_term_can_be_written(term: Term, as_written: str, as_typed: str) -> None:
    assert (term.as_written, term.as_typed) == (as_written, as_typed)
