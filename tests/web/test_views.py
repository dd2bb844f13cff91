"""A view is a sentence: short, for reading only, and it asks questions that have names."""

import ast
import inspect
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import URLPattern

from archive.urls import urlpatterns
from archive.web.draft.files import draft_docx, draft_json
from archive.web.draft.page import draft
from archive.web.problem_report import report

LONGEST_VIEW_LINES = 20
#: Views that are sent something, to take it down or to check it.
WRITING = {draft, draft_docx, draft_json, report}
MODULES = sorted((Path(settings.BASE_DIR) / "archive" / "web").glob("*.py"))
#: What puts a query together word by word; a question with a name belongs to a queryset.
PARTS_OF_QUERIES = set(
    "aggregate annotate defer distinct exclude extra filter only order_by prefetch_related raw "
    "select_related union values_list".split()
)


def _views() -> Iterator[Callable[..., Any]]:
    for pattern in urlpatterns:
        if isinstance(pattern, URLPattern):
            yield pattern.callback


@pytest.fixture(params=dict.fromkeys(_views()), ids=lambda view: getattr(view, "__name__", None))
def view(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Each public view, with its decorators."""
    found: Callable[..., Any] = request.param
    return found


def test_a_view_is_short(view: Callable[..., Any]) -> None:
    lines, _ = inspect.getsourcelines(inspect.unwrap(view))
    body = [line for line in lines if not line.startswith("@")]
    assert len(body) <= LONGEST_VIEW_LINES


def test_a_view_is_for_reading_only_unless_it_takes_something_down(
    view: Callable[..., Any],
) -> None:
    request = RequestFactory().generic("DELETE" if view in WRITING else "POST", "/")
    response = view(request)
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert response["Allow"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_a_page_puts_no_query_together(module: Path) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert called & PARTS_OF_QUERIES == set()
