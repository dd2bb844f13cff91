"""``manage.py load_facts``: the table of facts into the archive."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.ingest.facts_table import have_series_follow, load_facts
from archive.ingest.refusals import RefusalError
from archive.management.database_words import told_in_one_sentence

_STORED = "The facts are stored. Have their series follow with: uv run manage.py lineages"


class Command(BaseCommand):
    """Loads titles, dates and votes of resolutions with their evidence; a bad line stops it all."""

    help = (
        "Load a table of facts about resolutions (CSV). Loaded again it changes nothing. "
        "Facts from a file’s masthead or from a manifest are never overwritten."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One file."""
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, then say what changed and where origins disagree."""
        file: Path = options["file"]
        try:
            with told_in_one_sentence(then=f"Nothing of {file} was stored."):
                written = load_facts(file)
        except RefusalError as refusal:
            raise CommandError(f"{file}, {refusal} Nothing of the file was stored.") from refusal
        with told_in_one_sentence(then=_STORED):
            have_series_follow(written)
        for warning in written.warnings:
            self.stderr.write(f"Warning: {warning.message}")
        count = len(written.changed)
        noun = "resolution" if count == 1 else "resolutions"
        self.stdout.write(f"{file}: facts of {count} {noun} were written.")
