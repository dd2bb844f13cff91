"""What a text quotes belongs to the paragraph that quotes it."""

from archive.parsing.quotations import quoted


def test_paragraphs_that_each_begin_with_a_mark_are_quoted_up_to_the_one_that_closes() -> None:
    assert quoted(["Replace it by:", "“First;", "“Second;", "“Third.”", "Fourth."]) == {1, 2, 3}


def test_paragraphs_between_the_first_mark_and_the_last_are_quoted() -> None:
    assert quoted(["“First", "1. Second", "third.”", "Fourth."]) == {0, 1, 2}
    assert quoted(['"First', "1. Second", 'third."', "Fourth."]) == {0, 1, 2}


def test_a_paragraph_quoted_whole_is_quoted_and_one_that_only_begins_so_is_not() -> None:
    assert quoted(["“An article.”;", "“Goals” and targets", "«Article»"]) == {0, 2}


def test_a_mark_that_is_never_closed_quotes_its_own_paragraph() -> None:
    assert quoted(["“First", "Second;", "Third."]) == {0}
    assert quoted(["“First", *["Words."] * 80, "last.”"]) == {0}


def test_a_word_in_marks_within_a_quotation_does_not_end_it() -> None:
    assert quoted(["“First", "the “second” one", "third.”", "Fourth"]) == {0, 1, 2}
    assert quoted(['"First', '"second', '"third."', "Fourth"]) == {0, 1, 2}
