"""A database that cannot serve a command is told in one sentence, by every command alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection

from archive.embedded.failures import DiskFullError
from archive.ingest.facts_table import HEADER
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_tables() -> Iterator[None]:
    """The tables out of sight, as before the first migration."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path TO pg_catalog")
    yield
    connection.set_rollback(True)


@pytest.mark.usefixtures("no_tables")
@pytest.mark.parametrize(("command", "name"), [("ingest", "a.txt"), ("load_facts", "a.csv")])
def test_a_database_without_tables_is_told_with_what_to_do(
    tmp_path: Path, command: str, name: str
) -> None:
    path = tmp_path / name
    facts = f"{','.join(HEADER)}\nA/RES/53/144,Title,,,,seen\n"
    path.write_text(build.resolution_text() if command == "ingest" else facts, encoding="utf-8")
    with pytest.raises(CommandError) as ended:
        call_command(command, path)
    assert str(ended.value) == (
        "The database has no tables yet. Make them with: uv run manage.py migrate"
    )


def test_any_other_fault_of_a_query_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise ProgrammingError("a fault of ours")

    monkeypatch.setattr("archive.management.commands.load_facts.load_facts", fail)
    with pytest.raises(ProgrammingError, match="a fault of ours"):
        call_command("load_facts", tmp_path / "a.csv")


def test_what_keeps_the_private_server_from_running_is_told_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise DiskFullError(tmp_path)

    monkeypatch.setattr("archive.management.commands.load_facts.load_facts", fail)
    with pytest.raises(CommandError, match=f"^The disk that holds {tmp_path} is full"):
        call_command("load_facts", tmp_path / "a.csv")
