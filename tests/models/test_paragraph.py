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
    "annex-1-p3": ("annex 1, unnumbered para. 3", "3"),
    "annex-1-op4-a": ("annex 1, para. 4 (a)", "4 (a)"),
    "annex-1-part-2-op1": ("annex 1, part 2, para. 1", "1"),
    "annex-1-art5": ("annex 1, article 5", ""),
    "annex-2-art12bis-op2-a-ii": ("annex 2, article 12 bis, para. 2 (a) (ii)", "2 (a) (ii)"),
    "annex-1-art5-p1-p1": ("annex 1, article 5, unnumbered para. 1, closing words", ""),
    "art5-op1": ("article 5, para. 1", "1"),
    "annex-1-appendix-1-regulation2x1-op3": (
        "annex 1, appendix 1, regulation 2.1, para. 3",
        "3",
    ),
    "annex-1-part-2-rule7-op1": ("annex 1, part 2, rule 7, para. 1", "1"),
    "op12bis": ("op. 12 bis", "12 bis"),
    "op3-abis": ("op. 3 (a bis)", "3 (a bis)"),
    "op6-item2": ("op. 6, item 2", ""),
    "part-2-op6-item2": ("part 2, op. 6, item 2", ""),
    "introduction1": ("introductory words 1", ""),
    "part-2-introduction1": ("part 2, introductory words 1", ""),
    "table-1": ("table-1", ""),
}


@pytest.mark.parametrize(("anchor", "place"), [(one, both[0]) for one, both in PLACES.items()])
def test_the_place_of_a_paragraph(anchor: str, place: str) -> None:
    assert Paragraph(anchor=anchor).place == place


@pytest.mark.parametrize(
    ("anchor", "label", "place", "margin"),
    [
        ("op4-1", "4.1", "op. 4.1", "4.1"),
        ("annex-1-op4-1-2", "4.1.2.", "annex 1, para. 4.1.2", "4.1.2"),
        ("op4-1-again1", "4.1", "op. 4.1, printed again", "4.1"),
        ("op4-1", "(1)", "op. 4 (1)", "4 (1)"),
    ],
)
def test_a_number_that_counts_through_its_levels_is_whole(
    anchor: str, label: str, place: str, margin: str
) -> None:
    paragraph = Paragraph(anchor=anchor, label=label)
    assert (paragraph.place, paragraph.numbering) == (place, margin)


@pytest.mark.parametrize(("anchor", "margin"), [(one, both[1]) for one, both in PLACES.items()])
def test_the_number_in_the_margin(anchor: str, margin: str) -> None:
    assert Paragraph(anchor=anchor).numbering == margin
