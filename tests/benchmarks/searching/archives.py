"""Archives: an archive in a folder of its own, as this process reads it and makes its pages old."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.models.functions import Coalesce, ExtractYear

from archive.models import ArchiveVersion, CatalogueCard, Paragraph

_ROWS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive of a data folder; its name among Django's connections is that folder."""

    folder: Path

    @property
    def alias(self) -> str:
        """Its connection, which is made known to Django when it is first asked for."""
        alias = str(self.folder)
        if alias not in connections.settings:
            database = {**connections.settings["default"], "FOLDER": self.folder / "postgres"}
            connections.settings[alias] = database
        return alias

    def make_pages_old(self) -> None:
        """What publishing does last: nothing that was kept of earlier answers holds any more."""
        ArchiveVersion.objects.using(self.alias).grow()

    def wait_for_no_disk(self) -> None:
        """Let this thread's changes of the version not wait for the disk."""
        with connections[self.alias].cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")

    def resolutions(self) -> int:
        """How many have a card."""
        return CatalogueCard.objects.using(self.alias).count()

    def paragraphs(self) -> Iterator[dict[str, Any]]:
        """Every paragraph, with what peers need of its resolution."""
        resolution = "text__resolution__"
        year = Coalesce(f"{resolution}adopted_on", f"{resolution}distributed_on")
        rows = Paragraph.objects.using(self.alias).order_by("pk")
        values = rows.values_list(
            "pk", f"{resolution}symbol", f"{resolution}organ", ExtractYear(year), "kind", "wording"
        )
        for row in values.iterator(chunk_size=_ROWS_AT_ONCE):
            yield dict(zip(("id", "symbol", "organ", "year", "kind", "wording"), row, strict=True))

    def close(self) -> None:
        """Let the connection of this thread go."""
        connections[self.alias].close()
