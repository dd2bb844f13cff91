"""An anchor is read back into the words by which people name its place."""

import pytest

from archive.parsing.places import Place, in_words


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("op10", "op. 10"),
        ("op10-a-ii", "op. 10 (a) (ii)"),
        ("pp3", "pp 3"),
        ("annex-1-art5-op2", "annex 1, article 5, para. 2"),
        ("art12bis", "article 12 bis"),
        ("art3x2a-op1", "article 3.2 a, para. 1"),
        ("annex-rule1x2x3", "annex, rule 1.2.3"),
        ("op1-item2", "op. 1, item 2"),
        ("op3-p1", "op. 3, closing words"),
        ("op3-p2", "op. 3, closing words (2)"),
        ("pp2-again1", "pp 2, printed again"),
        ("fn12", "note 12"),
        ("masthead", ""),
        ("", ""),
    ],
)
def test_an_anchor_is_named_in_words(anchor: str, words: str) -> None:
    assert in_words(anchor) == words


def test_a_label_that_counts_through_its_levels_is_the_number() -> None:
    place = Place.read("op4-1", label="4.1")
    assert place is not None
    assert (place.in_words, place.numbering) == ("op. 4.1", "4.1")


@pytest.mark.parametrize(
    ("anchor", "numbering"),
    [
        ("op10-a", "10 (a)"),
        ("pp3", "pp 3"),
        ("pp2-again1", "pp 2"),
        ("op1-item2", ""),
        ("op3-p1", ""),
        ("introduction1", ""),
    ],
)
def test_a_margin_has_a_number_where_the_text_counts(anchor: str, numbering: str) -> None:
    place = Place.read(anchor)
    assert place is not None
    assert place.numbering == numbering


def test_a_place_has_its_labels_and_what_they_do_not_say() -> None:
    place = Place.read("op10-a-ii")
    assert place is not None
    assert (tuple(place.labels), tuple(place.remarks)) == (("a", "ii"), ())
