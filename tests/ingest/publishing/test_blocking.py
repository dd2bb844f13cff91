"""Each thing that keeps an edition from being published says what, where and what to do."""

from collections.abc import Callable
from typing import Any

import pytest

from archive.corrections.values import Action
from archive.ingest.editing.editions import edition_of
from archive.ingest.publishing.blocking import Blocker, blockers
from archive.models import Ingestion, Paragraph, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db

UNNAMED = build.resolution_text().replace("66/164.\t", "")
GAP = build.resolution_text().replace("\t2.\t", "\t4.\t")


def _blockers(ingestion: Ingestion) -> tuple[Blocker, ...]:
    ingestion.refresh_from_db()
    return blockers(edition_of(ingestion))


def _told(ingestion: Ingestion) -> list[tuple[str, str]]:
    return [(blocker.code, blocker.where) for blocker in _blockers(ingestion)]


def _changed(ingestion: Ingestion, change: Callable[[dict[str, Any]], object]) -> Ingestion:
    """The ingestion as a parse would be that found something else."""
    assert ingestion.parse_result is not None
    change(ingestion.parse_result)
    ingestion.save()
    return ingestion


def test_a_plain_file_may_be_published() -> None:
    assert _blockers(parsed()) == ()


def test_without_a_symbol_it_is_said_what_the_text_gives_to_go_by() -> None:
    ingestion = _changed(
        parsed(UNNAMED),
        lambda record: record.update(
            candidates=[
                {"session": 66, "symbol": "A/RES/66/164", "evidence": "names its own number"},
                {"session": 53, "symbol": None, "evidence": "names the date 9 December 1998"},
            ]
        ),
    )
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("no_symbol", "masthead.symbol")
    assert blocker.message == (
        "The file prints no symbol, and nobody has said which resolution it is. It may be "
        "A/RES/66/164: the text names its own number. It may be one of session 53: the text names "
        "the date 9 December 1998. Set the symbol with what it rests on."
    )


def test_a_symbol_that_somebody_typed_needs_evidence() -> None:
    ingestion = parsed(UNNAMED, given_symbol="A/RES/66/164")
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("no_evidence", "masthead.symbol")
    assert blocker.message.startswith("Whoever brought the file says that it is A/RES/66/164")


def test_a_symbol_that_a_person_sets_with_evidence_is_enough() -> None:
    ingestion = parsed(UNNAMED, given_symbol="A/RES/66/164")
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", before=None, after="A/RES/66/164")
    assert _told(ingestion) == []


def test_a_masthead_that_contradicts_what_was_typed_is_told_with_both() -> None:
    [blocker] = _blockers(parsed(given_symbol="A/RES/66/165"))
    assert (blocker.code, blocker.where) == ("symbol_contradicted", "masthead.symbol")
    assert blocker.message == (
        "The masthead prints A/RES/66/164. Whoever brought the file says that it is A/RES/66/165. "
        "Find out which of the two it is, and set the symbol with what it rests on."
    )


def test_what_was_typed_in_another_spelling_contradicts_nothing() -> None:
    assert _told(parsed(given_symbol="a/res/66/164")) == []


def test_a_symbol_that_a_person_sets_decides_between_them() -> None:
    ingestion = parsed(given_symbol="A/RES/66/165")
    fields = {"before": "A/RES/66/164", "after": "A/RES/66/165"}
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", **fields)
    assert _told(ingestion) == []


def test_a_symbol_of_what_the_archive_does_not_keep_is_none() -> None:
    ingestion = _changed(
        parsed(), lambda record: record["masthead"].update(symbol="A/66/462/Add.2")
    )
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("symbol_unreadable", "masthead.symbol")


def test_words_that_are_no_symbol_are_told_as_they_are() -> None:
    [blocker] = _blockers(parsed(UNNAMED, given_symbol="the one of 2011"))
    assert (blocker.code, blocker.where) == ("symbol_unreadable", "masthead.symbol")
    assert blocker.message.startswith("Whoever brought the file says that it is the one of 2011,")


def test_a_symbol_that_is_held_names_the_file_it_is_held_from() -> None:
    published(parsed())
    [blocker] = _blockers(parsed(build.resolution_text() + "\n"))
    assert (blocker.code, blocker.where) == ("symbol_held", "masthead.symbol")
    assert "Another text of A/RES/66/164 is held, from received.txt." in blocker.message


def test_a_file_that_follows_what_is_held_may_take_its_place() -> None:
    held = parsed()
    published(held)
    assert _told(held) == []
    assert _told(parsed(build.resolution_text() + "\n", follows=held)) == []
    assert _told(read_again(held, build.resolution_text())) == []


def test_a_file_that_follows_what_was_replaced_meanwhile_may_not() -> None:
    held = parsed()
    published(held)
    slow = read_again(held, build.resolution_text(), version="98")
    published(read_again(held, build.resolution_text()))
    assert _told(slow) == [("symbol_held", "masthead.symbol")]


def test_what_another_parser_reads_as_another_symbol_is_told() -> None:
    held = parsed()
    published(held)
    again = read_again(held, build.resolution_text("66/165"))
    [blocker] = _blockers(again)
    assert blocker.code == "symbol_contradicted"
    assert "The text that readers see is A/RES/66/164." in blocker.message


def test_a_file_without_a_symbol_keeps_the_one_it_is_held_by() -> None:
    held = parsed()
    published(held)
    assert _told(read_again(held, UNNAMED)) == []


class TestNumbering:
    """Gaps in numbers and letters."""

    def test_a_gap_that_nobody_has_explained_blocks(self) -> None:
        [blocker] = _blockers(parsed(GAP))
        assert (blocker.code, blocker.where) == ("number_gap", "op4")
        assert blocker.message == (
            "Paragraph 2 was expected and 4 was found. Put the numbering right, or explain why it "
            "is as it is."
        )

    def test_an_explanation_lets_it_pass(self) -> None:
        ingestion = parsed(GAP)
        set_right(
            ingestion, Action.EXPLAIN, "op4", before="number_gap", after=None, evidence="Printed so"
        )
        assert _told(ingestion) == []

    def test_an_explanation_that_says_nothing_does_not(self) -> None:
        ingestion = parsed(GAP)
        set_right(ingestion, Action.EXPLAIN, "op4", before="number_gap", after=None, evidence="  ")
        assert _told(ingestion) == [("number_gap", "op4")]

    def test_an_explanation_that_was_taken_back_does_not(self) -> None:
        ingestion = parsed(GAP)
        made = set_right(ingestion, Action.EXPLAIN, "op4", before="number_gap", after=None)
        made.undone_at, made.undone_by = made.made_at, made.author
        made.undone_in_revision = made.made_in_revision + 1
        made.save()
        assert _told(ingestion) == [("number_gap", "op4")]

    def test_a_correction_closes_it(self) -> None:
        ingestion = parsed(GAP)
        set_right(ingestion, Action.SET_LABEL, "op4", before="4.", after="2.")
        assert _told(ingestion) == []

    def test_a_letter_that_is_missing_blocks_too(self) -> None:
        ingestion = parsed(
            build.resolution_text(operative=["Calls upon States:\n\t(a)\tTo act;\n\t(c)\tTo stop."])
        )
        assert _told(ingestion) == [("letter_gap", "op1-c")]


def test_a_marker_without_its_note_is_named() -> None:
    ingestion = _changed(
        parsed(),
        lambda record: record["paragraphs"][1]["footnote_markers"].append(
            {"number": "7", "offset": 5}
        ),
    )
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("marker_without_note", "op1")
    assert blocker.message.endswith("Write the note, or take the mark away.")


def test_a_draft_that_says_it_was_adopted_is_told_in_the_words_of_its_masthead() -> None:
    ingestion = parsed()
    fields = {"before": "A/RES/66/164", "after": "A/C.3/66/L.46"}
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", **fields)
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("draft_adopted", "masthead.symbol")
    assert "as an adopted text does" in blocker.message


def test_a_fact_whose_evidence_says_nothing_blocks() -> None:
    ingestion = parsed()
    set_right(
        ingestion, Action.SET_FACT, "masthead.meeting", before="89", after="90", evidence=" \n"
    )
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("no_evidence", "masthead.meeting")
    assert "“Meeting”" in blocker.message


def test_a_correction_that_meets_something_else_blocks_until_a_person_decides() -> None:
    ingestion = parsed()
    set_right(
        ingestion, Action.SET_WORDING, "op2", before="Decides to go on.", after="Decides to stop."
    )
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("correction_conflict", "op2")


def test_a_file_without_a_paragraph_is_no_text() -> None:
    ingestion = _changed(
        parsed(), lambda record: record.update(paragraphs=[], citations=[], footnotes=[])
    )
    assert _told(ingestion) == [("no_text", "file")]


def test_a_parse_of_other_bytes_blocks() -> None:
    ingestion = _changed(parsed(), lambda record: record.update(sha256="0" * 64))
    [blocker] = _blockers(ingestion)
    assert (blocker.code, blocker.where) == ("content_hash", "file")


class TestContentHash:
    """Rows that are not what was published."""

    @pytest.fixture(autouse=True)
    def _published(self) -> None:
        self.ingestion = parsed()
        published(self.ingestion)

    def test_a_wording_that_something_else_has_changed_blocks(self) -> None:
        Paragraph.objects.filter(anchor="op2").update(wording="Decides nothing.")
        assert _told(self.ingestion) == [("content_hash", "file")]

    def test_so_does_a_whole_wording(self) -> None:
        Text.objects.update(wording="Decides nothing.")
        assert _told(self.ingestion) == [("content_hash", "file")]

    def test_another_parse_of_the_file_mends_every_row(self) -> None:
        Paragraph.objects.filter(anchor="op2").update(wording="Decides nothing.")
        again = read_again(self.ingestion, build.resolution_text())
        assert _told(again) == []
        published(again)
        assert Paragraph.objects.get(anchor="op2").wording == "Decides to remain seized."
        assert _told(again) == []


def test_everything_is_told_at_once() -> None:
    ingestion = parsed(GAP.replace("66/164.\t", ""))
    assert {code for code, _ in _told(ingestion)} == {"no_symbol", "number_gap"}


def test_what_nobody_has_parsed_has_no_edition() -> None:
    with pytest.raises(ValueError, match="has no parse"):
        edition_of(make.make_waiting())
