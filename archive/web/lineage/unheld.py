"""Texts of a series that are not held: said wherever something is told from those that are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Resolution
from archive.search.lineages.known import dating_of, known_texts
from archive.search.lineages.members import Member

#: So many are named, the first; the others are counted.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """Adopted texts of a series of which no words are held, by day; none where all are."""

    resolutions: tuple[Resolution, ...]

    @property
    def named(self) -> tuple[Resolution, ...]:
        """The first of them."""
        return self.resolutions[:_MOST_NAMED]

    @property
    def more_count(self) -> int:
        """How many are not named."""
        return len(self.resolutions) - len(self.named)


def unheld_since(first: Resolution, members: Sequence[Member]) -> Unheld:
    """Those that may have had what a text is the first held one to have, and those after it.

    That is up to the last text that is held: of what came later nothing is said.
    """
    known, start = known_texts(members), dating_of(first)
    later = (one for one in known.unheld if start.precedes(one))
    found = (*known.unheld_before(start, against=None), *later)
    return _of(members, {one.symbol for one in found})


def unheld_of(members: Iterable[Member]) -> Unheld:
    """Those of some members."""
    return Unheld(
        resolutions=tuple(
            one.resolution for one in members if one.text is None and not one.resolution.is_draft
        )
    )


def _of(members: Sequence[Member], symbols: set[str]) -> Unheld:
    ends = [dating_of(one.resolution) for one in reversed(members) if one.text is not None]
    found = (one.resolution for one in members if one.resolution.symbol in symbols)
    return Unheld(
        resolutions=tuple(one for one in found if any(map(dating_of(one).precedes, ends)))
    )
