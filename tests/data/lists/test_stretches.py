"""Stretches: a list by symbol and position goes on after a mark, whatever became of that row."""

import pytest

from archive.data.lists.paragraph_list import list_paragraphs, paragraph_at
from archive.data.lists.stretches import Mark
from archive.data.lists.wanted import WantedParagraphs
from archive.models import Paragraph
from tests import factories as make

pytestmark = pytest.mark.django_db

SYMBOLS = ("A/RES/60/161", "A/RES/62/152", "A/RES/64/163")


@pytest.fixture(scope="module")
def texts(rows_of_module: None) -> None:
    """Three texts of three paragraphs each."""
    with make.catalogued_once():
        for symbol in SYMBOLS:
            text = make.make_text(make.make_resolution(symbol))
            for number in range(1, 4):
                make.make_paragraph(text, f"Calls upon State {number};")


def _after(mark: Mark | None, *, most: int = 100) -> list[str]:
    found = list_paragraphs(WantedParagraphs(), after=mark, most=most)
    return [f"{one.record.resolution.symbol}/{one.paragraph.anchor}" for one in found.rows]


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("position", [1, 2, 3])
def test_a_stretch_begins_with_what_follows_its_mark(
    texts: None, symbol: str, position: int
) -> None:
    everything = _after(None)
    place = everything.index(f"{symbol}/op{position}")
    assert _after(Mark(symbol, position)) == everything[place + 1 :]


def test_a_mark_holds_when_its_row_is_gone(texts: None) -> None:
    before = _after(Mark(SYMBOLS[1], 2))
    Paragraph.objects.filter(text__resolution__symbol=SYMBOLS[1], anchor="op2").delete()
    assert _after(Mark(SYMBOLS[1], 2)) == before


@pytest.mark.parametrize(("most", "end"), [(8, Mark(SYMBOLS[2], 2)), (9, None), (10, None)])
def test_the_end_is_told_exactly_where_nothing_follows(
    texts: None, most: int, end: Mark | None
) -> None:
    found = list_paragraphs(WantedParagraphs(), after=None, most=most)
    assert len(found.rows) == min(most, 9)
    assert found.end == end
    assert found.total.number == 9


def test_a_paragraph_is_found_by_its_name_or_not_at_all(texts: None) -> None:
    found = paragraph_at(SYMBOLS[0], "op3")
    assert found is not None
    assert found.paragraph.wording == "Calls upon State 3;"
    assert paragraph_at(SYMBOLS[0], "op4") is None
    assert paragraph_at("A/RES/1/1", "op1") is None
