"""Paragraphs cut in two, made one, put in and taken out."""

import re
from dataclasses import replace

import pytest

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.values import START, CorrectionError
from archive.parsing.parsed import Marker, Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import (
    RECALLS,
    anchors_in,
    annexed_text,
    cited_in,
    plain_text,
    uncounted_text,
    with_corrections,
)
from tests.parsing.printed import codes_of, word_text


def _at(parsed: ParsedResolution, anchor: str) -> Paragraph:
    return next(one for one in parsed.paragraphs if one.id == anchor)


def _split(parsed: ParsedResolution, where: str, *, before: str) -> ParsedResolution:
    at = _at(parsed, where).text.index(before)
    return with_corrections(parsed, making.split(parsed, where, at=at))


def _text(preamble: list[str], operative: list[str]) -> ParsedResolution:
    return parse(word_text(preamble, operative).encode())


def test_each_half_keeps_its_markers_citations_and_opening() -> None:
    text = plain_text()
    now = _split(text, "pp1", before="and Human")
    assert anchors_in(now)[:4] == ["pp1", "pp2", "pp3", "pp4"]
    assert _at(now, "pp1").text == RECALLS.removesuffix("1")
    assert _at(now, "pp1").markers == (Marker(number="1", offset=51),)
    second = _at(now, "pp2")
    assert second.text[second.markers[0].offset - 5 : second.markers[0].offset] == "2010,"
    assert [note.marked_in for note in now.footnotes] == ["pp1", "pp2", "op3"]
    assert [one.source for one in now.citations][:3] == ["pp1", "pp2", "pp3"]
    assert cited_in(now, "pp4") == cited_in(text, "pp3")


def test_a_label_at_the_cut_makes_a_paragraph_with_that_number() -> None:
    text = _text(["Recalling it,"], ["Calls upon all to act; 2. Decides to report: as asked."])
    now = _split(text, "op1", before="2. Decides")
    assert anchors_in(now) == ["pp1", "op1", "op2"]
    assert (_at(now, "op2").label, _at(now, "op2").opening) == ("2.", "Decides")


def test_parts_belong_to_the_second_half_where_it_stands_beside_the_first() -> None:
    text = _text(
        ["Recalling it,"], ["Calls upon all; 2. Decides:\n(a) To act;\n• To go;\n(b) To do."]
    )
    assert "op1-a" in anchors_in(text)
    now = _split(text, "op1", before="2. Decides")
    assert [one for one in anchors_in(now) if one.startswith("op2")][:2] == ["op2", "op2-a"]
    assert not [one for one in anchors_in(now) if one.startswith("op1-")]
    assert [one.kind for one in now.paragraphs[1:]] == [ParagraphKind.OPERATIVE] * 5


def test_a_preambular_paragraph_that_a_number_follows_is_cut_into_both_kinds() -> None:
    text = _text(["Recalling it, 1. Decides to act:"], ["Urges all."])
    now = _split(text, "pp1", before="1. Decides")
    assert [one.kind.value for one in now.paragraphs] == ["preambular", "operative", "operative"]
    assert anchors_in(now) == ["pp1", "op1-again1", "op1"]


def test_the_first_item_of_a_list_is_cut_from_the_words_that_announce_it() -> None:
    text = _text(["Recalling it,"], ["Decides: (a) to act;\n(b) To report."])
    now = _split(text, "op1", before="(a) to")
    assert anchors_in(now)[1:] == ["op1", "op1-a", "op1-b"]
    assert _at(now, "op1-a").parent == "op1"
    assert "letter_gap" not in codes_of(now)


def test_the_next_item_of_a_list_is_cut_from_the_one_before() -> None:
    text = _text(["Recalling it,"], ["Decides:\n(a) To act; (b) to report;\n(i) Now;"])
    now = _split(text, "op1-a", before="(b) to")
    assert anchors_in(now)[1:] == ["op1", "op1-a", "op1-b", "op1-b-i"]
    deeper = _split(text, "op1-a", before="(b) to")
    assert deeper == now


def test_words_behind_a_label_are_closing_words() -> None:
    text = plain_text()
    now = _split(text, "op4", before="of the matter")
    assert anchors_in(now)[-2:] == ["op4", "op4-p1"]
    part = _split(text, "op2-a", before="on paragraph")
    assert anchors_in(part)[5:7] == ["op2-a", "op2-a-p1"]
    closing = _split(text, "op2-p1", before="do so")
    assert anchors_in(closing)[9:11] == ["op2-p1", "op2-p2"]


def test_uncounted_paragraphs_go_on_counting_behind_a_cut() -> None:
    text = uncounted_text()
    now = _split(text, "op1", before="States to")
    assert anchors_in(now) == ["pp1", "op1", "op2", "op3", "op4"]
    assert [one.number for one in now.paragraphs] == [1, 1, 2, 3, 4]


def test_a_heading_is_cut_into_headings() -> None:
    text = annexed_text()
    now = _split(text, "heading1", before="of action")
    assert [one for one in anchors_in(now) if "heading" in one] == [
        "heading1",
        "heading2",
        "heading3",
    ]


@pytest.mark.parametrize("at", [0, -3, 10_000])
def test_a_cut_leaves_words_on_both_sides(at: int) -> None:
    with pytest.raises(CorrectionError, match="each part must have words"):
        making.split(plain_text(), "op4", at=at)


def test_a_word_is_not_cut() -> None:
    with pytest.raises(CorrectionError, match="cannot be split within “Decides to rem"):
        making.split(plain_text(), "op4", at=5)


def test_a_table_is_cut_between_or_within_its_cells() -> None:
    text = plain_text()
    rows = (((0, 3), (4, 7)), ((8, 13), (14, 18)))
    last = replace(text.paragraphs[-1], opening=None, form=None)
    table = replace(last, text="One two three four", rows=rows)
    text = replace(text, paragraphs=(*text.paragraphs[:-1], table))
    now = with_corrections(text, making.split(text, "op4", at=8))
    assert [one.rows for one in now.paragraphs[-2:]] == [(((0, 3), (4, 7)),), (((0, 5), (6, 10)),)]
    back = with_corrections(now, making.merged(now, "op4"))
    assert back.paragraphs == text.paragraphs


def test_two_paragraphs_become_one_with_the_label_in_the_words() -> None:
    text = plain_text()
    now = with_corrections(text, making.merged(text, "op3"))
    merged = _at(now, "op3")
    assert merged.text.endswith("27 June 2006; 4. Decides to remain seized of the matter.")
    assert merged.markers == _at(text, "op3").markers
    assert anchors_in(now)[-1] == "op3"


def test_the_parts_of_the_second_are_parts_of_the_one() -> None:
    text = plain_text()
    now = with_corrections(text, making.merged(text, "op2-a"))
    assert anchors_in(now)[4:9] == ["op2", "op2-a", "op2-a-i", "op2-a-ii", "op2-p1"]
    whole = with_corrections(text, making.merged(text, "op1"))
    assert anchors_in(whole)[3:7] == ["op1", "op1-a", "op1-b", "op1-b-i"]
    assert ("paragraph 2 (a) above", "op1-a") in cited_in(whole, "pp3")


def test_markers_of_the_second_stand_where_its_words_are() -> None:
    text = plain_text()
    now = with_corrections(text, making.merged(text, "op2-p1"))
    merged = _at(now, "op2-p1")
    assert merged.text[: merged.markers[0].offset].endswith("27 June 2006;")
    assert [note.marked_in for note in now.footnotes] == ["pp1", "pp1", "op2-p1"]


def test_cut_and_made_one_a_text_is_as_it_was() -> None:
    text = plain_text()
    now = _split(text, "pp1", before="and Human")
    back = with_corrections(now, making.merged(now, "pp1"))
    assert (back.paragraphs, back.footnotes) == (text.paragraphs, text.footnotes)
    assert back.citations == text.citations


def test_the_last_paragraph_has_none_to_be_made_one_with() -> None:
    with pytest.raises(CorrectionError, match=r"Op\. 4 is the last paragraph"):
        making.merged(plain_text(), "op4")


def test_a_heading_takes_in_no_paragraph_with_parts() -> None:
    text = annexed_text()
    text = with_corrections(text, making.moved(text, "annex-1-op2", after="heading2"))
    with pytest.raises(CorrectionError, match="Heading 2 is a heading, and the next paragraph has"):
        making.merged(text, "heading2")


def test_a_new_paragraph_counts_in_its_series() -> None:
    text = plain_text()
    made = making.inserted(text, "pp1", kind="preambular", text="Aware of  resolution 60/161,\n")
    now = with_corrections(text, made)
    assert anchors_in(now)[:5] == ["pp1", "pp2", "pp3", "pp4", "op1"]
    assert (_at(now, "pp2").text, _at(now, "pp2").number) == ("Aware of resolution 60/161,", 2)
    assert cited_in(now, "pp2") == [("resolution 60/161", "A/RES/60/161")]
    assert corrected(text, [made]).set_by == {"pp2": 0}


def test_a_missing_number_is_put_in_and_what_referred_to_it_finds_it() -> None:
    text = plain_text()
    missing = with_corrections(text, making.removed(text, "op3"))
    assert {"number_gap", "reference_without_target"} <= set(codes_of(missing))
    assert ("paragraph 3 of the present resolution", "op3") not in cited_in(missing, "pp3")
    made = making.inserted(missing, "op2", kind="operative", label="3.", text="Welcomes it;")
    now = with_corrections(missing, made)
    assert made.where == "op2-p1"
    assert anchors_in(now) == anchors_in(text)
    assert ("paragraph 3 of the present resolution", "op3") in cited_in(now, "pp3")
    assert not {"number_gap", "reference_without_target"} & set(codes_of(now))


def test_a_new_item_goes_on_with_the_list() -> None:
    text = plain_text()
    made = making.inserted(text, "op2-a", kind="operative", label="(a bis)", text="To go on;")
    assert anchors_in(with_corrections(text, made))[5:7] == ["op2-a", "op2-abis"]
    first = making.inserted(text, "op4", kind="operative", label="(a)", text="To begin;")
    assert anchors_in(with_corrections(text, first))[-2:] == ["op4", "op4-a"]
    bullet = making.inserted(text, "op4", kind="operative", label="•", text="To begin;")
    assert anchors_in(with_corrections(text, bullet))[-2:] == ["op4", "op4-item1"]


def test_a_paragraph_may_come_before_all_others() -> None:
    text = plain_text()
    made = making.inserted(text, None, kind="preambular", text="Guided by the Charter,")
    assert made.where == START
    assert anchors_in(with_corrections(text, made))[:2] == ["pp1", "pp2"]


def test_what_was_left_over_of_the_file_is_used_once_it_stands_in_the_text() -> None:
    text = replace(plain_text(), leftovers=("page 2", "5. Recalls resolution 60/161.", "3 See it."))
    made = making.inserted(
        text, "op4", kind="operative", label="5.", text="Recalls resolution 60/161."
    )
    now = with_corrections(text, made)
    assert now.leftovers == ("page 2", "3 See it.")


@pytest.mark.parametrize(
    ("kind", "label", "text", "said"),
    [
        ("clause", None, "Words", "“clause” is no kind for the new paragraph; the kinds are"),
        ("operative", "x y z", "Words", "“x y z” is no label"),
        ("operative", None, " \n ", "The words of the new paragraph are missing"),
        ("operative", None, "a\x00b", "have control characters in them"),
    ],
)
def test_what_is_no_paragraph_is_not_put_in(
    kind: str, label: str | None, text: str, said: str
) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.inserted(plain_text(), "op1", kind=kind, label=label, text=text)


def test_a_removed_paragraph_takes_its_citations_and_markers_along() -> None:
    text = plain_text()
    now = with_corrections(text, making.removed(text, "pp1"))
    assert anchors_in(now)[:3] == ["pp1", "pp2", "op1"]
    assert [note.marked_in for note in now.footnotes] == [None, None, "op3"]
    assert cited_in(now, "pp1") == cited_in(text, "pp2")
    assert codes_of(now).count("note_without_marker") == 2


def test_a_paragraph_with_parts_is_not_removed_before_them() -> None:
    said = re.escape("Op. 2 (b) (i), op. 2 (b) (ii) would be part of nothing without op. 2 (b)")
    with pytest.raises(CorrectionError, match=said):
        making.removed(plain_text(), "op2-b")
