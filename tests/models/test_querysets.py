"""Querysets answer the questions that somebody asks, and no others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ARCHIVE = Path(settings.BASE_DIR) / "archive"


def _questions() -> Iterator[str]:
    for module in sorted((ARCHIVE / "models").glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.ClassDef) and node.name.endswith("QuerySet"):
                methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
                yield from (one.name for one in methods if not one.name.startswith("_"))


#: Rows by what they are, which is no question.
IDENTITY = frozenset({"id", "pk", "symbol__in", "source_file__in"})


def _calls(module: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(module.read_text())):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in names:
                yield node


def test_pages_for_staff_ask_by_name() -> None:
    """But for those of accounts, whose tables are of others."""
    asked = []
    for module in (ARCHIVE / "admin").rglob("*.py"):
        if "accounts" not in module.parts:
            own = [*_calls(module, "exclude", "annotate", "order_by", "alias")]
            own += [
                call
                for call in _calls(module, "filter")
                if call.args or {one.arg for one in call.keywords} - IDENTITY
            ]
            asked += [f"{module.relative_to(ARCHIVE)}:{call.lineno}" for call in own]
    assert asked == []


@pytest.mark.parametrize("question", sorted(set(_questions())))
def test_a_question_is_asked(question: str) -> None:
    code = "\n".join(module.read_text() for module in ARCHIVE.rglob("*.py"))
    assert re.search(rf"\.{question}\b", code)
