"""What a parse found is written whole, with the state that follows from it, or not at all."""

import logging
from typing import Any

import pytest

from archive.ingest.intake.claims import Claim, claim_waiting, free
from archive.ingest.intake.findings import write_finding
from archive.ingest.parsers import Parse, parse_content
from archive.models import Ingestion
from archive.parsing.parsed import ParseWarning
from archive.parsing.pipeline import PARSER_VERSION
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = build.resolution_text().encode()


def _claimed(**fields: Any) -> Claim:
    make.make_waiting(make.make_source_file(TEXT), **fields)
    [claim] = claim_waiting(1)
    free(claim)
    return claim


def _written(found: Parse | BaseException, **fields: str) -> Ingestion:
    claim = _claimed(**fields)
    assert write_finding(claim, TEXT, found=found)
    return Ingestion.objects.get(pk=claim.ingestion)


def test_a_sound_parse_is_kept_with_its_parser() -> None:
    row = _written(parse_content(TEXT))
    assert (row.state, row.warnings, row.parser_version) == ("parsed", [], PARSER_VERSION)
    assert row.parse_result is not None
    assert row.parse_result["masthead"]["symbol"] == "A/RES/66/164"
    assert row.parse_result["file"] == "received.txt"
    assert row.parsed_at is not None
    assert row.revision == 0


def test_a_warning_is_for_a_person_to_look_at() -> None:
    warning = ParseWarning(code="number_gap", message="A gap.", where="op1")
    row = _written(build.parse_of(warnings=(warning,)))
    assert row.state == "needs_attention"
    assert row.warnings == [{"code": "number_gap", "message": "A gap.", "where": "op1"}]


def test_a_parse_without_a_symbol_is_for_a_person_to_look_at() -> None:
    row = _written(parse_content(build.nameless_text().encode()))
    assert row.state == "needs_attention"


def test_a_symbol_that_is_held_already_is_for_a_person_to_look_at() -> None:
    make.make_text(make.make_resolution("A/RES/66/164"))
    assert _written(parse_content(TEXT)).state == "needs_attention"


def test_a_symbol_that_was_typed_and_is_printed_is_no_contradiction() -> None:
    row = _written(parse_content(TEXT), given_symbol="A/RES/66/164")
    assert (row.state, row.warnings) == ("parsed", [])


def test_a_symbol_that_was_typed_against_the_printed_one_is_told_with_both() -> None:
    row = _written(parse_content(TEXT), given_symbol="A/RES/66/165")
    assert row.state == "needs_attention"
    [warning] = row.warnings
    assert warning["code"] == "given_symbol_contradicted"
    assert "A/RES/66/165" in warning["message"]
    assert "A/RES/66/164" in warning["message"]


def test_a_file_that_cannot_be_parsed_fails_with_code_and_sentence() -> None:
    row = _written(parse_content(b"Words of no resolution."))
    assert (row.state, row.failure_code) == ("failed", "not_a_resolution")
    assert row.failure.startswith("It is not built as a resolution:")
    assert row.parse_result is not None
    assert row.parse_result["error"]["code"] == "not_a_resolution"


def test_a_file_that_cannot_be_parsed_again_tells_nothing_of_its_last_parse() -> None:
    told = [{"code": "number_gap", "message": "A gap.", "where": "op1"}]
    claim = _claimed(warnings=told)
    assert write_finding(claim, TEXT, found=parse_content(b"Words of no resolution."))
    assert Ingestion.objects.get(pk=claim.ingestion).warnings == []


def test_a_fault_of_the_parser_fails_the_file_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        row = _written(RecursionError("too deep"))
    assert (row.state, row.failure_code) == ("failed", "parser_fault")
    assert "RecursionError" in caplog.text


def test_a_parse_that_the_database_cannot_keep_fails_with_a_sentence() -> None:
    first, *others = build.parse_of().paragraphs
    nul = build.paragraph("pp1", f"{first.text}\0")
    row = _written(build.parse_of(paragraphs=(nul, *others)))
    assert (row.state, row.failure_code) == ("failed", "cannot_be_kept")


def test_what_was_decided_meanwhile_is_not_written_over() -> None:
    claim = _claimed()
    Ingestion.objects.filter(pk=claim.ingestion).update(state="rejected", reason="A doublet.")
    assert not write_finding(claim, TEXT, found=parse_content(TEXT))
    assert Ingestion.objects.get().parse_result is None


def test_a_worker_that_was_thought_dead_writes_nothing_over_another() -> None:
    claim = _claimed()
    Ingestion.objects.filter(pk=claim.ingestion).update(attempts=claim.attempt + 1)
    assert not write_finding(claim, TEXT, found=parse_content(TEXT))
    assert Ingestion.objects.get().state == "queued"
