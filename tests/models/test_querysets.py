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


@pytest.mark.parametrize("question", sorted(set(_questions())))
def test_a_question_is_asked(question: str) -> None:
    code = "\n".join(module.read_text() for module in ARCHIVE.rglob("*.py"))
    assert re.search(rf"\.{question}\b", code)
