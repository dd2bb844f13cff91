"""A planted change of the parser: another version, which reads some files otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from archive.ingest import parsers
from archive.ingest.intake import findings
from archive.ingest.intake.claims import Claim
from archive.ingest.intake.findings import write_finding
from archive.ingest.reparsing import rereading, runs
from archive.ingest.reparsing.rereading import read_again
from archive.models import Ingestion, SourceFile
from archive.models import text as text_module
from archive.parsing import contract
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse

NEXT_VERSION = "99"
Change = Callable[[ParsedResolution], ParsedResolution]


def plant(monkeypatch: pytest.MonkeyPatch, changes: Mapping[bytes, Change] | None = None) -> None:
    """Have the parser be of another version, and change its parse of files that have some bytes."""

    def parse_now(content: bytes) -> ParsedResolution:
        found = replace(parse(content), parser_version=NEXT_VERSION)
        for sign, change in (changes or {}).items():
            if sign in content:
                found = change(found)
        return found

    monkeypatch.setattr(parsers, "parse", parse_now)
    for module in (contract, findings, rereading, runs, text_module):
        monkeypatch.setattr(module, "PARSER_VERSION", NEXT_VERSION)


def reworded(where: str, words: str) -> Change:
    """The parse in which a paragraph has other words, without what stood in them."""

    def change(parsed: ParsedResolution) -> ParsedResolution:
        paragraphs = tuple(
            replace(one, text=words, markers=()) if one.id == where else one
            for one in parsed.paragraphs
        )
        left = tuple(one for one in parsed.citations if one.source != where)
        return replace(parsed, paragraphs=paragraphs, citations=left)

    return change


def parsed_again(ingestion: Ingestion, *, by: User | None = None) -> Ingestion:
    """Read a file again by the planted parser, as a worker would that heard of it."""
    made = read_again(ingestion.pk, by=by)
    source_file = SourceFile.objects.get(pk=made.source_file_id)
    content = bytes(source_file.content)
    claim = Claim(ingestion=made.pk, source_file=source_file.pk, attempt=made.attempts)
    assert write_finding(claim, content, found=parsers.parse_content(content))
    made.refresh_from_db()
    return made
