"""Kind, label, parent and place of a paragraph: what changes with them, and what stays."""

import re
from dataclasses import replace
from random import Random

import pytest

from archive.corrections import anchoring, making
from archive.corrections.values import CorrectionError
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import (
    anchors_in,
    annexed_text,
    cited_in,
    plain_text,
    some_corrections,
    uncounted_text,
    with_corrections,
)
from tests.parsing.printed import codes_of, word_text


def _at(parsed: ParsedResolution, anchor: str) -> Paragraph:
    return next(one for one in parsed.paragraphs if one.id == anchor)


def test_another_wording_finds_its_opening_and_citations_and_keeps_all_others() -> None:
    text = plain_text()
    words = "Strongly urges States to recall resolution 60/161;"
    now = with_corrections(text, making.wording_set(text, "op1", text=words))
    assert (_at(now, "op1").opening, _at(now, "op1").form) == ("Strongly urges", "urge")
    assert cited_in(now, "op1") == [("resolution 60/161", "A/RES/60/161")]
    assert [one for one in now.citations if one.source != "op1"] == [
        one for one in text.citations if one.source != "op1"
    ]
    assert [one for one in now.paragraphs if one.id != "op1"] == [
        one for one in text.paragraphs if one.id != "op1"
    ]


def test_the_opening_of_a_paragraph_governs_the_citations_of_its_parts() -> None:
    text = parse(word_text(operative=["Requests all:\n(a) To heed resolution 60/161;"]).encode())
    now = with_corrections(text, making.wording_set(text, "op1", text="Invites all:"))
    assert [one.opening for one in now.citations if one.source == "op1-a"] == ["Invites"]


def test_a_label_sets_the_number_and_the_anchor_and_all_that_names_it() -> None:
    text = plain_text()
    now = with_corrections(text, making.label_set(text, "op2", label="7."))
    assert anchors_in(now)[3:] == [
        "op1",
        "op7",
        "op7-a",
        "op7-b",
        "op7-b-i",
        "op7-b-ii",
        "op7-p1",
        "op3",
        "op4",
    ]
    assert (_at(now, "op7").number, _at(now, "op7-b-i").parent) == (7, "op7-b")
    assert ("paragraph 2 (a) above", "op7-a") in cited_in(now, "pp3")
    assert cited_in(now, "op7-a") == [("paragraph 1 of the present resolution", "op1")]
    assert "number_gap" in codes_of(now)


def test_a_label_that_begins_the_words_is_taken_from_them() -> None:
    text = annexed_text()
    made = making.wording_set(text, "annex-1-p1", text="A. Every State acts on A/66/203.")
    text = with_corrections(text, made)
    made = making.label_set(text, "annex-1-p1", label="A.")
    now = with_corrections(text, made)
    assert (_at(now, "annex-1-p1").label, _at(now, "annex-1-p1").text) == (
        "A.",
        "Every State acts on A/66/203.",
    )
    assert cited_in(now, "annex-1-p1") == [("A/66/203", "A/66/203")]


def test_a_label_that_is_printed_twice_keeps_the_anchor_of_the_first() -> None:
    text = plain_text()
    now = with_corrections(text, making.label_set(text, "op4", label="3."))
    assert anchors_in(now)[-2:] == ["op3", "op3-again1"]
    assert "label_repeated" in codes_of(now)
    again = making.label_set(now, "op3", label="5.")
    assert anchors_in(with_corrections(now, again))[-2:] == ["op5", "op3"]


@pytest.mark.parametrize("label", ["hello", "()", "5. and", "9999.", "a b bis"])
def test_what_is_no_label_is_refused(label: str) -> None:
    with pytest.raises(CorrectionError, match=r"is no label for op\. 2"):
        making.label_set(plain_text(), "op2", label=label)


def test_a_preambular_paragraph_and_a_heading_have_no_label() -> None:
    with pytest.raises(CorrectionError, match="Pp 1 is a preambular paragraph and has no label"):
        making.label_set(plain_text(), "pp1", label="(a)")
    with pytest.raises(CorrectionError, match="Heading 1 is a heading and has no label"):
        making.label_set(annexed_text(), "heading1", label="1.")


def test_another_kind_counts_in_its_own_series_and_those_behind_follow() -> None:
    text = plain_text()
    now = with_corrections(text, making.kind_set(text, "pp2", kind="heading"))
    assert anchors_in(now)[:4] == ["pp1", "heading1", "pp2", "op1"]
    assert _at(now, "pp2").number == 2
    assert _at(now, "heading1").opening is None
    assert [one.source for one in now.citations][:5] == ["pp1", "pp1", "heading1", "pp2", "pp2"]
    assert [note.marked_in for note in now.footnotes] == ["pp1", "pp1", "op3"]


def test_a_label_stands_in_the_words_of_a_kind_that_has_none_and_comes_back() -> None:
    text = plain_text()
    now = with_corrections(text, making.kind_set(text, "op3", kind="preambular"))
    changed = _at(now, "pp4")
    assert changed.text.startswith("3. Welcomes Economic")
    assert (changed.label, changed.markers[0].offset) == (None, len(changed.text))
    back = with_corrections(now, making.kind_set(now, "pp4", kind="operative"))
    assert back.paragraphs == text.paragraphs
    assert back.citations == text.citations


def test_what_is_part_of_a_paragraph_is_of_its_kind() -> None:
    text = plain_text()
    now = with_corrections(text, making.kind_set(text, "op2", kind="preambular"))
    assert anchors_in(now)[4:6] == ["pp4", "pp4-a"]
    assert {one.kind for one in now.paragraphs if one.id.startswith("pp4-")} == {
        ParagraphKind.PREAMBULAR
    }


def test_a_heading_has_no_parts() -> None:
    with pytest.raises(
        CorrectionError, match=r"Op\. 2 cannot be a heading while op\. 2 \(a\) is part"
    ):
        making.kind_set(plain_text(), "op2", kind="heading")


def test_a_paragraph_that_belongs_to_an_annex_begins_one() -> None:
    text = plain_text()
    now = with_corrections(text, making.kind_set(text, "op4", kind="annex"))
    assert (anchors_in(now)[-1], _at(now, "annex-1-op4").kind) == (
        "annex-1-op4",
        ParagraphKind.ANNEX,
    )


def test_paragraphs_without_printed_numbers_are_counted_anew_behind_a_change() -> None:
    text = uncounted_text()
    now = with_corrections(text, making.kind_set(text, "op2", kind="preambular"))
    assert anchors_in(now) == ["pp1", "op1", "pp2", "op2"]
    assert [one.number for one in now.paragraphs] == [1, 1, 2, 2]
    back = making.kind_set(now, "pp2", kind="operative")
    assert with_corrections(now, back).paragraphs == text.paragraphs


def test_words_that_numbered_paragraphs_go_on_with_introduce_them() -> None:
    text = parse(word_text(["Recalling it,", "Resolves that:"], ["The Fund shall act."]).encode())
    anchor = next(one.id for one in text.paragraphs if one.text == "Resolves that:")
    if not anchor.startswith("introduction"):
        text = with_corrections(text, making.kind_set(text, anchor, kind="operative"))
    assert anchors_in(text)[1:] == ["introduction1", "op1"]
    assert text.paragraphs[1].number is None
    there = with_corrections(text, making.kind_set(text, "introduction1", kind="preambular"))
    assert anchors_in(there) == ["pp1", "pp2", "op1"]
    back = with_corrections(there, making.kind_set(there, "pp2", kind="operative"))
    assert back.paragraphs == text.paragraphs


def test_a_paragraph_with_another_parent_is_named_below_it_with_its_parts() -> None:
    text = plain_text()
    now = with_corrections(text, making.parent_set(text, "op2-b", parent="op2-a"))
    assert anchors_in(now)[5:9] == ["op2-a", "op2-a-b", "op2-a-b-i", "op2-a-b-ii"]
    margin = with_corrections(text, making.parent_set(text, "op2-b-i", parent="op2"))
    assert anchors_in(margin)[7] == "op2-i"
    flush = with_corrections(text, making.parent_set(text, "pp2", parent="pp1"))
    assert anchors_in(flush)[:3] == ["pp1", "pp1-p1", "pp2"]
    assert _at(flush, "pp1-p1").opening is None


def test_a_part_at_the_margin_is_a_paragraph_of_its_own() -> None:
    text = plain_text()
    now = with_corrections(text, making.parent_set(text, "op2-p1", parent=None))
    assert (anchors_in(now)[9], _at(now, "op3-again1").number) == ("op3-again1", 3)
    there = with_corrections(now, making.label_set(now, "op3-again1", label="2 bis."))
    assert anchors_in(there)[9] == "op2bis"


@pytest.mark.parametrize(
    ("where", "parent", "said"),
    [
        ("op2", "op2-a", "Op. 2 cannot be part of op. 2 (a), which is part of it"),
        ("op2", "op2", "Op. 2 cannot be part of op. 2"),
        ("op1", "op3", "Op. 3 stands after op. 1"),
        ("op1", "op9", "There is no op. 9"),
        ("op9", "op1", "There is no op. 9"),
    ],
)
def test_a_parent_that_cannot_be_is_refused(where: str, parent: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=re.escape(said)):
        making.parent_set(plain_text(), where, parent=parent)


def test_nothing_is_part_of_a_heading() -> None:
    with pytest.raises(CorrectionError, match="change the kind of heading 1 first"):
        making.parent_set(annexed_text(), "annex-1-op1", parent="heading1")


def test_a_moved_paragraph_takes_its_parts_along_and_counted_ones_follow() -> None:
    text = plain_text()
    now = with_corrections(text, making.moved(text, "pp1", after="pp3"))
    assert [one.text[:8] for one in now.paragraphs[:3]] == ["Noting t", "Gravely ", "Recallin"]
    assert anchors_in(now)[:3] == ["pp1", "pp2", "pp3"]
    assert [note.marked_in for note in now.footnotes] == ["pp3", "pp3", "op3"]
    assert [one.source for one in now.citations][:4] == ["pp1", "pp2", "pp2", "pp3"]
    listed = with_corrections(text, making.moved(text, "op1", after="op2"))
    assert anchors_in(listed)[3:11] == [
        "op2",
        "op2-a",
        "op2-b",
        "op2-b-i",
        "op2-b-ii",
        "op2-p1",
        "op1",
        "op3",
    ]
    first = with_corrections(text, making.moved(text, "op2", after=None))
    assert anchors_in(first)[:7] == [
        "op2",
        "op2-a",
        "op2-b",
        "op2-b-i",
        "op2-b-ii",
        "op2-p1",
        "pp1",
    ]


def test_a_part_is_moved_within_its_list() -> None:
    text = plain_text()
    now = with_corrections(text, making.moved(text, "op2-b", after="op2"))
    assert anchors_in(now)[4:9] == ["op2", "op2-b", "op2-b-i", "op2-b-ii", "op2-a"]


@pytest.mark.parametrize(
    ("where", "after", "said"),
    [
        ("op2-a", "op1", "Op. 2 (a) would stand before op. 2, which it is part of"),
        ("op2", "op2-a", "Op. 2 cannot follow op. 2 (a), which is part of it"),
        ("op1", "op9", "There is no op. 9"),
        ("op1", "pp3", "Op. 1 is so already"),
    ],
)
def test_a_place_that_cannot_be_is_refused(where: str, after: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=re.escape(said)):
        making.moved(plain_text(), where, after=after)


def test_a_paragraph_moved_into_an_annex_counts_there() -> None:
    text = annexed_text()
    now = with_corrections(text, making.moved(text, "op2", after="annex-1-op2"))
    moved = now.paragraphs[9]
    assert (moved.text[:7], moved.id) == ("Decides", "annex-1-op2-again1")


def test_what_names_a_place_in_a_warning_or_a_mend_follows_it() -> None:
    text = parse(word_text(["Recalling the re spective act,", "Noting it,"]).encode())
    assert [one.where for one in text.mends] == ["pp1"]
    now = with_corrections(text, making.moved(text, "pp1", after="pp2"))
    assert [one.where for one in now.mends] == ["pp2"]
    gone = with_corrections(text, making.removed(text, "pp1"))
    assert gone.mends == ()


def test_a_text_is_not_touched_where_it_is_not_corrected() -> None:
    text = annexed_text()
    now = with_corrections(text, making.wording_set(text, "annex-1-p1", text="Every State acts."))
    assert replace(_at(now, "annex-1-p1"), text="Every State shall act.") == _at(text, "annex-1-p1")
    assert anchors_in(now) == anchors_in(text)


def test_what_a_correction_does_not_change_is_kept_as_it_is_and_not_made_anew() -> None:
    """A text of thousands of paragraphs is gone through for each of its corrections."""
    text = plain_text()
    words = "Strongly urges States to recall resolution 60/161;"
    now = with_corrections(text, making.wording_set(text, "op1", text=words))
    kept = zip(text.paragraphs, now.paragraphs, strict=True)
    assert [before.id for before, after in kept if before is not after] == ["op1"]
    assert [id(one) for one in now.footnotes] == [id(one) for one in text.footnotes]


def test_of_anchors_that_move_only_those_paragraphs_are_made_anew() -> None:
    text = plain_text()
    now = with_corrections(text, making.label_set(text, "op4", label="7."))
    kept = zip(text.paragraphs, now.paragraphs, strict=True)
    assert [after.id for before, after in kept if before is not after] == ["op7"]


@pytest.mark.parametrize("seed", range(12))
def test_paragraphs_that_stand_where_they_stood_have_the_anchors_that_they_would_be_given(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = plain_text()
    made, _ = some_corrections(text, Random(seed), count=8)
    found = with_corrections(text, *made)
    monkeypatch.setattr(anchoring, "_is_in_place", lambda *_: False)
    assert with_corrections(text, *made) == found
