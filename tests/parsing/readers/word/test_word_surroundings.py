"""Heads and feet of pages are read once; a masthead that stands there is the document's."""

from archive.parsing.blocks import BlockKind, Reading
from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    document,
    listed,
    p,
    resolution,
    run,
    table,
)

MASTHEAD = table(
    ["United Nations", p(run("A"), run("/RES/66/164"))],
    ["General Assembly", p("Distr.: General") + p("10 April 2012")],
)
PAGE = p('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>')


def section(*names: str) -> str:
    return (
        "<w:sectPr>"
        + "".join(
            f'<w:{name.rstrip("0123456789")}Reference w:type="default" r:id="rId-{name}"/>'
            for name in names
        )
        + "</w:sectPr>"
    )


def around(**parts: str) -> tuple[Reading, ParsedResolution]:
    body = resolution() + section(*parts)
    data = document(body, numbering=NUMBERING, **parts)
    found, parsed = read(data), parse(data)
    missing, invented = account(found.source_text, parsed)
    assert (missing.total(), invented.total()) == (0, 0)
    return found, parsed


def test_running_heads_and_feet_are_furniture_once_each() -> None:
    found, _ = around(header1=p("Defenders"), header2=p("Defenders"), footer1=PAGE)
    assert [block.text for block in found.blocks if block.kind is BlockKind.FURNITURE] == [
        "Defenders",
        "3",
    ]


def test_a_head_that_two_sections_share_is_read_once() -> None:
    body = p("Words", properties=section("header1")) + section("header1")
    assert [block.text for block in read(document(body, header1=p("Head"))).blocks] == [
        "Words",
        "Head",
    ]


def test_the_masthead_in_the_head_of_the_first_page_is_the_document_s() -> None:
    _, parsed = around(header1=p("A/RES/66/164"), header2=MASTHEAD, footer1=p("11-46866"))
    assert parsed.masthead.symbol == "A/RES/66/164"
    assert str(parsed.masthead.distributed_on) == "2012-04-10"
    assert parsed.leftovers == ("11-46866",)


def test_a_second_masthead_is_furniture() -> None:
    found, parsed = around(header1=MASTHEAD, header2=MASTHEAD)
    assert "Distr.: General" in [
        block.text for block in found.blocks if block.kind is BlockKind.FURNITURE
    ]
    assert parsed.masthead.symbol == "A/RES/66/164"


def test_a_running_head_that_is_the_symbol_states_it() -> None:
    _, parsed = around(header1=p("A/RES/66/164"))
    assert parsed.masthead.symbol == "A/RES/66/164"


def test_numbers_in_heads_are_shown_and_count_nothing_in_the_text() -> None:
    found, _ = around(header1=listed("Draft"))
    assert [block.text for block in found.blocks if block.kind is BlockKind.FURNITURE] == [
        "1. Draft"
    ]
    assert [block.label for block in found.blocks if block.label] == ["1."]


def test_a_head_that_is_not_in_the_file_is_nothing() -> None:
    assert [block.text for block in read(document(p("Words") + section("header1"))).blocks] == [
        "Words"
    ]


def test_a_masthead_that_two_sections_share_is_read_once() -> None:
    body = p("Words", properties=section("header1")) + section("header1")
    found = read(document(body, header1=MASTHEAD))
    assert [block.text for block in found.blocks].count("Distr.: General") == 1
