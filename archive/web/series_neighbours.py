"""Neighbours: drafts of a resolution, and the ones before and after it in its series."""

from dataclasses import dataclass

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
    return Beside(
        drafts=drafts,
        previous=next((other for other in found if other.is_before), None),
        following=next((other for other in found if other.is_after), None),
    )
