"""A mark is named by the words before it, as many as it takes to find it again."""

import pytest

from archive.admin.correcting.marks import Mark, MarkError, marks_of, offset_behind, words_before
from tests.corrections.texts import plain_text

TEXT = "a b c d, a b c d, a b c d"


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (len(TEXT), "d, a b c d, a b c d"),
        (len("a b c d, a b c d"), "a b c d, a b c d"),
        (0, ""),
        (1, "a"),
    ],
)
def test_the_words_before_a_mark_lead_back_to_it(offset: int, words: str) -> None:
    found = words_before(TEXT, offset)
    assert TEXT[:offset].endswith(found)
    assert found == words


def test_every_mark_of_a_text_is_found_again_by_its_words() -> None:
    parsed = plain_text()
    for note in parsed.footnotes:
        for mark in marks_of(parsed, note.number):
            assert offset_behind([mark.paragraph], mark.words, stands=None) == mark.place
            assert mark.words in mark.told


def test_words_that_stand_twice_mean_the_mark_that_stands_behind_one_of_them() -> None:
    paragraph = plain_text().paragraphs[0]
    first = paragraph.text.index("resolution") + len("resolution")
    mark = Mark(paragraph=paragraph, offset=first)
    assert offset_behind([paragraph], "resolution", stands=mark) == mark.place
    with pytest.raises(MarkError, match="stands 2 times"):
        offset_behind([paragraph], "resolution", stands=None)
    assert Mark(paragraph=paragraph, offset=0).told == "pp 1, before all words"
