"""Reach: texts of a series that are not held, and may have done before what a held one did.

Reads: when the adopted texts of a series came. Writes: for a held text those that are not held
between it and the one that its words are set against.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a text came in its series: its day, or where that is not known its organ's session.

    The day of a draft that has none is that of what was adopted in its place, before which it came.
    """

    symbol: str
    organ: str
    session: int | None = None
    day: date | None = None
    is_draft: bool = False

    def precedes(self, other: "Dating") -> bool:
        """Whether it surely came before another text; of what cannot be told it is not said."""
        if self.day and other.day:
            return (self.day, *_of_a_day(self)) < (other.day, *_of_a_day(other))
        if self.organ != other.organ or self.session is None or other.session is None:
            return False
        return self.session < other.session


def _of_a_day(one: Dating) -> tuple[bool, str]:
    """The order of texts of one day: drafts first."""
    return not one.is_draft, one.symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTexts:
    """The adopted texts of a series: of which the archive holds the words, and of which not."""

    held: tuple[Dating, ...] = ()
    unheld: tuple[Dating, ...] = ()

    def unheld_before(self, one: Dating, *, against: Dating | None) -> tuple[Dating, ...]:
        """Those not held that lie before a text and after the one it is set ``against``.

        Where it is set against none they lie after the last held one of its own organ before it,
        which surely lacks what is new; where there is none either, nothing bounds them.
        """
        unheld = _before(self.unheld, one)
        of_its_organ = [other for other in self.held if unheld and other.organ == one.organ]
        starts = [against] if against else _before(of_its_organ, one)
        return tuple(other for other in unheld if all(start.precedes(other) for start in starts))


def _before(texts: Iterable[Dating], one: Dating) -> list[Dating]:
    return [other for other in texts if other.precedes(one)]
