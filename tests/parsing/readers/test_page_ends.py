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
