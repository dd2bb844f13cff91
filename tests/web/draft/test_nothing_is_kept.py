"""Of a draft that is checked nothing is kept: no row, file, log or cache has a word of it."""

import gc
import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from archive.comparison.strengths import degree_form
from archive.web.draft import checking, reading
from tests import builders as build
from tests.web.draft.conftest import FUND
from tests.web.draft.sending import sent, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreed_before")]

SECRET = "xylophones"
DRAFT = build.resolution_text(
    operative=[f"Urges all Governments to consider contributing {SECRET} to the voluntary fund;"]
)
#: What a caller of the whole archive leads to, and no cache.
_CODE = (type, ModuleType, FunctionType)
NO_DRAFT = f"Lunch is at one, with {SECRET}."
PICTURE = b"\x89PNG\r\n\x1a\n" + NO_DRAFT.encode()


@pytest.fixture(autouse=True)
def watched(
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[None]:
    """Within a test no temporary file can be made; after it, nothing has a word of the draft."""
    settings.DATA_DIR = tmp_path
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100  # by itself, Django holds no more in memory
    monkeypatch.setattr(tempfile, "_mkstemp_inner", None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as asked:
        yield
    assert not any(SECRET in (query["sql"] or "") for query in asked)
    logged = map(logging.Formatter().format, caplog.get_records("call"))
    assert not any(SECRET in line for line in logged), "caplog.text is of this phase alone"
    assert all(SECRET not in part for part in capfd.readouterr())
    assert _tables_with_it() == []
    assert [*tmp_path.rglob("*")] == []
    assert not any(SECRET in str(vars(caches[name])) for name in settings.CACHES)


def _remembering() -> list[Any]:
    """The functions and methods of the archive that remember what they were asked."""
    modules = [one for name, one in sys.modules.items() if name.startswith("archive.")]
    named = [one for module in modules for one in vars(module).values()]
    within = [one for kind in named if isinstance(kind, type) for one in vars(kind).values()]
    functions = [getattr(one, "__func__", one) for one in (*named, *within)]
    return [one for one in functions if isinstance(one, type(degree_form))]


def _remembered() -> str:
    """All that they remember, as words."""
    found, seen = _remembering(), {}
    while found:
        one = found.pop()
        if id(one) not in seen and not issubclass(type(one), _CODE):
            seen[id(one)] = one
            found += gc.get_referents(one)
    return " ".join(one for one in seen.values() if isinstance(one, str))


def _tables_with_it() -> list[str]:
    """The tables of which any row has the word."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(
                f"SELECT EXISTS (SELECT FROM {quoted} AS one WHERE one::text ILIKE %s)",
                [f"%{SECRET[:-1]}{SECRET[-1]}%"],
            )
            if cursor.fetchone()[0]:
                found.append(table)
    return found


@pytest.mark.parametrize("draft", [DRAFT, DRAFT.encode()])
def test_of_a_page_nothing_is_kept(client: Client, draft: str | bytes) -> None:
    response = sent(client, draft)
    assert SECRET in whole(response)
    assert "no-store" in response["Cache-Control"]
    assert "sessionid" not in client.cookies


def test_no_function_remembers_a_word_of_it(client: Client) -> None:
    opening = "In the same spirit, invites"
    draft = build.resolution_text(
        preamble=["Taking note of the report (A/70/91827),", "Recalling resolution 98/9182,"],
        operative=[f"{opening} all Governments to consider contributing to the voluntary fund;"],
    )
    for address in ("/draft/", "/draft.json"):
        assert opening in whole(sent(client, draft, to=address))
        remembered = _remembered()
        assert [one for one in (opening, "91827", "98/9182") if one in remembered] == []


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["/draft.json", "/draft.docx"])
def test_of_a_file_nothing_is_kept(client: Client, address: str) -> None:
    response = sent(client, DRAFT, to=address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["/draft/", "/draft.json", "/draft.docx"])
def test_of_what_is_no_draft_nothing_is_kept(client: Client, address: str) -> None:
    assert sent(client, PICTURE, to=address).status_code == 400


@pytest.mark.parametrize("draft", [NO_DRAFT * 10_000, NO_DRAFT.encode() * 200_000])
def test_of_what_is_too_large_nothing_is_kept(client: Client, draft: str | bytes) -> None:
    assert sent(client, draft).status_code in {400, 413}


def test_of_a_draft_on_which_the_reader_fails_nothing_is_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MODULE", "archive.parsing.no_such_module")
    response = sent(client, DRAFT)
    assert response.status_code == 400
    assert "cannot be read" in whole(response)


@pytest.mark.usefixtures("here")
def test_where_the_database_fails_nothing_is_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(asked: Any, **_: Any) -> Any:
        raise OperationalError(asked)

    monkeypatch.setattr(checking, "agreed", failing)
    assert "The database does not answer." in whole(sent(client, DRAFT))


@pytest.mark.usefixtures("here")
def test_a_draft_from_another_site_leaves_nothing() -> None:
    assert sent(Client(enforce_csrf_checks=True), DRAFT).status_code == 403


@pytest.mark.usefixtures("here")
def test_what_is_agreed_is_asked_by_numbers(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        whole(sent(client, FUND))
    assert not any("voluntary" in (query["sql"] or "") for query in asked)
