"""Akoma Ntoso is read by what its elements say: labels, notes, tables, annexes, titles."""

import pytest

from archive.parsing.parsed import ParagraphKind
from archive.parsing.pipeline import parse
from tests.parsing.printed import codes_of, markers_of, texts_of
from tests.parsing.readers.akn4un.files import (
    CLOSING,
    NAMESPACE,
    ORGAN,
    PREFACE,
    RECALLING,
    akn,
    annexed,
    data,
    headed,
    linked,
    note,
    numbered,
    statement,
)
from tests.parsing.readers.akn4un.parses import by_id, labels, parsed, resolution


def test_containers_are_preambular_and_labels_are_the_printed_numbers() -> None:
    found = resolution(body=numbered("Decides to rest;", "Invites all to read."))
    assert (found.format, found.language) == ("akn4un", "en")
    assert labels(found) == {"pp1": None, "op1": "1.", "op2": "2."}
    assert [paragraph.opening for paragraph in found.paragraphs] == [
        "Recalling",
        "Decides",
        "Invites",
    ]
    assert codes_of(found) == []
    assert found.leftovers == ()


def test_a_number_that_does_not_run_on_is_reported_whatever_the_ids_say() -> None:
    body = numbered("Decides to rest;") + numbered("Invites all to read.", first=3)
    found = resolution(body=body)
    assert list(labels(found)) == ["pp1", "op1", "op3"]
    assert codes_of(found) == ["number_gap"]


def test_words_that_the_markup_divides_are_one_word() -> None:
    body = numbered("<span>De</span>cides to <b>r</b>est\u200b\u00ad.")
    assert texts_of(resolution(body=body))["op1"] == "Decides to rest."


def test_a_line_break_is_a_space() -> None:
    assert texts_of(resolution(body=numbered("Decides<eol/>to rest.")))["op1"] == (
        "Decides to rest."
    )


def test_points_and_sublists_are_sub_paragraphs() -> None:
    body = (
        "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro>"
        "<point><num>(a)</num><content><p>To rest:</p></content></point>"
        "<sublist><point><num>(i)</num><content><p>By day;</p></content></point></sublist>"
        "<point><num>(b)</num><content><p>To read.</p></content></point></list></paragraph>"
    )
    found = by_id(resolution(body=body))
    assert list(found) == ["pp1", "op1", "op1-a", "op1-a-i", "op1-b"]
    assert found["op1-a-i"].parent == "op1-a"


def test_a_list_in_a_container_stands_below_its_preambular_paragraph() -> None:
    container = (
        "<container><blockList><listIntroduction>Convinced of:</listIntroduction>"
        "<item><num>(a)</num><p>Rest,</p></item><item><num>(b)</num><p>Reading,</p></item>"
        "</blockList></container>"
    )
    found = by_id(resolution(preamble=ORGAN + container))
    assert list(found) == ["pp1", "pp1-a", "pp1-b", "op1"]
    assert found["pp1-b"].kind is ParagraphKind.PREAMBULAR


def test_a_full_stop_of_the_number_that_strayed_into_the_words_goes_back() -> None:
    body = numbered("Decides:") + (
        f"<paragraph><num>1.1</num><content><p>. To rest{note('1', 'A.')} by day.</p></content>"
        "</paragraph>"
    )
    found = resolution(body=body)
    assert labels(found)["op1-1"] == "1.1."
    assert texts_of(found)["op1-1"] == "To rest by day."
    assert markers_of(found)["op1-1"] == [("1", len("To rest"))]


def test_a_letter_of_a_title_in_which_a_note_is_marked_heads_the_text() -> None:
    letter = f"<p><docNumber><span>B</span></docNumber>{note('1', 'See A.')}</p></preface>"
    found = parsed(statement(preface=PREFACE.replace("</preface>", letter)))
    assert markers_of(found) == {"heading1": [("1", 1)]}
    assert texts_of(found)["heading1"] == "B"
    assert found.masthead.title == "Lighthouses"


def test_sections_and_headings_part_the_text_and_their_preamble_is_preambular() -> None:
    body = (
        "<section><num>I</num><subheading>Rest</subheading>"
        f"{numbered('Decides to rest.')}</section>"
        "<section><num>II</num><heading>Reading</heading>"
        "<crossHeading refersTo='#preamble'><span>Noting</span> the books,</crossHeading>"
        f"{numbered('Invites all to read.')}<crossHeading>More</crossHeading></section>"
    )
    found = resolution(body=body)
    assert [
        (one.id, one.text) for one in found.paragraphs if one.kind is ParagraphKind.HEADING
    ] == [
        ("heading1", "I"),
        ("heading2", "Rest"),
        ("heading3", "II"),
        ("heading4", "Reading"),
        ("heading5", "More"),
    ]
    assert texts_of(found)["part-2-pp1"] == "Noting the books,"
    assert labels(found)["part-2-op1"] == "1."


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("<num>I.</num><content><p>Rest</p></content>", "I. Rest"),
        ("<num>VII</num>", "VII"),
        ("<num>(b)</num><subheading>(b)\tEnergy</subheading>", "(b) Energy"),
    ],
)
def test_a_number_of_a_heading_is_part_of_it(paragraph: str, heading: str) -> None:
    body = numbered("Decides:") + f"<paragraph class='H23'>{paragraph}</paragraph>"
    found = resolution(body=body)
    assert texts_of(found)["heading1"] == heading
    assert codes_of(found) == []


def test_a_heading_that_two_elements_print_is_one() -> None:
    body = numbered("Decides:") + "<subheading>B. Rest</subheading>" + headed("B. Rest", level="H4")
    found = resolution(body=body)
    assert list(labels(found)) == ["pp1", "op1", "heading1"]
    assert [mend.mended for mend in found.mends] == ["B. Rest"]


def test_an_annex_has_paragraphs_and_articles_of_its_own() -> None:
    after = CLOSING + annexed(
        headed("Annex"),
        headed("Declaration on Rest"),
        headed("Article 1"),
        numbered("Rest is good."),
    )
    found = by_id(resolution(after=after))
    assert list(found)[2:] == ["annex-1", "heading1", "annex-1-art1", "annex-1-art1-op1"]
    assert found["annex-1-art1-op1"].kind is ParagraphKind.ANNEX


def test_a_paragraph_whose_words_are_all_bold_is_a_heading() -> None:
    bold = "<paragraph class='MercuryDocument'><content><p><span class='bold'>{}</span>{}</p>"
    bold += "</content></paragraph>"
    body = (
        numbered("Decides to rest;")
        + bold.format("II", "")
        + bold.format("Lamps", note("1", "See it."))
        + numbered("Invites all to read.", first=2)
        + bold.format("Lamps", " are lit.")
    )
    found = resolution(body=body)
    assert [(p.id, p.text) for p in found.paragraphs if p.kind is ParagraphKind.HEADING] == [
        ("heading1", "II"),
        ("heading2", "Lamps"),
    ]
    assert texts_of(found)["op2-p1"] == "Lamps are lit."


def test_titles_of_an_annex_in_a_preface_are_headings() -> None:
    annex = annexed(numbered("Rest is good.")).replace(
        "<mainBody>",
        "<preface><p><docNumber>Annex</docNumber><docTitle>Rest</docTitle></p></preface><mainBody>",
    )
    assert list(labels(resolution(after=CLOSING + annex)))[2:] == [
        "annex-1",
        "heading1",
        "annex-1-op1",
    ]


def test_resolutions_in_one_document_are_parted_by_their_letters() -> None:
    def lettered(letter: str) -> str:
        title = (
            f"<preface><p><docNumber>{letter}</docNumber><docTitle>Rest</docTitle></p></preface>"
        )
        return f"<component>{statement(meta='', cover='', preface=title)}</component>"

    cover = statement().partition("<preface>")[0].partition("</meta>")[2].replace("900", "900 A-B")
    found = parsed(
        f"<documentCollection>{data()}{cover}{PREFACE}<collectionBody/></documentCollection>"
        f"<components>{lettered('A')}{lettered('B')}</components>"
    )
    assert [one.text for one in found.paragraphs if one.id.startswith("heading")] == [
        "A",
        "Rest",
        "B",
        "Rest",
        "The General Assembly,",
    ]
    assert "part-2-op1" in labels(found)
    assert (found.masthead.symbol, found.masthead.title) == ("A/RES/66/900", "Lighthouses")
    assert codes_of(found).count("several_resolutions") == 1


def test_a_quoted_structure_within_words_is_read_in_its_place() -> None:
    quoted = (
        "Decides to amend rule 1 to read:<mod><quotedStructure><p>“Rest is good.”</p>"
        "</quotedStructure></mod>and to rest."
    )
    found = resolution(
        body=f"<paragraph><num>1.</num><content><p>{quoted}</p></content></paragraph>"
    )
    assert [one.text for one in found.paragraphs][1:] == [
        "Decides to amend rule 1 to read:",
        "“Rest is good.”",
        "and to rest.",
    ]


def test_elements_of_other_kinds_and_text_beside_them_are_read_all_the_same() -> None:
    body = "<body><level><num>1.</num>Decides to rest<unheardOf> by day.</unheardOf></level></body>"
    found = parsed(
        f"<bill>{data()}<preface><p>Rest</p></preface>"
        f"<preamble>{ORGAN}<recitals><recital><p>Recalling rest,</p></recital></recitals>"
        "</preamble>"
        f"{body}<p>Invites all to read.</p></bill>"
    )
    assert texts_of(found)["pp1"] == "Recalling rest,"
    assert texts_of(found)["op1"] == "Decides to rest by day."


def test_the_organ_is_found_in_a_preamble_that_does_not_tag_it() -> None:
    preamble = f"<p>The Human Rights Council,</p>{RECALLING}"
    assert list(labels(resolution(preamble=preamble))) == ["pp1", "op1"]


def test_a_document_without_a_preamble_is_read_from_its_body() -> None:
    found = parsed(f"<doc name='x'><mainBody>{numbered('Decides;', 'Invites.')}</mainBody></doc>")
    assert list(labels(found)) == ["op1", "op2"]


@pytest.mark.parametrize(
    "encoded",
    [
        akn(statement(), prefix="akn"),
        akn(statement(), namespace=f"{NAMESPACE}/CSD13/WD17"),
        b"\xef\xbb\xbf" + akn(statement()),
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a copy -->\n" + akn(statement()),
        akn(statement()).decode().encode("utf-16"),
    ],
    ids=["prefix", "older", "mark", "declared", "utf-16"],
)
def test_namespaces_and_encodings_make_no_difference(encoded: bytes) -> None:
    found = parse(encoded)
    assert texts_of(found) == texts_of(parse(akn(statement())))
    assert found.format == "akn4un"


def test_signs_of_windows_1252_are_read_as_what_they_were() -> None:
    found = resolution(body=numbered("Decides to honour the sea&#146;s rest."))
    assert texts_of(found)["op1"] == "Decides to honour the sea’s rest."


def test_lost_characters_are_reported() -> None:
    found = resolution(body=numbered("Decides to re\ufffd\ufffdst."))
    assert [one.message[:12] for one in found.warnings if one.code == "characters_lost"] == [
        "2 characters"
    ]
    assert "characters_lost" in codes_of(resolution(body=numbered("Decides to re\ufffdst.")))


def test_a_link_to_another_document_than_its_words_name_is_reported() -> None:
    preamble = (
        f"{ORGAN}<container><p>Recalling its resolution "
        f"{linked('65/146', 'A/HRC/RES/65/146')} of 18 December 2010,</p></container>"
    )
    found = resolution(preamble=preamble)
    assert [one.target for one in found.citations] == ["A/RES/65/146"]
    assert codes_of(found) == ["link_contradiction"]


def test_a_label_that_numbers_nothing_stays_before_its_words() -> None:
    container = f"<container><num>Item</num><p>Recalling rest{note('1', 'A.')},</p></container>"
    found = resolution(preamble=ORGAN + container)
    assert texts_of(found)["pp1"] == "Item Recalling rest,"
    assert markers_of(found)["pp1"] == [("1", len("Item Recalling rest"))]


def test_a_number_before_a_closing_line_is_part_of_it() -> None:
    after = CLOSING.replace("<p>", "<p><num>1.</num>", 1)
    assert "1. 89th plenary meeting" in resolution(after=after).masthead.lines


def test_words_and_notes_between_elements_are_read() -> None:
    stray = f"Invites all to read{note('1', 'A.')}"
    found = parsed(statement(body=numbered("Decides;"), after=f"{stray}<meta>unseen</meta> today."))
    assert [one.text for one in found.paragraphs][2:] == ["Invites all to read", "today."]
    assert [one.marked_in for one in found.footnotes] == ["op1-p1"]


def test_data_within_words_are_not_seen() -> None:
    found = resolution(body=numbered("Decides<meta>unseen</meta> to<b>day<meta/></b>."))
    assert texts_of(found)["op1"] == "Decides today."


def test_words_in_a_line_break_are_read() -> None:
    after = CLOSING.replace("<eol/>", "<eol>in New York</eol>")
    assert "in New York 19 December 2011" in resolution(after=after).masthead.lines
