"""Findings: what a parse found is written, with the state that follows from it, in one step."""

import logging

import psycopg
from django.db import DataError, transaction
from django.utils import timezone

from archive.ingest.editing.attention import fields_of
from archive.ingest.editing.editions import edition_of
from archive.ingest.intake.claims import Claim
from archive.ingest.parsers import Parse
from archive.models import Ingestion
from archive.parsing.contract import record_of
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import PARSER_VERSION

_logger = logging.getLogger(__name__)
_FAULT = ParseError(
    "parser_fault",
    "The parser stopped at it through a fault of its own. The file is kept as received; save it "
    "anew as plain text or as another kind, and send that.",
)
_CANNOT_BE_KEPT = ParseError(
    "cannot_be_kept",
    "What was read in it has characters that the database cannot keep; save it anew as plain "
    "text, and send that.",
)


def write_finding(claim: Claim, content: bytes, *, found: Parse | BaseException) -> bool:
    """Write what a parse found, or that it stopped; whether the file was still waiting for it.

    Somebody may have decided on the file meanwhile, and another worker may have begun it again.
    """
    outcome = _outcome(claim, found)
    try:
        return _write(claim, content, outcome=outcome)
    except DataError as error:
        if not isinstance(error.__cause__, psycopg.errors.DataError):
            raise
        return _write(claim, content, outcome=_CANNOT_BE_KEPT)


def _outcome(claim: Claim, found: Parse | BaseException) -> ParsedResolution | ParseError:
    match found:
        case ParsedResolution():
            return found
        case (code, message):
            return ParseError(code, message)
        case BaseException():
            _logger.error("The parser stopped at ingestion %s.", claim.ingestion, exc_info=found)
            return _FAULT


def _write(claim: Claim, content: bytes, *, outcome: ParsedResolution | ParseError) -> bool:
    with transaction.atomic():
        row = _still_waiting(claim)
        if row is None:
            return False
        row.parse_result = record_of(row.source_file.name, content, outcome=outcome)
        row.parser_version, row.parsed_at = PARSER_VERSION, timezone.now()
        if isinstance(outcome, ParseError):
            row.state, row.warnings = Ingestion.State.FAILED, []
            row.failure_code, row.failure = outcome.code, outcome.message
        else:
            _look_at(row)
        row.save(
            update_fields=[
                *("state", "parse_result", "warnings", "parser_version", "parsed_at"),
                *("failure_code", "failure"),
            ]
        )
    return True


def _still_waiting(claim: Claim) -> Ingestion | None:
    return (
        Ingestion.objects.waiting()
        .select_for_update(of=("self",))
        .select_related("source_file")
        .defer("source_file__content")
        .filter(pk=claim.ingestion, attempts=claim.attempt)
        .first()
    )


def _look_at(row: Ingestion) -> None:
    """Set the warnings, and whether a person must look at the file before it is published."""
    for name, value in fields_of(edition_of(row)).items():
        setattr(row, name, value)
