"""The queues of the first page: how many rows wait in each, the first few, and the way to all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from archive.admin.queues.filters import (
    BehindTheParserFilter,
    OpenReportFilter,
    RecalledNotHeldFilter,
    UnpublishedChangesFilter,
)
from archive.models import Citation, Ingestion, Membership, ProblemReport, Resolution, Text

if TYPE_CHECKING:
    from archive.admin.reading import ModelAdmin

FIRST_COUNT = 5
_LONGEST_LABEL = 90
_State = Ingestion.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A row that waits: what it is, what is to be said of it, and its page."""

    label: str
    remark: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A queue as the first page shows it; ``address`` is that of the whole list."""

    slug: str
    title: str
    count: int
    first: tuple[Waiting, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A kind of queue: which rows of a model are in it, in which order, and how each is told.

    ``query`` chooses the same rows in the model's list; ``sorted_by`` names the column that puts
    them in the same order there, the last first.
    """

    slug: str
    title: str
    model: type[Model]
    rows: Callable[[Any], QuerySet[Any]]
    remark: Callable[[Any], str]
    query: Mapping[str, str]
    sorted_by: str = ""


def queues(site: AdminSite, request: HttpRequest) -> list[Queue]:
    """The queues of those models that the visitor may see, two queries each."""
    return [
        _queue(kind, page, request=request)
        for kind in _KINDS
        if (page := site._registry.get(kind.model)) and page.has_view_permission(request)  # noqa: SLF001
    ]


def _queue(kind: _Kind, page: "ModelAdmin", *, request: HttpRequest) -> Queue:
    rows = kind.rows(page.get_queryset(request))
    return Queue(
        slug=kind.slug,
        title=kind.title,
        count=rows.count(),
        first=tuple(_waiting(kind, row) for row in rows[:FIRST_COUNT]),
        address=f"{_address(kind.model, 'changelist')}?{_query(kind, page, request=request)}",
    )


def _waiting(kind: _Kind, row: Model) -> Waiting:
    label = str(row)
    return Waiting(
        label=label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL]}…",
        remark=kind.remark(row),
        address=_address(kind.model, "change", row.pk),
    )


def _query(kind: _Kind, page: "ModelAdmin", *, request: HttpRequest) -> str:
    """The filter of the list, and its order; a list with actions has a column more at the left."""
    if not kind.sorted_by:
        return urlencode(kind.query)
    columns = [*(["action"] if page.get_actions(request) else []), *page.get_list_display(request)]
    return urlencode({**kind.query, "o": f"-{columns.index(kind.sorted_by)}"})


def _address(model: type[Model], page: str, *arguments: object) -> str:
    return reverse(f"admin:archive_{model._meta.model_name}_{page}", args=arguments)


def _of_state(state: str) -> dict[str, str]:
    return {"state__exact": state}


def _came_on(ingestion: Ingestion) -> str:
    day = ingestion.ingested_at
    return f"came on {day.day} {day:%B %Y}"


_KINDS = (
    _Kind(
        slug="needs-attention",
        title="Needs attention",
        model=Ingestion,
        rows=lambda rows: rows.in_state(_State.NEEDS_ATTENTION),
        remark=_came_on,
        query=_of_state(_State.NEEDS_ATTENTION),
    ),
    _Kind(
        slug="ready",
        title="Ready to publish",
        model=Ingestion,
        rows=lambda rows: rows.in_state(_State.PARSED),
        remark=_came_on,
        query=_of_state(_State.PARSED),
    ),
    _Kind(
        slug="unpublished-changes",
        title="Changes not published",
        model=Ingestion,
        rows=UnpublishedChangesFilter.rows,
        remark=lambda one: f"revision {one.revision}, readers see {one.published_revision}",
        query={UnpublishedChangesFilter.parameter_name: "yes"},
    ),
    _Kind(
        slug="reported-problems",
        title="Reported problems",
        model=ProblemReport,
        rows=OpenReportFilter.rows,
        remark=lambda one: one.get_state_display().lower(),
        query={OpenReportFilter.parameter_name: "yes"},
    ),
    _Kind(
        slug="proposed-members",
        title="Proposed for a series",
        model=Membership,
        rows=lambda rows: rows.proposed(),
        remark=lambda one: one.reason,
        query=_of_state(Membership.State.PROPOSED),
    ),
    _Kind(
        slug="failed-files",
        title="Files that could not be read",
        model=Ingestion,
        rows=lambda rows: rows.in_state(_State.FAILED),
        remark=lambda one: one.failure,
        query=_of_state(_State.FAILED),
    ),
    _Kind(
        slug="conflicts",
        title="Citations in doubt",
        model=Citation,
        rows=lambda rows: rows.in_conflict(),
        remark=lambda one: f"in {one.text.resolution}",
        query={"conflict": "any"},
    ),
    _Kind(
        slug="behind-the-parser",
        title="Behind the parser",
        model=Text,
        rows=BehindTheParserFilter.rows,
        remark=lambda one: f"read by version {one.parser_version}",
        query={BehindTheParserFilter.parameter_name: "yes"},
    ),
    _Kind(
        slug="recalled-not-held",
        title="Most recalled, not held",
        model=Resolution,
        rows=RecalledNotHeldFilter.rows,
        remark=lambda one: f"recalled by {one.card.times_recalled:,}",
        query={RecalledNotHeldFilter.parameter_name: "yes"},
        sorted_by="recalled",
    ),
    _Kind(
        slug="waiting",
        title="Waiting to be parsed",
        model=Ingestion,
        rows=lambda rows: rows.in_state(_State.QUEUED),
        remark=_came_on,
        query=_of_state(_State.QUEUED),
    ),
)
