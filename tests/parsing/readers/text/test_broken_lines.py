"""A paragraph of one line that is broken over two is one paragraph all the same."""

from archive.parsing.readers.text.broken_lines import put_together
from archive.parsing.readers.text.lines import cut
from tests.parsing.printed import codes_of, parsed, texts_of

LONG = "That the Commission keep all lighthouses of the coasts under review in each of its years"


def _text(*lines: str) -> str:
    """Lines of a resolution, a paragraph a line, some of them long."""
    return "\n".join(["The Security Council,", "", *lines, "", f"3. {LONG};", "", f"4. {LONG}."])


def test_a_word_divided_over_a_blank_line_is_one_word() -> None:
    found = parsed(
        _text("Having considered the report of the Secretary-", "", "General of 1991, and more,")
    )
    words = "Having considered the report of the Secretary-General of 1991, and more,"
    assert texts_of(found)["pp1"] == words


def test_a_suspended_hyphen_at_a_line_end_stays_before_its_space() -> None:
    found = parsed(_text("Noting the north-", "and south-facing lamps of the lighthouses,"))
    assert texts_of(found)["pp1"] == "Noting the north- and south-facing lamps of the lighthouses,"


def test_a_line_goes_on_below_one_that_stops_short_where_blank_lines_part_others() -> None:
    found = parsed(
        _text(
            f"1. {LONG}, and shall submit to the",
            "Council a report;",
            "",
            "2. Notes the lamps",
            "of all coasts;",
        )
    )
    assert texts_of(found)["op1"] == f"{LONG}, and shall submit to the Council a report;"
    assert texts_of(found)["op2"] == "Notes the lamps of all coasts;"
    assert codes_of(found) == ["opening_unknown"] * 3


def test_lines_that_no_blank_lines_part_are_paragraphs_each() -> None:
    lines = cut(f"Noting the lamps of the\n{LONG} and\nThe Council\n")
    assert [line.text for line in put_together(lines)] == [line.text for line in lines]


def test_a_text_without_lines_has_none_to_put_together() -> None:
    assert list(put_together([])) == []
