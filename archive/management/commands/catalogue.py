"""``manage.py catalogue``: all that search knows, made anew from the texts that are held."""

from typing import Any

from django.core.management.base import BaseCommand

from archive.ingest.catalogue import catalogue_everything
from archive.ingest.spellings import read_spellings_again
from archive.management.database_words import told_in_one_sentence


class Command(BaseCommand):
    """Reads every wording again, with the thesaurus where there is one, and writes every card."""

    help = (
        "Make all that search knows anew from the texts that are held. Needed after the thesaurus "
        "of spellings was put on the server or has changed; migrate and ingest do the rest by "
        "themselves."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make it, then say how much, and whether variant spellings are brought together."""
        with told_in_one_sentence(then="Run the same command again."):
            has_spellings = read_spellings_again()
            count = catalogue_everything()
        self.stdout.write(f"{count:,} {'card was' if count == 1 else 'cards were'} written.")
        if not has_spellings:
            self.stdout.write("The server has no thesaurus of spellings; docs/search.md says how.")
