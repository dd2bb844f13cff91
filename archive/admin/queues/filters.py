"""Filters that lead from a queue to the whole of its list."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

_YES = "yes"


class QueueFilter(admin.SimpleListFilter):
    """Whether rows are in a queue."""

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The one choice."""
        return [(_YES, "Yes")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the queue; None, which leaves all of them, unless it is asked for."""
        return self.rows(queryset) if self.value() == _YES else None

    @staticmethod
    def rows(rows: Any) -> QuerySet[Any]:
        """Those of the queue."""
        raise NotImplementedError


class UnpublishedChangesFilter(QueueFilter):
    """Ingestions of which readers see an earlier revision than staff do."""

    title = "changes not published"
    parameter_name = "changes"

    @staticmethod
    def rows(rows: Any) -> QuerySet[Any]:
        """Those of the queue, oldest first."""
        return cast("QuerySet[Any]", rows.with_unpublished_changes())


class BehindTheParserFilter(QueueFilter):
    """Texts that an earlier version of the parser has read."""

    title = "behind the parser"
    parameter_name = "behind"

    @staticmethod
    def rows(rows: Any) -> QuerySet[Any]:
        """Those of the queue."""
        return cast("QuerySet[Any]", rows.behind_the_parser())


class RecalledNotHeldFilter(QueueFilter):
    """Resolutions that others recall, and of which the archive has no text."""

    title = "recalled, not held"
    parameter_name = "wanted"

    @staticmethod
    def rows(rows: Any) -> QuerySet[Any]:
        """Those of the queue, most recalled first."""
        return cast("QuerySet[Any]", rows.wanted())


class OpenReportFilter(QueueFilter):
    """Reports that nobody has closed."""

    title = "still open"
    parameter_name = "open"

    @staticmethod
    def rows(rows: Any) -> QuerySet[Any]:
        """Those of the queue, oldest first."""
        return cast("QuerySet[Any]", rows.open())
