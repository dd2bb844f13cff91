"""Loading: rows into the archive's tables by COPY, as its models declare them.

Every rule that the models keep in the database holds of the rows. The indexes of full-text search
are dropped before and made again after, by their own declarations.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.core.management.color import no_style
from django.db import connection, models, transaction
from psycopg import sql

from archive.models import (
    CardLists,
    CatalogueCard,
    Citation,
    Footnote,
    Paragraph,
    Resolution,
    SourceFile,
    Text,
    Word,
)
from tests.benchmarks.searching.acts import Act
from tests.benchmarks.searching.rows import Rows, resolution_of
from tests.benchmarks.searching.texts import InventedText

LOADED: Sequence[type[models.Model]] = (Resolution, SourceFile, Text, Paragraph, Footnote, Citation)
CATALOGUE: Sequence[type[models.Model]] = (CatalogueCard, CardLists, Word)
_TEXTS_AT_ONCE = 400
_LOADERS, _MOST_WAITING = 2, 3


def prepare_session() -> None:
    """Let this connection build indexes in memory, and not wait for the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("SET synchronous_commit = off")


def empty(tables: Iterable[type[models.Model]]) -> None:
    """Take every row away, and the room they took."""
    names = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names}")


def drop_search_indexes(tables: Iterable[type[models.Model]]) -> None:
    """Drop the GIN indexes of some tables; there may be none."""
    with connection.schema_editor() as editor:
        for _, index in _search_indexes(tables):
            editor.execute(f"DROP INDEX IF EXISTS {editor.quote_name(index.name)}")


def make_search_indexes(tables: Iterable[type[models.Model]]) -> None:
    """Make them as the models declare them."""
    with connection.schema_editor() as editor:
        for model, index in _search_indexes(tables):
            editor.add_index(model, index)


def gather_statistics(tables: Iterable[type[models.Model]]) -> None:
    """Let PostgreSQL know what is in some tables, and that all of it can be seen."""
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f"VACUUM ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _search_indexes(
    tables: Iterable[type[models.Model]],
) -> Iterator[tuple[type[models.Model], models.Index]]:
    for model in tables:
        for index in model._meta.indexes:
            if isinstance(index, GinIndex):
                yield model, index


def load_acts(acts: Iterable[Act]) -> None:
    """The rows of all acts."""
    copy_in([resolution_of(act) for act in acts])


def load_texts(texts: Iterable[InventedText]) -> None:
    """The texts with all that is in them; several connections take a batch each."""
    rows, remaining, waiting = Rows(), iter(texts), deque[Future[None]]()
    with ThreadPoolExecutor(max_workers=_LOADERS) as loaders:
        while batch := [*islice(remaining, _TEXTS_AT_ONCE)]:
            waiting.append(loaders.submit(_load, rows.of(batch)))
            if len(waiting) > _MOST_WAITING:
                waiting.popleft().result()
        for one in waiting:
            one.result()


def advance_keys() -> None:
    """Let the tables draw keys after those that were given."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(LOADED))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _load(tables: Sequence[Sequence[models.Model]]) -> None:
    """Some texts, in a transaction of this thread's own connection, closed behind it."""
    try:
        with transaction.atomic():
            prepare_session()
            for rows in tables:
                copy_in(rows)
    finally:
        connection.close()


def copy_in(rows: Sequence[models.Model]) -> None:
    """Unsaved rows of one model, by COPY, with every column that the database does not make."""
    if not rows:
        return
    fields = [one for one in rows[0]._meta.concrete_fields if not one.generated]
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(rows[0]._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(str(one.column)) for one in fields),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([_value(field, row) for field in fields])


def _value(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
