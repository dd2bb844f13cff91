"""Notes of Akoma Ntoso are certain, and kept where they are marked."""

import pytest

from tests.parsing.printed import codes_of, markers_of, texts_of
from tests.parsing.readers.akn4un.files import (
    ORGAN,
    data,
    note,
    numbered,
    statement,
)
from tests.parsing.readers.akn4un.parses import parsed, resolution


def test_notes_are_certain_and_kept_with_their_markers_wherever_they_are() -> None:
    body = numbered(f"Decides to rest{note('2', 'See <i>Rests</i>.')} in 2012{note('3', 'Ibid.')}.")
    preamble = f"{ORGAN}<container><p>Recalling rest,{note('1', 'Resolution 1/1.')}</p></container>"
    found = resolution(preamble=preamble, body=body)
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("1", "Resolution 1/1.", "pp1"),
        ("2", "See Rests.", "op1"),
        ("3", "Ibid.", "op1"),
    ]
    assert markers_of(found)["op1"] == [("2", len("Decides to rest")), ("3", 23)]
    assert codes_of(found) == []


def test_a_note_within_a_note_is_part_of_its_words() -> None:
    body = numbered(f"Decides to rest{note('1', 'See' + note('2', 'Rests.') + ' Boats.')}.")
    assert [one.text for one in resolution(body=body).footnotes] == ["See Boats. 2 Rests."]


def test_a_note_without_a_marker_is_left_over() -> None:
    found = resolution(body=numbered("Decides<authorialNote><p>Lost.</p></authorialNote> to rest."))
    assert found.leftovers == ("Lost.",)


def test_a_mark_that_stands_alone_belongs_to_the_words_before_it() -> None:
    body = numbered("Decides:") + f"<subheading>Rest</subheading>{note('1', 'See rest.')}"
    assert markers_of(resolution(body=body)) == {"heading1": [("1", len("Rest"))]}


def test_a_mark_before_any_words_keeps_its_note() -> None:
    cover = f"<coverPage><p>{note('1', 'See rest.')}</p></coverPage>"
    found = parsed(statement(cover=cover, preface=""))
    assert [one.text for one in found.footnotes] == ["See rest."]
    assert found.leftovers == ("1",)
    assert "note_without_marker" in codes_of(found)


def test_a_mark_inside_a_word_is_kept_after_it() -> None:
    found = resolution(
        body=numbered(f"Decides to re{note('1', 'A.')}st and{note('2', 'B.')} read.")
    )
    assert markers_of(found)["op1"] == [("1", len("Decides to rest")), ("2", 19)]
    assert [(one.code, "“rest”" in one.message) for one in found.warnings] == [
        ("marker_in_word", True)
    ]


def test_raised_brackets_round_a_mark_are_part_of_it() -> None:
    raised = f"Decides to rest<sup>(</sup>{note('1', 'A.')}<sup>)</sup> by day<sup>)</sup>."
    assert texts_of(resolution(body=numbered(raised)))["op1"] == "Decides to rest by day)."


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        ("<sup>1</sup>", "Decides to rest."),
        ("<sup>o</sup>", "Decides to resto."),
        ("<sup><b>x</b></sup>", "Decides to restx."),
    ],
)
def test_a_raised_number_before_its_note_is_its_mark(raised: str, words: str) -> None:
    found = resolution(body=numbered(f"Decides to rest{raised}{note('1', 'A.')}."))
    assert texts_of(found)["op1"] == words


def test_notes_kept_among_the_data_are_put_where_they_are_marked() -> None:
    kept = "<notes><note eId='n1' marker='1'><p>See rest.</p></note></notes></meta>"
    body = numbered(
        "Decides to rest<noteRef href='#n1'/> by day<noteRef href='#n1'/><noteRef href='#n2'/>."
    )
    found = parsed(statement(meta=data().replace("</meta>", kept), body=body))
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("1", "See rest.", "op1")
    ]
    assert texts_of(found)["op1"] == "Decides to rest by day."


def test_a_note_on_a_number_is_marked_before_the_words() -> None:
    body = (
        f"<paragraph><num>1.{note('1', 'A.')}</num><content><p>Decides.</p></content></paragraph>"
    )
    found = resolution(body=body)
    assert markers_of(found) == {"op1": [("1", 0)]}
    assert [one.text for one in found.footnotes] == ["A."]
