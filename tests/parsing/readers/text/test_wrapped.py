"""A PDF extraction is cut by width; its notes stand where pages ended, inside paragraphs."""

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.readers import read
from tests.parsing.printed import codes_of, markers_of, parsed, pdf_text, texts_of

OPENING = (
    " Recalling the Declaration on the Right and Responsibility of Individuals, Groups ",
    "and Organs of Society to Promote and Protect Universally Recognized Human ",
)
NEXT = (
    " Noting with deep concern that in many countries persons and organizations ",
    "engaged in promoting human rights face threats, ",
)
OPERATIVE = (
    " 1. Calls upon all States to promote and give full effect to the Declaration on ",
    "the rights of human rights defenders; ",
)
WHOLE = (*OPENING, "Rights, ", "", *NEXT, "", *OPERATIVE)
DOUBLE = [
    line
    for pair in ((*OPENING, "Rights, "), NEXT, OPERATIVE)
    for text in pair
    for line in (text, "")
]


def _furniture(text: str) -> list[str]:
    blocks = read(text.encode()).blocks
    return [block.text for block in blocks if block.kind is BlockKind.FURNITURE]


def _notes(text: str) -> list[tuple[str | None, str]]:
    found: tuple[Block, ...] = read(text.encode()).blocks
    return [(block.number, block.text) for block in found if block.kind is BlockKind.NOTE]


def test_lines_cut_by_width_become_paragraphs_again() -> None:
    found = parsed(pdf_text(*WHOLE))
    assert list(texts_of(found)) == ["pp1", "pp2", "op1"]
    assert texts_of(found)["pp2"] == (
        "Noting with deep concern that in many countries persons and organizations engaged in "
        "promoting human rights face threats,"
    )


def test_double_spaced_lines_become_the_same_paragraphs() -> None:
    single = parsed(pdf_text(*WHOLE))
    assert texts_of(parsed(pdf_text(*DOUBLE))) == texts_of(single)


def test_blank_lines_alone_show_where_paragraphs_start() -> None:
    flush = [line.strip() for line in WHOLE]
    assert list(texts_of(parsed(pdf_text(*flush)))) == ["pp1", "pp2", "op1"]


def test_words_alone_show_where_paragraphs_start_when_nothing_else_does() -> None:
    dense = [line.strip() for line in (*OPENING, "Rights, ", *NEXT, *OPERATIVE)]
    text = "\n".join(["The General Assembly,", *dense]) + "\n"
    assert list(texts_of(parsed(text))) == ["pp1", "pp2", "op1"]


def test_a_number_on_its_own_line_marks_a_note_where_it_stands() -> None:
    found = parsed(
        pdf_text(
            OPENING[0],
            "and Organs of Society ",
            "1 ",
            " to Promote and Protect, ",
            "",
            *NEXT,
            "",
            *OPERATIVE,
            "____________ ",
            "1  See A/62/53. ",
        )
    )
    words = texts_of(found)["pp1"]
    assert words.endswith("Organs of Society to Promote and Protect,")
    assert markers_of(found) == {"pp1": [("1", words.index(" to Promote"))]}
    assert codes_of(found) == []


def test_a_comma_after_a_note_number_follows_its_word_without_a_space() -> None:
    found = parsed(
        pdf_text(*OPENING, "Rights ", "1 ", ", and its review, ", "", *NEXT, "", *OPERATIVE)
        + "____________\n1  See A/62/53.\n"
    )
    assert texts_of(found)["pp1"].endswith("Recognized Human Rights, and its review,")


def test_the_residue_of_a_field_before_a_note_number_is_left_over() -> None:
    text = pdf_text(
        *OPENING,
        "Rights, 0F ",
        "",
        "1  ",
        "",
        *NEXT,
        "",
        *OPERATIVE,
        "____________ ",
        "1  See A/62/53. ",
    )
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith("Recognized Human Rights,")
    assert [number for number, _ in markers_of(found)["pp1"]] == ["1"]
    assert _furniture(text) == ["0F", "____________"]


def test_a_note_number_after_a_residue_may_stand_before_words() -> None:
    found = parsed(
        pdf_text(
            *OPENING,
            "Rights, 0F ",
            "",
            "1 certain rights are recognized, ",
            "",
            *NEXT,
            "",
            *OPERATIVE,
        )
        + "____________\n1  See A/62/53.\n"
    )
    words = texts_of(found)["pp1"]
    assert words.endswith("Rights, certain rights are recognized,")
    assert markers_of(found) == {"pp1": [("1", words.index(" certain"))]}


def test_a_residue_alone_on_its_line_is_left_over() -> None:
    text = pdf_text(*OPENING, "Rights, ", "4F ", "", *NEXT, "", *OPERATIVE)
    assert texts_of(parsed(text))["pp1"].endswith("Human Rights,")
    assert _furniture(text) == ["4F"]


def test_a_word_like_a_residue_stays_when_no_number_follows_it() -> None:
    found = parsed(
        pdf_text(*OPENING, "Rights in room 3F ", "and elsewhere, ", "", *NEXT, "", *OPERATIVE)
    )
    assert texts_of(found)["pp1"].endswith("Rights in room 3F and elsewhere,")


def test_notes_in_the_middle_of_a_paragraph_are_taken_out() -> None:
    text = pdf_text(
        *OPENING,
        "Rights, 0F ",
        "1 and the review ",
        "____________ ",
        "1  See Official Records of the General Assembly, Supplement No. 53 (A/62/53), ",
        "chap. IV. ",
        "of its promotion, ",
        "",
        *NEXT,
        "",
        *OPERATIVE,
    )
    assert texts_of(parsed(text))["pp1"].endswith("Rights, and the review of its promotion,")
    assert _notes(text) == [
        (
            "1",
            "See Official Records of the General Assembly, Supplement No. 53 (A/62/53), chap. IV.",
        )
    ]


def test_a_note_whose_number_stands_on_a_line_before_it_is_one_note() -> None:
    text = pdf_text(*DOUBLE, "____________ ", "", " ", "1", "  Resolution 217 A (III). ", "")
    assert _notes(text) == [("1", "Resolution 217 A (III).")]


def test_a_marker_printed_after_a_page_s_notes_is_no_note() -> None:
    """Page two begins with marker 2, and its own notes begin with 2."""
    text = pdf_text(
        *OPENING,
        "Rights ",
        "1",
        " and the Convention ",
        "____________ ",
        "1",
        "  Resolution 217 A (III). ",
        "2",
        " and its protocols, ",
        "",
        *NEXT,
        "",
        *OPERATIVE,
        "____________ ",
        "2",
        "  Resolution 44/25, annex. ",
    )
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith("Rights and the Convention and its protocols,")
    assert [number for number, _ in markers_of(found)["pp1"]] == ["1", "2"]
    assert [note.text for note in found.footnotes] == [
        "Resolution 217 A (III).",
        "Resolution 44/25, annex.",
    ]


def test_a_rule_without_notes_below_it_is_furniture_and_the_paragraph_goes_on() -> None:
    text = pdf_text(*OPENING, "____________ ", "Rights, ", "", *NEXT, "", *OPERATIVE)
    assert texts_of(parsed(text))["pp1"].endswith("Universally Recognized Human Rights,")
    assert _furniture(text) == ["____________"]


def test_page_numbers_and_running_heads_do_not_part_a_paragraph() -> None:
    text = pdf_text(
        OPENING[0], "2/7 ", "A/C.3/70/L.46 ", OPENING[1], "Rights, ", "", *NEXT, "", *OPERATIVE,
        "3/7 ", "A/C.3/70/L.46 ",
    )  # fmt: skip
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith("Universally Recognized Human Rights,")
    assert found.masthead.symbol == "A/C.3/70/L.46"
    assert _furniture(text) == ["2/7", "3/7"]


def test_a_report_s_symbol_on_a_line_of_its_own_stays_in_its_sentence() -> None:
    found = parsed(
        pdf_text(
            *OPENING,
            "Rights, and the report contained in document ",
            "A/66/203 ",
            "and its annex, ",
            "",
            *NEXT,
            "",
            *OPERATIVE,
        )
    )
    assert texts_of(found)["pp1"].endswith("contained in document A/66/203 and its annex,")
    assert found.masthead.symbol is None


def test_the_meeting_and_its_date_close_the_text() -> None:
    found = parsed(pdf_text(*WHOLE, "", " 89th plenary meeting ", " 19 December 2011 "))
    assert (found.masthead.meeting, str(found.masthead.adopted_on)) == (89, "2011-12-19")
    assert texts_of(found)["op1"].endswith("human rights defenders;")


def test_a_hyphen_at_a_line_end_stays_in_a_compound_and_goes_from_a_divided_word() -> None:
    found = parsed(
        pdf_text(
            " Recalling counter- ",
            "terrorism measures and the funda- ",
            "mental freedoms of persons who are engaged in promoting human rights all over ",
            "the world, ",
            "",
            *NEXT,
            "",
            *OPERATIVE,
        )
    )
    assert texts_of(found)["pp1"].startswith(
        "Recalling counter-terrorism measures and the fundamental freedoms of persons"
    )
    assert [(mend.found, mend.mended) for mend in found.mends] == [("funda-mental", "fundamental")]


def test_a_text_without_an_organ_begins_at_its_first_opening() -> None:
    text = "A title of some length that goes on to \nanother line\n" + "\n".join([*WHOLE])
    found = parsed(text)
    assert list(texts_of(found)) == ["pp1", "pp2", "op1"]
    assert found.masthead.title == "A title of some length that goes on to another line"


def test_a_paragraph_that_tops_a_page_starts_though_no_blank_line_is_above() -> None:
    double = [line for text in (*OPENING, "Rights, ") for line in (text, "")]
    text = pdf_text(*double[:-1], *NEXT[:1], "", NEXT[1], "", OPERATIVE[0], "", OPERATIVE[1])
    assert list(texts_of(parsed(text))) == ["pp1", "pp2", "op1"]


def test_a_note_keeps_or_mends_the_hyphens_at_its_line_ends() -> None:
    text = pdf_text(
        *OPENING, "Rights, 0F ", "1  ", "", *NEXT, "", *OPERATIVE, "____________ ",
        "1  See the report of the Sixty-", "second Session on funda-", "mental freedoms. ",
    )  # fmt: skip
    assert parsed(text).footnotes[0].text == (
        "See the report of the Sixty-second Session on fundamental freedoms."
    )


def test_words_left_over_keep_the_hyphens_of_their_line_ends() -> None:
    found = parsed(
        pdf_text(
            *WHOLE,
            "",
            " 89th plenary meeting ",
            " These lines stand after the end of the text and were divided at a counter-",
            "terrorism measure, ",
        )
    )
    assert found.leftovers[-1].endswith("at a counter-terrorism measure,")
    assert codes_of(found) == []


def test_words_below_the_date_of_the_meeting_are_not_joined_to_it() -> None:
    found = parsed(
        pdf_text(
            *WHOLE, "", " 89th plenary meeting ",
            " 19 December 2011 ", "and words that stand below it, ",
        )
    )  # fmt: skip
    assert str(found.masthead.adopted_on) == "2011-12-19"
    assert found.leftovers[-1] == "and words that stand below it,"


def test_a_note_without_a_full_stop_ends_where_a_paragraph_stands_in() -> None:
    text = pdf_text(
        *OPENING, "Rights, 0F ", "1  ", "____________ ", "1  See A/62/53, chap. IV ",
        *NEXT, "", *OPERATIVE,
    )  # fmt: skip
    assert _notes(text) == [("1", "See A/62/53, chap. IV")]
    assert list(texts_of(parsed(text))) == ["pp1", "pp2", "op1"]


def test_a_note_without_a_full_stop_ends_at_the_line_that_names_the_meeting() -> None:
    text = pdf_text(
        *OPENING, "Rights, 0F ", "1  ", "", *NEXT, "", *OPERATIVE, "____________ ",
        "1  See A/62/53, chap. IV ", "89th plenary meeting ",
    )  # fmt: skip
    assert _notes(text) == [("1", "See A/62/53, chap. IV")]
    assert parsed(text).masthead.meeting == 89


def test_a_line_that_stands_in_goes_on_if_it_begins_in_mid_sentence() -> None:
    text = pdf_text(OPENING[0], " and Organs of Society, ", "", *NEXT, "", *OPERATIVE)
    assert texts_of(parsed(text))["pp1"].endswith("Groups and Organs of Society,")


def test_a_line_that_stands_in_starts_a_paragraph_if_it_begins_with_a_capital() -> None:
    text = pdf_text(*OPENING, "Rights ", "", *NEXT, "", *OPERATIVE)
    assert list(texts_of(parsed(text))) == ["pp1", "pp2", "op1"]


def test_a_paragraph_starts_where_the_layout_says_so_whatever_its_words() -> None:
    text = pdf_text(
        *WHOLE, "",
        " All the States that have not yet replied to the Secretary-General are asked to reply. ",
    )  # fmt: skip
    assert list(texts_of(parsed(text))) == ["pp1", "pp2", "op1", "op1-p1"]


def test_lines_that_neither_name_an_organ_nor_open_a_paragraph_are_kept() -> None:
    text = " The lamps of all the lighthouses of the northern coast\nand of the others.\n"
    assert [block.text for block in read(text.encode()).blocks] == [
        "The lamps of all the lighthouses of the northern coast and of the others."
    ]
