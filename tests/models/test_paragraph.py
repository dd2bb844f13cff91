"""A paragraph's place is written as a reader would quote it, whatever its anchor."""

import pytest

from archive.models import Paragraph

PLACES = {
    "pp3": ("pp 3", "pp 3"),
    "pp3-a": ("pp 3 (a)", "pp 3 (a)"),
    "op10": ("op. 10", "10"),
    "op10-a": ("op. 10 (a)", "10 (a)"),
    "op10-a-ii": ("op. 10 (a) (ii)", "10 (a) (ii)"),
    "op1-b-1": ("op. 1 (b) (1)", "1 (b) (1)"),
    "op10-p1": ("op. 10, closing words", ""),
    "op10-p2": ("op. 10, closing words (2)", ""),
    "op2-again1": ("op. 2, printed again", "2"),
    "op2-a-again2": ("op. 2 (a), printed again (2)", "2 (a)"),
    "heading2": ("heading 2", "2"),
    "part-2-op1-a": ("part 2, op. 1 (a)", "1 (a)"),
    "annex-1": ("annex 1", ""),
    "annex-1-p3": ("annex 1, paragraph 3", "3"),
    "annex-1-op4-a": ("annex 1, op. 4 (a)", "4 (a)"),
    "annex-1-part-2-op1": ("annex 1, part 2, op. 1", "1"),
    "table-1": ("table-1", ""),
}


@pytest.mark.parametrize(("anchor", "place"), [(one, both[0]) for one, both in PLACES.items()])
def test_the_place_of_a_paragraph(anchor: str, place: str) -> None:
    assert Paragraph(anchor=anchor).place == place


@pytest.mark.parametrize(("anchor", "margin"), [(one, both[1]) for one, both in PLACES.items()])
def test_the_number_in_the_margin(anchor: str, margin: str) -> None:
    assert Paragraph(anchor=anchor).numbering == margin
