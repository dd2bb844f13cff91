"""What follows from a correction besides what was asked for."""

from collections.abc import Callable

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.values import Correction
from archive.ingest.editing.consequences import Consequences, consequences
from archive.parsing.parsed import ParsedResolution
from tests.corrections.texts import plain_text


def _after(make: Callable[[ParsedResolution], Correction]) -> Consequences:
    before = plain_text()
    return consequences(before, corrected(before, [make(before)]).parsed)


def test_a_paragraph_put_in_moves_the_anchors_behind_it() -> None:
    found = _after(
        lambda one: making.inserted(one, "pp1", kind="preambular", text="Mindful of all,")
    )
    assert found.moved == (("pp2", "pp3"), ("pp3", "pp4"))
    assert not found.found
    assert not found.lost


def test_references_to_a_paragraph_that_moved_are_neither_found_nor_lost() -> None:
    found = _after(lambda one: making.label_set(one, "op3", label="9."))
    assert ("op3", "op9") in found.moved
    assert not [pair for pair in found.found if pair[1] == "op9"]


def test_other_words_cite_something_else() -> None:
    text = "Welcomes resolution 60/161 of 16 December 2005;"
    found = _after(lambda one: making.wording_set(one, "op3", text=text))
    assert found.found == (("resolution 60/161 of 16 December 2005", "A/RES/60/161"),)
    assert [cited for _, cited in found.lost] == ["E/RES/2006/2"]
    assert not found.moved


def test_a_gap_is_warned_of_and_settled() -> None:
    opened = _after(lambda one: making.label_set(one, "op4", label="9."))
    assert [(one.code, one.where) for one in opened.warned] == [("number_gap", "op9")]
    before = plain_text()
    gap = making.label_set(before, "op4", label="9.")
    broken = corrected(before, [gap]).parsed
    closed = consequences(broken, before)
    assert [(one.code, one.where) for one in closed.settled] == [("number_gap", "op9")]
    assert not closed.warned


def test_a_warning_that_goes_with_its_paragraph_is_neither_new_nor_settled() -> None:
    before = plain_text()
    broken = corrected(before, [making.wording_set(before, "pp2", text="Nothing opens it,")]).parsed
    assert [one.code for one in broken.warnings] == ["opening_unknown"]
    added = making.inserted(broken, None, kind="preambular", text="Mindful of all,")
    found = consequences(broken, corrected(broken, [added]).parsed)
    assert not found.warned
    assert not found.settled


def test_of_paragraphs_with_the_same_words_each_keeps_its_place() -> None:
    before = plain_text()
    twice = corrected(
        before, [making.inserted(before, "op1", kind="operative", text="To act:", label="1 bis.")]
    ).parsed
    found = consequences(before, twice)
    assert not [pair for pair in found.moved if pair[0] == "op2-b"]
