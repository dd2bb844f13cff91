"""Neighbours: the texts of a series in its order, and which of them are compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.models import Membership, Resolution, Text
from archive.models.series_order import order_in_series

#: With how many texts before it, and so with how many after it, each text is compared.
NEAREST = 3
_COLUMNS = ("pk", "content_hash", "resolution__symbol", "resolution__stage")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberText:
    """A text of a series: its key, the digest of its words, the symbol of its resolution."""

    text: int
    digest: str
    symbol: str
    is_draft: bool = False


def members_of(series: int) -> list[MemberText]:
    """The texts that readers see of a series, by key, in its order: one query."""
    of_it = Text.objects.in_reading_language().filter(
        resolution__memberships__series=series,
        resolution__memberships__state=Membership.State.ACCEPTED,
    )
    rows = of_it.order_by(*order_in_series("resolution__"))
    return [
        MemberText(
            text=text, digest=digest, symbol=symbol, is_draft=stage == Resolution.Stage.DRAFT
        )
        for text, digest, symbol, stage in rows.values_list(*_COLUMNS)
    ]


def neighbours(members: Sequence[MemberText]) -> list[tuple[MemberText, MemberText]]:
    """Each two that are compared, the earlier first.

    An adopted text has neighbours among adopted texts as if no drafts were held, and those drafts
    that are near it besides.
    """
    adopted = [one for one in members if not one.is_draft]
    return list(dict.fromkeys([*_nearest(adopted), *_nearest(members)]))


def _nearest(members: Sequence[MemberText]) -> Iterator[tuple[MemberText, MemberText]]:
    for at, earlier in enumerate(members):
        for later in members[at + 1 : at + 1 + NEAREST]:
            yield earlier, later
