"""The parameters of the network, and the one way to write them in an address."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.parsing.symbols import Organ
from archive.search.form.params import WrittenParams
from archive.search.form.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkParams(WrittenParams):
    """Which recalls are meant; an empty value narrows nothing.

    ``of`` is the symbol of a resolution that recalls, or is recalled. Of ``organs`` and of the
    years from ``since`` to ``until`` is whoever recalls, and whoever is recalled, but the one of
    ``of``. Of ``openings``, in their normal forms, any governs the words that recall.
    """

    of: str = ""
    organs: tuple[Organ, ...] = ()
    openings: tuple[str, ...] = ()
    since: Period | None = None
    until: Period | None = None

    def __post_init__(self) -> None:
        """Put repeated values into their one order."""
        object.__setattr__(self, "organs", tuple(one for one in Organ if one in self.organs))
        object.__setattr__(self, "openings", tuple(sorted({*self.openings})))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but ``of`` narrows it."""
        return bool(self.organs or self.openings or self.since or self.until)

    def _written(self) -> Iterator[tuple[str, object]]:
        yield "of", self.of
        yield from (("organ", organ) for organ in self.organs)
        yield from (("opening", opening) for opening in self.openings)
        yield "from", self.since
        yield "to", self.until
