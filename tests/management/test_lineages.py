"""``manage.py lineages`` and ``migrate``: an archive from before there were lineages gets them."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from archive.models import ComparedTexts, Lineage, LineagePlace, Membership, Series
from tests.ingest.lineages.series import ALL, all_came, joined

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> None:
    """Four texts whose facts name their series; of that nothing has been followed yet."""
    all_came()
    for model in (LineagePlace, Lineage, ComparedTexts, Membership, Series):
        model._default_manager.all().delete()


@pytest.mark.usefixtures("held")
def test_the_command_says_of_each_series_what_was_done(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("lineages")
    told = "Human rights defenders: 6 pairs of texts compared, 5 lineages.\n"
    assert capsys.readouterr().out == told
    assert joined() == ALL
    call_command("lineages")
    assert capsys.readouterr().out == told.replace("6 pairs", "0 pairs")


@pytest.mark.usefixtures("held")
def test_what_an_earlier_version_compared_is_compared_anew(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("lineages")
    ComparedTexts.objects.filter(earlier__resolution__session="56").update(method="0")
    capsys.readouterr()
    call_command("lineages", "--older-methods")
    assert "3 pairs of texts compared" in capsys.readouterr().out


@pytest.mark.usefixtures("held")
def test_migrating_brings_what_is_held_along_once() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    assert joined() == ALL
    ComparedTexts.objects.all().delete()
    call_command("migrate", interactive=False, verbosity=0)
    assert not ComparedTexts.objects.exists()


@pytest.mark.usefixtures("held")
def test_migrating_goes_on_where_it_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise OperationalError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("archive.ingest.lineages.following.join_members", give_up)
        with pytest.raises(OperationalError):
            call_command("migrate", interactive=False, verbosity=0)
    assert Membership.objects.exists()
    assert not joined()
    call_command("migrate", interactive=False, verbosity=0)
    assert joined() == ALL


def test_a_database_that_gives_up_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(**_: str | None) -> None:
        raise OperationalError("the disk is full")

    monkeypatch.setattr("archive.management.commands.lineages.follow_everything", give_up)
    with pytest.raises(CommandError, match=r"gave up: the disk is full\. What was done stays"):
        call_command("lineages")
