"""A line that heads a division is told by its own words, and a sentence heads none."""

import pytest

from archive.parsing.divisions import Division, DivisionKind, division_of, labelled_unit

UNITS = {
    "Article 5": "art5",
    "ARTICLE 12": "art12",
    "Article 9 bis": "art9bis",
    "Article IV": "art4",
    "Article XIX": "art19",
    "Article 3.": "art3",
    "Article 3. Scope": "art3",
    "Article 3 – Scope of application": "art3",
    "Article 3: Scope": "art3",
    "Rule 61": "rule61",
    "Principle 2": "principle2",
    "Regulation 5.1": "regulation5x1",
    "Guideline 4": "guideline4",
}
OTHERS = {
    "Annex": DivisionKind.ANNEX,
    "ANNEX II": DivisionKind.ANNEX,
    "Annex I. Terms of reference": DivisionKind.ANNEX,
    "Annex*": DivisionKind.ANNEX,
    "Appendix": DivisionKind.APPENDIX,
    "Appendix 2": DivisionKind.APPENDIX,
    "A": DivisionKind.LETTER,
    "Resolution B": DivisionKind.LETTER,
    "Resolutions B to F": DivisionKind.LETTER,
    "Chapter II": DivisionKind.SECTION,
    "Part One: Rules of general application": DivisionKind.SECTION,
    "Section 2. Preparations": DivisionKind.SECTION,
    "II": DivisionKind.SECTION,
    "II.": DivisionKind.SECTION,
    "II. Humanitarian assistance": DivisionKind.SECTION,
    "C. Working methods": DivisionKind.SECTION,
    "Article […] Suspension of a period": DivisionKind.SECTION,
}


@pytest.mark.parametrize(("line", "name"), UNITS.items())
def test_a_unit_is_named_by_its_number_in_figures(line: str, name: str) -> None:
    assert division_of(line) == Division(DivisionKind.UNIT, name)


@pytest.mark.parametrize(("line", "kind"), OTHERS.items())
def test_other_divisions_are_told_by_their_first_word(line: str, kind: DivisionKind) -> None:
    assert division_of(line) == Division(kind)


@pytest.mark.parametrize(
    "line",
    [
        "Article 1, paragraph 2, shall be amended to read as follows:",
        "Article 19 of the Charter",
        "Annexes to the report were considered.",
        "Annex I to the report of the Committee.",
        "Part of the resources",
        "Section I should be considered.",
        "The Charter",
        "Vital needs",
        "Rule of law",
    ],
)
def test_words_that_only_begin_as_divisions_do_head_none(line: str) -> None:
    assert division_of(line) is None


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("Article 1. All take part in it.", "Article 1.", "art1"),
        ("ARTICLE II.- The States act.", "ARTICLE II.-", "art2"),
        ("Rule 7: The organ meets.", "Rule 7:", "rule7"),
        ("Principle 3 – “All” means all.", "Principle 3 –", "principle3"),
    ],
)
def test_a_unit_may_be_the_label_of_its_words(words: str, label: str, name: str) -> None:
    assert labelled_unit(words) == (label, name)


def test_a_sentence_about_an_article_is_not_labelled_by_it() -> None:
    assert labelled_unit("Article 1 applies to all.") is None
    assert labelled_unit("Article 1, paragraph 2, applies.") is None
