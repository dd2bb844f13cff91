"""A command that runs for somebody says so in the history; for nobody else."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.ingest.publishing.history import history_of
from archive.models import Ingestion, Paragraph, SourceFile, Text
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(build.resolution_text(), encoding="utf-8")
    return path


def test_what_a_command_writes_for_somebody_is_theirs(file: Path) -> None:
    amina = make.make_staff("publisher", name="amina")
    call_command("ingest", file, "--by", "amina", "--jobs", "1")
    assert {row.history_user for row in history_of(Paragraph)} == {amina}
    ingestion = Ingestion.objects.get()
    assert (ingestion.requested_by, ingestion.reviewer) == (amina, amina)
    assert (Text.objects.get().published_by, SourceFile.objects.get().received_by) == (amina, amina)


def test_without_a_name_it_is_the_commands(file: Path) -> None:
    call_command("ingest", file, "--jobs", "1")
    assert {(row.history_user, row.history_change_reason) for row in history_of(Paragraph)} == {
        (None, "manage.py ingest")
    }
    assert Ingestion.objects.get().reviewer is None


@pytest.mark.parametrize("name", ["nobody", "", "left"])
def test_a_name_that_nobody_logs_in_by_is_refused_before_anything_is_read(
    file: Path, name: str
) -> None:
    left = make.make_staff(name="left")
    left.is_active = False
    left.save()
    with pytest.raises(CommandError, match=f"There is no account “{name}”"):
        call_command("ingest", file, "--by", name)
    assert not SourceFile.objects.exists()
