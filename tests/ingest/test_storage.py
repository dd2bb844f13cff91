"""A parsed file becomes rows in one transaction, or nothing at all."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection

from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.refusals import RefusalError
from archive.ingest.storage import store
from archive.models import (
    Evidence,
    Ingestion,
    OpeningStrength,
    Resolution,
    SourceFile,
    Text,
)
from archive.parsing.parsed import Footnote, ParsedResolution, ParseWarning
from archive.parsing.pipeline import PARSER_VERSION
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db


def _store(parsed: ParsedResolution | None = None, content: bytes = b"words") -> Outcome:
    return store(build.received(content), parsed or build.parse_of(), replace=False)


def _rows() -> dict[str, int]:
    """How many rows each table has, but those of the scale of openings, which comes with it."""
    scale = (OpeningStrength, OpeningStrength.history.model)
    models = (one for one in apps.get_app_config("archive").get_models() if one not in scale)
    return {model.__name__: model._default_manager.count() for model in models}


def test_the_outcome_names_the_symbol() -> None:
    outcome = _store()
    assert (outcome.verdict, outcome.symbol) == (Verdict.ADDED, "A/RES/66/164")


def test_the_bytes_are_kept_as_received() -> None:
    _store(content=b"\xff\x00 words\r\n")
    source = SourceFile.objects.get()
    assert bytes(source.content) == b"\xff\x00 words\r\n"
    assert source.sha256 == hashlib.sha256(b"\xff\x00 words\r\n").hexdigest()
    assert (source.name, source.media_type) == ("received.txt", "text/plain")
    assert source.received_from == "given as received.txt"
    assert source.received_by is None


def test_citations_that_waited_link_themselves_when_the_text_arrives() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
    waiting = make.make_citation(paragraph, "resolution 66/164", "A/RES/66/164")
    _store()
    waiting.refresh_from_db()
    assert waiting.cited_resolution == Resolution.objects.get(symbol="A/RES/66/164")


def test_citations_that_wait_for_other_symbols_go_on_waiting() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/165;")
    waiting = make.make_citation(paragraph, "resolution 66/165", "A/RES/66/165")
    _store()
    waiting.refresh_from_db()
    assert waiting.cited_resolution is None


def test_a_row_that_was_only_cited_becomes_the_one_held() -> None:
    cited = make.make_resolution("A/RES/66/164", title="")
    _store()
    assert Text.objects.get().resolution == cited


def test_the_ingestion_keeps_the_parse_and_its_warnings() -> None:
    warning = ParseWarning(code="encoding_mended", message="Read as UTF-16.", where="file")
    outcome = _store(build.parse_of(warnings=(warning,)))
    ingestion = Ingestion.objects.get()
    assert outcome.warnings == (warning,)
    assert ingestion.state == Ingestion.State.PUBLISHED
    assert ingestion.text == Text.objects.get()
    assert ingestion.source_file == SourceFile.objects.get()
    assert ingestion.warnings == [
        {"code": "encoding_mended", "message": "Read as UTF-16.", "where": "file"}
    ]
    assert ingestion.parse_result is not None
    assert ingestion.parse_result["masthead"]["symbol"] == "A/RES/66/164"
    assert [one["id"] for one in ingestion.parse_result["paragraphs"]] == ["pp1", "op1", "op1-a"]


def test_the_masthead_is_the_evidence_of_what_it_prints() -> None:
    masthead = build.masthead(meeting=89, lines=("A/RES/66/164", "Promotion", "89th meeting"))
    _store(build.parse_of(masthead=masthead))
    proofs = Evidence.objects.values_list("fact", "origin", "words")
    assert set(proofs) == {
        ("symbol", "masthead", "A/RES/66/164"),
        ("stage", "masthead", "A/RES/66/164"),
        ("title", "masthead", "Promotion of the Declaration"),
        ("meeting", "masthead", "89th meeting"),
    }
    resolution = Resolution.objects.get(symbol="A/RES/66/164")
    assert (resolution.title, resolution.meeting) == ("Promotion of the Declaration", 89)


def test_a_disagreement_of_facts_is_a_warning_of_the_ingestion() -> None:
    known = make.make_resolution("A/RES/66/164", title="Another title")
    make.make_evidence(known)
    [warning] = _store().warnings
    assert warning.code == "facts_disagree"
    assert Ingestion.objects.get().warnings[0]["message"] == warning.message
    known.refresh_from_db()
    assert known.title == "Promotion of the Declaration"


def test_the_same_bytes_again_are_unchanged() -> None:
    _store()
    before = _rows()
    outcome = _store()
    assert (outcome.verdict, outcome.symbol, outcome.detail) == (
        Verdict.UNCHANGED,
        "A/RES/66/164",
        "",
    )
    assert _rows() == before


def test_bytes_read_by_an_older_parser_are_unchanged_and_it_is_said() -> None:
    _store()
    Text.objects.update(parser_version="0")
    assert _store().detail == "Read by parser version 0; --replace reads it again."


def test_other_bytes_for_a_held_symbol_are_refused_with_the_difference() -> None:
    _store()
    before = _rows()
    first, *others = build.parse_of().paragraphs
    changed = build.parse_of(
        paragraphs=(first, build.paragraph("op1", "Calls upon all Governments:"), others[1])
    )
    with pytest.raises(RefusalError) as refused:
        _store(changed, b"other words")
    assert str(refused.value) == (
        "text: Another text of A/RES/66/164 is held. 1 of 4 paragraphs and notes differ, first "
        "op1: held “States:”, in this file “Governments:”. If this file is the better one, give "
        "--replace."
    )
    assert _rows() == before


@pytest.mark.parametrize(
    ("parsed", "message"),
    [
        (
            build.parse_of(
                footnotes=tuple(
                    Footnote(id="fn1", number="1", text=text, marked_in=None)
                    for text in ("One.", "Two.")
                ),
                citations=(),
            ),
            "database: What was read breaks the rule footnote_number_is_unique: duplicate key",
        ),
        (
            build.parse_of(
                paragraphs=(build.paragraph("op1", " ".join(f"word{n}" for n in range(150_000))),),
                footnotes=(),
                citations=(),
            ),
            "database: It cannot be kept: string is too long for tsvector",
        ),
    ],
)
def test_what_a_rule_of_the_database_forbids_is_refused_by_its_name(
    parsed: ParsedResolution, message: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        _store(parsed)
    assert str(refused.value).startswith(message)
    assert not any(_rows().values())


class _FailureError(OperationalError):
    """The database goes away."""


@contextmanager
def _failing_at(number: int) -> Iterator[list[str]]:
    """Let the database fail at one query; yields the queries that came."""
    came: list[str] = []

    def run(execute: Any, sql: str, *rest: Any) -> Any:
        came.append(sql)
        if len(came) == number:
            raise _FailureError
        return execute(sql, *rest)

    with connection.execute_wrapper(run):
        yield came


def test_a_failure_at_any_query_leaves_nothing() -> None:
    number = 0
    while True:
        number += 1
        with _failing_at(number) as came:
            try:
                _store()
            except _FailureError:
                pass
            else:
                break
        assert not any(_rows().values()), f"after {came[-1]}"
    assert number > 15
    assert _rows()["Text"] == 1


def test_the_parser_of_the_tests_is_the_current_one() -> None:
    assert build.parse_of().parser_version == PARSER_VERSION
