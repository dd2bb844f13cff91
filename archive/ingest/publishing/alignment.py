"""Alignment: held rows become those that are wanted, with as few changes as can be.

Rows are told by their keys: a wanted row that has the key of a held one takes its place, and is
written where a column differs. One statement deletes, one updates, one inserts; positions may
change places, because the database looks at them when a statement ends.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Field, Model

from archive.ingest.publishing.records import Records

Row = TypeVar("Row", bound=Model)


class Alignment(Generic[Row]):
    """The difference between held rows, by key, and those wanted, some of which have such keys."""

    def __init__(self, held: Mapping[int, Row], wanted: Sequence[Row]) -> None:
        kept = {row.pk for row in wanted}
        self.removed = [key for key in held if key not in kept]
        self.added = [row for row in wanted if row.pk not in held]
        self.changed: list[Row] = []
        self.columns: set[str] = set()
        for row in wanted:
            if row.pk in held:
                self._compare(held[row.pk], row)

    def _compare(self, held: Row, wanted: Row) -> None:
        differing = {
            one.name
            for one in _written(type(wanted))
            if getattr(held, one.attname) != getattr(wanted, one.attname)
        }
        if differing:
            self.changed.append(wanted)
            self.columns |= differing

    def write(self, model: type[Row], records: Records) -> None:
        """Delete, update, insert, and have it recorded; added rows have their keys then."""
        manager: Any = model._meta.default_manager
        if self.removed:
            remove(model, self.removed, records=records)
        if self.changed:
            manager.bulk_update(self.changed, sorted(self.columns))
            records.changed(model, (row.pk for row in self.changed))
        if self.added:
            manager.bulk_create(self.added)
            records.added(model, (row.pk for row in self.added))


def _written(model: type[Model]) -> "Iterable[Field[Any, Any]]":
    """The columns that are written: neither keys nor what the database computes."""
    return (one for one in model._meta.concrete_fields if not one.primary_key and not one.generated)


def remove(model: type[Model], keys: Sequence[int], *, records: Records) -> None:
    """Delete rows alone, once they are recorded.

    The ORM would record each a second time, and look for what hangs on it.
    """
    records.removed(model, keys)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [list(keys)])  # noqa: S608 a table
