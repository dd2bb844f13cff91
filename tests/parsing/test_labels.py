"""Labels are told from words, and each says which place it has in which series."""

import pytest

from archive.parsing.labels import Label, Series, split_label

READ = {
    "10. Urges States": Label("10.", "10", ((Series.NUMBER, 10),)),
    "007. Urges": Label("007.", "7", ((Series.NUMBER, 7),)),
    "(a) The promotion": Label("(a)", "a", ((Series.LETTER, 1),)),
    "(i) The promotion": Label("(i)", "i", ((Series.ROMAN, 1), (Series.LETTER, 9))),
    "(xiv) The promotion": Label("(xiv)", "xiv", ((Series.ROMAN, 14),)),
    "(aa) The promotion": Label("(aa)", "aa", ((Series.LETTER, 27),)),
    "(2) The promotion": Label("(2)", "2", ((Series.FIGURE, 2),)),
    "(B) The promotion": Label("(B)", "b", ((Series.CAPITAL, 2),)),
    "c. The promotion": Label("c.", "c", ((Series.DOTTED, 3),)),
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_a_label_is_read_with_every_place_it_may_have(text: str, expected: Label) -> None:
    label, start = split_label(text)
    assert label == expected
    assert text[start:] == text.removeprefix(f"{expected.printed} ")


@pytest.mark.parametrize(
    "text",
    [
        "Urges States",
        "2010 was",
        "10.5 per cent",
        "(the) States",
        "(abc) it",
        "(AB) it",
        "1234. It",
        "",
    ],
)
def test_words_and_figures_that_count_nothing_are_no_label(text: str) -> None:
    assert split_label(text) == (None, 0)


def test_only_a_number_makes_a_numbered_paragraph() -> None:
    numbers = {text: split_label(text)[0] for text in ("3. It", "(c) It", "(3) It")}
    assert [label.number for label in numbers.values() if label] == [3, None, None]
