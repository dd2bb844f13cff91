"""Tables whose cells have labels: items of a budget, and paragraphs that a table places."""

import pytest

from archive.parsing.parsed import Paragraph
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

FRONT = "<p>The General Assembly,</p><p>Recalling its resolutions on lighthouses<sup>1</sup>,</p>"


def paragraphs(*rows: str) -> list[Paragraph]:
    """What a page has below a table's place, whose rows have cells parted by strokes."""
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    page = f"{FRONT}<p>1. Approves the following:</p><table>{table}</table><p><sup>1</sup> See."
    found = parse_reading(read(f"<body>{page}</body>".encode())).paragraphs
    return [one for one in found if one.id not in {"pp1", "op1"}]


def cells(table: Paragraph) -> list[list[str]]:
    return [[table.text[start:end] for start, end in row] for row in table.rows]


@pytest.mark.parametrize("label", ["1.", "(a)", "12."])
@pytest.mark.parametrize("figures", ["126,311,900", "(3 500)", "–4.5%", "$12"])
def test_an_item_with_a_label_beside_figures_stays_in_its_table(label: str, figures: str) -> None:
    (table,) = paragraphs("Section|Amount", f"{label} Lamps and wicks|{figures}", "Total|500")
    assert cells(table) == [
        ["Section", "Amount"],
        [f"{label} Lamps and wicks", figures],
        ["Total", "500"],
    ]


def test_a_label_in_a_cell_of_its_own_stays_in_a_table_of_figures() -> None:
    (table,) = paragraphs("1.|Lamps|500", "2.|Wicks|700")
    assert cells(table) == [["1.", "Lamps", "500"], ["2.", "Wicks", "700"]]


def test_the_items_of_lists_in_cells_are_paragraphs_and_keep_their_labels() -> None:
    found = paragraphs("<ol type=a><li>Lamps of the coast</ol>|500", "Total|500")
    assert found[0].label == "(a)"


def test_labels_without_figures_beside_them_are_paragraphs() -> None:
    found = paragraphs("(a)|Lamps of the northern coast", "(b)|Wicks of every length")
    assert [(one.id, one.rows) for one in found] == [("op1-a", ()), ("op1-b", ())]


def test_labels_in_figures_are_no_figures_beside_themselves() -> None:
    found = paragraphs("2.|Lamps of the northern coast", "3.|Wicks of every length")
    assert [(one.id, one.rows) for one in found] == [("op2", ()), ("op3", ())]


def test_one_label_without_figures_makes_the_whole_table_one_of_paragraphs() -> None:
    found = paragraphs("(a) Lamps|500", "(b) Wicks|of every length")
    assert [one.rows for one in found if one.rows] == []


def test_a_paragraph_with_an_opening_is_never_an_item_of_a_table() -> None:
    found = paragraphs("2. Decides to keep lamps|500", "3. Requests wicks|700")
    assert [one.id for one in found if one.number] == ["op2", "op3"]
