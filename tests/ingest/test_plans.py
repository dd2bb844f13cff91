"""No statement of a file reads a whole table, so that the archive can grow."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from archive.ingest.storage import store
from archive.models import Text
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db


def _scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of a plan that read a table."""
    if "Relation Name" in plan and "Scan" in plan["Node Type"]:
        yield plan
    for part in plan.get("Plans", ()):
        yield from _scans(part)


def _has_a_condition(scan: dict[str, Any]) -> bool:
    return "Index Cond" in scan or scan["Node Type"] == "Bitmap Heap Scan"


class _Explainer:
    """Explains each statement before it runs; planners of small tables must not read them whole."""

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
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            plan = cursor.fetchone()[0]
        plan = json.loads(plan) if isinstance(plan, str) else plan
        self.whole += [
            (scan["Relation Name"], sql)
            for scan in _scans(plan[0]["Plan"])
            if not _has_a_condition(scan)
        ]


@pytest.mark.parametrize("replace", [False, True])
def test_every_statement_finds_its_rows_by_an_index(replace: bool) -> None:  # noqa: FBT001
    for _ in range(3):
        paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
        make.make_citation(paragraph, "resolution 66/164", "A/RES/66/164")
    if replace:
        store(build.received(b"old"), build.parse_of(), replace=False)
    explainer = _Explainer()
    with connection.execute_wrapper(explainer):
        store(build.received(b"new"), build.parse_of(), replace=replace)
    assert Text.objects.filter(resolution__symbol="A/RES/66/164").count() == 1
    assert explainer.statements > 8
    assert explainer.whole == []
