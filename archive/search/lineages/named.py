"""Which lineage an address names, by its own name or a paragraph; which series a fact does."""

from archive.models import Lineage, Series
from archive.models.series import slug_of


def lineage_named(symbol: str, anchor: str) -> Lineage | None:
    """The lineage of a name; else that of the paragraph at the place the name would be of.

    None where there is neither. With its series, and the one it became, if it did: two queries.
    """
    named = Lineage.objects.named(f"{symbol}/{anchor}").first()
    return named or _through(symbol, anchor)


def _through(symbol: str, anchor: str) -> Lineage | None:
    """The lineage of the paragraph at a place."""
    of_it = Lineage.objects.filter(
        places__paragraph__anchor=anchor, places__paragraph__text__resolution__symbol=symbol
    )
    return of_it.select_related("series", "became").first()


def series_named(name: str) -> Series | None:
    """The series that facts call so, if a resolution that readers may see is of it."""
    return Series.objects.listed().of_slug(slug_of(name)).first()
