"""Corrections over another parse of the same file: values of people win, and conflicts are told."""

from dataclasses import replace
from typing import Any

import pytest

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.values import Action, Conflict, Corrected, Correction
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import (
    anchors_in,
    annexed_text,
    cited_in,
    plain_text,
    with_corrections,
)
from tests.parsing.printed import markers_of, texts_of, word_text

LATER = ("Recalling it,", "Noting the report (A/66/203),", "Alarmed by threats,")


def _text(*preamble: str) -> ParsedResolution:
    return parse(word_text(preamble, ["Calls upon all;", "Decides to act."]).encode())


def _replayed(parsed: ParsedResolution, one: Correction) -> tuple[Corrected, Conflict | None]:
    found = corrected(parsed, [one])
    return found, next(iter(found.conflicts), None)


def test_a_parse_without_corrections_is_left_as_it_is() -> None:
    text = plain_text()
    found = corrected(text, [])
    assert found == Corrected(parsed=text)
    assert found.parsed is text


def test_a_correction_of_another_wording_wins_and_tells_what_it_found() -> None:
    one = making.wording_set(_text("Recalling it,"), "pp1", text="Recalling all of it,")
    found, conflict = _replayed(_text("Recalling some of that,"), one)
    assert texts_of(found.parsed)["pp1"] == "Recalling all of it,"
    assert conflict == Conflict(correction=one, found="Recalling some of that,", is_applied=True)
    assert found.set_by == {"pp1": 0}


def test_what_the_parser_reads_right_by_now_is_no_conflict() -> None:
    one = making.wording_set(_text("Recalling it,"), "pp1", text="Recalling all of it,")
    found, conflict = _replayed(_text("Recalling all of it,"), one)
    assert (conflict, found.set_by) == (None, {"pp1": 0})


def test_words_are_found_where_their_anchor_has_moved() -> None:
    one = making.wording_set(_text(*LATER[1:]), "pp2", text="Deeply alarmed,")
    found, conflict = _replayed(_text(*LATER), one)
    assert (texts_of(found.parsed)["pp3"], conflict) == ("Deeply alarmed,", None)
    assert found.set_by == {"pp3": 0}
    done, conflict = _replayed(_text(*LATER[:2], "Deeply alarmed,"), one)
    assert (done.set_by, conflict) == ({"pp3": 0}, None)


def test_what_follows_a_correction_that_has_moved_moves_with_it() -> None:
    before = _text(*LATER[1:])
    made = [making.wording_set(before, "pp2", text="Alarmed by resolution 60/161,")]
    now = corrected(before, made).parsed
    made.append(making.cited(now, "pp2", start=11, end=28, symbol="A/RES/60/160"))
    made.append(making.kind_set(now, "pp2", kind="heading"))
    found = corrected(_text(*LATER), made)
    assert found.conflicts == ()
    assert cited_in(found.parsed, "heading1") == [("resolution 60/161", "A/RES/60/160")]
    assert found.set_by == {"heading1": 2, "heading1:11-28": 1}


def test_words_that_stand_twice_are_not_guessed() -> None:
    one = making.wording_set(_text("Recalling it,"), "pp1", text="Recalling all,")
    found, conflict = _replayed(_text("Noting all,", "Recalling it,", "Recalling it,"), one)
    assert conflict is not None
    assert (texts_of(found.parsed)["pp1"], conflict.found) == ("Recalling all,", "Noting all,")


def _made(action: Action, where: str, before: Any, *, after: Any = None) -> Correction:
    return Correction(action=action, where=where, before=before, after=after)


_NEW = {"kind": "operative", "label": None, "text": "Decides."}
_MINE = {"number": "2", "text": "Mine."}
_REPORT = "Noting the report of the Secretary-General (A/66/203),"
_ITEMS = ["To report on paragraph 1 of the present resolution;", "(b) To act:"]
_CASES: dict[str, tuple[Correction, Any, bool]] = {
    "wording": (_made(Action.SET_WORDING, "pp9", "a", after="b"), None, False),
    "note": (_made(Action.SET_WORDING, "fn9", "a", after="b"), None, False),
    "kind": (_made(Action.SET_KIND, "pp2", "heading", after="operative"), "preambular", True),
    "no label": (_made(Action.SET_LABEL, "pp9", "1."), None, False),
    "label": (_made(Action.SET_LABEL, "op1", "3.", after="2."), "1.", True),
    "parent": (_made(Action.SET_PARENT, "op2-a", "op1"), "op2", True),
    "no parent": (_made(Action.SET_PARENT, "op2-a", "op2", after="op7"), "op2", False),
    "place": (_made(Action.MOVE, "pp3", "pp1"), "pp2", True),
    "cut": (_made(Action.SPLIT, "pp2", "a b", after=["a", "b"]), _REPORT, False),
    "last": (_made(Action.MERGE, "op4", ["a", "b"], after="a b"), None, False),
    "one": (_made(Action.MERGE, "op2-a", ["a", "b"], after="a b"), _ITEMS, False),
    "new": (_made(Action.INSERT, "op9", None, after=_NEW), None, False),
    "marker": (
        _made(Action.SET_MARKER, "fn2", ["pp2", 3], after=["pp3", 7]),
        ["pp1", 111],
        True,
    ),
    "new note": (_made(Action.INSERT_NOTE, "fn2", None, after=_MINE), "See A/HRC/13/13.", False),
    "number": (_made(Action.SET_NOTE_NUMBER, "fn9", "9", after="8"), None, False),
    "cited": (_made(Action.CITE, "op1:40-57", None, after="A/RES/1/1"), "A/RES/66/164", True),
    "cut words": (_made(Action.CITE, "op1:41-57", None, after="A/RES/1/1"), None, False),
    "no citation": (_made(Action.UNCITE, "op1:40-57", "A/RES/1/1"), "A/RES/66/164", True),
    "warning": (_made(Action.EXPLAIN, "op1", "number_gap"), None, False),
    "fact": (_made(Action.SET_FACT, "masthead.title", "A", after="My title"), None, True),
    "no words": (_made(Action.CITE, "op1", None, after="A/RES/1/1"), None, False),
    "no place": (_made(Action.SET_MARKER, "fn2", ["pp1", 111], after=7), ["pp1", 111], False),
}


@pytest.mark.parametrize("name", _CASES)
def test_what_was_made_for_something_else_is_told(name: str) -> None:
    one, there, is_applied = _CASES[name]
    found, conflict = _replayed(plain_text(), one)
    assert conflict == Conflict(correction=one, found=there, is_applied=is_applied)
    assert bool(found.set_by) == is_applied
    if not is_applied:
        assert replace(found.parsed, warnings=()) == replace(plain_text(), warnings=())


_DONE = {
    "kind": Correction(action=Action.SET_KIND, where="pp2", before="heading", after="preambular"),
    "label": Correction(action=Action.SET_LABEL, where="op1", before=None, after="1."),
    "parent": Correction(action=Action.SET_PARENT, where="op2-a", before=None, after="op2"),
    "place": Correction(action=Action.MOVE, where="pp1", before="pp2", after=None),
    "cut": Correction(
        action=Action.SPLIT,
        where="op2-b-i",
        before="In time; (ii) With care;",
        after=["In time;", "(ii) With care;"],
    ),
    "one": Correction(
        action=Action.MERGE,
        where="op4",
        before=["Decides to remain", "seized of the matter."],
        after="Decides to remain seized of the matter.",
    ),
    "new": Correction(
        action=Action.INSERT,
        where="op3",
        after={
            "kind": "operative",
            "label": "4.",
            "text": "Decides to remain seized of the matter.",
        },
    ),
    "gone": Correction(action=Action.REMOVE, where="pp2", before="page 2"),
    "marker": Correction(action=Action.SET_MARKER, where="fn2", before=None, after=["pp1", 111]),
    "new note": Correction(
        action=Action.INSERT_NOTE, where="fn2", after={"number": "2", "text": "See A/HRC/13/13."}
    ),
    "number": Correction(action=Action.SET_NOTE_NUMBER, where="fn8", before="8", after="2"),
    "no note": Correction(action=Action.REMOVE_NOTE, where="fn2", before="page 2"),
    "cited": Correction(
        action=Action.CITE, where="op1:40-57", before="A/RES/6/164", after="A/RES/66/164"
    ),
    "fact": Correction(action=Action.SET_FACT, where="masthead.title", before="A", after=None),
}


@pytest.mark.parametrize("name", _DONE)
def test_what_is_so_already_is_left_and_no_conflict(name: str) -> None:
    found, conflict = _replayed(plain_text(), _DONE[name])
    assert conflict is None
    assert found.parsed == plain_text()


def test_a_citation_is_found_by_what_it_cites_where_words_before_it_changed() -> None:
    text = plain_text()
    one = making.uncited(text, "op1", start=40, end=57)
    later = with_corrections(
        text, making.wording_set(text, "op1", text="Calls upon States to heed resolution 66/164;")
    )
    found, conflict = _replayed(later, one)
    assert (cited_in(found.parsed, "op1"), conflict) == ([], None)


def test_a_note_is_found_by_its_words_under_another_number() -> None:
    text = plain_text()
    one = making.wording_set(text, "fn2", text="See document A/HRC/13/13.")
    later = with_corrections(text, making.note_number_set(text, "fn2", number="7"))
    found, conflict = _replayed(later, one)
    assert (found.set_by, conflict) == ({"fn7": 0}, None)
    removed = making.note_removed(text, "fn2")
    assert [note.id for note in corrected(later, [removed]).parsed.footnotes] == ["fn1", "fn3"]


def test_a_correction_stays_when_an_earlier_one_is_taken_back() -> None:
    text = plain_text()
    first = making.removed(text, "pp1")
    now = corrected(text, [first]).parsed
    second = making.wording_set(now, "pp1", text="Noting everything,")
    assert texts_of(corrected(text, [first, second]).parsed)["pp1"] == "Noting everything,"
    alone, conflict = _replayed(text, second)
    assert (texts_of(alone.parsed)["pp2"], conflict) == ("Noting everything,", None)


def test_a_marker_that_a_person_placed_is_the_only_one_of_its_note() -> None:
    text = plain_text()
    unmarked = with_corrections(text, making.marker_set(text, "fn2", place=None))
    one = making.marker_set(unmarked, "fn2", place=("pp3", 7))
    found, conflict = _replayed(text, one)
    assert conflict is not None
    assert conflict.found == ["pp1", 111]
    assert [number for number, _ in markers_of(found.parsed)["pp1"]] == ["1"]
    assert markers_of(found.parsed)["pp3"] == [("2", 7)]


def test_what_people_have_set_is_named_as_it_is_in_the_end() -> None:
    text = annexed_text()
    made = [making.wording_set(text, "annex-1-op2-b", text="Punished for resolution 60/161.")]
    now = corrected(text, made).parsed
    made.append(making.cited(now, "annex-1-op2-b", start=13, end=30, symbol="A/RES/60/1"))
    made.append(making.label_set(now, "annex-1-op2", label="3."))
    found = corrected(text, made)
    assert found.set_by == {
        "annex-1-op3-b": 0,
        "annex-1-op3-b:13-30": 1,
        "annex-1-op3": 2,
    }
    assert set(found.set_by) - {"annex-1-op3-b:13-30"} <= set(anchors_in(found.parsed))


def test_words_that_stand_elsewhere_more_than_once_are_not_removed() -> None:
    one = Correction(action=Action.REMOVE, where="pp1", before="Recalling it,")
    text = _text("Noting all,", "Recalling it,", "Recalling it,")
    found, conflict = _replayed(text, one)
    assert conflict == Conflict(correction=one, found="Noting all,", is_applied=False)
    assert found.parsed.paragraphs == text.paragraphs


def test_a_paragraph_whose_parent_is_gone_is_not_put_in() -> None:
    described = {"kind": "operative", "label": "(a)", "text": "To act;", "parent": "op7"}
    one = Correction(action=Action.INSERT, where="op1", after=described)
    _, conflict = _replayed(plain_text(), one)
    assert conflict == Conflict(correction=one, found=None, is_applied=False)


def test_two_texts_that_do_not_make_the_paragraph_do_not_cut_it() -> None:
    text = plain_text()
    words = text.paragraphs[-1].text
    one = Correction(action=Action.SPLIT, where="op4", before=words, after=["Decides", "to stay."])
    _, conflict = _replayed(text, one)
    assert conflict is not None
    assert not conflict.is_applied
