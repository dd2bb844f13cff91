"""All citations that texts make before readers, by the symbol that cites and in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from archive.data.lists.stretches import Mark, Stretch, beyond, total_of
from archive.data.lists.summaries import summaries_of
from archive.data.lists.wanted import WantedCitations, of_acts
from archive.data.records import Record
from archive.models import Citation, Text

_CARD = "text__card__"
_SYMBOL = f"{_CARD}symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCitation:
    """A citation, and what is known of the resolution that makes it.

    ``record`` has of the text no more than the paragraph and the note that it stands in.
    """

    citation: Citation
    record: Record


def list_citations(
    wanted: WantedCitations, *, after: Mark | None, most: int
) -> Stretch[ListedCitation]:
    """At most so many, after a mark: five queries.

    Without those of the whole that prints a cited part: they are no mention of their own.
    """
    found = Citation.objects.filter(_conditions(wanted))
    later = found.filter(beyond(after, symbol=_SYMBOL)).order_by(_SYMBOL, "position")
    rows = list(_with_what_they_stand_in(later)[: most + 1])
    end = rows[most - 1] if len(rows) > most else None
    return Stretch(
        rows=_listed(rows[:most]),
        total=total_of(found),
        end=Mark(end.text.card.symbol, end.position) if end else None,
    )


def _conditions(wanted: WantedCitations) -> Q:
    """Of texts that have a card, which are those that readers may see in the reading language."""
    conditions = of_acts(wanted, card=_CARD) & Q(**{f"{_CARD}is_held": True}, of_whole=False)
    if wanted.citing:
        conditions &= Q(**{_SYMBOL: wanted.citing})
    if wanted.cited:
        conditions &= Q(cited_symbol=wanted.cited)
    if wanted.opening:
        conditions &= Q(paragraph__form=wanted.opening)
    if wanted.resolved is not None:
        conditions &= Q(cited_resolution__isnull=not wanted.resolved) & ~Q(cited_symbol="")
    if wanted.in_conflict is not None:
        in_none = Q(conflict="", date_conflict="")
        conditions &= ~in_none if wanted.in_conflict else in_none
    return conditions


def _with_what_they_stand_in(rows: QuerySet[Citation]) -> QuerySet[Citation]:
    """Each with its place and the card of its resolution, and whether what it cites is held."""
    held = Text.objects.in_reading_language().filter(resolution=OuterRef("cited_resolution"))
    asked = {"cited_is_held": Exists(held)}
    vectors = ("paragraph__search_vector", "footnote__search_vector", "text__search_vector")
    placed = rows.select_related("paragraph", "footnote", "text__card")
    lean = placed.defer(*vectors, "text__card__keys", "text__wording")
    return lean.annotate(**asked)


def _listed(rows: Sequence[Citation]) -> list[ListedCitation]:
    known = summaries_of(list({row.text.card.symbol for row in rows}))
    return [
        ListedCitation(
            citation=row,
            record=replace(
                record,
                paragraphs=(row.paragraph,) if row.paragraph else (),
                notes=(row.footnote,) if row.footnote else (),
            ),
        )
        for row in rows
        if (record := known.get(row.text.card.symbol))
    ]
