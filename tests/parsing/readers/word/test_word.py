"""A Word document is read as Word shows it."""

import pytest

from archive.parsing.blocks import Block, BlockKind, Reading, Role
from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    OPERATIVE,
    PREAMBLE,
    SEPARATORS,
    document,
    listed,
    members,
    note,
    p,
    raised,
    reference,
    resolution,
    run,
    styled,
    text,
    zipped,
)

HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="UN"><w:name w:val="_ H_1"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Local"/><w:pPr>'
    '<w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style>"
)


def reading(body: str, **parts: str) -> Reading:
    return read(document(body, **parts))


def words(found: Reading, kind: BlockKind = BlockKind.TEXT) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in found.blocks if block.kind is kind]


def codes(found: Reading) -> list[str]:
    return [warning.code for warning in found.warnings]


def parsed(body: str, **parts: str) -> ParsedResolution:
    """The parse of a document, once every character of it is accounted for."""
    data = document(body, **parts)
    found = parse(data)
    missing, invented = account(read(data).source_text, found)
    assert (missing.total(), invented.total()) == (0, 0)
    return found


def test_paragraphs_come_in_order_with_single_spaces_and_their_place() -> None:
    found = reading(p("The  General\tAssembly,") + p(PREAMBLE))
    assert [(block.where, block.text) for block in found.blocks] == [
        ("paragraph 1", "The General Assembly,"),
        ("paragraph 2", PREAMBLE),
    ]
    assert found.format == "word"


def test_an_automatic_number_is_the_label_and_a_typed_one_stays_in_the_words() -> None:
    found = reading(listed(OPERATIVE) + p("2.", run("\tDecides")), numbering=NUMBERING)
    assert [(block.label, block.text) for block in found.blocks] == [
        ("1.", OPERATIVE),
        ("", "2. Decides"),
    ]


def test_a_whole_resolution_with_true_notes_is_parsed_as_it_is_printed() -> None:
    body = resolution(
        OPERATIVE,
        listed("to train;", level=1),
        preamble=[p(PREAMBLE, reference(2)), p("Noting the report,", reference(3))],
    )
    found = parsed(
        body, numbering=NUMBERING, footnotes=SEPARATORS + note(2, "Annex.") + note(3, "A/66/203.")
    )
    assert [(one.id, one.label, one.text) for one in found.paragraphs] == [
        ("pp1", None, PREAMBLE),
        ("pp2", None, "Noting the report,"),
        ("op1", "1.", OPERATIVE),
        ("op1-a", "(a)", "to train;"),
    ]
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("1", "Annex.", "pp1"),
        ("2", "A/66/203.", "pp2"),
    ]
    assert found.warnings == ()


SHOWN = {
    "a tab": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
    "a break in a sentence": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b"),
    "a hyphen that does not break": (
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>",
        "a\u2011b",
    ),
    "a soft hyphen": ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
    "a typed soft hyphen": (run("a\u00adb"), "ab"),
    "a space that does not break": (run("a\u00a0b"), "a b"),
    "a zero-width sign": (run("a\u200bb"), "ab"),
    "a ligature": (run("o\ufb03ce"), "office"),
    "blanks the file does not keep": ("<w:r><w:t>a </w:t></w:r><w:r><w:t> b</w:t></w:r>", "ab"),
    "blanks the file keeps": (run("a ") + run("b"), "a b"),
    "a link": (f'<w:hyperlink r:id="x">{run("a")}</w:hyperlink>', "a"),
    "a smart tag": (f"<w:smartTag>{run('a')}</w:smartTag>", "a"),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
    "a sign of the font Symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
    "a sign of no known font": ('<w:r><w:sym w:font="Other" w:char="0041"/></w:r>', "A"),
    "a sign without a code": (run("a") + '<w:r><w:sym w:font="Symbol"/></w:r>', "a"),
    "a sign with an endless code": (run("a") + '<w:r><w:sym w:char="FFFFFFFFFF"/></w:r>', "a"),
    "a private code in words": (
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0d8 a\uf001</w:t></w:r>',
        "➢ a•",
    ),
    "a formula": ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
    "a bookmark": ('<w:bookmarkStart w:id="1" w:name="n"/>' + run("a"), "a"),
    "a raised ordinal": (run("the 21") + raised("st") + run(" century"), "the 21st century"),
    "a unit": (run("5 m") + raised("2"), "5 m2"),
    "a power": (run("6 × 10") + raised("6"), "6 × 106"),
    "a formula's figure": (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
}


@pytest.mark.parametrize("way", SHOWN)
def test_what_the_page_shows_is_in_the_words(way: str) -> None:
    content, shown = SHOWN[way]
    found = reading(p(content))
    assert words(found) == [shown]
    assert found.blocks[0].marks == ()


def test_of_a_field_the_result_is_shown_and_not_its_code() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("inner")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("outer")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="PAGE">{run(" and 7")}</w:fldSimple>'
    assert words(reading(p(field, simple))) == ["outer and 7"]


def test_a_field_that_is_never_ended_hides_no_paragraph_after_it() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar/></w:r>'
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2
    assert words(reading(p(broken) + p("After.") + p(ended, "More."))) == ["After.", "More."]


def test_a_break_that_ends_a_printed_line_or_a_paragraph_parts_two() -> None:
    line_end = "<w:r><w:br/></w:r>"
    body = p("89th plenary meeting", line_end, "19 December 2011") + p(
        "Recalling its resolution 66/164,", line_end, "Noting the report,", line_end, line_end, "So"
    )
    assert words(reading(body)) == [
        "89th plenary meeting",
        "19 December 2011",
        "Recalling its resolution 66/164,",
        "Noting the report,",
        "So",
    ]


def test_a_date_in_a_sentence_parts_nothing_and_the_organ_s_line_ends_a_title() -> None:
    line_end = "<w:r><w:br/></w:r>"
    body = p("Protection of defenders", line_end, "The General Assembly,") + p(
        "Recalling its act of", line_end, "19 December 2011", line_end, "and all of its work."
    )
    assert words(reading(body)) == [
        "Protection of defenders",
        "The General Assembly,",
        "Recalling its act of 19 December 2011 and all of its work.",
    ]


@pytest.mark.parametrize("style", ["H1", "UN", "Out"])
def test_a_heading_is_one_by_its_style(style: str) -> None:
    found = reading(styled(style, "General principles"), styles=HEADINGS)
    assert found.blocks[0].role is Role.HEADING


def test_the_number_of_a_heading_is_one_of_its_words() -> None:
    numbered = '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    found = reading(p("General", properties=numbered), styles=HEADINGS, numbering=NUMBERING)
    assert (found.blocks[0].label, found.blocks[0].text) == ("", "1. General")


@pytest.mark.parametrize("line", ["The General Assembly,", "Annex", PREAMBLE, "a" * 301])
def test_a_heading_style_makes_no_heading_of_a_line_that_is_something_else(line: str) -> None:
    assert reading(styled("H1", line), styles=HEADINGS).blocks[0].role is None


def test_a_bold_or_centred_line_is_left_to_its_words() -> None:
    bold = p(run("General principles", "<w:b/>"), properties='<w:jc w:val="center"/>')
    assert reading(bold, styles=HEADINGS).blocks[0].role is None


def test_hidden_words_are_left_over_with_a_warning() -> None:
    hidden = "<w:vanish/>"
    body = p("Shown ", run("not this", hidden), run(" and this", '<w:vanish w:val="0"/>')) + p(
        run("nor this", '<w:rStyle w:val="Gone"/>'), properties="<w:rPr><w:vanish/></w:rPr>"
    )
    found = reading(body, styles=HEADINGS)
    assert words(found) == ["Shown and this"]
    assert words(found, BlockKind.FURNITURE) == ["not this", "nor this"]
    assert codes(found) == ["hidden_text"]


def test_the_reading_of_a_ruby_is_left_over() -> None:
    ruby = f"<w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>"
    found = reading(p(f"<w:r>{ruby}</w:r>"))
    assert (words(found), words(found, BlockKind.FURNITURE)) == (["base"], ["above"])


def test_comments_are_left_over_with_a_warning() -> None:
    comments = f'<w:comment w:id="1">{p("Is this so?")}</w:comment><w:comment w:id="2"/>'
    found = reading(p("Shown"), comments=comments)
    assert (words(found), words(found, BlockKind.FURNITURE)) == (["Shown"], ["Is this so?"])
    assert codes(found) == ["comments_left_out"]


BOX = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
ALTERNATIVES = (
    f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx>'
    f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent>"
)


def test_a_text_box_is_read_once_after_the_paragraph_it_is_tied_to() -> None:
    body = p(f"<w:r>{ALTERNATIVES}</w:r>", "Beside") + p("After")
    assert words(reading(body)) == ["Beside", "In the box", "After"]


def test_of_alternatives_the_first_that_shows_something_is_taken() -> None:
    choice = "<mc:Choice Requires='x'><w:unknown/></mc:Choice>"
    fallback = f"<mc:Fallback>{text('☺')}</mc:Fallback>"
    one = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    none = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent><mc:AlternateContent/></w:r>"
    block = f"<mc:AlternateContent><mc:Choice>{p('Block')}</mc:Choice></mc:AlternateContent>"
    assert words(reading(p(one, none) + block)) == ["☺", "Block"]


def test_words_of_a_deleted_text_box_are_left_over() -> None:
    deleted = f'<w:del w:id="1"><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:del>'
    found = reading(p(deleted, "Shown"))
    assert (words(found), words(found, BlockKind.FURNITURE)) == (["Shown"], ["In the box"])


def test_a_number_without_words_is_kept_as_furniture_and_one_that_is_a_word_as_a_line() -> None:
    articles = NUMBERING.replace("%1.", "Article %1")
    assert reading(listed(""), numbering=NUMBERING).blocks == (
        Block(BlockKind.FURNITURE, "1.", "paragraph 1"),
    )
    assert reading(listed(""), numbering=articles).blocks == (
        Block(BlockKind.TEXT, "Article 1", "paragraph 1"),
    )


def test_page_numbers_and_rules_are_furniture() -> None:
    found = reading(p("_______________") + p("2/7") + p("Shown"))
    assert words(found, BlockKind.FURNITURE) == ["_______________", "2/7"]


def test_a_part_that_is_named_and_not_there_is_told() -> None:
    content = members(p("Shown"), styles="", footnotes=SEPARATORS)
    del content["word/footnotes.xml"]
    found = read(zipped(content))
    assert (words(found), codes(found)) == (["Shown"], ["part_missing"])
    assert "word/footnotes.xml" in found.warnings[0].message


def test_a_file_set_in_from_elsewhere_is_told() -> None:
    assert codes(reading(p("Shown") + '<w:altChunk r:id="x"/>')) == ["part_missing"]


def test_a_title_keeps_its_sign_and_a_number_marked_there_is_left_over() -> None:
    footnotes = SEPARATORS + note(2, "See A/66/203.")
    typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>*</w:t></w:r>'
    body = p("Protection of defenders", typed) + p("Another line", reference(2)) + resolution()
    found = parsed(body, numbering=NUMBERING, footnotes=footnotes)
    assert found.masthead.title == "Protection of defenders* Another line"
    assert found.leftovers == ("1",)


def test_a_numbered_line_before_the_text_that_looks_like_a_page_number_is_kept() -> None:
    found = parsed(listed("3/7") + resolution(), numbering=NUMBERING)
    assert found.masthead.symbol is None


def test_a_paragraph_of_nothing_but_a_mark_keeps_it() -> None:
    found = reading(p(reference(2)), footnotes=SEPARATORS + note(2, "See it."))
    assert words(found, BlockKind.FURNITURE) == ["1"]
