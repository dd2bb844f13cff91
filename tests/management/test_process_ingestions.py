"""``manage.py process_ingestions``: parses waiting files, and ends in an exit code."""

import io
import signal
import subprocess

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from archive.ingest.intake.worker import Worker
from archive.models import Ingestion
from tests import factories as make
from tests.ingest.children import PATIENCE_IN_SECONDS, start, wait_until

pytestmark = pytest.mark.django_db(transaction=True)


def test_once_it_parses_what_waits_and_ends() -> None:
    waiting = make.make_waiting()
    printed = io.StringIO()
    call_command("process_ingestions", "--once", stdout=printed)
    assert printed.getvalue() == f"{waiting.pk}  Could not be read\n"


def test_it_parses_the_files_of_one_batch() -> None:
    make.make_waiting()
    file = make.make_batch_file(ingestion=make.make_waiting())
    call_command("process_ingestions", "--once", f"--batch={file.batch.pk}", stdout=io.StringIO())
    assert Ingestion.objects.waiting().count() == 1


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--jobs=0", "“0” is no number of files; write one from 1 to 64."),
        ("--jobs=65", "“65” is no number of files; write one from 1 to 64."),
        ("--batch=last", "“last” is no number."),
    ],
)
def test_an_option_that_cannot_be_is_refused(option: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("process_ingestions", "--once", option)


def test_a_database_that_gives_up_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(_worker: Worker) -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(Worker, "run", give_up)
    with pytest.raises(CommandError, match=r"The database gave up: the connection is closed\. No"):
        call_command("process_ingestions", "--once")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_without_a_word(number: signal.Signals) -> None:
    waiting = make.make_waiting()
    worker = start("process_ingestions")
    wait_until(lambda: Ingestion.objects.get(pk=waiting.pk).state == "failed")
    worker.send_signal(number)
    printed, complaints = worker.communicate(timeout=PATIENCE_IN_SECONDS)
    assert (worker.returncode, complaints) == (0, "")
    assert printed == f"{waiting.pk}  Could not be read\n"


@pytest.mark.slow
def test_it_ends_with_its_input_where_that_is_wanted() -> None:
    worker = start("process_ingestions", "--until-input-ends", stdin=subprocess.PIPE)
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(PATIENCE_IN_SECONDS) == 0
    for stream in (worker.stdout, worker.stderr):
        assert stream is not None
        assert stream.read() == ""
        stream.close()
