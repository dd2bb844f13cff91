"""The parameters of a search, and the one way to write them in an address."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, quote_plus

from django.db.models import TextChoices
from django.utils.translation import gettext_noop

from archive.models import Resolution
from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Organ, Symbol
from archive.search.form.periods import Period


class Part(TextChoices):
    """The parts of a resolution in which words may be sought, in the order they are printed."""

    TITLE = "title", gettext_noop("Title")
    PREAMBULAR = "preambular", gettext_noop("Preambular paragraphs")
    OPERATIVE = "operative", gettext_noop("Operative paragraphs")
    ANNEX = "annex", gettext_noop("Annexes")
    FOOTNOTES = "footnotes", gettext_noop("Notes")

    @property
    def letter(self) -> str:
        """What stands for it in the keys of cards and of wordings."""
        return "n" if self is Part.FOOTNOTES else self.value[0]


class View(TextChoices):
    """What a search lists."""

    RESOLUTIONS = "resolutions", gettext_noop("Resolutions")
    PARAGRAPHS = "paragraphs", gettext_noop("Paragraphs")


class Sort(TextChoices):
    """What comes first in a list."""

    RELEVANCE = "relevance", gettext_noop("Relevance")
    NEWEST = "newest", gettext_noop("Newest")
    OLDEST = "oldest", gettext_noop("Oldest")
    MOST_RECALLED = "most-recalled", gettext_noop("Most recalled")


#: Parameters whose names are not those of their fields.
PARAMETERS = {"parts": "in", "since": "from", "until": "to", "openings": "opening"}

#: Longer values are not kept: five hundred searches as long as a page would fill a process.
_LONGEST_REMEMBERED = 200


def encoded(value: str) -> str:
    """A value as an address has it; a slash of a symbol is readable in it."""
    return (_remembered if len(value) <= _LONGEST_REMEMBERED else _encoded)(value)


def _encoded(value: str) -> str:
    return quote_plus(value, safe="/")


#: The many links of a page differ in one value each.
_remembered = lru_cache(maxsize=512)(_encoded)


class WrittenParams(ABC):
    """Parameters that are written in an address in one way."""

    __slots__ = ()

    @property
    def query_string(self) -> str:
        """The one way to write it: in this order, without what goes without saying."""
        return "&".join(f"{name}={encoded(value)}" for name, value in self.pairs())

    def is_written_as(self, query_string: str) -> bool:
        """Whether an address has exactly these parameters in this order, however encoded."""
        pairs = parse_qsl(query_string, keep_blank_values=True, errors="replace")
        is_bare = not pairs and bool(query_string)  # “&” says nothing
        return not is_bare and pairs == self.pairs()

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values as they stand in the address."""
        return [(name, str(value)) for name, value in self._written() if value]

    @abstractmethod
    def _written(self) -> Iterator[tuple[str, object]]:
        """Every name in order with its value; empty where that goes without saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchParams(WrittenParams):
    """What is sought, what narrows it, and what is shown of it.

    Empty values (``""``, ``()``, ``None``) narrow nothing. Of ``parts`` and of ``openings`` any may
    hold, of ``cites`` all must; ``since`` and ``until`` are included. Values are in their normal
    forms, which ``archive.search.form.fields`` reads; repeated ones are once each in a fixed order.
    ``keeps_view`` says that the address named the view, so that a symbol alone stays a search; two
    searches that differ in nothing else are equal.
    """

    q: str = ""
    parts: tuple[Part, ...] = ()
    view: View = View.RESOLUTIONS
    organ: Organ | None = None
    session: str = ""
    since: Period | None = None
    until: Period | None = None
    openings: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    stage: Resolution.Stage | None = None
    held: bool | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    keeps_view: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        """Put repeated values into their one order."""
        if len(self.parts) + len(self.openings) + len(self.cites) < 2:
            return  # a page makes hundreds of searches for its links
        object.__setattr__(self, "parts", tuple(part for part in Part if part in self.parts))
        object.__setattr__(self, "openings", tuple(sorted({*self.openings})))
        object.__setattr__(self, "cites", tuple(sorted({*self.cites}, key=Symbol.read)))

    def with_(self, **changes: Any) -> "SearchParams":
        """The search with other values, on its first page."""
        return replace(self, **({"page": 1, "keeps_view": True} | changes))

    def on_page(self, page: int) -> "SearchParams":
        """The same search, another page."""
        return self.with_(page=page)

    @property
    def order(self) -> Sort:
        """What comes first: where nothing is typed that could be relevant, the newest."""
        return self._first_order if self.sort is Sort.RELEVANCE else self.sort

    @property
    def _first_order(self) -> Sort:
        """The order that goes without saying."""
        return Sort.RELEVANCE if self.q else Sort.NEWEST

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but ``q`` says what is sought."""
        return any(self._narrowing())

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing of what is sought."""
        return not self.q and not self.is_narrowed

    @property
    def may_be_a_name(self) -> bool:
        """Whether it is words alone that spell a symbol, and nothing asks for a list."""
        return not self.keeps_view and self._is_bare_symbol()

    def _narrowing(self) -> tuple[object, ...]:
        dates = self.since, self.until
        rest = self.openings, self.cites, self.stage, self.held is not None
        return self.parts, self.organ, self.session, *dates, *rest

    def _is_bare_symbol(self) -> bool:
        return self == SearchParams(q=self.q) and bool(spoken(self.q))

    def _written(self) -> Iterator[tuple[str, object]]:
        is_viewed = self.view is not View.RESOLUTIONS or (
            self.keeps_view and self._is_bare_symbol()
        )
        yield "q", self.q
        yield from (("in", part) for part in self.parts)
        yield "view", is_viewed and self.view
        yield "organ", self.organ
        yield "session", self.session
        yield "from", self.since
        yield "to", self.until
        yield from (("opening", opening) for opening in self.openings)
        yield from (("cites", symbol) for symbol in self.cites)
        yield "stage", self.stage
        yield "held", "" if self.held is None else ("no", "yes")[self.held]
        yield "sort", self.order is not self._first_order and self.order
        yield "page", self.page > 1 and not self.is_empty and self.page
