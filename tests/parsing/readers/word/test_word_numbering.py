"""Automatic numbers are those that Word displays."""

import pytest

from archive.parsing.blocks import Block
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from archive.parsing.readers.word.numerals import numeral
from tests.parsing.readers.word.files import (
    LEVELS,
    NUMBERING,
    definition,
    document,
    level,
    listed,
    listing,
    p,
    resolution,
    styled,
)


def blocks(body: str, numbering: str = NUMBERING, styles: str = "") -> tuple[Block, ...]:
    return read(document(body, numbering=numbering, styles=styles)).blocks


def labels(body: str, numbering: str = NUMBERING, styles: str = "") -> list[str]:
    return [block.label for block in blocks(body, numbering, styles)]


def at(*levels: int, of: int = 1) -> str:
    return "".join(listed("Words", level=one, of=of) for one in levels)


def style(name: str, numbered: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr><w:numPr>{numbered}</w:numPr></w:pPr></w:style>"
    )


def test_numbers_run_on_over_paragraphs_that_have_none() -> None:
    assert labels(at(0) + p("Between") + at(0)) == ["1.", "", "2."]


def test_a_level_begins_again_after_a_higher_one() -> None:
    assert labels(at(0, 1, 2, 2, 1, 2, 0, 1)) == [
        "1.", "(a)", "(i)", "(ii)", "(b)", "(i)", "2.", "(a)",
    ]  # fmt: skip


def test_a_level_that_never_begins_again_counts_on() -> None:
    lasting = definition(0, LEVELS[0], level(1, "%2)", extra='<w:lvlRestart w:val="0"/>'))
    assert labels(at(0, 1, 0, 1), lasting + listing(1, 0)) == ["1.", "1)", "2.", "2)"]


def test_a_level_may_begin_again_after_one_level_only() -> None:
    third = level(2, "%3)", extra='<w:lvlRestart w:val="1"/>')
    numbering = definition(0, *LEVELS[:2], third) + listing(1, 0)
    assert labels(at(0, 1, 2, 1, 2, 0, 2), numbering) == [
        "1.", "(a)", "1)", "(b)", "2)", "2.", "1)",
    ]  # fmt: skip


def test_a_label_may_name_the_levels_above_it() -> None:
    numbering = definition(0, level(0, "%1."), level(1, "%1.%2")) + listing(1, 0)
    assert labels(at(0, 1, 1, 0, 1), numbering) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_above_that_has_not_begun_is_shown_with_its_first_number() -> None:
    numbering = definition(0, level(0, "%1.", start=3), level(1, "%1.%2")) + listing(1, 0)
    assert labels(at(1), numbering) == ["3.1"]


def test_roman_numbers_above_are_figures_where_a_level_says_so() -> None:
    legal = level(1, "%1.%2", form="upperLetter", extra="<w:isLgl/>")
    numbering = definition(0, level(0, "%1.", form="upperRoman"), legal) + listing(1, 0)
    assert labels(at(0, 1), numbering) == ["I.", "1.1"]


def test_lists_of_one_definition_count_on_unless_one_says_that_it_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = NUMBERING + listing(2, 0) + listing(3, 0, anew)
    body = at(0) + at(0, of=2) + at(0, 0, of=3) + at(0)
    assert labels(body, numbering) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1")}</w:lvlOverride>'
    assert labels(at(0, of=2), NUMBERING + listing(2, 0, own)) == ["§ 1"]


def test_a_bullet_is_shown_as_its_font_shows_it() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    numbering = definition(
        0,
        level(0, "\uf0b7", form="bullet", extra=fonts.format("Symbol")),
        level(1, "\uf0a7", form="bullet", extra=fonts.format("Wingdings")),
        level(2, "\uf0ff", form="bullet"),
        level(3, "–", form="bullet"),
    )
    assert labels(at(0, 1, 2, 3), numbering + listing(1, 0)) == ["•", "▪", "•", "–"]


def test_a_level_whose_number_is_hidden_or_not_there_has_no_label() -> None:
    hidden = level(0, "%1.", extra="<w:rPr><w:vanish/></w:rPr>")
    numbering = definition(0, hidden, level(1, "%9.%2")) + listing(1, 0)
    assert labels(at(0, 1, 5), numbering) == ["", ".1", ""]


def test_a_format_of_newer_word_is_read_from_what_older_ones_know() -> None:
    newer = (
        '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"/><mc:Fallback>'
        '<w:numFmt w:val="lowerLetter"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="%2)"/></w:lvl>'
        '<w:lvl w:ilvl="x"/>'
    )
    assert labels(at(0, 1), definition(0, newer) + listing(1, 0)) == ["0)", "0)"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = style("Op", '<w:numId w:val="1"/>') + style("OpTight", base="Op")
    assert labels(styled("Op", "a") + styled("OpTight", "b"), styles=styles) == ["1.", "2."]


def test_the_level_of_a_style_is_its_own_or_the_one_that_names_it() -> None:
    linked = level(1, "(%2)", form="lowerLetter", extra='<w:pStyle w:val="Sub"/>')
    numbering = definition(0, LEVELS[0], linked, LEVELS[2]) + listing(1, 0)
    own = style("Own", '<w:ilvl w:val="2"/><w:numId w:val="1"/>')
    styles = style("Sub", '<w:numId w:val="1"/>') + style("SubTight", base="Sub") + own
    body = at(0) + styled("Sub", "a") + styled("SubTight", "b") + styled("Own", "c")
    assert labels(body, numbering, styles) == ["1.", "(a)", "(b)", "(i)"]


def test_a_paragraph_may_leave_the_list_of_its_style_or_keep_to_its_level() -> None:
    styles = style("Op", '<w:ilvl w:val="1"/><w:numId w:val="1"/>')
    out = p("out", properties='<w:pStyle w:val="Op"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    other = p("in", properties='<w:pStyle w:val="Op"/><w:numPr><w:numId w:val="2"/></w:numPr>')
    numbering = NUMBERING + listing(2, 0)
    assert labels(out + other, numbering, styles) == ["", "(a)"]


def test_a_list_may_be_that_of_a_list_style() -> None:
    styles = style("ListStyle", '<w:numId w:val="1"/>')
    by_style = definition(5, extra='<w:numStyleLink w:val="ListStyle"/>') + listing(5, 5)
    assert labels(at(0) + at(0, of=5), NUMBERING + by_style, styles) == ["1.", "2."]


def test_styles_and_lists_in_a_circle_end() -> None:
    circle = style("A", '<w:numId w:val="5"/>', base="B") + style("B", base="A")
    linked = definition(5, LEVELS[0], extra='<w:numStyleLink w:val="A"/>') + listing(5, 5)
    assert labels(styled("A", "Words") + styled("B", "Words"), linked, circle) == ["", ""]


@pytest.mark.parametrize(
    "numbered", ['<w:numId w:val="9"/>', '<w:numId w:val="2"/>', '<w:ilvl w:val="x"/>']
)
def test_a_list_that_is_not_there_numbers_nothing(numbered: str) -> None:
    body = p("Words", properties=f"<w:numPr>{numbered}</w:numPr>")
    assert labels(body, NUMBERING + listing(2, 7)) == [""]


def test_empty_paragraphs_of_a_list_count_and_hidden_ones_do_not() -> None:
    hidden = p(properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    found = blocks(at(0) + listed("") + hidden + at(0))
    assert [block.label or block.text for block in found] == ["1.", "2.", "3."]


def test_a_file_with_numbers_and_no_part_for_them_is_read_without() -> None:
    assert [block.label for block in read(document(at(0))).blocks] == [""]


def test_labels_take_their_place_in_the_parse() -> None:
    body = resolution("Calls upon all States:", listed("to train;", level=1), "Decides to meet.")
    found = parse(document(body, numbering=NUMBERING))
    assert [(one.id, one.label) for one in found.paragraphs[1:]] == [
        ("op1", "1."),
        ("op1-a", "(a)"),
        ("op2", "2."),
    ]


NUMERALS = {
    "decimal": "28",
    "unknown": "28",
    "decimalZero": "28",
    "lowerRoman": "xxviii",
    "upperRoman": "XXVIII",
    "lowerLetter": "bb",
    "upperLetter": "BB",
    "ordinal": "28th",
    "chicago": "§§§§§§§",
    "numberInDash": "- 28 -",
    "none": "",
}


@pytest.mark.parametrize("form", NUMERALS)
def test_a_number_is_written_in_the_format_of_its_level(form: str) -> None:
    assert numeral(28, form) == NUMERALS[form]


def test_ordinals_have_the_endings_of_english() -> None:
    assert [numeral(count, "ordinal") for count in (1, 2, 3, 4, 11, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "21st", "112th",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["lowerRoman", "lowerLetter", "chicago"])
def test_a_number_that_a_format_cannot_write_is_in_figures(form: str) -> None:
    assert (numeral(0, form), numeral(4_000, form)) == ("0", "4000")
