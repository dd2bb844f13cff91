"""Akoma Ntoso is read by what its elements say: labels, notes, tables, annexes, titles."""

from pathlib import Path

import pytest

from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers.akn4un.xml import DEEPEST, MOST_NOTES, MOST_TAGS
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
    table,
)

OTHER_LANGUAGES = Path(__file__).parents[5] / "shared" / "corpus" / "akn4un"
COUNTED = {"content_missing", "content_invented"}


def _parsed(content: str, **options: str) -> ParsedResolution:
    found = parse(akn(content, **options))
    assert not COUNTED & set(codes_of(found))
    return found


def _resolution(
    *, preamble: str = ORGAN + RECALLING, body: str = "", after: str = CLOSING
) -> ParsedResolution:
    return _parsed(statement(preamble=preamble, body=body, after=after))


def _labels(found: ParsedResolution) -> dict[str, str | None]:
    return {paragraph.id: paragraph.label for paragraph in found.paragraphs}


def _by_id(found: ParsedResolution) -> dict[str, Paragraph]:
    return {paragraph.id: paragraph for paragraph in found.paragraphs}


def test_containers_are_preambular_and_labels_are_the_printed_numbers() -> None:
    found = _resolution(body=numbered("Decides to rest;", "Invites all to read."))
    assert (found.format, found.language) == ("akn4un", "en")
    assert _labels(found) == {"pp1": None, "op1": "1.", "op2": "2."}
    assert [paragraph.opening for paragraph in found.paragraphs] == [
        "Recalling",
        "Decides",
        "Invites",
    ]
    assert codes_of(found) == []
    assert found.leftovers == ()


def test_a_number_that_does_not_run_on_is_reported_whatever_the_ids_say() -> None:
    body = numbered("Decides to rest;") + numbered("Invites all to read.", first=3)
    found = _resolution(body=body)
    assert list(_labels(found)) == ["pp1", "op1", "op3"]
    assert codes_of(found) == ["number_gap"]


def test_words_that_the_markup_divides_are_one_word() -> None:
    body = numbered("<span>De</span>cides to <b>r</b>est\u200b\u00ad.")
    assert texts_of(_resolution(body=body))["op1"] == "Decides to rest."


def test_a_line_break_is_a_space() -> None:
    assert texts_of(_resolution(body=numbered("Decides<eol/>to rest.")))["op1"] == (
        "Decides to rest."
    )


def test_points_and_sublists_are_sub_paragraphs() -> None:
    body = (
        "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro>"
        "<point><num>(a)</num><content><p>To rest:</p></content></point>"
        "<sublist><point><num>(i)</num><content><p>By day;</p></content></point></sublist>"
        "<point><num>(b)</num><content><p>To read.</p></content></point></list></paragraph>"
    )
    found = _by_id(_resolution(body=body))
    assert list(found) == ["pp1", "op1", "op1-a", "op1-a-i", "op1-b"]
    assert found["op1-a-i"].parent == "op1-a"


def test_a_list_in_a_container_stands_below_its_preambular_paragraph() -> None:
    container = (
        "<container><blockList><listIntroduction>Convinced of:</listIntroduction>"
        "<item><num>(a)</num><p>Rest,</p></item><item><num>(b)</num><p>Reading,</p></item>"
        "</blockList></container>"
    )
    found = _by_id(_resolution(preamble=ORGAN + container))
    assert list(found) == ["pp1", "pp1-a", "pp1-b", "op1"]
    assert found["pp1-b"].kind is ParagraphKind.PREAMBULAR


def test_a_full_stop_of_the_number_that_strayed_into_the_words_goes_back() -> None:
    body = numbered("Decides:") + (
        f"<paragraph><num>1.1</num><content><p>. To rest{note('1', 'A.')} by day.</p></content>"
        "</paragraph>"
    )
    found = _resolution(body=body)
    assert _labels(found)["op1-1"] == "1.1."
    assert texts_of(found)["op1-1"] == "To rest by day."
    assert markers_of(found)["op1-1"] == [("1", len("To rest"))]


def test_notes_are_certain_and_kept_with_their_markers_wherever_they_are() -> None:
    body = numbered(f"Decides to rest{note('2', 'See <i>Rests</i>.')} in 2012{note('3', 'Ibid.')}.")
    preamble = f"{ORGAN}<container><p>Recalling rest,{note('1', 'Resolution 1/1.')}</p></container>"
    found = _resolution(preamble=preamble, body=body)
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("1", "Resolution 1/1.", "pp1"),
        ("2", "See Rests.", "op1"),
        ("3", "Ibid.", "op1"),
    ]
    assert markers_of(found)["op1"] == [("2", len("Decides to rest")), ("3", 23)]
    assert codes_of(found) == []


def test_a_note_within_a_note_is_part_of_its_words() -> None:
    body = numbered(f"Decides to rest{note('1', 'See' + note('2', 'Rests.') + ' Boats.')}.")
    assert [one.text for one in _resolution(body=body).footnotes] == ["See Boats. 2 Rests."]


def test_a_note_without_a_marker_is_left_over() -> None:
    found = _resolution(
        body=numbered("Decides<authorialNote><p>Lost.</p></authorialNote> to rest.")
    )
    assert found.leftovers == ("Lost.",)


def test_a_mark_that_stands_alone_belongs_to_the_words_before_it() -> None:
    body = numbered("Decides:") + f"<subheading>Rest</subheading>{note('1', 'See rest.')}"
    assert markers_of(_resolution(body=body)) == {"heading1": [("1", len("Rest"))]}


def test_a_mark_before_any_words_keeps_its_note() -> None:
    cover = f"<coverPage><p>{note('1', 'See rest.')}</p></coverPage>"
    found = _parsed(statement(cover=cover, preface=""))
    assert [one.text for one in found.footnotes] == ["See rest."]
    assert found.leftovers == ("1",)
    assert "note_without_marker" in codes_of(found)


def test_a_mark_inside_a_word_is_kept_after_it() -> None:
    found = _resolution(
        body=numbered(f"Decides to re{note('1', 'A.')}st and{note('2', 'B.')} read.")
    )
    assert markers_of(found)["op1"] == [("1", len("Decides to rest")), ("2", 19)]
    assert [(one.code, "“rest”" in one.message) for one in found.warnings] == [
        ("marker_in_word", True)
    ]


def test_a_letter_of_a_title_in_which_a_note_is_marked_heads_the_text() -> None:
    letter = f"<p><docNumber><span>B</span></docNumber>{note('1', 'See A.')}</p></preface>"
    found = _parsed(statement(preface=PREFACE.replace("</preface>", letter)))
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
    found = _resolution(body=body)
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
    assert _labels(found)["part-2-op1"] == "1."


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
    found = _resolution(body=body)
    assert texts_of(found)["heading1"] == heading
    assert codes_of(found) == []


def test_a_heading_that_two_elements_print_is_one() -> None:
    body = numbered("Decides:") + "<subheading>B. Rest</subheading>" + headed("B. Rest", level="H4")
    found = _resolution(body=body)
    assert list(_labels(found)) == ["pp1", "op1", "heading1"]
    assert [mend.mended for mend in found.mends] == ["B. Rest"]


def test_a_table_is_one_paragraph_with_cells_and_marks() -> None:
    rows = table(("State", "Share"), (f"Fiji{note('1', 'In 2011.')}", "0.004"))
    found = _by_id(_resolution(body=numbered("Decides on shares:") + rows))
    shares = found["op1-p1"]
    assert [[shares.text[start:end] for start, end in row] for row in shares.rows] == [
        ["State", "Share"],
        ["Fiji", "0.004"],
    ]
    assert [marker.number for marker in shares.markers] == ["1"]


def test_cells_that_reach_over_others_leave_them_empty() -> None:
    rows = (
        "<table><caption>Shares</caption><thead><tr><th rowspan='2'><p>State</p></th>"
        "<th colspan='2'><p>Share</p></th></tr></thead><tbody>"
        "<tr><td><p>Old</p></td><td colspan='nonsense'><p>New</p></td></tr>"
        "<tr><td><p>Fiji</p></td></tr></tbody></table>"
    )
    found = _by_id(_resolution(body=numbered("Decides on shares:") + rows))
    shares = next(one for one in found.values() if one.rows)
    assert found["heading1"].text == "Shares"
    assert [[shares.text[start:end] for start, end in row] for row in shares.rows] == [
        ["State", "Share", ""],
        ["", "Old", "New"],
        ["Fiji"],
    ]


@pytest.mark.parametrize("raised", ["<sup>a</sup>", "<span><sup>a</sup></span>"])
def test_a_raised_letter_in_a_table_marks_the_note_below_it(raised: str) -> None:
    below = (
        f"<paragraph class='FootnoteText'><content><p>{raised}\tIn 2011.</p></content></paragraph>"
    )
    body = numbered("Decides on shares:") + table((f"Fiji{raised}", "0.004")) + below
    found = _resolution(body=body)
    assert [(one.id, one.text, one.marked_in) for one in found.footnotes] == [
        ("fna", "In 2011.", "op1-p1")
    ]


@pytest.mark.parametrize(
    "below",
    [
        "<p><sup>b</sup> In 2011.</p>",
        "<p>In 2011.<sup>a</sup></p>",
        "<p>Abbreviations: F, Fiji.</p>",
    ],
)
def test_a_note_of_a_table_that_the_table_does_not_mark_stays_a_paragraph(below: str) -> None:
    body = numbered("Decides on shares:") + table(("Fiji<sup>a</sup>", "0.004"))
    body += f"<paragraph class='FootnoteText'><content>{below}</content></paragraph>"
    found = _resolution(body=body)
    assert found.footnotes == ()
    assert len(found.paragraphs) == 4


def test_two_notes_below_a_table_are_both_its_notes() -> None:
    below = "".join(
        f"<paragraph class='FootnoteText'><content><p><sup>{letter}</sup> In 2011.</p></content>"
        "</paragraph>"
        for letter in "xaba"
    )
    body = numbered("Decides:") + table(("Fiji<sup>a</sup>", "1<sup>b</sup>"))
    found = _resolution(
        body=body.replace("<container name='table'>", "").replace("</container>", "") + below
    )
    assert [one.id for one in found.footnotes] == ["fna", "fnb"]
    assert [one.text for one in found.paragraphs][-2:] == ["x In 2011.", "a In 2011."]


def test_raised_letters_without_a_table_are_words() -> None:
    below = (
        "<paragraph class='FootnoteText'><content><p><sup>a</sup> Rest.</p></content></paragraph>"
    )
    found = _resolution(body=below + numbered("Decides to rest."))
    assert found.footnotes == ()


def test_raised_brackets_round_a_mark_are_part_of_it() -> None:
    raised = f"Decides to rest<sup>(</sup>{note('1', 'A.')}<sup>)</sup> by day<sup>)</sup>."
    assert texts_of(_resolution(body=numbered(raised)))["op1"] == "Decides to rest by day)."


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        ("<sup>1</sup>", "Decides to rest."),
        ("<sup>o</sup>", "Decides to resto."),
        ("<sup><b>x</b></sup>", "Decides to restx."),
    ],
)
def test_a_raised_number_before_its_note_is_its_mark(raised: str, words: str) -> None:
    found = _resolution(body=numbered(f"Decides to rest{raised}{note('1', 'A.')}."))
    assert texts_of(found)["op1"] == words


def test_notes_kept_among_the_data_are_put_where_they_are_marked() -> None:
    kept = "<notes><note eId='n1' marker='1'><p>See rest.</p></note></notes></meta>"
    body = numbered(
        "Decides to rest<noteRef href='#n1'/> by day<noteRef href='#n1'/><noteRef href='#n2'/>."
    )
    found = _parsed(statement(meta=data().replace("</meta>", kept), body=body))
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("1", "See rest.", "op1")
    ]
    assert texts_of(found)["op1"] == "Decides to rest by day."


def test_an_annex_has_paragraphs_and_articles_of_its_own() -> None:
    after = CLOSING + annexed(
        headed("Annex"),
        headed("Declaration on Rest"),
        headed("Article 1"),
        numbered("Rest is good."),
    )
    found = _by_id(_resolution(after=after))
    assert list(found)[2:] == ["annex-1", "heading1", "annex-1-art1", "annex-1-art1-op1"]
    assert found["annex-1-art1-op1"].kind is ParagraphKind.ANNEX


def test_titles_of_an_annex_in_a_preface_are_headings() -> None:
    annex = annexed(numbered("Rest is good.")).replace(
        "<mainBody>",
        "<preface><p><docNumber>Annex</docNumber><docTitle>Rest</docTitle></p></preface><mainBody>",
    )
    assert list(_labels(_resolution(after=CLOSING + annex)))[2:] == [
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
    found = _parsed(
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
    assert "part-2-op1" in _labels(found)
    assert (found.masthead.symbol, found.masthead.title) == ("A/RES/66/900", "Lighthouses")
    assert "several_resolutions" in codes_of(found)


def test_a_quoted_structure_within_words_is_read_in_its_place() -> None:
    quoted = (
        "Decides to amend rule 1 to read:<mod><quotedStructure><p>“Rest is good.”</p>"
        "</quotedStructure></mod>and to rest."
    )
    found = _resolution(
        body=f"<paragraph><num>1.</num><content><p>{quoted}</p></content></paragraph>"
    )
    assert [one.text for one in found.paragraphs][1:] == [
        "Decides to amend rule 1 to read:",
        "“Rest is good.”",
        "and to rest.",
    ]


def test_elements_of_other_kinds_and_text_beside_them_are_read_all_the_same() -> None:
    body = "<body><level><num>1.</num>Decides to rest<unheardOf> by day.</unheardOf></level></body>"
    found = _parsed(
        f"<bill>{data()}<preface><p>Rest</p></preface>"
        f"<preamble>{ORGAN}<recitals><recital><p>Recalling rest,</p></recital></recitals>"
        "</preamble>"
        f"{body}<p>Invites all to read.</p></bill>"
    )
    assert texts_of(found)["pp1"] == "Recalling rest,"
    assert texts_of(found)["op1"] == "Decides to rest by day."


def test_the_organ_is_found_in_a_preamble_that_does_not_tag_it() -> None:
    preamble = f"<p>The Human Rights Council,</p>{RECALLING}"
    assert list(_labels(_resolution(preamble=preamble))) == ["pp1", "op1"]


def test_a_document_without_a_preamble_is_read_from_its_body() -> None:
    found = _parsed(f"<doc name='x'><mainBody>{numbered('Decides;', 'Invites.')}</mainBody></doc>")
    assert list(_labels(found)) == ["op1", "op2"]


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
    found = _resolution(body=numbered("Decides to honour the sea&#146;s rest."))
    assert texts_of(found)["op1"] == "Decides to honour the sea’s rest."


def test_lost_characters_are_reported() -> None:
    found = _resolution(body=numbered("Decides to re\ufffd\ufffdst."))
    assert [one.message[:12] for one in found.warnings if one.code == "characters_lost"] == [
        "2 characters"
    ]
    assert "characters_lost" in codes_of(_resolution(body=numbered("Decides to re\ufffdst.")))


ENTITIES = (
    "<!DOCTYPE akomaNtoso [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c SYSTEM 'file:///etc/hostname'>]>"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_anything_is_read(codec: str) -> None:
    written = ENTITIES + akn(statement(body=numbered("Decides &b;&c;"))).decode()
    with pytest.raises(ParseError) as caught:
        parse(("<?xml version='1.0'?>" + written).encode(codec))
    assert caught.value.code == "unsafe_xml"


def test_a_document_type_in_another_encoding_is_refused_as_well() -> None:
    declared = "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE akomaNtoso []>"
    with pytest.raises(ParseError) as caught:
        parse(declared.encode("ascii") + akn(statement()))
    assert caught.value.code in {"unsafe_xml", "damaged_file"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<p/>" * (MOST_TAGS + 1), "too_large"),
        (f"<p>{note('1', 'A.') * (MOST_NOTES + 1)}</p>", "too_large"),
        ("<p>" * DEEPEST + "</p>" * DEEPEST, "too_large"),
        ("<p>" * 2000 + "</p>" * 2000, "damaged_file"),
        ("<p>", "damaged_file"),
        ("<p> </p>", "empty_file"),
        ("<statement><mainBody><p>Rest.</p></mainBody></statement>", "not_a_resolution"),
    ],
)
def test_a_file_that_is_out_of_proportion_damaged_or_empty_is_refused(
    content: str, code: str
) -> None:
    with pytest.raises(ParseError) as caught:
        parse(akn(content))
    assert caught.value.code == code


def test_a_table_of_empty_cells_without_end_is_cut() -> None:
    rows = "<tr><td colspan='30' rowspan='99999'><p>Fiji</p></td></tr>" + "<tr/>" * 3000
    found = _resolution(body=numbered("Decides on shares:") + f"<table>{rows * 2}</table>")
    shares = _by_id(found)["op1-p1"]
    assert sum(map(len, shares.rows)) <= 50_000 + 2


@pytest.mark.skipif(not OTHER_LANGUAGES.exists(), reason="../shared is not beside the project")
@pytest.mark.parametrize("language", ["A", "C", "F", "R", "S"])
def test_a_translation_has_the_paragraphs_and_notes_of_the_english_text(language: str) -> None:
    def outline(path: Path) -> list[tuple[str, int | None, list[str]]]:
        found = parse(path.read_bytes())
        assert codes_of(found) == [] or path.stem.endswith("E")
        return [
            (one.id, one.number, [marker.number for marker in one.markers])
            for one in found.paragraphs
        ]

    english = OTHER_LANGUAGES / "en" / "A_RES_76_174-2119209E.xml"
    other = OTHER_LANGUAGES / "other-languages" / f"A_RES_76_174-2119209{language}.xml"
    assert outline(other) == outline(english)


def test_labels_in_other_scripts_have_the_anchors_of_english() -> None:
    body = (
        "<paragraph><num>1 -</num><content><p>\u062a\u0642\u0631\u0631:</p></content></paragraph>"
        "<paragraph><num>(\u0623)</num><content><p>\u0623\u0646</p></content></paragraph>"
        "<paragraph><num>(\u0628)</num><content><p>\u0623\u0646</p></content></paragraph>"
        "<paragraph><num>2 -</num><content><p>\u062a\u0642\u0631\u0631.</p></content></paragraph>"
    )
    arabic = "<formula><p>\u0627\u0644\u062c\u0645\u0639\u064a\u0629,</p></formula>"
    found = _parsed(
        statement(meta=data(language="ara"), preamble=arabic, body=body).replace(" ", " ")
    )
    assert found.language == "ar"
    assert list(_labels(found)) == ["op1", "op1-a", "op1-b", "op2"]


def test_a_link_to_another_document_than_its_words_name_is_reported() -> None:
    preamble = (
        f"{ORGAN}<container><p>Recalling its resolution "
        f"{linked('65/146', 'A/HRC/RES/65/146')} of 18 December 2010,</p></container>"
    )
    found = _resolution(preamble=preamble)
    assert [one.target for one in found.citations] == ["A/RES/65/146"]
    assert codes_of(found) == ["link_contradiction"]


def test_a_label_that_numbers_nothing_stays_before_its_words() -> None:
    container = f"<container><num>Item</num><p>Recalling rest{note('1', 'A.')},</p></container>"
    found = _resolution(preamble=ORGAN + container)
    assert texts_of(found)["pp1"] == "Item Recalling rest,"
    assert markers_of(found)["pp1"] == [("1", len("Item Recalling rest"))]


def test_a_note_on_a_number_is_marked_before_the_words() -> None:
    body = (
        f"<paragraph><num>1.{note('1', 'A.')}</num><content><p>Decides.</p></content></paragraph>"
    )
    found = _resolution(body=body)
    assert markers_of(found) == {"op1": [("1", 0)]}
    assert [one.text for one in found.footnotes] == ["A."]


def test_a_number_before_a_closing_line_is_part_of_it() -> None:
    after = CLOSING.replace("<p>", "<p><num>1.</num>", 1)
    assert "1. 89th plenary meeting" in _resolution(after=after).masthead.lines


def test_words_and_notes_between_elements_are_read() -> None:
    stray = f"Invites all to read{note('1', 'A.')}"
    found = _parsed(
        statement(body=numbered("Decides;"), after=f"{stray}<meta>unseen</meta> today.")
    )
    assert [one.text for one in found.paragraphs][2:] == ["Invites all to read", "today."]
    assert [one.marked_in for one in found.footnotes] == ["op1-p1"]


def test_data_within_words_are_not_seen() -> None:
    found = _resolution(body=numbered("Decides<meta>unseen</meta> to<b>day<meta/></b>."))
    assert texts_of(found)["op1"] == "Decides today."


def test_words_in_a_line_break_are_read() -> None:
    after = CLOSING.replace("<eol/>", "<eol>in New York</eol>")
    assert "in New York 19 December 2011" in _resolution(after=after).masthead.lines


@pytest.mark.parametrize(
    "stray",
    [
        "<table>Shares<tr><td><p>Fiji</p></td></tr></table>",
        "<table><tr>Shares<td><p>Fiji</p></td></tr></table>",
        "<table><tr><td><p>Fiji</p></td>Shares</tr></table>",
        "<table><tbody><tr><th><p>Fiji</p></th></tr>Shares</tbody></table>",
        "<table><tr><td><p>Fiji</p></td></tr><p>Shares</p></table>",
        "<table><tr><td><p>Fiji</p></td><p>Shares</p></tr></table>",
    ],
)
def test_words_outside_the_cells_of_a_table_are_not_lost(stray: str) -> None:
    found = _resolution(body=numbered("Decides on shares:") + stray)
    assert {"Fiji", "Shares"} <= {one.text for one in found.paragraphs}
