"""``manage.py load_facts``: what it prints and how it ends."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from archive.ingest.facts_table import HEADER
from archive.ingest.lineages.following import series_are_followed
from archive.models import Membership, Resolution
from tests import factories as make
from tests.ingest.lineages.series import NAME, came, joined

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parents[2] / "fixtures"


def _table(folder: Path, *lines: str) -> Path:
    path = folder / "facts.csv"
    path.write_text("\n".join([",".join(HEADER), *lines, ""]), encoding="utf-8")
    return path


def test_it_says_how_many_resolutions_it_wrote_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = FIXTURES / "resolutions.csv"
    call_command("load_facts", path)
    assert capsys.readouterr().out == f"{path}: facts of 35 resolutions were written.\n"
    assert Resolution.objects.count() == 35
    call_command("load_facts", path)
    assert capsys.readouterr().out == f"{path}: facts of 0 resolutions were written.\n"


def test_the_facts_of_one_resolution_are_counted_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _table(tmp_path, "A/RES/53/144,Title,,,,seen")
    call_command("load_facts", path)
    assert capsys.readouterr().out == f"{path}: facts of 1 resolution were written.\n"


def test_a_disagreement_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = make.make_resolution("A/RES/53/144", title="Printed")
    make.make_evidence(known, origin="masthead")
    call_command("load_facts", _table(tmp_path, "A/RES/53/144,Other,,,,seen"))
    assert capsys.readouterr().err == (
        "Warning: A/RES/53/144, title: the file’s own masthead says “Printed” and is kept; the "
        "archive’s table of facts says “Other”.\n"
    )


def test_a_database_that_gives_up_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OperationalError("the server\n\thas gone\n")

    monkeypatch.setattr("archive.management.commands.load_facts.load_facts", fail)
    path = _table(tmp_path)
    with pytest.raises(CommandError) as ended:
        call_command("load_facts", path)
    assert str(ended.value) == (
        f"The database gave up: the server has gone. Nothing of {path} was stored."
    )


def test_series_that_cannot_follow_now_are_said_to_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came("A/RES/56/1", series="")
    came("A/RES/58/1", series="")

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("the disk is full")

    path = _table(tmp_path, f"A/RES/56/1,,,,{NAME},seen", f"A/RES/58/1,,,,{NAME},seen")
    with monkeypatch.context() as patched:
        patched.setattr("archive.ingest.lineages.following.join_members", fail)
        with pytest.raises(CommandError, match=r"The facts are stored\. .* manage\.py lineages"):
            call_command("load_facts", path)
    assert Membership.objects.accepted().count() == 2
    assert not joined()
    call_command("migrate", verbosity=0)
    assert {"56 op1", "58 op2"} in joined()


def test_the_series_of_the_table_follow(tmp_path: Path) -> None:
    came("A/RES/56/1", series="")
    came("A/RES/58/1", series="another")
    path = _table(tmp_path, f"A/RES/56/1,,,,{NAME},seen", f"A/RES/58/1,,,,{NAME},seen")
    call_command("load_facts", path)
    assert {"56 op1", "58 op2"} in joined()
    assert series_are_followed()


def test_a_bad_line_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    path = _table(tmp_path, "A/RES/53/144,Title,,,,seen", "A/RES/1/1,,soon,,,seen")
    with pytest.raises(CommandError) as ended:
        call_command("load_facts", path)
    assert str(ended.value) == (
        f"{path}, line 3: “soon” is no date; write it as 2011-12-19. Nothing of the file was "
        "stored."
    )
    assert ended.value.returncode == 1
    assert not Resolution.objects.exists()
