"""Worths: what speaks for a pair besides its words."""

from dataclasses import replace

from archive.comparison.candidates import Pair, Sides
from archive.comparison.passages import Passage
from archive.comparison.worths import paired
from archive.parsing.parsed import ParagraphKind
from tests.comparison.drafted import text

#: Likenesses of a pair that is sure, and of one that its words alone do not make a pair.
SURE, DOUBTFUL = 0.9, 0.3


def _paired(
    alike: dict[Pair, float], *, before: tuple[Passage, ...], after: tuple[Passage, ...]
) -> dict[int, int]:
    return paired(Sides(before, after, (), ()), alike)


def _lines(count: int) -> tuple[Passage, ...]:
    """Paragraphs of which nothing but the place is told."""
    return text(*["Paragraph;"] * count)


def test_a_doubtful_pair_is_one_between_sure_pairs_and_none_outside_their_order() -> None:
    sure = {(0, 0): SURE, (2, 2): SURE}
    lines = {"before": _lines(4), "after": _lines(4)}
    assert _paired(sure | {(1, 1): DOUBTFUL}, **lines) == {0: 0, 1: 1, 2: 2}
    assert _paired(sure | {(1, 3): DOUBTFUL}, **lines) == {0: 0, 2: 2}


def test_a_sure_pair_is_one_wherever_it_stands() -> None:
    alike = {(0, 2): SURE, (1, 0): SURE, (2, 1): SURE}
    assert _paired(alike, before=_lines(3), after=_lines(3)) == {0: 2, 1: 0, 2: 1}


def test_one_sure_pair_is_worth_more_than_two_doubtful_ones() -> None:
    alike = {(0, 0): SURE, (0, 1): 0.5, (1, 0): 0.5}
    assert _paired(alike, before=_lines(2), after=_lines(2)) == {0: 0}


def test_words_as_alike_go_with_the_parent_that_they_stood_under() -> None:
    before = text("Paragraph;", "- Part;", "Paragraph;")
    after = text("Paragraph;", "- Part;", "Paragraph;", "- Part;")
    alike = {(0, 2): SURE, (2, 0): SURE, (1, 1): SURE, (1, 3): SURE}
    assert _paired(alike, before=before, after=after)[1] == 3


def test_a_paragraph_of_the_preamble_is_sooner_one_of_the_preamble() -> None:
    (line,) = _lines(1)
    preambular = replace(line, kind=ParagraphKind.PREAMBULAR)
    alike = {(0, 0): SURE, (0, 1): SURE}
    assert _paired(alike, before=(preambular,), after=(line, preambular)) == {0: 1}


def test_a_heading_is_no_paragraph_unless_they_say_the_very_same() -> None:
    (line,) = _lines(1)
    heading = replace(line, kind=ParagraphKind.HEADING)
    assert _paired({(0, 0): 0.7}, before=(heading,), after=(line,)) == {}
    assert _paired({(0, 0): 1.0}, before=(heading,), after=(line,)) == {0: 0}
