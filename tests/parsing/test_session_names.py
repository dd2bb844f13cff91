"""Sessions are written in words, as the United Nations writes them."""

import pytest

from archive.parsing.session_names import ordinal, session_in_words, session_name, session_number
from archive.parsing.symbols import Symbol


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (12, "twelfth"),
        (19, "nineteenth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (40, "fortieth"),
        (66, "sixty-sixth"),
        (80, "eightieth"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (101, "101st"),
        (112, "112th"),
        (122, "122nd"),
        (133, "133rd"),
    ],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("A/RES/66/164", "sixty-sixth session"),
        ("A/RES/2200A(XXI)", "twenty-first session"),
        ("A/RES/S-21/2", "twenty-first special session"),
        ("A/RES/ES-10/24", "tenth emergency special session"),
        ("A/RES/3201(S-VI)", "sixth special session"),
        ("A/C.3/70/L.46", "seventieth session"),
        ("E/CN.4/RES/2000/61", ""),
        ("S/RES/1325(2000)", ""),
    ],
)
def test_the_session_of_a_symbol(symbol: str, words: str) -> None:
    assert session_in_words(Symbol.read(symbol)) == words


@pytest.mark.parametrize("written", ["2000", "1946", "", "S-", "L.1", "0", "٦٦"])
def test_a_year_and_what_is_no_session_have_no_name(written: str) -> None:
    assert not session_name(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [("66", 66), ("XXI", 21), ("S-21", 21), ("S-VI", 6), ("ES-10", 10), ("2005", 2005), ("", 0)],
)
def test_a_session_has_the_number_by_which_it_is_counted(written: str, number: int) -> None:
    assert session_number(written) == number
