"""Tables that rules show are tables; frames that lay a page out are not; many rules cost little."""

import time
from collections.abc import Sequence
from io import BytesIO

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.pipeline import parse
from archive.parsing.readers.pdf import read
from archive.parsing.readers.pdf import tables as pdf_tables
from archive.parsing.readers.pdf.columns import ACROSS, LEFT, RIGHT
from tests.parsing.readers.pdf.files import Look, Typesetter
from tests.parsing.readers.pdf.objects import one_page, stream

STYLE = getSampleStyleSheet()["Normal"]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")
BEFORE = ("The General Assembly,", "Recalling its resolution 66/1,", "1. Decides on the scale:")


def _p(words: str) -> Paragraph:
    return Paragraph(words, STYLE)


def _file(rows: Sequence[Sequence[object]], *styles: object) -> bytes:
    """A resolution with a table between its operative paragraphs."""
    buffer = BytesIO()
    table = Table(rows, colWidths=[100, 140, 150], style=TableStyle([GRID, *styles]))
    around = [_p(words) for words in BEFORE]
    SimpleDocTemplate(buffer).build([*around, table, _p("2. Decides to go on.")])
    return buffer.getvalue()


def _cells(block: Block) -> list[list[str]]:
    return [[block.text[start:end] for start, end in row] for row in block.rows]


ROWS = (
    ("State", "Share of it", _p("Words that take more than one line of the cell that they are in")),
    ("Peru", "0.5", _p("See<super size=6>1</super> the first")),
    ("Fiji", "", "the last"),
)


def test_a_table_is_one_block_with_its_cells_and_the_marks_in_them() -> None:
    blocks = read(_file(ROWS)).blocks
    table = blocks[3]
    assert [block.text for block in blocks] == [*BEFORE, table.text, "2. Decides to go on."]
    assert _cells(table) == [
        ["State", "Share of it", "Words that take more than one line of the cell that they are in"],
        ["Peru", "0.5", "See the first"],
        ["Fiji", "", "the last"],
    ]
    assert [(mark.number, table.text[: mark.offset][-3:]) for mark in table.marks] == [("1", "See")]
    assert [bool(block.rows) for block in blocks] == [False, False, False, True, False]


def test_a_table_is_a_paragraph_with_rows_and_nothing_is_lost() -> None:
    found = parse(_file(ROWS[::2]))
    assert [paragraph.text for paragraph in found.paragraphs if paragraph.rows]
    assert [warning.code for warning in found.warnings] == []


def test_a_hyphen_at_a_line_s_end_in_a_cell_is_weighed_and_the_cells_move_along() -> None:
    words = _p("The com-<br/>mittee and the counter-<br/>terrorism unit")
    found = parse(_file([("A", "B", words), ("committee", "terrorism", "D")]))
    table = next(paragraph for paragraph in found.paragraphs if paragraph.rows)
    assert [table.text[start:end] for start, end in table.rows[0]] == [
        "A",
        "B",
        "The committee and the counter-terrorism unit",
    ]


def test_a_table_above_the_text_is_no_part_of_a_line_of_the_masthead() -> None:
    setter = Typesetter(Look(job_number=""))
    for row in range(2):
        for place in range(2):
            setter.at(64 + 100 * place, 112 + 20 * row, f"cell {row}{place}")
    for line in range(3):
        setter.rule(60, 260, 100 + 20 * line)
        setter.upright(60 + 100 * line, 100, 140)
    setter.at(60, 146, "The title of it")
    setter.at(60, 170, "The General Assembly,")
    texts = [block.text for block in read(setter.data()).blocks]
    assert texts == ["cell 00 cell 01 cell 10 cell 11", "The title of it", "The General Assembly,"]


def test_a_cell_over_several_columns_is_one_cell() -> None:
    table = read(_file([("Head of all", "", ""), ("a", "b", "c")], ("SPAN", (0, 0), (2, 0)))).blocks
    assert _cells(table[3]) == [["Head of all"], ["a", "b", "c"]]


def test_a_mark_between_two_marks_of_a_cell_is_kept() -> None:
    cell = _p("See<super size=6>1, 2</super> it")
    blocks = read(_file([("a", "b", cell), ("c", "d", "e")])).blocks
    assert [mark.number for mark in blocks[3].marks] == ["1", "2"]
    assert [block.text for block in blocks if block.kind is BlockKind.FURNITURE] == [","]


@pytest.mark.parametrize(
    "rows",
    [
        [("General Assembly", "", ""), ("a", "b", "c")],
        [("a", "b", "c"), ("d", _p("Recalling all that it has resolved on this matter,"), "")],
        [("the one", "", ""), ("", "", "")],
        [("the one row", "of", "three")],
    ],
    ids=["masthead", "paragraphs in frames", "one cell", "one row"],
)
def test_cells_that_lay_the_page_out_are_no_table(rows: list[tuple[object, ...]]) -> None:
    blocks = read(_file(rows)).blocks
    assert not any(block.rows for block in blocks)
    words = " ".join(block.text for block in blocks)
    assert all(cell in words for row in rows for cell in row if isinstance(cell, str))


BOXES = "".join(
    f"{72 + 100 * column} {500 - 30 * row} 100 30 re S\n" for row in range(2) for column in range(2)
)
WORDS = "".join(
    f"BT /F1 10 Tf {80 + 100 * column} {510 - 30 * row} Td (word {row}{column}) Tj ET\n"
    for row in range(2)
    for column in range(2)
)
HEAD = "BT /F1 10 Tf 72 700 Td (The General Assembly,) Tj ET\n"


def test_boxes_drawn_around_cells_bound_them_and_specks_do_not() -> None:
    specks = "100 505 2 2 re f\n" * 3
    table = read(one_page(stream((HEAD + specks + BOXES + WORDS).encode()))).blocks[1]
    assert _cells(table) == [["word 00", "word 01"], ["word 10", "word 11"]]


@pytest.mark.parametrize(
    ("drawn", "by"), [(" re S", " re f"), (" re S", " re n"), (" S", " 40 40 l h S")]
)
def test_what_is_only_filled_or_no_rectangle_bounds_no_cells(drawn: str, by: str) -> None:
    content = HEAD + BOXES.replace(drawn, by) + WORDS
    assert not any(block.rows for block in read(one_page(stream(content.encode()))).blocks)


def test_boxes_drawn_corner_by_corner_bound_cells_and_slanted_ones_do_not() -> None:
    corners = "".join(
        f"{x} {y} m {x + 100} {y} l {x + 100} {y + 30} l {x} {y + 30} l s\n"
        for y in (500, 470)
        for x in (72, 172)
    )
    table = read(one_page(stream((HEAD + corners + WORDS).encode()))).blocks[1]
    assert _cells(table) == [["word 00", "word 01"], ["word 10", "word 11"]]
    slanted = HEAD + "1 0.2 0 1 0 0 cm\n" + corners + WORDS
    assert not any(block.rows for block in read(one_page(stream(slanted.encode()))).blocks)


def test_words_between_cells_that_no_rules_enclose_stay_lines() -> None:
    gone = BOXES.replace("172 470 100 30 re S\n", "")
    more = "BT /F1 10 Tf 180 480 Td (outside) Tj ET\nBT /F1 10 Tf 20 510 Td (left) Tj ET\n"
    content = HEAD + gone + WORDS.replace("word 11", "") + more
    blocks = read(one_page(stream(content.encode()))).blocks
    table = next(block for block in blocks if block.rows)
    assert _cells(table) == [["word 00", "word 01"], ["word 10"]]
    assert {"outside", "left"} <= {word for block in blocks for word in block.text.split()}


@pytest.mark.parametrize(
    ("left", "column"), [(60.0, LEFT), (330.0, RIGHT), (200.0, ACROSS)], ids=str
)
def test_a_table_stands_in_the_column_that_it_is_printed_in(left: float, column: int) -> None:
    setter = Typesetter(Look(job_number=""))
    for row in range(12):
        for x in (60.0, 330.0):
            setter.at(x, 100 + 12 * row, f"Words {row} of a column {x:.0f} that go on")
    setter.at(60, 80, "The General Assembly,")
    for row in range(2):
        for place in range(2):
            setter.at(left + 4 + 100 * place, 262 + 20 * row, f"cell {row}{place}")
    for line in range(3):
        setter.rule(left, left + 200, 250 + 20 * line)
        setter.upright(left + 100 * line, 250, 290)
    texts = [block.text for block in read(setter.data()).blocks]
    at = texts.index("cell 00 cell 01 cell 10 cell 11")
    right = next(index for index, text in enumerate(texts) if "column 330" in text)
    assert (at < right) == (column == LEFT)


def _crossed(count: int) -> bytes:
    """Rules along and across that enclose the square of so many cells, less one."""
    rules = [f"{20 + 8 * at} 20 0.5 {8 * count - 8} re f" for at in range(count)]
    rules += [f"20 {20 + 8 * at} {8 * count - 8} 0.5 re f" for at in range(count)]
    return one_page(stream((HEAD + "\n".join(rules) + "\n" + WORDS).encode()))


@pytest.mark.parametrize("limit", ["_MOST_PAIRS", "_MOST_ON_PAGE", "_MOST_IN_FILE", "_MOST_EDGES"])
def test_rules_beyond_a_limit_make_no_table(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = one_page(stream((HEAD + BOXES + WORDS).encode()))
    monkeypatch.setattr(pdf_tables, limit, 1)
    blocks = read(data).blocks
    assert not any(block.rows for block in blocks)
    assert "word 11" in " ".join(block.text for block in blocks)


def test_more_rules_than_any_table_has_cost_little() -> None:
    data = _crossed(60)
    started = time.process_time()
    assert not any(block.rows for block in read(data).blocks)
    assert time.process_time() - started < 2
