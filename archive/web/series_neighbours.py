"""Neighbours: drafts of a resolution, and the ones before and after it in its series."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive.models import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Drafts in whose place a resolution was adopted, and its neighbours in its series."""

    drafts: tuple[Resolution, ...]
    previous: Resolution | None
    following: Resolution | None

    @property
    def has_neighbours(self) -> bool:
        """Whether any stands before or after it."""
        return self.previous is not None or self.following is not None


def beside(one: Resolution) -> Beside:
    """What stands beside a resolution: one query."""
    found = list(Resolution.objects.beside(one).by_identity())
    drafts = tuple(other for other in found if other.adopted_as_id == one.pk)
    adopted = [other for other in found if not other.is_draft]
    before = [other for other in adopted if _order(other) < _order(one)]
    after = [other for other in adopted if _order(other) > _order(one)]
    return Beside(drafts=drafts, previous=_first(before), following=_first(after))


def _order(one: Resolution) -> tuple[date, str]:
    return one.day or date.max, one.symbol


def _first(found: Iterable[Resolution]) -> Resolution | None:
    return next(iter(found), None)
