"""Tables of a text are tables on its page, and nothing in their cells is lost."""

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.parsing.parsed import Marker
from archive.web.composition import Piece, Reference, Rendering, Span, compose
from archive.web.tables import edges, table
from tests import factories as make
from tests.web.markup import Element, markup

WORDING = "Scale: Member State Percentage Chad 0.003 Chile 0.420"
CELLS = [["Member State", "Percentage"], ["Chad", "0.003"], ["Chile", "0.420"]]


def _rows(cells: list[list[str]], wording: str) -> list[list[list[int]]]:
    rows, at = [], 0
    for row in cells:
        spans = []
        for words in row:
            start = wording.index(words, at)
            at = start + len(words)
            spans.append([start, at])
        rows.append(spans)
    return rows


def _words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces)


@pytest.mark.django_db
class TestThePage:
    """What a reader finds."""

    @pytest.fixture
    def shown(self, client: Client) -> Element:
        text = make.make_text()
        cited = make.make_resolution("A/RES/53/144")
        paragraph = make.make_paragraph(text, WORDING, rows=_rows(CELLS, WORDING), opening="")
        make.make_citation(paragraph, "Chad", cited)
        make.make_footnote(paragraph, "As from 2022.", marker_offset=WORDING.index(" Chile"))
        response = client.get(text.resolution.get_absolute_url())
        return markup(response.content)

    def test_each_cell_stands_in_its_row(self, shown: Element) -> None:
        rows = shown.one("table", class_="text-table").every("tr")
        cells = [[cell.words for cell in row.every() if cell.name in "th td"] for row in rows]
        assert [[one.replace(" (not held)", "") for one in row] for row in cells] == [
            ["Member State", "Percentage"],
            ["Chad", "0.003note 1"] if "note 1" in cells[1][1] else ["Chad", "0.003note 11"],
            ["Chile", "0.420"],
        ]

    def test_the_first_row_names_the_columns_where_it_alone_has_no_figures(
        self, shown: Element
    ) -> None:
        heads = shown.one("table", class_="text-table").every("th", scope="col")
        assert [head.words for head in heads] == ["Member State", "Percentage"]

    def test_words_before_the_first_cell_are_the_caption(self, shown: Element) -> None:
        assert shown.one("table", class_="text-table").one("caption").tidy_words == "Scale:"

    def test_citations_and_marks_in_cells_are_links(self, shown: Element) -> None:
        rows = shown.one("table", class_="text-table").every("tr")
        links = [link.attributes["href"] for link in rows[1].every("a")]
        assert links == ["/A/RES/53/144/", "#fn1"]

    def test_its_frame_has_the_anchor_and_a_name(self, shown: Element) -> None:
        frame = shown.one("div", id="op1")
        assert frame.attributes["aria-label"] == "Table, op. 1"


def test_a_table_of_words_alone_has_no_heads() -> None:
    wording = "One Two Three Four"
    rows = _rows([["One", "Two"], ["Three", "Four"]], wording)
    made = table(rows, wording=wording, pieces=compose(wording, cuts=edges(rows)))
    assert not any(cell.is_head for row in made.rows for cell in row)
    assert not made.caption


def test_rows_without_a_word_are_left_out() -> None:
    wording = "One 2"
    rows = [[[0, 3], [4, 5]], [[5, 5], [5, 5]]]
    made = table(rows, wording=wording, pieces=compose(wording, cuts=edges(rows)))
    assert [[_words(cell.pieces) for cell in row] for row in made.rows] == [["One", "2"]]
    assert table([[[0, 0]]], wording=wording, pieces=compose(wording)).rows == ()


@settings(deadline=None)
@given(
    words=st.lists(st.lists(st.text("ab1 ", max_size=5), min_size=1, max_size=4), max_size=5),
    data=st.data(),
)
def test_no_word_and_no_mark_of_a_cell_is_lost(words: list[list[str]], data: st.DataObject) -> None:
    wording, rows = "", []
    for row in words:
        spans = []
        for cell in row:
            spans.append([len(wording), len(wording) + len(cell)])
            wording += f"{cell} "
        rows.append(spans)
    places = st.integers(min_value=0, max_value=len(wording))
    ends = data.draw(st.lists(st.tuples(places, places), max_size=3))
    reference = Reference(rendering=Rendering.HELD, name="a", address="/a/")
    pieces = compose(
        wording,
        spans=[Span(start=min(one), end=max(one), reference=reference) for one in ends],
        markers=[Marker(number="1", offset=one[0][0]) for one in rows],
        cuts=edges(rows),
    )
    made = table(rows, wording=wording, pieces=pieces)
    shown = [[cell for cell in row if cell] for row in words if any(row)]
    cells = [[cell.pieces for cell in row] for row in made.rows]
    own = [["".join(p.words for p in cell if not p.is_added) for cell in row] for row in cells]
    assert [[cell for cell in row if cell] for row in own] == shown
    marked = [any(p.marker for cell in row for p in cell) for row in cells]
    assert all(marked)
