"""Entries of a row's history: each record beside the one before, as differences of words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BinaryField, ForeignKey, Model
from django.utils.text import capfirst

from archive.admin.history.values import told
from archive.comparison.words import Change, word_changes
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.records import Sign
from archive.ingest.restoring.single_values import can_come_back

#: What no person has to be told: keys, and what follows from the words.
_UNTOLD = frozenset({"id", "cited", "content_hash"})
_SAID = {Sign.ADDED: "Added", Sign.CHANGED: "Changed", Sign.REMOVED: "Removed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedValue:
    """One column that a record has otherwise than the one before it.

    ``record`` is that one before, whose value can be restored by itself; None where it cannot.
    """

    column: str
    label: str
    changes: tuple[Change, ...]
    record: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record: what became of the row, by whom (None: a command), when and why."""

    at: datetime
    by: Any
    reason: str
    what: str
    values: Sequence[ChangedValue]


#: Entries on a page.
PER_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A page of a row’s history, the latest first."""

    entries: Sequence[Entry]
    page: Page[Any]


def entries_of(row: Model, *, page: str = "1") -> Entries:
    """A page of the history of a row: four queries, and one for each kind of row it points to."""
    model = type(row)
    records = history_of(model).filter(id=row.pk).select_related("history_user")
    shown = Paginator(records, PER_PAGE).get_page(page)
    listed = list(records[shown.start_index() - 1 : shown.end_index() + 1]) if shown else []
    latest = records.first() if shown.has_previous() else next(iter(listed), None)
    named = _names(model, listed)
    pairs = zip(listed, [*listed[1:], None], strict=True)
    entries = [_entry(now, before, latest=latest, named=named) for now, before in pairs]
    return Entries(entries=entries[:PER_PAGE], page=shown)


def _entry(now: Any, before: Any, *, latest: Any, named: Mapping[tuple[str, int], str]) -> Entry:
    return Entry(
        at=now.history_date,
        by=now.history_user,
        reason=now.history_change_reason or "",
        what=_SAID[Sign(now.history_type)],
        values=list(_changed(now, before, latest=latest, named=named)) if before else [],
    )


def _changed(
    now: Any, before: Any, *, latest: Any, named: Mapping[tuple[str, int], str]
) -> Iterator[ChangedValue]:
    """The columns that differ; one is offered again unless the row has that value now."""
    model = now.instance_type
    for field in now.tracked_fields:
        was, is_now = getattr(before, field.attname), getattr(now, field.attname)
        if field.name in _UNTOLD or was == is_now:
            continue
        can = can_come_back(model, field.name) and was != getattr(latest, field.attname)
        yield ChangedValue(
            column=field.name,
            label=capfirst(field.verbose_name),
            changes=word_changes(*(told(field, one, named=named) for one in (was, is_now))),
            record=before.history_id if can else None,
        )


def _names(model: type[Model], records: Sequence[Any]) -> dict[tuple[str, int], str]:
    """The rows that records point to, by column and key, as they are called now.

    Only of columns that are not the same in all of them.
    """
    found: dict[tuple[str, int], str] = {}
    recorded = {field.name for one in records[:1] for field in one.tracked_fields}
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or field.name not in recorded:
            continue
        keys = {getattr(one, field.attname) for one in records}
        if len(keys) > 1:
            related = _without_large_columns(field.related_model).in_bulk(keys - {None})
            found |= {(field.name, key): str(row) for key, row in related.items()}
    return found


def _without_large_columns(model: Any) -> Any:
    large = [
        field.name
        for field in model._meta.concrete_fields
        if field.generated or isinstance(field, BinaryField)
    ]
    return model._base_manager.defer(*large)  # noqa: SLF001 Django documents it
