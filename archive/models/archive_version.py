"""The archive's version: a number that grows with whatever changes what readers see."""

from django.db import connections, models
from django.db.models import Q

_ONLY = 1
#: Every page asks it, many before anything else: written out, it is asked in a third of the time.
_NUMBER = "SELECT number FROM archive_archiveversion WHERE id = %s"
#: No number comes twice, even where a backup was restored: it is at least the microseconds since
#: 1970, and greater than the last.
_GROW = """
INSERT INTO archive_archiveversion AS version (id, number)
VALUES (%s, floor(extract(epoch FROM clock_timestamp()) * 1000000))
ON CONFLICT (id) DO UPDATE SET number = greatest(version.number + 1, EXCLUDED.number)
"""


class ArchiveVersionQuerySet(models.QuerySet["ArchiveVersion"]):
    """The one row."""

    def number(self) -> int:
        """The present version, 0 before anything was published: one query, at most one row."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(_NUMBER, [_ONLY])
            row = cursor.fetchone()
        return row[0] if row else 0

    def grow(self) -> None:
        """Make all that was kept of earlier versions old, once the transaction commits."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(_GROW, [_ONLY])


class ArchiveVersion(models.Model):
    """One row; every transaction that publishes makes its number greater."""

    number = models.PositiveBigIntegerField(default=1)

    objects = ArchiveVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="archive_version_is_one_row", condition=Q(pk=_ONLY)),
        ]

    def __str__(self) -> str:
        return str(self.number)
