"""Labels are told from words, and each says which place it has in which series."""

import pytest

from archive.parsing.labels import Label, Series, label_of, split_label, split_loose_label

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


MORE = {
    "12 bis. Urges States": Label("12 bis.", "12bis", ((Series.NUMBER, 12),), repeats=True),
    "12 bis Urges States": Label("12 bis", "12bis", ((Series.NUMBER, 12),), repeats=True),
    "(a bis) The promotion": Label("(a bis)", "abis", ((Series.LETTER, 1),), repeats=True),
    "(II) The promotion": Label("(II)", "ii", ((Series.CAPITAL_ROMAN, 2), (Series.CAPITAL, 35))),
    "• The promotion": Label("•", "item", ((Series.BULLET, ord("•")),)),
    "\uf0b7 The promotion": Label("\uf0b7", "item", ((Series.BULLET, 0xF0B7),)),
}
LOOSE = {
    "1.1 The organ": Label("1.1", "1-1", ((Series.DECIMAL, 1),)),
    "A. The organ acts.": Label("A.", "a", ((Series.DOTTED_CAPITAL, 1),)),
    "II. The organ acts;": Label(
        "II.", "ii", ((Series.CAPITAL_ROMAN, 2), (Series.DOTTED_CAPITAL, 35))
    ),
    "a) the organ": Label("a)", "a", ((Series.LETTER, 1),)),
    "2) the organ": Label("2)", "2", ((Series.FIGURE, 2),)),
    "– the organ": Label("–", "item", ((Series.BULLET, ord("–")),)),
}


@pytest.mark.parametrize(("text", "expected"), MORE.items())
def test_labels_put_in_between_capitals_and_bullets_are_read(text: str, expected: Label) -> None:
    label, start = split_label(text)
    assert label == expected
    assert text[start:] == text.removeprefix(f"{expected.printed} ")


@pytest.mark.parametrize(("text", "expected"), LOOSE.items())
def test_forms_that_words_may_have_too_are_read_only_where_they_are_asked_for(
    text: str, expected: Label
) -> None:
    assert split_label(text) == (None, 0)
    label, start = split_loose_label(text)
    assert label == expected
    assert text[start:] == text.removeprefix(f"{expected.printed} ")


@pytest.mark.parametrize("text", ["A. J. Smith spoke.", "A. Objectives", "2.5 per cent", "-ism"])
def test_initials_headings_and_figures_are_no_loose_labels(text: str) -> None:
    assert split_loose_label(text) == (None, 0)


def test_a_label_may_have_lost_the_space_after_it() -> None:
    assert [split_label(text)[1] for text in ("(a)The promotion", "1.Urges States")] == [3, 2]
    assert split_label("1.A/66/203") == (None, 0)


@pytest.mark.parametrize(
    ("printed", "part"),
    [
        ("(a)", "a"),
        ("A.", "a"),
        ("1)", "1"),
        ("a)", "a"),
        ("§ 2", "2"),
        ("*", "x"),
        ("(a) (", "a"),
        ("é", "x"),
        ("Words " * 9, "wordswordswo"),
    ],
)
def test_a_label_that_a_format_keeps_apart_is_kept_as_printed(printed: str, part: str) -> None:
    label = label_of(printed)
    assert (label.printed, label.part) == (printed, part)


@pytest.mark.parametrize("sign", ["•", "▪", "–"])
def test_a_bullet_that_the_format_keeps_apart_is_one(sign: str) -> None:
    assert label_of(sign).is_bullet
