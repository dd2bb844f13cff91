"""All resolutions that readers may see, held or not, in the order of their symbols."""

from django.db.models import Q

from archive.data.lists.stretches import Mark, Stretch, total_of
from archive.data.lists.summaries import summaries_of
from archive.data.lists.wanted import WantedResolutions, of_acts
from archive.data.records import Record
from archive.models import CatalogueCard, Citation, Paragraph


def list_resolutions(
    wanted: WantedResolutions, *, after: Mark | None, most: int
) -> Stretch[Record]:
    """At most so many, after a mark whose position says nothing: five queries."""
    found = CatalogueCard.objects.shown().filter(_conditions(wanted))
    later = found.filter(symbol__gt=after.symbol) if after else found
    symbols = list(later.order_by("symbol").values_list("symbol", flat=True)[: most + 1])
    known = summaries_of(symbols[:most])
    return Stretch(
        rows=[known[symbol] for symbol in symbols[:most] if symbol in known],
        total=total_of(found),
        end=Mark(symbols[most - 1], 0) if len(symbols) > most else None,
    )


def _conditions(wanted: WantedResolutions) -> Q:
    conditions = of_acts(wanted)
    if wanted.held is not None:
        conditions &= Q(is_held=wanted.held)
    if wanted.series:
        conditions &= Q(resolution__series=wanted.series)
    if wanted.changed_since:
        conditions &= Q(updated_at__gte=wanted.changed_since)
    if wanted.cites:
        citing = Citation.objects.naming(wanted.cites).filter(of_whole=False)
        conditions &= Q(text__in=citing.order_by().values("text"))
    if wanted.opening:
        conditions &= Q(text__in=Paragraph.objects.filter(form=wanted.opening).values("text"))
    return conditions
