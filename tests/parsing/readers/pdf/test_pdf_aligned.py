"""Tables of a PDF without rules are read by rows where their columns stand in the same place."""

import pytest

from archive.parsing.blocks import Block, BlockKind, Reading
from archive.parsing.readers.pdf import read
from tests.parsing.readers.pdf.files import Look, Typesetter
from tests.parsing.readers.pdf.pages import of_kind

_COLUMNS = (99.0, 250.0, 400.0)
_BELOW = "2. Requests the Secretary-General to report on the scale at the next session of all."
_ABOVE = "1. Decides that the scale of all for the period 2025 to 2027 shall be as follows:"


def _file(
    *rows: tuple[str, ...], organ: str = "The General Assembly,", below: str = _BELOW
) -> bytes:
    """A page with lines in columns below a paragraph and above another."""
    setter = Typesetter(Look(job_number=""))
    for at, words in enumerate([organ, "Recalling its acts,", _ABOVE]):
        setter.at(99, 100 + 14 * at, words)
    for at, row in enumerate(rows):
        for x, words in zip(_COLUMNS, row, strict=False):
            if words:
                setter.at(x, 142 + 14 * at, words)
    setter.at(99, 142 + 14 * len(rows), below)
    return setter.data()


def _tables(reading: Reading) -> list[list[list[str]]]:
    return [_cells(block) for block in reading.blocks if block.rows]


def _cells(block: Block) -> list[list[str]]:
    return [[block.text[start:end] for start, end in row] for row in block.rows]


_ROWS = (("State", "Share", "Level"), ("Andorra", "0.005", "B"), ("Chad", "", "J"), ("All", "9.1"))


def test_words_in_columns_are_a_table_and_the_paragraphs_around_it_are_whole() -> None:
    reading = read(_file(*_ROWS))
    assert _tables(reading) == [
        [
            ["State", "Share", "Level"],
            ["Andorra", "0.005", "B"],
            ["Chad", "", "J"],
            ["All", "9.1", ""],
        ]
    ]
    texts = of_kind(reading, BlockKind.TEXT)
    assert texts[-3::2] == [_ABOVE, _BELOW]
    assert not reading.warnings


def test_words_that_go_on_in_the_next_line_belong_to_the_cell_above() -> None:
    rows = [
        ("Section", "Amount"),
        ("Part I. Policy", "41"),
        ("Overall policy-making", "12"),
        ("and coordination", ""),
        ("Peacekeeping", ""),
        ("and all of it", "13"),
        ("of which: roads", "6"),
        ("bridges", "7"),
        ("and dams", ""),
    ]
    (table,) = _tables(read(_file(*rows)))
    assert table == [
        ["Section", "Amount"],
        ["Part I. Policy", "41"],
        ["Overall policy-making and coordination", "12"],
        ["Peacekeeping and all of it", "13"],
        ["of which: roads", "6"],
        ["bridges and dams", "7"],
    ]


def test_lines_whose_rows_are_in_doubt_are_texts_by_themselves_with_a_warning() -> None:
    reading = read(_file(*_ROWS[:3], ("", "Nothing", ""), ("All", "9.1", "C")))
    assert _tables(reading) == []
    texts = of_kind(reading, BlockKind.TEXT)
    assert texts[texts.index(_ABOVE) + 1 :] == [
        "State Share Level",
        "Andorra 0.005 B",
        "Chad J",
        "Nothing",
        "All 9.1 C",
        _BELOW,
    ]
    assert [(one.code, one.where) for one in reading.warnings] == [("table_in_doubt", "page 1")]


@pytest.mark.parametrize(
    "rows",
    [
        _ROWS[:2],
        (("(a)", "Peace;"), ("(b)", "Justice;"), ("(c)", "Rights.")),
        (("In favour:", "Andorra."), ("Against:", "None."), ("Abstaining:", "None.")),
        tuple((f"Words of one {n}", f"and of many more words {n}") for n in range(4)),
        (("General Assembly", "B"), ("Seventy-ninth session", "C"), ("Chad", "D")),
    ],
    ids=["two rows", "a list", "votes", "prose", "a masthead"],
)
def test_what_is_no_table_is_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert _tables(read(_file(*rows))) == []


def test_lines_above_the_organ_are_no_table() -> None:
    assert _tables(read(_file(*_ROWS, organ="Of the acts of all,"))) == []


def test_tables_of_later_pages_need_no_organ_and_end_where_lines_do() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(99, 200, "The General Assembly,")
    setter.turn()
    for at, y in enumerate((200, 214, 228, 300, 314, 328)):
        setter.at(99, y, f"Row {at}")
        setter.at(250, y + 0.5, f"{at}.5")
    setter.at(99, 342, "Decides so;")
    setter.at(99, 356, "Odd")
    setter.at(250, 356, "7")
    tables = _tables(read(setter.data()))
    assert tables == [[[f"Row {n}", f"{n}.5"] for n in three] for three in ((0, 1, 2), (3, 4, 5))]
