"""Numbers in brackets mark the notes that are printed in brackets, and no others."""

from tests.parsing.printed import codes_of, markers_of, parsed, texts_of, word_text

NOTES = ["[1] See A/62/53.", "[2] Ibid."]


def test_bracketed_numbers_of_the_words_mark_bracketed_notes() -> None:
    found = parsed(word_text(["Recalling the act,[1] and more [2] of it,"], after=NOTES))
    assert texts_of(found)["pp1"] == "Recalling the act, and more of it,"
    assert markers_of(found) == {"pp1": [("1", 18), ("2", 27)]}
    assert [(note.number, note.text) for note in found.footnotes] == [
        ("1", "See A/62/53."),
        ("2", "Ibid."),
    ]
    assert codes_of(found) == []
    assert found.leftovers == ("[] [] [] []",)


def test_brackets_that_mark_no_note_stay_words() -> None:
    found = parsed(word_text(["Recalling the act [3] of 2001 [1],"], after=NOTES[:1]))
    assert texts_of(found)["pp1"] == "Recalling the act [3] of 2001,"
    assert codes_of(found) == []


def test_brackets_stay_words_where_notes_have_none() -> None:
    found = parsed(word_text(["Recalling the act [1] of 2001,1"], after=["1 See A/62/53."]))
    assert texts_of(found)["pp1"] == "Recalling the act [1] of 2001,"
    assert markers_of(found) == {"pp1": [("1", 30)]}


def test_a_bracketed_note_that_nothing_marks_loses_no_bracket() -> None:
    found = parsed(word_text(["Recalling the act,"], after=NOTES[:1]))
    assert codes_of(found) == ["note_without_marker"]
    assert found.leftovers == ("[]",)
