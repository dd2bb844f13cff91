"""Tables that lay out a page are read as lines, tables of data stay tables."""

import pytest

from archive.parsing.blocks import Block
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    OPERATIVE,
    PREAMBLE,
    document,
    listed,
    p,
    resolution,
    run,
    table,
)

ORGAN = p("The General Assembly,")
LONG = "to give effect to the Declaration in all that they do"


def blocks(body: str) -> tuple[Block, ...]:
    return read(document(body, numbering=NUMBERING)).blocks


def words(body: str) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in blocks(body)]


def cells(block: Block) -> list[list[str]]:
    return [[block.text[start:end] for start, end in row] for row in block.rows]


def test_a_table_of_data_is_one_block_with_its_cells() -> None:
    rows = [["State", "Share"], ["Peru", ""], ["Fiji Islands", "0.004"]]
    found = blocks(ORGAN + table(*rows))[1]
    assert found.text == "State Share Peru Fiji Islands 0.004"
    assert cells(found) == rows


def test_a_table_wrapped_in_content_controls_is_read_like_any_other() -> None:
    rows = table(["a", "b"]).replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>")
    rows = rows.replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>")
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{rows}</w:sdtContent></w:sdt>"
    assert cells(blocks(ORGAN + wrapped)[1]) == [["a", "b"]]


def test_paragraphs_of_a_cell_are_one_cell_with_their_numbers() -> None:
    found = blocks(ORGAN + table([p("one") + p("two"), listed("three")], ["four", ""]))[1]
    assert cells(found) == [["one two", "1. three"], ["four", ""]]


def test_what_stands_before_the_text_is_laid_out_by_its_tables() -> None:
    masthead = table(
        ["United Nations", p(run("A"), run("/RES/66/164"))],
        ["General Assembly", p("Distr.: General", "<w:r><w:br/></w:r>", "10 April 2012")],
        [p("Sixty-sixth session") + p("Agenda item 69 (b)"), ""],
    )
    found = parse(document(masthead + resolution(), numbering=NUMBERING)).masthead
    assert (found.symbol, found.session, found.agenda_item) == ("A/RES/66/164", 66, "69 (b)")
    assert str(found.distributed_on) == "2012-04-10"


LAID_OUT = {
    "one column": (table(["one"], ["two"]), ["one", "two"]),
    "the organ": (table(["The Council", "of"], ["2012", "The Human Rights Council,"]),
                  ["The Council", "of", "2012", "The Human Rights Council,"]),
    "the closing lines": (table(["89th plenary meeting", "19 December 2011"]),
                          ["89th plenary meeting", "19 December 2011"]),
    "a paragraph": (table(["1.", OPERATIVE], ["2.", "Decides"]), [f"1. {OPERATIVE}", "2. Decides"]),
    "labels beside paragraphs": (table(["(a)", LONG], ["(b)", LONG]),
                                 [f"(a) {LONG}", f"(b) {LONG}"]),
    "automatic labels beside": (table([listed(""), LONG], [listed(""), LONG]),
                                [f"1. {LONG}", f"2. {LONG}"]),
    "a table inside": (table([table(["State", "Share"]) + p("below"), "beside"]),
                       ["State Share", "below", "beside"]),
    "a laid-out table inside": (table([table(["one"], ["two"]), "beside"]),
                                ["one", "two", "beside"]),
    "a label beside a table": (table([table(["x", "y"]), LONG], ["(a)", table(["x", "y"])]),
                               ["x y", LONG, "(a)", "x y"]),
}  # fmt: skip


@pytest.mark.parametrize("way", LAID_OUT)
def test_a_table_that_only_places_text_is_read_in_reading_order(way: str) -> None:
    rows, lines = LAID_OUT[way]
    assert words(ORGAN + rows)[1:] == lines


DATA = {
    "numbered rows": table(["1.", "Peru"], ["2.", "Fiji"]),
    "a label and a long text among others": table(["(a)", LONG], ["Peru", "0.2"]),
    "symbols and dates": table(["A/RES/66/164", "19 December 2011"], ["A/66/203", "1 May 2012"]),
    "openings without a sentence": table(["Recalling", "2"], ["Noting", "3"]),
    "a label of two paragraphs": table([p("(a)") + p("(b)"), LONG]),
}


@pytest.mark.parametrize("way", DATA)
def test_a_table_whose_rows_and_columns_mean_something_stays_one(way: str) -> None:
    found = blocks(ORGAN + DATA[way])
    assert len(found) == 2
    assert len(found[1].rows) == DATA[way].count("<w:tr>")


def test_a_table_is_data_where_no_organ_is_named_and_a_paragraph_stands_before_it() -> None:
    assert [bool(block.rows) for block in blocks(p(PREAMBLE) + table(["a", "b"]))] == [False, True]
    assert words(table(["a", "b"])) == ["a", "b"]


def test_an_empty_table_is_nothing() -> None:
    assert words(ORGAN + table(["", ""]).replace(p(""), "")) == ["The General Assembly,"]
    assert words(ORGAN + table([p(), p()])) == ["The General Assembly,"]


def test_a_label_beside_a_numbered_paragraph_stays_beside_it() -> None:
    rows = table([p("(a)"), listed(LONG)], [p("(b)"), listed(LONG)])
    assert words(ORGAN + rows)[1:] == ["(a)", f"1. {LONG}", "(b)", f"2. {LONG}"]
