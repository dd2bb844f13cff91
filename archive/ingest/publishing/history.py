"""History: the states of a text, with who made each, when and why.

What one transaction writes of a text is one state (archive/ingest/publishing/records.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Model, Q

from archive.ingest.publishing.records import Consequence, Sign
from archive.models import Citation, Footnote, Paragraph, Resolution, Text

_WITHIN: tuple[type[Model], ...] = (Paragraph, Footnote, Citation)
_CONSEQUENCES = frozenset(Consequence)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What one transaction made of a text.

    ``by`` is None where a command did it; the ``reason`` then names the command. ``counts`` says
    of how many rows of each kind something was added, changed or removed, by the model's name and
    the library's sign: ``{("paragraph", "~"): 1}``.
    """

    at: datetime
    by: AbstractBaseUser | None
    reason: str
    counts: Mapping[tuple[str, str], int]

    @property
    def is_first(self) -> bool:
        """Whether the text came into being with it."""
        return ("text", Sign.ADDED.value) in self.counts


def states_of(text: Text) -> list[State]:
    """The states of a text, the latest first: seven queries whatever their number."""
    written: dict[datetime, list[_Written]] = defaultdict(list)
    for one in _written(text):
        written[one.at].append(one)
    people = get_user_model().objects.in_bulk(
        {one.by for found in written.values() for one in found if one.by}
    )
    return [_state(written[at], people) for at in sorted(written, reverse=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """How many rows of one kind came, changed or went at once."""

    at: datetime
    by: int | None
    reason: str
    model: str
    sign: str
    count: int


def _state(found: list[_Written], people: Mapping[int, AbstractBaseUser]) -> State:
    """What was written at one instant; what was meant stands before what only followed from it."""
    meant = min(found, key=lambda one: one.reason in _CONSEQUENCES)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in found:
        counts[one.model, one.sign] += one.count
    return State(
        at=meant.at,
        by=people.get(meant.by) if meant.by else None,
        reason=meant.reason,
        counts=dict(counts),
    )


def _written(text: Text) -> Iterable[_Written]:
    """What the histories of a text, of all in it and of its resolutions have, since it is there."""
    texts = history_of(Text).filter(id=text.pk)
    since = texts.order_by("history_date").values_list("history_date", flat=True).first()
    if since is None:
        return
    yield from _counted(Text, Q(id=text.pk))
    for model in _WITHIN:
        yield from _counted(model, Q(text=text.pk))
    about = Q(id__in=texts.values("resolution"), history_date__gte=since)
    yield from _counted(Resolution, about)


def _counted(model: type[Model], which: Q) -> Iterable[_Written]:
    name = model._meta.model_name or ""
    by = ("history_date", "history_user", "history_change_reason", "history_type")
    rows = history_of(model).filter(which).order_by().values_list(*by).annotate(Count("pk"))
    for at, user, reason, sign, count in rows:
        yield _Written(at=at, by=user, reason=reason or "", model=name, sign=sign, count=count)


def names(user: AbstractBaseUser) -> bool:
    """Whether the history says of anything that somebody did it: five queries at most."""
    recorded: tuple[type[Model], ...] = (Text, *_WITHIN, Resolution)
    return any(history_of(model).filter(history_user=user.pk).exists() for model in recorded)


def history_of(model: type[Model]) -> Any:
    """The recorded states of a model's rows, as a queryset; the library has no types."""
    recorded: Any = model
    return recorded.history.all()
