"""The parameters of a series, and the one way to write them in an address."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_noop

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form.params import WrittenParams
from archive.search.form.periods import Period


class LineagePart(TextChoices):
    """The parts of a text in which a paragraph of a lineage stands."""

    PREAMBULAR = "preambular", gettext_noop("Preambular paragraphs")
    OPERATIVE = "operative", gettext_noop("Operative paragraphs")
    ANNEX = "annex", gettext_noop("Annexes")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesParams(WrittenParams):
    """Which texts and which lineages of a series are meant; an empty value narrows nothing.

    Texts are those of ``organs``, of a ``stage``, and of the years from ``since`` to ``until``.
    Lineages are those that one of these texts has in one of ``parts`` under one of ``openings``,
    and that no text has which the organ ``without`` adopted.
    """

    organs: tuple[Organ, ...] = ()
    without: Organ | None = None
    parts: tuple[LineagePart, ...] = ()
    openings: tuple[str, ...] = ()
    stage: Resolution.Stage | None = None
    since: Period | None = None
    until: Period | None = None
    page: int = 1

    def __post_init__(self) -> None:
        """Put repeated values into their one order."""
        object.__setattr__(self, "organs", tuple(one for one in Organ if one in self.organs))
        object.__setattr__(self, "parts", tuple(one for one in LineagePart if one in self.parts))
        object.__setattr__(self, "openings", tuple(sorted({*self.openings})))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything narrows it."""
        return any(name != "page" for name, _value in self.pairs())

    @property
    def whole(self) -> "SeriesParams":
        """The same without a page: files are whole."""
        return replace(self, page=1)

    def _written(self) -> Iterator[tuple[str, object]]:
        yield from (("organ", organ) for organ in self.organs)
        yield "without", self.without
        yield from (("part", part) for part in self.parts)
        yield from (("opening", opening) for opening in self.openings)
        yield "stage", self.stage
        yield "from", self.since
        yield "to", self.until
        yield "page", self.page if self.page > 1 else ""
