"""All paragraphs of the texts that readers may see, by symbol and in reading order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from archive.data.lists.stretches import Mark, Stretch, beyond, total_of
from archive.data.lists.summaries import summaries_of
from archive.data.lists.wanted import WantedParagraphs, of_acts
from archive.data.records import Record
from archive.models import Citation, Footnote, Paragraph

_CARD = "text__card__"
_SYMBOL = f"{_CARD}symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParagraph:
    """A paragraph, and what is known of the resolution that it stands in.

    ``record`` has of the text no more than the paragraph, the one that it is part of, and its
    notes.
    """

    paragraph: Paragraph
    record: Record


def list_paragraphs(
    wanted: WantedParagraphs, *, after: Mark | None, most: int
) -> Stretch[ListedParagraph]:
    """At most so many, after a mark: six queries."""
    found = Paragraph.objects.filter(_conditions(wanted))
    later = found.filter(beyond(after, symbol=_SYMBOL)).order_by(_SYMBOL, "position")
    rows = list(_with_what_they_stand_in(later)[: most + 1])
    end = rows[most - 1] if len(rows) > most else None
    return Stretch(
        rows=_listed(rows[:most]),
        total=total_of(found),
        end=Mark(end.text.card.symbol, end.position) if end else None,
    )


def paragraph_at(symbol: str, anchor: str) -> ListedParagraph | None:
    """The one of a canonical symbol and an anchor, if readers may see it: five queries."""
    found = Paragraph.objects.filter(_conditions(WantedParagraphs(resolution=symbol)))
    rows = _with_what_they_stand_in(found.filter(anchor=anchor))
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
        citing = Citation.objects.naming(wanted.cites).filter(of_whole=False)
        conditions &= Q(pk__in=citing.values("paragraph"))
    return conditions


def _with_what_they_stand_in(rows: QuerySet[Paragraph]) -> QuerySet[Paragraph]:
    """Each with the paragraph above it, and the card of its resolution, but for what is long."""
    vectors = ("search_vector", "parent__search_vector", "text__search_vector", "text__card__keys")
    return rows.select_related("parent", "text__card").defer(*vectors, "text__wording")


def _listed(rows: Sequence[Paragraph]) -> list[ListedParagraph]:
    known = summaries_of(list({row.text.card.symbol for row in rows}))
    notes = _notes_marked_in(rows)
    return [
        ListedParagraph(
            paragraph=row,
            record=replace(
                record,
                paragraphs=(row, row.parent) if row.parent else (row,),
                notes=tuple(notes[row.pk]),
            ),
        )
        for row in rows
        if (record := known.get(row.text.card.symbol))
    ]


def _notes_marked_in(rows: Sequence[Paragraph]) -> Mapping[int, list[Footnote]]:
    """The notes of paragraphs by their keys: one query."""
    notes: defaultdict[int, list[Footnote]] = defaultdict(list)
    marked = Footnote.objects.filter(paragraph__in=rows).defer("search_vector")
    for note in marked.order_by("position"):
        notes[note.paragraph_id or 0].append(note)
    return notes
