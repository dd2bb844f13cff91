"""Two columns of a page, side by side, are read one below the other."""

from itertools import zip_longest

from archive.parsing.checks import account
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read
from archive.parsing.readers.text.columns import in_columns
from tests.parsing.printed import texts_of

LEFT = [
    "The General Assembly,",
    "      Recalling the lamps of all the",
    "lighthouses of the coasts of the",
    "north and of the south, and the reports",
    "of their keepers,",
    "      Noting that every keeper of them",
    "has lit a lamp in each of the nights of",
    "the years, and has put it out in the",
    "mornings, as the rules of the keepers",
    "of the north have it,",
]
RIGHT = [
    "      1.     Requests the keepers to fill",
    "the lamps with oil, to trim the wicks of",
    "those that smoke, and to report on what",
    "has been done with them all;",
    "      2.     Decides to send the present",
    "resolution to the keepers of the coasts",
    "of the north and of the south, and to",
    "all of the masters of the ships that",
    "pass them in the nights of the winter,",
    "and in those of the other seasons of",
    "the year.",
]
FRONT = "Resolution adopted by the General Assembly on the third day of May of the year\n\n"


def beside(left: list[str], right: list[str], *, gutter: int = 46) -> str:
    """Two columns as an extraction that keeps the layout prints them."""
    return "\n".join(a.ljust(gutter) + b for a, b in zip_longest(left, right, fillvalue=""))


def as_read(text: str) -> list[str]:
    """The lines of a text in the order in which they are read."""
    return [line for _, line in in_columns(text)]


def test_columns_of_prose_are_read_one_below_the_other() -> None:
    reading = read((FRONT + beside(LEFT, RIGHT) + "\n\f").encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    texts = texts_of(found)
    assert list(texts) == ["pp1", "pp2", "op1", "op2"]
    assert texts["pp1"].endswith(
        "of the coasts of the north and of the south, and the reports of their keepers,"
    )
    assert texts["op2"].endswith("and in those of the other seasons of the year.")


def test_lines_keep_the_numbers_of_the_file() -> None:
    text = "\n" + beside([*LEFT[:5], "", *LEFT[5:]], [*LEFT[:5], "", *LEFT[5:]]) + "\n"
    numbers = [number for number, _ in in_columns(text)]
    assert numbers == [*range(1, 13), *range(2, 14)]


def test_each_page_has_a_gutter_of_its_own() -> None:
    text = beside(LEFT, RIGHT) + "\n\f" + beside(LEFT, RIGHT, gutter=52)
    lines = as_read(text)
    assert [line.strip() for line in lines if line.strip("\f ")] == [
        line.strip() for line in [*LEFT, *RIGHT] * 2
    ]
    assert sum("\f" in line for line in lines) == 1


def test_few_lines_side_by_side_stay() -> None:
    text = beside(LEFT[:9], RIGHT[:9])
    assert as_read(text) == text.split("\n")


def test_a_table_of_short_cells_stays() -> None:
    text = beside([f"keeper of lamp {n} and its wick" for n in range(20)], ["oil"] * 20)
    assert as_read(text) == text.split("\n")


def test_a_table_whose_cells_begin_anew_stays() -> None:
    names = [f"Keeper of the lighthouse {n} of the north" for n in range(20)]
    text = beside(names, names)
    assert as_read(text) == text.split("\n")


def test_few_lines_beside_many_that_stand_alone_stay() -> None:
    text = beside(LEFT, LEFT) + "\n" + "\n".join(LEFT * 9)
    assert as_read(text) == text.split("\n")


def test_gaps_beyond_the_width_of_a_page_are_no_gutter() -> None:
    text = beside(LEFT, RIGHT, gutter=200)
    assert as_read(text) == text.split("\n")


def test_lines_across_the_gutter_stay_where_they_are() -> None:
    across = "These are words that stand above the columns and reach from one side to the other"
    lines = as_read(f"{across}\n{beside(LEFT, LEFT)}\n{across}")
    assert (lines[0], lines[-1], len(lines)) == (across, across, 22)


def test_in_a_very_long_text_no_columns_are_looked_for() -> None:
    text = beside(LEFT, RIGHT) + "\n" * 200_001
    assert as_read(text) == text.split("\n")
