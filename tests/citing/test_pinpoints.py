"""A place is named as each style names paragraphs, divisions and notes."""

import pytest

from archive.citing.pinpoints import APA, BLUEBOOK, EDITORIAL, OSCOLA, Pinpoint, Words

#: The anchor, then as the Editorial Manual, OSCOLA, the Bluebook and APA write it.
PLACES = [
    ("op10", "para. 10", "para 10", "¶ 10", "para. 10"),
    ("op10-a", "para. 10 (a)", "para 10(a)", "¶ 10(a)", "para. 10(a)"),
    ("op10-a-ii", "para. 10 (a) (ii)", "para 10(a)(ii)", "¶ 10(a)(ii)", "para. 10(a)(ii)"),
    ("op12bis", "para. 12 bis", "para 12 bis", "¶ 12 bis", "para. 12 bis"),
    ("pp1", "first preambular paragraph", "preamble para 1", "pmbl. ¶ 1", "Preamble, para. 1"),
    ("pp10", "tenth preambular paragraph", "preamble para 10", "pmbl. ¶ 10", "Preamble, para. 10"),
    (
        "pp21",
        "twenty-first preambular paragraph",
        "preamble para 21",
        "pmbl. ¶ 21",
        "Preamble, para. 21",
    ),
    (
        "pp3-a",
        "third preambular paragraph, subparagraph (a)",
        "preamble para 3(a)",
        "pmbl. ¶ 3(a)",
        "Preamble, para. 3(a)",
    ),
    (
        "pp2bis",
        "preambular paragraph 2 bis",
        "preamble para 2 bis",
        "pmbl. ¶ 2 bis",
        "Preamble, para. 2 bis",
    ),
    ("annex", "annex", "annex", "annex", "Annex"),
    (
        "annex-1-art5-op2",
        "annex 1, art. 5, para. 2",
        "annex 1, art 5, para 2",
        "annex 1, art. 5, ¶ 2",
        "Annex 1, article 5, para. 2",
    ),
    (
        "annex-pp2",
        "annex, second preambular paragraph",
        "annex, preamble para 2",
        "annex, pmbl. ¶ 2",
        "Annex, preamble, para. 2",
    ),
    (
        "annex-p4",
        "annex, unnumbered para. 4",
        "annex, unnumbered para 4",
        "annex, unnumbered ¶ 4",
        "Annex, unnumbered para. 4",
    ),
    ("annex-heading3", *["annex, heading 3"] * 3, "Annex, heading 3"),
    ("op2-p1", *(f"{mark} 2, closing words" for mark in ("para.", "para", "¶", "para."))),
    ("introduction1", *["introductory words 1"] * 4),
    ("fn3", "footnote 3", "fn 3", "n.3", "Footnote 3"),
    ("fn3-mark", "footnote 3", "fn 3", "n.3", "Footnote 3"),
]


@pytest.mark.parametrize(
    ("anchor", "words", "written"),
    [
        (anchor, words, text)
        for anchor, *texts in PLACES
        for words, text in zip((EDITORIAL, OSCOLA, BLUEBOOK, APA), texts, strict=True)
    ],
)
def test_a_place_is_written_in_the_words_of_a_style(
    anchor: str, words: Words, written: str
) -> None:
    found = Pinpoint.read(anchor)
    assert found is not None
    assert found.written(words) == written


def test_a_label_that_counts_through_its_levels_is_the_number() -> None:
    found = Pinpoint.read("op4-1", label="4.1")
    assert found is not None
    assert found.written(EDITORIAL) == "para. 4.1"


@pytest.mark.parametrize("anchor", ["masthead", "fn", "title"])
def test_what_names_no_place_is_no_pinpoint(anchor: str) -> None:
    assert Pinpoint.read(anchor) is None
