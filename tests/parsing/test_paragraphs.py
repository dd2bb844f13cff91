"""Every paragraph gets its kind, its number, its parent and an anchor that no other has."""

import pytest

from archive.parsing.footnotes import MarkedText
from archive.parsing.paragraphs import find_paragraphs
from archive.parsing.parsed import Marker, Paragraph, ParagraphKind

RECALLING = "Recalling the Declaration,"


def _found(*texts: str) -> list[Paragraph]:
    return list(find_paragraphs([MarkedText(text, "line 1") for text in texts]))


def _anchors(*texts: str) -> list[str]:
    return [paragraph.id for paragraph in _found(*texts)]


def test_preambular_and_operative_paragraphs_are_numbered_each_in_its_series() -> None:
    found = _found(RECALLING, "Noting it,", "1. Urges States;", "2. Decides to act.")
    assert [(p.id, p.kind, p.number, p.label, p.opening, p.text) for p in found] == [
        ("pp1", ParagraphKind.PREAMBULAR, 1, None, "Recalling", RECALLING),
        ("pp2", ParagraphKind.PREAMBULAR, 2, None, "Noting", "Noting it,"),
        ("op1", ParagraphKind.OPERATIVE, 1, "1.", "Urges", "Urges States;"),
        ("op2", ParagraphKind.OPERATIVE, 2, "2.", "Decides", "Decides to act."),
    ]


def test_sub_paragraphs_belong_to_the_paragraph_above_them() -> None:
    found = _found("1. Urges States:", "(a) To act:", "(i) Now;", "(ii) Later;", "(b) To report.")
    assert [(p.id, p.parent, p.label, p.number, p.opening) for p in found[1:]] == [
        ("op1-a", "op1", "(a)", None, None),
        ("op1-a-i", "op1-a", "(i)", None, None),
        ("op1-a-ii", "op1-a", "(ii)", None, None),
        ("op1-b", "op1", "(b)", None, None),
    ]


def test_the_letter_i_after_h_goes_on_with_the_letters() -> None:
    letters = [f"({letter}) It;" for letter in "abcdefghij"]
    assert _anchors("1. Urges States:", *letters)[-2:] == ["op1-i", "op1-j"]


def test_a_roman_number_after_a_letter_goes_down_a_level() -> None:
    assert _anchors("1. Urges:", "(h) It:", "(i) Now;", "(v) Then;")[2:] == ["op1-i", "op1-v"]
    assert _anchors("1. Urges:", "(a) It:", "(i) Now;", "(v) Then;")[2:] == ["op1-a-i", "op1-a-v"]


def test_a_gap_in_the_letters_stays_at_its_level() -> None:
    assert _anchors("1. Urges:", "(a) It;", "(c) That;", "(a) This;")[1:] == [
        "op1-a",
        "op1-c",
        "op1-a-again1",
    ]


def test_a_gap_up_to_a_letter_that_is_also_a_roman_number_stays_with_the_letters() -> None:
    assert _anchors("1. Urges:", "(a) It;", "(v) That;", "(w) This;")[1:] == [
        "op1-a",
        "op1-v",
        "op1-w",
    ]


def test_a_list_may_begin_with_a_label_that_is_no_first() -> None:
    assert _anchors("1. Urges:", "(b) It;", "2. Urges:", "(iv) It;") == [
        "op1",
        "op1-b",
        "op2",
        "op2-iv",
    ]


def test_capitals_figures_and_dotted_letters_are_series_of_their_own() -> None:
    assert _anchors("1. Urges:", "(a) It:", "(1) It:", "(A) It:", "a. It;", "b. It;")[-2:] == [
        "op1-a-1-a-a",
        "op1-a-1-a-b",
    ]


def test_levels_end_at_the_sixth_however_deep_a_file_nests() -> None:
    labels = ["(a)", "(1)", "(A)", "a.", "(i)", "A.", "(I)", "(I)"]
    anchors = _anchors("1. Urges:", *(f"{label} It;" for label in labels))
    assert anchors[-3:] == [
        "op1-a-1-a-a-i-a",
        "op1-a-1-a-a-i-i",
        "op1-a-1-a-a-i-i-again1",
    ]


def test_words_after_sub_paragraphs_belong_to_the_numbered_paragraph() -> None:
    found = _found("1. Urges States:", "(a) To act;", "and to report thereon;", "(a) To end.")
    assert [(p.id, p.parent, p.kind) for p in found[2:]] == [
        ("op1-p1", "op1", ParagraphKind.OPERATIVE),
        ("op1-a-again1", "op1", ParagraphKind.OPERATIVE),
    ]


def test_a_preambular_paragraph_may_have_sub_paragraphs_and_words_after_them() -> None:
    found = _found(
        "Recalling:", "(a) The Charter;", "(b) The Declaration,", "and their aims,", "Noting it,"
    )
    assert [(p.id, p.parent, p.kind) for p in found] == [
        ("pp1", None, ParagraphKind.PREAMBULAR),
        ("pp1-a", "pp1", ParagraphKind.PREAMBULAR),
        ("pp1-b", "pp1", ParagraphKind.PREAMBULAR),
        ("pp1-p1", "pp1", ParagraphKind.PREAMBULAR),
        ("pp2", None, ParagraphKind.PREAMBULAR),
    ]


def test_a_label_that_belongs_to_no_paragraph_is_words() -> None:
    found = _found("(a) Recalling it,", "1. Urges States.")
    assert (found[0].id, found[0].label, found[0].text) == ("pp1", None, "(a) Recalling it,")


def test_a_label_with_no_words_is_words() -> None:
    assert [(p.label, p.text) for p in _found("1. Urges States:", "(a)")][1] == (None, "(a)")


def test_a_number_printed_twice_gets_an_anchor_of_its_own() -> None:
    assert _anchors("1. Urges;", "2. Urges;", "2. Urges;", "(a) It.") == [
        "op1",
        "op2",
        "op2-again1",
        "op2-again1-a",
    ]


def test_numbers_that_begin_again_begin_a_part() -> None:
    assert _anchors("1. Urges;", "2. Urges;", "II", "1. Urges;", "2. Urges.") == [
        "op1",
        "op2",
        "heading1",
        "part-2-op1",
        "part-2-op2",
    ]


def test_the_organ_s_name_begins_a_part_with_a_preamble_of_its_own() -> None:
    found = _found(
        RECALLING, "1. Urges.", "B", "The General Assembly,", "Noting it,", "1. Decides."
    )
    assert [(p.id, p.number) for p in found[2:]] == [
        ("heading1", None),
        ("heading2", None),
        ("part-2-pp1", 1),
        ("part-2-op1", 1),
    ]


def test_an_annex_has_its_own_anchors_and_numbers() -> None:
    found = _found(
        RECALLING, "1. Adopts it.", "Annex", "The States agree:", "(a) To act;", "1. They act;",
        "1. They act again;", "Annex II", "The General Assembly,", "1. More.",
    )  # fmt: skip
    assert [(p.id, p.kind, p.parent) for p in found[2:]] == [
        ("annex-1", ParagraphKind.HEADING, None),
        ("annex-1-p1", ParagraphKind.ANNEX, None),
        ("annex-1-p1-a", ParagraphKind.ANNEX, "annex-1-p1"),
        ("annex-1-op1", ParagraphKind.ANNEX, None),
        ("annex-1-part-2-op1", ParagraphKind.ANNEX, None),
        ("annex-2", ParagraphKind.HEADING, None),
        ("heading1", ParagraphKind.HEADING, None),
        ("annex-2-op1", ParagraphKind.ANNEX, None),
    ]


@pytest.mark.parametrize("text", ["I", "Sustainable development", "“Goals” and targets"])
def test_a_short_line_that_is_no_sentence_is_a_heading(text: str) -> None:
    assert _found(text, RECALLING)[0].kind is ParagraphKind.HEADING


@pytest.mark.parametrize("text", ["all States;", "The end.", "T" * 161])
def test_a_sentence_or_a_long_line_is_no_heading(text: str) -> None:
    assert _found(RECALLING, text)[1].kind is ParagraphKind.PREAMBULAR


def test_a_text_that_prints_no_numbers_has_its_operative_paragraphs_counted() -> None:
    found = _found(RECALLING, "Decides to act;", "Noting it,", "Requests a report.")
    assert [(p.id, p.kind, p.number, p.label) for p in found[1:]] == [
        ("op1", ParagraphKind.OPERATIVE, 1, None),
        ("op1-p1", ParagraphKind.OPERATIVE, None, None),
        ("op2", ParagraphKind.OPERATIVE, 2, None),
    ]


def test_markers_move_with_the_words_after_a_label() -> None:
    text = MarkedText("1. Urges States;", "line 1", (Marker(number="1", offset=8),))
    (found,) = find_paragraphs([text])
    assert found.markers == (Marker(number="1", offset=5),)
    assert found.text[:5] == "Urges"


def test_a_marker_inside_a_label_moves_to_the_first_word() -> None:
    text = MarkedText("1. Urges States;", "line 1", (Marker(number="1", offset=1),))
    assert find_paragraphs([text])[0].markers == (Marker(number="1", offset=0),)


def test_numbers_go_on_after_a_list_with_numbers_of_its_own() -> None:
    found = _found(
        "1. Approves:",
        "2. Adopts this agenda:",
        "1. Opening.",
        "2. Closing.",
        "3. Ends.",
        "3. Thanks it.",
    )
    assert [p.id for p in found] == ["op1", "op2", "op2-1", "op2-2", "op2-3", "op3"]
    assert [p.parent for p in found] == [None, None, "op2", "op2", "op2", None]
    resumed = _found(
        "1. Adopts this agenda:", "1. Opening.", "2. Closing.", "2. Thanks it;", "3. Ends."
    )
    assert [p.id for p in resumed][-2:] == ["op2", "op3"]


def test_numbers_in_an_annex_say_nothing_of_a_text_that_prints_none() -> None:
    found = _found(RECALLING, "Decides to adopt it.", "Annex", "1. The States agree.")
    assert [p.id for p in found] == ["pp1", "op1", "annex-1", "annex-1-op1"]


def test_a_gap_after_a_deeper_level_goes_back_to_the_level_of_its_series() -> None:
    assert _anchors("1. Urges:", "(a) It:", "(i) Now;", "(d) That;")[-1] == "op1-d"


def test_bullets_are_counted_and_other_signs_nest_below_them() -> None:
    found = _found(
        "1. Urges:", "(a) It:", "• One:", "– Now;", "– Then;", "• Two;", "(b) That.", "2. Ends."
    )
    assert [(p.id, p.label, p.parent) for p in found[2:-2]] == [
        ("op1-a-item1", "•", "op1-a"),
        ("op1-a-item1-item1", "–", "op1-a-item1"),
        ("op1-a-item1-item2", "–", "op1-a-item1"),
        ("op1-a-item2", "•", "op1-a"),
    ]
    assert [p.id for p in found[-2:]] == ["op1-b", "op2"]


def test_a_label_put_in_between_follows_the_one_it_repeats() -> None:
    assert _anchors("1. Urges:", "(a) It;", "(a bis) That;", "(b) This.", "1 bis. Asks.") == [
        "op1",
        "op1-a",
        "op1-abis",
        "op1-b",
        "op1bis",
    ]


def test_words_may_begin_with_the_first_label_of_their_sub_paragraphs() -> None:
    found = _found("1. (a) It;", "(b) That:", "(c) (i) This;", "(ii) Those.", "2. Ends.")
    assert [(p.id, p.parent, p.text) for p in found] == [
        ("op1", None, "(a) It;"),
        ("op1-b", "op1", "That:"),
        ("op1-c", "op1", "(i) This;"),
        ("op1-c-ii", "op1-c", "Those."),
        ("op2", None, "Ends."),
    ]


def test_words_that_the_numbers_go_on_with_are_operative_and_have_no_number() -> None:
    found = _found(RECALLING, "Resolves that:", "1. The Fund shall be kept;", "2. It shall grow.")
    assert [(p.id, p.kind, p.number, p.opening, p.parent) for p in found[1:]] == [
        ("introduction1", ParagraphKind.OPERATIVE, None, "Resolves", None),
        ("op1", ParagraphKind.OPERATIVE, 1, None, None),
        ("op2", ParagraphKind.OPERATIVE, 2, None, None),
    ]


def test_words_before_a_list_with_letters_or_another_number_introduce_no_numbers() -> None:
    assert _anchors("Resolves that:", "(a) It shall;", "2. Decides it.")[0] == "pp1"
    assert _anchors("Recalling:", "1. Resolves that it shall.") == ["pp1", "op1"]
    assert _anchors("1. Resolves that:", "2. Decides it.") == ["op1", "op2"]


def test_what_a_sub_paragraph_quotes_belongs_to_it_and_its_list_goes_on() -> None:
    found = _found(
        "1. Amends the statute:",
        "(a) Under “Tasks”:",
        "(i) Insert a paragraph, which shall read:",
        "“The Tribunal shall be composed of seven members.",
        "“No two may be nationals of one State.”",
        "(ii) Delete “only”;",
        "(b) Article 2 shall be deleted.",
    )
    assert [(p.id, p.parent) for p in found[3:]] == [
        ("op1-a-i-p1", "op1-a-i"),
        ("op1-a-i-p2", "op1-a-i"),
        ("op1-a-ii", "op1-a"),
        ("op1-b", "op1"),
    ]


def test_a_quotation_that_no_colon_announces_belongs_to_the_numbered_paragraph() -> None:
    found = _found("1. Amends:", "(a) Article 1;", "(i) Now;", "“The Tribunal acts.”", "(ii) Then.")
    assert [(p.id, p.parent) for p in found[3:]] == [("op1-p1", "op1"), ("op1-a-ii", "op1-a")]


def test_a_list_goes_on_after_words_in_between_and_their_own_list() -> None:
    found = _found(
        "Annex",
        "17. Each purpose shall be told as follows:",
        "(a) Training:",
        "The application shall be accompanied by:",
        "(i) The goal of the training;",
        "(ii) The costs.",
        "(b) Studies:",
        "The application shall be accompanied by:",
        "(i) The aim of the study.",
        "18. Each application shall be signed.",
    )
    assert [p.id for p in found[2:]] == [
        f"annex-1-{name}"
        for name in ("op17-a", "p1", "p1-i", "p1-ii", "op17-b", "p2", "p2-i", "op18")
    ]
