"""Records: what a transaction writes many rows at once goes into the history, each row once.

Rows that the ORM saves one by one are recorded by django-simple-history itself. Nothing that
publishes saves like that: it writes sets of rows, tells the records which, and the records copy
them as they stand at the end, one ``INSERT … SELECT`` for each model, kind and reason. A row that
was made and changed in one transaction is one entry, that of its making.

Recorded is every column that is not computed from others. So a citation elsewhere that links
itself, or whose date comes into conflict, has an entry too, with a reason of its own: its readers
see something else from then on, and whose doing that was can be told. Evidence, cards, words and
vectors are not recorded: they follow from what is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.db.models import Model
from django.utils import timezone


class Sign(StrEnum):
    """What became of a row, as the library writes it."""

    ADDED = "+"
    CHANGED = "~"
    REMOVED = "-"


class Consequence(StrEnum):
    """Why a citation changes without anybody having published the text that it is in."""

    LINKED = "What it cites has become known"
    DATED = "Dates that speak for or against it have become known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Why something is written, by whom, by key (None: by a command), and when."""

    reason: str
    by: int | None = None
    at: datetime = field(default_factory=timezone.now)

    @classmethod
    def made_by(cls, user: AbstractBaseUser, *, reason: str) -> "Change":
        """A change that a person makes now."""
        return cls(reason=reason, by=user.pk)


class _Copy(NamedTuple):
    """Rows of one model, by key, that are to be copied with one sign and reason."""

    model: type[Model]
    keys: list[int]
    sign: Sign
    reason: str


class Records:
    """The rows that one transaction writes, until they are copied into the history."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self._added: dict[type[Model], set[int]] = defaultdict(set)
        self._changed: dict[type[Model], dict[int, str]] = defaultdict(dict)

    def added(self, model: type[Model], keys: Iterable[int]) -> None:
        """Rows that have been made."""
        self._added[model].update(keys)

    def is_new(self, row: Model) -> bool:
        """Whether a row has been made by this very transaction."""
        return row.pk in self._added[type(row)]

    def changed(
        self, model: type[Model], keys: Iterable[int], *, because: Consequence | None = None
    ) -> None:
        """Rows that have been changed; ``because`` where the transaction was not about them."""
        reasons = self._changed[model]
        for key in keys:
            if because:
                reasons.setdefault(key, because.value)
            else:
                reasons[key] = self.change.reason

    def removed(self, model: type[Model], keys: Iterable[int]) -> None:
        """Rows that are about to be deleted; they are copied at once."""
        _copy([_Copy(model, sorted(keys), Sign.REMOVED, self.change.reason)], self.change)

    def write(self) -> None:
        """Copy what has been made and changed, as it stands now."""
        _copy([*self._copies_of_added(), *self._copies_of_changed()], self.change)
        self._added.clear()
        self._changed.clear()

    def _copies_of_added(self) -> Iterator[_Copy]:
        for model, keys in self._added.items():
            yield _Copy(model, sorted(keys), Sign.ADDED, self.change.reason)

    def _copies_of_changed(self) -> Iterator[_Copy]:
        for model, reasons in self._changed.items():
            changed = reasons.keys() - self._added[model]
            for reason in dict.fromkeys(reasons.values()):
                keys = sorted(key for key in changed if reasons[key] == reason)
                yield _Copy(model, keys, Sign.CHANGED, reason)


def _copy(copies: Iterable[_Copy], change: Change) -> None:
    """Copy rows into their histories, in one statement."""
    asked = [one for one in copies if one.keys]
    if not asked:
        return
    parts = [f"copy_{n} AS ({_statement(one.model)})" for n, one in enumerate(asked)]
    values = [[change.at, one.sign.value, change.by, one.reason, one.keys] for one in asked]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)} SELECT", list(chain.from_iterable(values)))


@cache
def _statement(model: type[Model]) -> str:
    """Copies rows of a model, by key, into its history."""
    quote = connection.ops.quote_name
    history: Any = getattr(model, "history").model  # noqa: B009 mypy does not know the library
    columns = ", ".join(quote(one.column) for one in history.tracked_fields)
    return (
        f"INSERT INTO {quote(history._meta.db_table)} ({columns}, history_date, history_type, "  # noqa: S608 names of columns
        "history_user_id, history_change_reason) "
        f"SELECT {columns}, %s, %s, %s, %s FROM {quote(model._meta.db_table)} WHERE id = ANY(%s)"
    )
