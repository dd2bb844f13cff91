"""No statement of a file reads a whole table, so that the archive can grow."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from django.db import connection

from archive.ingest.storage import store
from archive.models import Citation, Paragraph, Resolution, SourceFile, Text
from tests import builders as build

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MANY = 3000
FULL = {one._meta.db_table for one in (Resolution, SourceFile, Text, Paragraph, Citation)}


def _scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of a plan that read a table."""
    if "Relation Name" in plan and "Scan" in plan["Node Type"]:
        yield plan
    for part in plan.get("Plans", ()):
        yield from _scans(part)


def _has_a_condition(scan: dict[str, Any]) -> bool:
    return "Index Cond" in scan or scan["Node Type"] == "Bitmap Heap Scan"


class _Explainer:
    """Explains each statement before it runs, and keeps those that read one of the full tables."""

    def __init__(self) -> None:
        self.statements = 0
        self.whole: list[tuple[str, str]] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 Django’s signature
        if sql.lstrip().startswith(("SELECT", "UPDATE", "WITH", "DELETE")):
            self._explain(sql, params)
        return execute(sql, params, many, context)

    def _explain(self, sql: str, params: Any) -> None:
        self.statements += 1
        with connection.connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            plan = cursor.fetchone()[0]
        plan = json.loads(plan) if isinstance(plan, str) else plan
        self.whole += [
            (scan["Relation Name"], sql)
            for scan in _scans(plan[0]["Plan"])
            if scan["Relation Name"] in FULL and not _has_a_condition(scan)
        ]


def _fill() -> None:
    """A held text for each of many resolutions, with a paragraph that cites, as planners see it."""
    texts = [make_plain_text(number) for number in range(MANY)]
    Resolution.objects.bulk_create(text.resolution for text in texts)
    SourceFile.objects.bulk_create(text.source_file for text in texts)
    Text.objects.bulk_create(texts)
    paragraphs = Paragraph.objects.bulk_create(
        Paragraph(text=one, position=1, anchor="pp1", kind="preambular", wording="Recalling it,")
        for one in texts
    )
    Citation.objects.bulk_create(
        Citation(
            text=one.text,
            paragraph=one,
            position=1,
            start=0,
            end=9,
            words="Recalling",
            cited_symbol=one.text.resolution.symbol,
            cited_resolution=one.text.resolution,
        )
        for one in paragraphs
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(sorted(FULL)))


def make_plain_text(number: int) -> Text:
    """A text that is not saved yet, nor is anything it needs."""
    content = f"words {number}".encode()
    return Text(
        resolution=Resolution(symbol=f"A/RES/198/{number + 1}", organ="GA", number=str(number)),
        source_file=SourceFile(
            content=content,
            sha256=sha256(content).hexdigest(),
            size_bytes=len(content),
            name="received.txt",
            media_type="text/plain",
            received_at=AT,
            received_from="a test",
        ),
        wording="Recalling it,",
        content_hash="0" * 64,
        parser_version="1",
        parsed_at=AT,
    )


@pytest.mark.parametrize("replace", [False, True])
def test_every_statement_finds_its_rows_by_an_index(replace: bool) -> None:  # noqa: FBT001
    _fill()
    if replace:
        store(build.received(b"old"), build.parse_of(), replace=False)
    explainer = _Explainer()
    with connection.execute_wrapper(explainer):
        store(build.received(b"new"), build.parse_of(), replace=replace)
    assert Text.objects.filter(resolution__symbol="A/RES/66/164").count() == 1
    assert explainer.statements > 8
    assert explainer.whole == []
