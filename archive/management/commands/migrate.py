"""``manage.py migrate``: Django's own, and then the catalogue, where an older archive has none."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from archive.ingest.catalogue import catalogue_everything, is_catalogued
from archive.models import CatalogueCard
from archive.search.checks import spellings_are_brought_together


class Command(migrate.Command):
    """Brings the tables to this version; then every resolution has its card."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then write the cards that are missing; only look if that is asked for."""
        super().handle(*args, **options)
        if options["plan"] or options["check_unapplied"]:
            return
        tables = connections[options["database"]].introspection.table_names()
        if CatalogueCard._meta.db_table not in tables:
            return
        if not is_catalogued():
            catalogue_everything()
        if options["verbosity"]:
            for warning in spellings_are_brought_together(databases=[options["database"]]):
                self.stderr.write(str(warning))
