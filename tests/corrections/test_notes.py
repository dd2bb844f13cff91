"""Notes: their words, numbers and markers; notes put in and taken out."""

from dataclasses import replace

import pytest

from archive.corrections import making
from archive.corrections.values import Action, Correction, CorrectionError
from archive.parsing.parsed import Footnote, Marker, ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import cited_in, plain_text, with_corrections
from tests.parsing.printed import codes_of, markers_of, word_text


def _notes(parsed: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.id, note.text, note.marked_in) for note in parsed.footnotes]


def test_a_note_in_other_words_cites_what_they_name() -> None:
    text = plain_text()
    now = with_corrections(text, making.wording_set(text, "fn2", text="See  resolution 60/161."))
    assert _notes(now)[1] == ("fn2", "See resolution 60/161.", "pp1")
    assert cited_in(now, "fn2") == [("resolution 60/161", "A/RES/60/161")]
    assert cited_in(now, "fn1") == cited_in(text, "fn1")


def test_a_note_with_another_number_takes_its_marker_along() -> None:
    text = plain_text()
    now = with_corrections(text, making.note_number_set(text, "fn2", number="7"))
    assert [note[0] for note in _notes(now)] == ["fn1", "fn3", "fn7"]
    assert markers_of(now)["pp1"] == [("1", 51), ("7", 111)]
    assert _notes(now)[2][2] == "pp1"
    assert [one.source for one in now.citations if one.source.startswith("fn")][-1] == "fn7"


def test_a_note_is_given_the_number_that_is_marked_already() -> None:
    text = parse(word_text(["Recalling it,1"], notes=["See A/66/1."]).encode())
    stray = replace(text.footnotes[0], id="fn4", number="4", marked_in=None)
    text = replace(text, footnotes=(stray,), citations=())
    now = with_corrections(text, making.note_number_set(text, "fn4", number="1"))
    assert _notes(now) == [("fn1", "See A/66/1.", "pp1")]


def test_of_two_notes_with_one_number_one_is_given_its_own() -> None:
    text = plain_text()
    twice = Footnote(id="fn3", number="3", text="Another.", marked_in="op3")
    text = replace(text, footnotes=(*text.footnotes, twice))
    now = with_corrections(text, making.note_number_set(text, "fn3", number="4"))
    assert [(one[0], one[2]) for one in _notes(now)[2:]] == [("fn3", "op3"), ("fn4", None)]
    removed = Correction(action=Action.REMOVE_NOTE, where="fn3", before="Another.")
    assert _notes(with_corrections(text, removed)) == _notes(plain_text())


@pytest.mark.parametrize(
    ("number", "said"),
    [("3", "There is a note 3 already"), ("one two", "is no number of a note"), ("2", "already")],
)
def test_a_number_that_cannot_be_is_refused(number: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.note_number_set(plain_text(), "fn2", number=number)


def test_a_marker_is_moved_added_and_taken_out() -> None:
    text = plain_text()
    now = with_corrections(text, making.marker_set(text, "fn2", place=("pp2", 7)))
    assert markers_of(now)["pp2"] == [("2", 7)]
    assert _notes(now)[1][2] == "pp2"
    none = with_corrections(now, making.marker_set(now, "fn2", place=None))
    assert _notes(none)[1][2] is None
    assert "note_without_marker" in codes_of(none)
    back = with_corrections(none, making.marker_set(none, "fn2", place=("pp1", 0)))
    assert [number for number, _ in markers_of(back)["pp1"]] == ["2", "1"]
    assert "marker_out_of_order" in codes_of(back)


def test_one_of_several_markers_of_a_note_is_moved() -> None:
    text = plain_text()
    marked = replace(text.paragraphs[-1], markers=(Marker(number="1", offset=7),))
    text = replace(text, paragraphs=(*text.paragraphs[:-1], marked))
    now = with_corrections(
        text, making.marker_set(text, "fn1", place=("op1", 5), instead_of=("op4", 7))
    )
    assert markers_of(now)["op1"] == [("1", 5)]
    with pytest.raises(CorrectionError, match=r"Note 1 is not marked in op\. 2 at character 3"):
        making.marker_set(text, "fn1", place=None, instead_of=("op2", 3))


def test_a_marker_without_a_note_is_taken_out() -> None:
    text = plain_text(notes=())
    text = with_corrections(
        text, Correction(action=Action.SET_MARKER, where="fn9", after=["op4", 7])
    )
    assert "marker_without_note" in codes_of(text)
    now = with_corrections(text, making.marker_set(text, "fn9", place=None))
    assert "op4" not in markers_of(now)
    assert "9" not in {number for found in markers_of(now).values() for number, _ in found}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("op4", 999), "nothing can be marked behind character 999"),
        (("op9", 1), "no op. 9"),
    ],
)
def test_a_marker_stands_in_words(place: tuple[str, int], said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.marker_set(plain_text(), "fn2", place=place)


def test_a_new_note_stands_in_the_order_of_numbers_and_is_marked_where_its_number_is() -> None:
    text = plain_text()
    text = with_corrections(text, making.note_removed(text, "fn2"))
    assert [number for number, _ in markers_of(text)["pp1"]] == ["1"]
    text = replace(text, leftovers=("2 See A/HRC/13/13.",))
    made = making.note_inserted(text, number=" 2 ", text="See A/HRC/13/13.")
    now = with_corrections(text, made)
    assert [note[0] for note in _notes(now)] == ["fn1", "fn2", "fn3"]
    assert cited_in(now, "fn2") == cited_in(plain_text(), "fn2")
    assert now.leftovers == ()
    sign = with_corrections(now, making.note_inserted(now, number="*", text="As read."))
    assert next(note[0] for note in _notes(sign)) == "fn*"
    with pytest.raises(CorrectionError, match="There is a note 2 already"):
        making.note_inserted(now, number="2", text="Another.")


def test_a_removed_note_takes_its_markers_and_citations_along() -> None:
    text = plain_text()
    now = with_corrections(text, making.note_removed(text, "fn1"))
    assert [note[0] for note in _notes(now)] == ["fn2", "fn3"]
    assert [number for number, _ in markers_of(now)["pp1"]] == ["2"]
    assert not cited_in(now, "fn1")
    assert codes_of(now) == []


@pytest.mark.parametrize(("where", "said"), [("fn9", "no note 9"), ("op1", "Op. 1 is no note")])
def test_what_is_no_note_is_not_removed(where: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        making.note_removed(plain_text(), where)


def test_markers_stay_behind_the_words_they_stood_behind() -> None:
    text = plain_text()
    words = "Recalling also its resolution 53/144 of 9 December 1998, and much more,"
    now = with_corrections(text, making.wording_set(text, "pp1", text=words))
    assert markers_of(now)["pp1"] == [("1", 56), ("2", 70)] or markers_of(now)["pp1"][0] == (
        "1",
        56,
    )
    assert all(offset <= len(words) for _, offset in markers_of(now)["pp1"])
