"""Differences of two texts: each place that is new, gone, moved or changed, and no other."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparison import alignment
from archive.comparison.alignment import Item, aligned
from archive.comparison.chains import rising_chain
from archive.comparison.texts import (
    DifferenceKind,
    PlaceDifference,
    PlaceKind,
    differences,
)
from archive.comparison.words import ChangeKind
from archive.corrections.places import texts_of
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead, ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import annexed_text, plain_text, some_corrections, uncounted_text
from tests.parsing.printed import word_text

FRONT = ("A/RES/66/164", "Adopted at the 89th meeting, on 19 December 2011, without a vote")


def _told(before: ParsedResolution, after: ParsedResolution) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.place.value, one.where) for one in differences(before, after)]


def _text(preamble: list[str], operative: list[str], notes: list[str] | None = None) -> Any:
    return parse(word_text(preamble, operative, notes=notes or []).encode())


def _aspects(one: PlaceDifference) -> dict[str, tuple[Any, Any]]:
    return {aspect.name: (aspect.before, aspect.after) for aspect in one.aspects}


@pytest.mark.parametrize("text", [plain_text(), annexed_text(), uncounted_text()])
def test_a_text_does_not_differ_from_itself(text: ParsedResolution) -> None:
    assert differences(text, text) == ()


def test_a_changed_word_is_told_at_its_paragraph() -> None:
    before = _text(["Recalling it,"], ["Calls upon all States to act;"])
    after = _text(["Recalling it,"], ["Calls upon most States to act;"])
    (one,) = differences(before, after)
    assert (one.kind, one.where, one.was) == (DifferenceKind.CHANGED, "op1", "op1")
    changed = [(change.kind, change.text) for change in one.changes]
    assert (ChangeKind.DELETED, "all") in changed
    assert (ChangeKind.INSERTED, "most") in changed
    assert one.aspects == ()


def test_a_new_paragraph_moves_the_anchors_behind_it_and_changes_none() -> None:
    before = _text(["Recalling it,", "Noting the report,"], ["Decides to act."])
    after = _text(
        ["Recalling it,", "Alarmed by threats,", "Noting the report,"], ["Decides to act."]
    )
    assert _told(before, after) == [("new", "paragraph", "pp2"), ("moved", "paragraph", "pp3")]
    assert _aspects(differences(before, after)[1]) == {"anchor": ("pp2", "pp3")}
    assert _told(after, before) == [("gone", "paragraph", "pp2"), ("moved", "paragraph", "pp2")]


def test_a_paragraph_that_changed_places_is_told_once() -> None:
    words = ["Recalling it,", "Noting the report,", "Alarmed by threats,", "Aware of risks,"]
    before = _text(words, ["Decides to act."])
    after = _text([words[3], *words[:3]], ["Decides to act."])
    moved = [one for one in differences(before, after) if "order" in _aspects(one)]
    assert [one.where for one in moved] == ["pp1"]
    assert _aspects(moved[0])["order"] == (4, 1)


def test_a_reworded_paragraph_is_known_though_its_anchor_moved() -> None:
    before = _text(
        ["Recalling it,", "Noting the long report of the Secretary-General,"], ["Decides."]
    )
    after = _text(
        ["Recalling it,", "Alarmed,", "Noting the short report of the Secretary-General,"],
        ["Decides."],
    )
    new, changed = differences(before, after)
    assert (new.kind, new.where) == (DifferenceKind.NEW, "pp2")
    assert (changed.kind, changed.was, changed.where) == (DifferenceKind.CHANGED, "pp2", "pp3")


def test_a_paragraph_of_another_kind_and_label_is_told_with_both_values() -> None:
    before = _text(["Recalling it,"], ["Decides to act:\n(a) At once;\n(b) With care."])
    paragraphs = list(before.paragraphs)
    paragraphs[3] = replace(paragraphs[3], label="(c)", parent=None, kind=paragraphs[0].kind)
    (one,) = differences(before, replace(before, paragraphs=tuple(paragraphs)))
    assert one.kind is DifferenceKind.CHANGED
    assert _aspects(one) == {
        "kind": ("operative", "preambular"),
        "label": ("(b)", "(c)"),
        "parent": ("op1", None),
    }


def test_a_part_of_a_renamed_paragraph_has_the_same_parent() -> None:
    before = _text(["Recalling it,"], ["Decides:\n(a) To act;\n(b) To report."])
    after = _text(["Recalling it,"], ["Urges all;", "Decides:\n(a) To act;\n(b) To report."])
    assert all("parent" not in _aspects(one) for one in differences(before, after))
    assert [one.was for one in differences(before, after)][1:] == ["op1", "op1-a", "op1-b"]


def test_markers_are_told_by_place_or_where_words_changed_by_number() -> None:
    before = _text(["Recalling it,1"], ["Decides to act."], ["See A/66/1."])
    paragraph = before.paragraphs[0]
    moved = replace(paragraph, markers=(replace(paragraph.markers[0], offset=9),))
    (one,) = differences(before, replace(before, paragraphs=(moved, *before.paragraphs[1:])))
    assert _aspects(one) == {"markers": ([["1", 13]], [["1", 9]])}
    reworded = replace(moved, text="Recalling all of it,")
    (one,) = differences(before, replace(before, paragraphs=(reworded, *before.paragraphs[1:])))
    assert _aspects(one) == {}


def test_notes_are_new_gone_renumbered_and_changed() -> None:
    before = _text(["Recalling it,1 and that,2"], ["Decides."], ["See A/66/1.", "See A/66/2."])
    notes = before.footnotes
    renumbered = replace(notes[1], id="fn3", number="3")
    after = replace(before, footnotes=(replace(notes[0], text="See A/66/9."), renumbered))
    told = _told(before, replace(after, citations=()))
    assert ("changed", "note", "fn1") in told
    assert ("moved", "note", "fn3") in told
    assert ("new", "note", "fn2") in _told(replace(before, footnotes=notes[:1]), before)
    assert ("gone", "note", "fn2") in _told(before, replace(before, footnotes=notes[:1]))


def test_facts_are_told_in_words_and_first() -> None:
    before = replace(plain_text(), masthead=Masthead(title="Defenders", meeting=89))
    vote = Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=2,
        against=1,
        abstaining=0,
        in_favour_states=("Chile", "Peru"),
    )
    after = replace(
        before,
        masthead=Masthead(
            title="Human rights defenders",
            adopted_on=date(2011, 12, 19),
            adoption=vote,
            is_draft=False,
            sponsors=("Chile", "Norway"),
        ),
        paragraphs=before.paragraphs[1:],
        citations=(),
    )
    found = differences(before, after)
    assert [(one.kind.value, one.where, one.before, one.after) for one in found[:6]] == [
        ("changed", "masthead.title", "Defenders", "Human rights defenders"),
        ("new", "masthead.adopted_on", None, "19 December 2011"),
        ("gone", "masthead.meeting", "89", None),
        ("new", "masthead.adoption", None, "2 to 1, 0 abstaining; in favour: Chile, Peru"),
        ("new", "masthead.is_draft", None, "no"),
        ("new", "masthead.sponsors", None, "Chile, Norway"),
    ]
    assert found[0].place is PlaceKind.FACT


def test_what_a_citation_cites_is_told_behind_its_paragraph() -> None:
    before = _text(["Recalling resolution 53/144,"], ["Recalls resolution 60/161."])
    after = _text(["Recalling resolution 53/145,"], ["Recalls it."])
    found = differences(before, after)
    assert [(one.kind.value, one.place.value, one.where) for one in found] == [
        ("changed", "paragraph", "pp1"),
        ("changed", "citation", "pp1:10-27"),
        ("changed", "paragraph", "op1"),
        ("gone", "citation", "op1:8-25"),
    ]
    assert _aspects(found[1])["target"] == ("A/RES/53/144", "A/RES/53/145")
    assert (found[3].before, found[3].after) == ("A/RES/60/161", None)


def test_a_citation_that_only_moved_is_not_told() -> None:
    before = _text(["Recalling resolution 53/144,"], ["Decides to act."])
    after = _text(["Recalling also resolution 53/144,"], ["Decides to act."])
    assert _told(before, after) == [("changed", "paragraph", "pp1")]


def test_a_reference_to_a_renamed_paragraph_is_the_same() -> None:
    before = plain_text()
    names = {one.id: f"part-2-{one.id}" for one in before.paragraphs}
    after = replace(
        before,
        paragraphs=tuple(
            replace(one, id=names[one.id], parent=names.get(one.parent or ""))
            for one in before.paragraphs
        ),
        citations=tuple(
            replace(
                one,
                source=names.get(one.source, one.source),
                pinpoint=names.get(one.pinpoint or "", one.pinpoint),
            )
            for one in before.citations
        ),
    )
    assert {one.kind for one in differences(before, after)} == {DifferenceKind.MOVED}


def test_what_is_gone_stands_where_it_was() -> None:
    before = _text(["Recalling it,", "Noting the report,", "Alarmed by all,"], ["Decides to act."])
    after = replace(before, paragraphs=(before.paragraphs[0], *before.paragraphs[2:]))
    changed = replace(after.paragraphs[1], text="Alarmed by it all,")
    after = replace(after, paragraphs=(after.paragraphs[0], changed, after.paragraphs[2]))
    assert [one.where for one in differences(before, after)] == ["pp2", "pp3"]
    first = replace(before, paragraphs=before.paragraphs[1:])
    assert _told(before, first) == [("gone", "paragraph", "pp1")]


def test_very_many_changed_wordings_are_paired_by_anchor(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [Item("pp1", "alike in all but one"), Item("pp2", "other words")]
    after = [Item("pp1", "words of another kind"), Item("pp2", "alike in all but two")]
    assert aligned(before, after).after_of == {0: 1}
    monkeypatch.setattr(alignment, "_MOST_PAIRS", 3)
    assert aligned(before, after).after_of == {0: 0, 1: 1}


def test_the_longest_chain_rises_on_both_sides() -> None:
    assert rising_chain([]) == []
    assert rising_chain([(0, 2), (1, 0), (2, 1), (3, 3)]) == [(1, 0), (2, 1), (3, 3)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2), st.randoms(use_true_random=False))
def test_differences_tell_all_that_corrections_changed(which: int, chance: Random) -> None:
    before = [plain_text, annexed_text, uncounted_text][which]()
    _, after = some_corrections(before, chance, count=3)
    found = differences(before, after)
    told = {one.where for one in found} | {one.was for one in found}
    for one, other in ((before, after), (after, before)):
        held = dict(texts_of(other))
        assert all(held.get(at) == text or at in told for at, text in texts_of(one))
    for difference in found:
        changes = difference.changes
        deleted = [change.text for change in changes if change.kind is not ChangeKind.INSERTED]
        is_cited = difference.place is PlaceKind.CITATION
        assert is_cited or "".join(deleted) == (difference.before or "")
