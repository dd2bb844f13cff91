"""``manage.py migrate``: Django's own, then what an older archive lacks: cards, series, words."""

from collections import deque
from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from archive.ingest.catalogue import catalogue_everything, is_catalogued
from archive.ingest.lineages.following import follow_everything, series_are_followed
from archive.ingest.wordings import are_wordings_kept, keep_all_wordings
from archive.models import CatalogueCard, Membership, WordingUse
from archive.search.checks import spellings_are_brought_together


class Command(migrate.Command):
    """Brings the tables to this version; then all have their cards, series and wordings."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then write what is missing of these; only look if that is asked."""
        super().handle(*args, **options)
        if options["plan"] or options["check_unapplied"]:
            return
        tables = connections[options["database"]].introspection.table_names()
        if CatalogueCard._meta.db_table not in tables:
            return
        if not is_catalogued():
            catalogue_everything()
        if Membership._meta.db_table in tables and not series_are_followed():
            deque(follow_everything(), maxlen=0)
        if WordingUse._meta.db_table in tables and not are_wordings_kept():
            keep_all_wordings()
        if options["verbosity"]:
            for warning in spellings_are_brought_together(databases=[options["database"]]):
                self.stderr.write(str(warning))
