"""Public addresses: every page of a resolution and of its paragraphs, by organ and session.

A session that is over changes seldom, so that whoever looks for what is new passes over most of
them. Both functions tell of the same pages, so that the numbers of the first are those of the
second.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Count, Max

from archive.models import CatalogueCard, Citation, Membership, Paragraph, Text
from archive.models.resolution import address_of

_ROWS_AT_ONCE = 2_000
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPages:
    """How many pages an organ's session has, and when one of them changed last."""

    organ: str
    session: str
    pages_count: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """The path of a page, and when what it shows changed last."""

    path: str
    changed_at: datetime


def sessions() -> list[SessionPages]:
    """Each organ's sessions, in order: four statements."""
    cards = CatalogueCard.objects.shown().order_by().values_list("organ", "session")
    grouped = cards.annotate(Count("pk"), Max("updated_at"))
    below = _counts_of_paragraphs() + _counts_of_translations()
    recalled = _last_changes_of_recalls()
    return [
        SessionPages(
            organ=organ,
            session=session,
            pages_count=count + below[organ, session],
            changed_at=max(changed_at, recalled.get((organ, session), changed_at)),
        )
        for organ, session, count, changed_at in sorted(grouped)
    ]


def years() -> list[tuple[int, datetime]]:
    """Each year that resolutions are of, and when what is known of one of them changed last."""
    cards: Any = CatalogueCard.objects.shown().filter(year__isnull=False).order_by()
    return sorted(cards.values_list("year").annotate(Max("updated_at")))


def series(most: int) -> list[tuple[str, datetime]]:
    """Series by the names of their addresses, and when one of their members changed last.

    Of more than ``most`` the first of the alphabet.
    """
    shown: Any = Membership.objects.shown().filter(resolution__card__isnull=False).order_by()
    found = shown.values_list("series__slug").annotate(Max("resolution__card__updated_at"))
    return list(found.order_by("series__slug")[:most])


def pages_of(organ: str, session: str) -> Iterator[PublicPage]:
    """Every page of a session: resolutions by symbol, then their paragraphs and other languages.

    Three statements, the last two of which are read while their pages are told.
    """
    cards: Any = CatalogueCard.objects.shown().with_changes_of_page()
    of_session = cards.filter(organ=organ, session=session).order_by("symbol")
    changed = dict(of_session.values_list("symbol", "page_changed_at"))
    for symbol, changed_at in changed.items():
        yield PublicPage(path=address_of(symbol), changed_at=changed_at)
    for symbol, below in chain(_paragraphs(organ, session), _translations(organ, session)):
        if symbol in changed:
            yield PublicPage(path=f"{address_of(symbol)}{below}", changed_at=changed[symbol])


def number_of_pages(organ: str, session: str) -> int:
    """How many pages a session has: three statements."""
    named = {"organ": organ, "session": session}
    cards = CatalogueCard.objects.shown().filter(**named)
    paragraphs = _counts_of_paragraphs(**{f"text__card__{name}": of for name, of in named.items()})
    translations = _counts_of_translations(
        **{f"resolution__{name}": of for name, of in named.items()}
    )
    return cards.count() + (paragraphs + translations)[organ, session]


def _paragraphs(organ: str, session: str) -> Iterator[tuple[str, str]]:
    """The symbol of each paragraph, and its address below that of its resolution."""
    of_session = Paragraph.objects.filter(text__card__organ=organ, text__card__session=session)
    ordered = of_session.order_by("text__card__symbol", "position")
    rows = ordered.values_list("text__card__symbol", "anchor")
    for symbol, anchor in rows.iterator(_ROWS_AT_ONCE):
        yield symbol, f"{anchor}/"


def _translations(organ: str, session: str) -> Iterator[tuple[str, str]]:
    """The same of texts in other languages, each before its paragraphs."""
    of_session = Text.objects.shown_translations().filter(
        resolution__organ=organ, resolution__session=session
    )
    ordered = of_session.order_by("resolution__symbol", "language", "paragraphs__position")
    rows = ordered.values_list("resolution__symbol", "language", "paragraphs__anchor")
    before = None
    for symbol, language, anchor in rows.iterator(_ROWS_AT_ONCE):
        if before != (symbol, language):
            yield symbol, f"?lang={language}"
            before = symbol, language
        if anchor:
            yield symbol, f"{anchor}/?lang={language}"


def _last_changes_of_recalls() -> dict[_Key, datetime]:
    """When what recalls a resolution of a session changed last, by session.

    All at once: asked for each card, it would take seconds in a large archive.
    """
    cited = ("cited_resolution__organ", "cited_resolution__session")
    rows = Citation.objects.resolved().order_by().values_list(*cited)
    found = rows.annotate(Max("text__resolution__card__updated_at"))
    return {(organ, session): changed_at for organ, session, changed_at in found}


def _counts_of_paragraphs(**narrowed: str) -> Counter[_Key]:
    of = ("text__card__organ", "text__card__session")
    found = Paragraph.objects.filter(text__card__isnull=False, **narrowed)
    rows = found.order_by().values_list(*of)
    return Counter({(organ, session): n for organ, session, n in rows.annotate(Count("pk"))})


def _counts_of_translations(**narrowed: str) -> Counter[_Key]:
    """The texts, and their paragraphs."""
    of = ("resolution__organ", "resolution__session")
    found = Text.objects.shown_translations().filter(**narrowed)
    rows = found.order_by().values_list(*of)
    counted = rows.annotate(Count("pk", distinct=True), Count("paragraphs"))
    return Counter({(organ, session): n + below for organ, session, n, below in counted})
