"""Where a page of a PDF extraction ends, numbers and notes stand between the words."""

import pytest

from archive.parsing.blocks import BlockKind
from archive.parsing.readers import read
from tests.parsing.printed import codes_of, markers_of, parsed, pdf_text, texts_of

FIRST = (
    " Recalling the Declaration on the Right and Responsibility of Individuals, Groups ",
    "and Organs of Society to Promote and Protect Human Rights ",
)
LAST = (
    " 1. Calls upon all States to promote and give full effect to the Declaration on ",
    "the rights of human rights defenders, as adopted by the General Assembly and the ",
    "Human Rights Council; ",
)


def _double(*lines: str) -> list[str]:
    return [part for line in lines for part in (line, "")]


def _furniture(text: str) -> list[str]:
    blocks = read(text.encode()).blocks
    return [block.text for block in blocks if block.kind is BlockKind.FURNITURE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("See the report of the Conference (United Nations publication, Sales No.", "E.93.I.8)."),
        ("Official Records of the General Assembly, Supplement No. 17 (A/35/17), para.", "106."),
        ("Ibid., Sixty-fifth Session, Supplement No. 53 and corrigendum, chap.", "III, sect. A."),
        ("A/76/6 (see the budget, the sections on policymaking and on legal affairs.", "Annex)."),
    ],
)
@pytest.mark.parametrize("spaced", [True, False])
def test_a_note_goes_on_after_an_abbreviation_or_in_an_open_bracket(
    first: str, second: str, *, spaced: bool
) -> None:
    note = ["1", f"  {first} ", f"{second} "]
    body = (*FIRST, "1", ", ")
    lines = _double(*FIRST) if spaced else [*FIRST]
    below = ["", "1", note[1], "", note[2]] if spaced else note
    last = _double(*LAST) if spaced else [*LAST]
    text = pdf_text(*lines[: len(lines) - spaced], *body[2:], "", "__________ ", *below, *last)
    found = parsed(text)
    assert [n.text for n in found.footnotes] == [f"{first} {second}"]
    assert texts_of(found)["op1"].startswith("Calls upon all States")
    assert codes_of(found) == []


def test_a_note_ends_with_the_letter_of_a_section() -> None:
    text = pdf_text(
        *FIRST, "1 ", ", ", "_______ ", "1  See A/62/53, chap. IV, sect. C. ",
        *LAST,
    )  # fmt: skip
    assert [n.text for n in parsed(text).footnotes] == ["See A/62/53, chap. IV, sect. C."]


def test_a_page_number_is_no_marker_of_a_note_on_another_page() -> None:
    text = pdf_text(
        *FIRST, "and its review, ", "", LAST[0], "", "1 ", "", *LAST[1:2], "2 ", "",
        LAST[2], " 2. Decides to remain seized of the matter ", "1 ", ". ",
        "__________ ", "1  See A/62/53. ",
    )  # fmt: skip
    found = parsed(text)
    assert markers_of(found) == {"op2": [("1", len("Decides to remain seized of the matter"))]}
    assert sorted(_furniture(text)) == ["1", "2", "__________"]


def test_the_number_a_residue_announced_is_the_marker_and_the_other_counts_a_page() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, 0F ", "", "1  ", "", " Noting the review, ", "",
        "1 ", "", *LAST, "__________ ", "1  See A/62/53. ",
    )  # fmt: skip
    found = parsed(text)
    assert list(markers_of(found)) == ["pp1"]
    assert "1" in _furniture(text)
    assert codes_of(found) == []


def test_a_page_number_below_the_notes_begins_no_note() -> None:
    text = pdf_text(
        *FIRST, "1 ", "and its review, ", "__________ ", "1  See A/62/53. ", "2 ", "",
        *LAST,
    )  # fmt: skip
    found = parsed(text)
    assert [(n.number, n.text) for n in found.footnotes] == [("1", "See A/62/53.")]
    assert texts_of(found)["op1"].endswith("Human Rights Council;")


def test_a_page_number_after_the_last_notes_is_furniture() -> None:
    text = pdf_text(
        *FIRST, "1 ", "and its review, ", "__________ ", "1  See A/62/53. ", *LAST[:2],
        "1 ", LAST[2],
    )  # fmt: skip
    assert list(markers_of(parsed(text))) == ["pp1"]
    assert _furniture(text)[-1] == "1"


def test_the_day_of_a_date_alone_on_its_line_stays_in_its_sentence() -> None:
    text = pdf_text(
        *_double(*FIRST)[:-1], "1", ", proclaiming ", " 4 ", "",
        *_double("February as the day of human rights defenders of the whole world, ", *LAST),
        "__________ ", "1", "  See A/62/53. ",
    )  # fmt: skip
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith(
        "Rights, proclaiming 4 February as the day of human rights defenders of the whole world,"
    )
    assert [number for number, _ in markers_of(found)["pp1"]] == ["1"]


def test_a_number_that_begins_a_line_after_a_gap_marks_the_next_note() -> None:
    text = pdf_text(*FIRST, "", "1 and its review, ", "", *LAST, "__________ ", "1  See A/62/53. ")
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith("Human Rights and its review,")
    assert [number for number, _ in markers_of(found)["pp1"]] == ["1"]


def test_a_number_that_begins_a_line_and_is_no_next_note_is_one_of_the_words() -> None:
    text = pdf_text(
        *FIRST, "", "7 of their protocols, ", "", *LAST, "__________ ", "1  See A/62/53. "
    )
    assert texts_of(parsed(text))["pp1"].endswith("Human Rights 7 of their protocols,")


@pytest.mark.parametrize("top", [" commissions and their members", " Council on its members"])
def test_a_paragraph_goes_on_at_the_top_of_a_page_below_a_blank_line(top: str) -> None:
    text = pdf_text(
        *FIRST, "", f"{top}, ", "", " Noting the review of its work, ", "", *LAST,
    )  # fmt: skip
    found = parsed(text)
    assert list(texts_of(found)) == ["pp1", "pp2", "op1"]
    assert texts_of(found)["pp1"].endswith(f"Human Rights{top},")


def test_an_operative_paragraph_goes_on_after_a_comma_at_the_top_of_a_page() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST[:1], "the rights of women, ", "",
        " States and their organs; ", "", " 2. Decides to remain seized of the matter. ",
    )  # fmt: skip
    found = parsed(text)
    assert list(texts_of(found)) == ["pp1", "op1", "op2"]
    assert texts_of(found)["op1"].endswith("the rights of women, States and their organs;")


def test_a_paragraph_starts_below_a_heading() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", " General considerations ", "",
        " States of all regions are asked to consider the question, ", "", *LAST, "",
        " 2. Requests the Secretary-General to report to the General Assembly on the ",
        "implementation of the present resolution, and to the Human Rights Council on ",
        "the situation of human rights defenders. ",
    )  # fmt: skip
    assert texts_of(parsed(text))["heading1"] == "General considerations"


@pytest.mark.parametrize(
    "words", ["adopted without a vote at the end of its session,", "89th meeting,"]
)
def test_words_about_an_adoption_in_the_middle_of_a_sentence_close_nothing(words: str) -> None:
    text = pdf_text(
        *FIRST, "which was ", f"{words} ", "and its review, ", "", *LAST,
    )  # fmt: skip
    assert texts_of(parsed(text))["pp1"].endswith(f"which was {words} and its review,")


def test_the_top_of_a_page_tells_a_start_by_its_deeper_indent() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, in consultation with the Governments of States, ", "",
        " Article 1 ", "  Freedom of expression is a right of every person in every State, ", "",
        *LAST, "", " 2. Requests the Secretary-General to transmit the present resolution to all ",
        "States and to report on its implementation. ",
    )  # fmt: skip
    assert list(texts_of(parsed(text)).values())[1:3] == [
        "Article 1",
        "Freedom of expression is a right of every person in every State,",
    ]


def test_a_list_goes_on_at_the_top_of_a_page() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "",
        " 2. Decides to move the following States to other levels of the scale of dues: ", "",
        " Poland: from level I to level H; ", "  Romania: from level I to level H; ", "",
        " 3. Requests the Secretary-General to transmit the present resolution to all of ",
        "them, and to report on its implementation. ",
    )  # fmt: skip
    assert [words for words in texts_of(parsed(text)).values() if "level I " in words] == [
        "Poland: from level I to level H;",
        "Romania: from level I to level H;",
    ]


@pytest.mark.parametrize("line", ["41/7", "36/40"])
def test_the_number_of_a_resolution_alone_on_its_line_is_no_page_number(line: str) -> None:
    text = pdf_text(*FIRST, f"in resolutions 5/1 and {line[:0]}", f" {line} ", "of 2007, ", *LAST)
    assert texts_of(parsed(text))["pp1"].endswith(f"in resolutions 5/1 and {line} of 2007,")


def test_a_hyphen_suspended_at_a_line_s_end_keeps_its_space() -> None:
    text = pdf_text(*FIRST, "in a gender- and age- ", "and disability-sensitive way, ", "", *LAST)
    assert "gender- and age- and disability-sensitive" in texts_of(parsed(text))["pp1"]


@pytest.mark.parametrize("spaced", [True, False])
def test_a_short_text_is_known_to_be_cut_by_width_from_one_line_that_goes_on(
    *, spaced: bool
) -> None:
    lines = [
        " Having received the recommendation of the Security Council of 17 February 2000 ",
        "that Tuvalu should be admitted to membership in the United Nations, ",
        " Decides to admit Tuvalu to membership in the United Nations. ",
    ]
    text = pdf_text(*(_double(*lines) if spaced else lines))
    assert texts_of(parsed(text)) == {
        "pp1": f"{lines[0].strip()} {lines[1].strip()}",
        "op1": lines[2].strip(),
    }


def test_the_organ_s_name_begins_another_part_of_the_document() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "", " B ", "",
        " The General Assembly, ", "", " Recalling its resolution 53/144, in which it adopted the ",
        "Declaration, ", "", " Noting the report, ", "", " 1. Requests the Secretary-General to ",
        "report to the General Assembly at its next session and to the organs concerned. ",
    )  # fmt: skip
    found = texts_of(parsed(text))
    assert found["part-2-pp1"].startswith("Recalling its resolution")
    assert found["part-2-pp2"] == "Noting the report,"


def test_the_organ_s_name_at_the_end_of_a_sentence_begins_nothing() -> None:
    text = pdf_text(*FIRST, "and the resolutions of ", "the General Assembly, ", "", *LAST)
    assert texts_of(parsed(text))["pp1"].endswith("the resolutions of the General Assembly,")


def test_an_annex_has_a_preamble_of_its_own() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "", " Annex ", "",
        " The Contracting States, ", "", " Reaffirming their conviction that trade on the basis ",
        "of equality is an element of friendly relations, ", "", " Have agreed as follows: ",
    )  # fmt: skip
    words = list(texts_of(parsed(text)).values())
    assert words[-3] == "The Contracting States,"
    assert words[-2].endswith("of equality is an element of friendly relations,")


def test_a_section_without_numbers_has_a_paragraph_for_each_opening() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "", " II ", "",
        " Recalling its resolutions 52/252 of 8 September 1998 and 54/238 of 1999 on the ",
        "matter, ", "", " Takes note of the decision of the Commission. ",
    )  # fmt: skip
    assert (
        list(texts_of(parsed(text)).values())[-1] == "Takes note of the decision of the Commission."
    )


def test_a_short_line_that_opens_and_ends_nothing_is_a_heading() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", " Supporting human rights bodies ", "",
        " Objectives and strategy are set out below for all the organs and bodies concerned, ",
        "and for the Secretariat, ", "", *LAST, "", " 2. Requests the Secretary-General to ",
        "transmit the present resolution to all the organs and bodies that it concerns. ",
    )  # fmt: skip
    assert "Supporting human rights bodies" in texts_of(parsed(text)).values()


def test_the_margin_is_the_smallest_indent_of_a_fair_share_of_the_lines() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "",
        " Noting the reports, the recommendations and the decisions of the Council, ", "",
        " Concerned that the situation of human rights defenders has grown worse, ", "",
        *LAST[:1], "the rights of human rights defenders. ", "", " B ", "",
        " Enhancing the oversight of funds and programmes in the field of human rights ",
    )  # fmt: skip
    assert list(texts_of(parsed(text)).values())[-2:-1] == ["B"]


def test_a_sub_paragraph_that_ends_in_or_is_ended_at_the_end_of_a_page() -> None:
    text = pdf_text(
        *_double(*FIRST[:1], "and Organs of Society, ", *LAST[:2], "Human Rights Council: ",
                 " (a) By a declaration of the parties to the effect that it is ended; or ")[:-1],
        *_double("  (b) By an agreement of the parties. "),
    )  # fmt: skip
    assert texts_of(parsed(text))["op1-b"] == "By an agreement of the parties."


def test_a_printed_line_below_another_part_keeps_the_hyphen_of_its_line_s_end() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "", " The General Assembly, ", "",
        " United Nations A/RES/66/164 on counter-", "terrorism measures and the rest of them; ",
    )  # fmt: skip
    assert any("counter-terrorism" in line for line in parsed(text).masthead.lines)


@pytest.mark.parametrize("rest", ["corrigenda thereto (A/62/53), chap. IV.", "(A/62/53)."])
def test_a_note_goes_on_at_the_foot_of_the_next_page(rest: str) -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society 0F", "", "1  and of the legislation ", "",
        "_______ ", "1  See Official Records of the Economic and Social Council and the ",
        " that is misused, ", "", *LAST[:1], "the rights of human rights ", "",
        "_______ ", f"{rest} ", " defenders in all States; ", "",
        " 2. Decides to remain seized of the matter. ",
    )  # fmt: skip
    found = parsed(text)
    assert [n.text for n in found.footnotes] == [
        f"See Official Records of the Economic and Social Council and the {rest}"
    ]
    assert texts_of(found)["op1"].endswith("of human rights defenders in all States;")


def test_a_rule_below_a_finished_note_begins_no_note() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society 0F", "", "1  and of the legislation ", "",
        "_______ ", "1  See A/62/53. ", " that is misused, ", "", *LAST[:1], "_______ ",
        "the rights of human rights defenders. ",
    )  # fmt: skip
    found = parsed(text)
    assert [n.text for n in found.footnotes] == ["See A/62/53."]
    assert texts_of(found)["op1"].endswith(
        "the Declaration on the rights of human rights defenders."
    )


def test_a_number_that_stands_apart_outside_the_text_is_left_over() -> None:
    text = pdf_text(
        *FIRST[:1], "and Organs of Society, ", "", *LAST, "", " 89th plenary meeting ",
        " Words below the end of the text that went on for some time and then ", "12", " ended ",
    )  # fmt: skip
    found = parsed(text)
    assert found.leftovers[-1] == "12"
    assert codes_of(found) == []
