"""The steps that set the archive up on this machine; repeated, each changes nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, transaction
from django.utils.crypto import get_random_string

from archive.embedded import locks
from archive.embedded.failures import DiskFullError, folder_failure, is_disk_full
from archive.management.database_words import told_in_one_sentence
from archive.models import Evidence, Ingestion, Text

STAFF_USER = "archivist"
_PASSWORD_LENGTH = 20

Report = Callable[[str], None]


class QuickstartError(Exception):
    """The archive cannot be set up; the message says what and what to do."""


def set_up(report: Report, *, documents: bool = True) -> None:
    """Bring the database, the static files, the founding documents and the staff user about.

    Without the ``documents`` staff can try on them how files come in; the facts are there.

    Raises:
        QuickstartError: it cannot be done here; what was done stays, and the next run goes on.
    """
    if settings.IS_PRODUCTION:
        raise QuickstartError(
            "quickstart runs the archive for this machine only. Unset ARCHIVE_ENV, or deploy it as "
            "README.md says."
        )
    with _told_in_one_line(), _alone():
        str(settings.SECRET_KEY)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        # Facts come first: they give resolutions that are only cited their titles.
        _load("load_facts", "resolutions.csv", report=report)
        if documents:
            _load("ingest", "", report=report)
        _make_staff_user(report)


def _load(command: str, name: str, *, report: Report) -> None:
    """Run a command on the fixtures or one of them, and report what it changed or refused.

    A file that is refused, as when another version of its text is held, keeps nobody from the rest.
    """
    printed = StringIO()
    before = _rows()
    try:
        path = str(settings.BASE_DIR / "fixtures" / name)
        call_command(command, path, stdout=printed, stderr=printed, no_color=True)
    except CommandError as error:
        if isinstance(error.__cause__, OperationalError) or is_disk_full(settings.DATA_DIR):
            raise
        report(f"{printed.getvalue()}{error}")
        return
    if _rows() != before:
        report(printed.getvalue().rstrip())


def _rows() -> tuple[int, ...]:
    return Text.objects.count(), Ingestion.objects.count(), Evidence.objects.count()


def _make_staff_user(report: Report) -> None:
    """Make a first account for the admin, unless there is one.

    The password is told before the account is kept: killed in between, the next run makes another.
    """
    password = get_random_string(_PASSWORD_LENGTH)
    with transaction.atomic():
        if User.objects.filter(is_staff=True).exists():
            return
        User.objects.create_superuser(STAFF_USER, password=password)
        report(
            f"Staff user: {STAFF_USER}\nPassword: {password}\n"
            "It is shown this once. Change it with: uv run manage.py changepassword " + STAFF_USER
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Let two runs at once go one after the other."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with locks.held(settings.DATA_DIR / "quickstart.lock"):
        yield


@contextmanager
def _told_in_one_line() -> Iterator[None]:
    """Turn what the machine can refuse into sentences that say what to do."""
    try:
        with told_in_one_sentence(then="What was done stays; run the same command again."):
            yield
    except ImproperlyConfigured as error:
        raise QuickstartError(str(error)) from error
    except OSError as error:
        raise QuickstartError(str(folder_failure(settings.DATA_DIR, error))) from error
    except CommandError as error:
        is_full = is_disk_full(settings.DATA_DIR)
        words = DiskFullError(settings.DATA_DIR) if is_full else error
        raise QuickstartError(str(words)) from error
