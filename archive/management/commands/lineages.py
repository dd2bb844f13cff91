"""``manage.py lineages``: series, and the lineages of their paragraphs, brought along."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.ingest.lineages.comparing import METHOD
from archive.ingest.lineages.following import follow_everything
from archive.management.database_words import told_in_one_sentence
from archive.models import Series


class Command(BaseCommand):
    """Compares the texts of each series that have not been compared, and joins their lineages."""

    help = (
        "Bring the series along: compare their texts, join what is one paragraph, and propose "
        "members. Everything that publishes does so by itself; this is for an archive from before "
        "there were lineages. Run again, it changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Nothing need be given."""
        parser.add_argument(
            "--older-methods",
            action="store_true",
            help="compare anew what was compared by an earlier version of the rules",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Go through the series, and say of each what was done."""
        method = METHOD if options["older_methods"] else None
        with told_in_one_sentence(then="What was done stays; run the same command again."):
            for series, compared in follow_everything(method=method):
                self.stdout.write(f"{series}: {_told(series, compared)}")


def _told(series: Series, compared: int) -> str:
    lineages = series.lineages.standing().count()
    return f"{compared} pairs of texts compared, {lineages} lineages."
