"""``manage.py dump``: the whole archive as files."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.dump.kept import make_present
from archive.dump.package import Issue
from archive.dump.placing import FolderInUseError, HalfPlacedError, dump_into
from archive.management.database_words import told_in_one_sentence


class Command(BaseCommand):
    """Writes all that is published into a folder, or makes the files that the site offers."""

    help = (
        "Write the whole archive as files: JSON Lines, CSV, GraphML and the source files, with "
        "their SHA-256 sums and a codebook. Without a folder, make the files that the page /data/ "
        "offers, unless those of the present state are there. While nothing changes in the "
        "archive, every file stays the same to the last byte."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One folder, or none."""
        parser.add_argument(
            "folder",
            nargs="?",
            type=_folder,
            metavar="DIR",
            help="new, empty, or with an earlier dump, which is replaced",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write, then say what and where."""
        folder: Path | None = options["folder"]
        try:
            with told_in_one_sentence(then="Nothing was put in place; run the same command again."):
                issue = dump_into(folder).issue if folder else make_present()
        except FolderInUseError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            place = error.filename or folder or settings.DATA_DIR
            raise CommandError(
                f"{place} cannot be written: {error.strerror}. {_what_is_there(error)}"
            ) from error
        self.stdout.write(_told(issue, where=str(folder or "/data/")))


def _what_is_there(error: OSError) -> str:
    if isinstance(error, HalfPlacedError):
        return "The dump there is not whole. Mend that, then run the same command again."
    return "Nothing was put in place."


def _told(issue: Issue | None, *, where: str) -> str:
    if issue is None:
        return "The files at /data/ are those of the present state."
    counts = ", ".join(f"{name} {number:,}" for name, number in issue.counts.items())
    return f"{where}: version {issue.version}. Rows: {counts}."


def _folder(written: str) -> Path:
    """A folder; an empty one, as of a variable that is not set, is not this folder."""
    if not written:
        raise ArgumentTypeError("it is empty; write the name of a folder.")
    return Path(written)
