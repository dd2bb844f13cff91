"""All paragraphs of the texts that readers may see, by symbol and in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from archive.data.lists.stretches import Mark, Stretch, beyond, total_of
from archive.data.lists.summaries import summaries_of
from archive.data.lists.wanted import WantedParagraphs, of_acts
from archive.data.records import Record
from archive.models import Footnote, Paragraph

_CARD = "text__card__"
_SYMBOL = f"{_CARD}symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParagraph:
    """A paragraph with its notes, and what is known of the resolution that it stands in.

    ``record`` has of its text only what stands in the same stretch, and the paragraphs above.
    """

    paragraph: Paragraph
    record: Record
    notes: tuple[Footnote, ...]


def list_paragraphs(
    wanted: WantedParagraphs, *, after: Mark | None, most: int
) -> Stretch[ListedParagraph]:
    """At most so many, after a mark: six queries."""
    found = Paragraph.objects.filter(_conditions(wanted))
    later = found.filter(beyond(after, symbol=_SYMBOL)).order_by(_SYMBOL, "position")
    rows = list(later.select_related("parent", "text__card")[: most + 1])
    end = rows[most - 1] if len(rows) > most else None
    return Stretch(
        rows=_listed(rows[:most]),
        total=total_of(found),
        end=Mark(end.text.card.symbol, end.position) if end else None,
    )


def paragraph_at(symbol: str, anchor: str) -> ListedParagraph | None:
    """The one of a canonical symbol and an anchor, if readers may see it: five queries."""
    found = Paragraph.objects.filter(_conditions(WantedParagraphs(resolution=symbol)))
    rows = found.filter(anchor=anchor).select_related("parent", "text__card")
    return next(iter(_listed(list(rows))), None)


def _conditions(wanted: WantedParagraphs) -> Q:
    """Of texts that have a card, which are those that readers may see in the reading language."""
    conditions = of_acts(wanted, card=_CARD) & Q(**{f"{_CARD}is_held": True})
    if wanted.resolution:
        conditions &= Q(**{_SYMBOL: wanted.resolution})
    if wanted.kind:
        conditions &= Q(kind=wanted.kind.value)
    if wanted.opening:
        conditions &= Q(form=wanted.opening)
    if wanted.cites:
        conditions &= Q(cited__contains=[wanted.cites])
    return conditions
