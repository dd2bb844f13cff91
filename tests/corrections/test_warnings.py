"""Warnings of a corrected text: made anew, but for those of reading that still hold."""

from dataclasses import replace

import pytest

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.values import CorrectionError
from archive.parsing.parsed import ParseWarning
from archive.parsing.pipeline import parse
from tests.corrections.texts import plain_text, with_corrections
from tests.parsing.printed import codes_of, word_text


def _doubt(where: str, *, code: str = "word_in_doubt", message: str = "Look.") -> ParseWarning:
    return ParseWarning(code=code, message=message, where=where)


def test_a_warning_of_reading_stays_until_its_place_is_corrected() -> None:
    text = replace(plain_text(), warnings=(_doubt("op1"), _doubt("op3"), _doubt("line 7")))
    now = with_corrections(text, making.wording_set(text, "op1", text="Calls upon most."))
    assert now.warnings == (_doubt("op3"), _doubt("line 7"))


def test_a_warning_of_reading_follows_its_place_and_goes_with_it() -> None:
    text = replace(plain_text(), warnings=(_doubt("pp2"), _doubt("fn3")))
    moved = with_corrections(text, making.removed(text, "pp1"))
    assert [one.where for one in moved.warnings if one.code == "word_in_doubt"] == ["pp1", "fn3"]
    gone = with_corrections(text, making.removed(text, "pp2"))
    assert [one.where for one in gone.warnings] == ["fn3"]


def test_a_check_is_made_anew() -> None:
    text = parse(word_text(["Recalling it,1"], ["Decides."], notes=[]).encode())
    text = with_corrections(text, making.label_set(text, "op1", label="3."))
    assert "number_gap" in codes_of(text)
    now = with_corrections(text, making.label_set(text, "op3", label="1."))
    assert "number_gap" not in codes_of(now)


@pytest.mark.parametrize(
    ("warning", "fact", "words"),
    [
        (_doubt("masthead", code="symbol_contradiction"), "symbol", "A/RES/66/164"),
        (_doubt("masthead", code="date_contradiction"), "adopted_on", "19 December 2011"),
        (_doubt("masthead", code="vote_contradiction"), "adoption", "recorded vote 1-0-0"),
        (
            _doubt("masthead", code="data_contradiction", message="They give the title as “A”."),
            "title",
            "A title",
        ),
    ],
)
def test_a_contradiction_is_settled_by_the_fact_it_is_about(
    warning: ParseWarning, fact: str, words: str
) -> None:
    text = replace(plain_text(), warnings=(warning,))
    now = with_corrections(text, making.fact_set(text, fact, words=words))
    assert warning not in now.warnings
    other = with_corrections(text, making.fact_set(text, "meeting", words="89"))
    assert warning in other.warnings


def test_an_explained_warning_is_gone_and_nothing_else() -> None:
    text = plain_text()
    text = with_corrections(text, making.label_set(text, "op3", label="9."))
    assert codes_of(text).count("number_gap") == 2
    one = making.explained(text, "number_gap", where="op9")
    found = corrected(text, [one])
    assert (found.conflicts, found.set_by) == ((), {})
    assert codes_of(found.parsed).count("number_gap") == 1
    assert replace(found.parsed, warnings=text.warnings) == text
    later = making.label_set(found.parsed, "op9", label="8.")
    again = corrected(text, [one, later])
    assert [one.where for one in again.parsed.warnings if one.code == "number_gap"] == ["op4"]


def test_what_is_not_told_is_not_explained() -> None:
    with pytest.raises(
        CorrectionError, match=r"Nothing is told of op\. 1 that has to be explained"
    ):
        making.explained(plain_text(), "number_gap", where="op1")
