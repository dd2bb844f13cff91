"""The archive's version: a number that grows with whatever changes what readers see."""

from django.db import models
from django.db.models import F, Q

_ONLY = 1


class ArchiveVersionQuerySet(models.QuerySet["ArchiveVersion"]):
    """The one row."""

    def number(self) -> int:
        """The present version: one query, one row."""
        return self.values_list("number", flat=True).get(pk=_ONLY)

    def grow(self) -> None:
        """Make all that was kept of earlier versions old, once the transaction commits."""
        self.filter(pk=_ONLY).update(number=F("number") + 1)


class ArchiveVersion(models.Model):
    """One row; every transaction that publishes adds one to its number."""

    number = models.PositiveBigIntegerField(default=1)

    objects = ArchiveVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="archive_version_is_one_row", condition=Q(pk=_ONLY)),
        ]

    def __str__(self) -> str:
        return str(self.number)
