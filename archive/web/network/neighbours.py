"""The network on the page of a resolution: what it recalls, and what recalls it, over time.

It is made of the citations that the page lists anyway, and asks the database nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Citation, Resolution
from archive.search.network.recalls import Recall, by_day
from archive.web.network.addresses import network_around
from archive.web.timeline import Timeline, timeline

#: Of what it recalls, and of what recalls it, the latest so many are drawn.
MOST_ON_A_SIDE = 24
#: As wide as the page of a resolution has room for, in SVG's units.
WIDTH = 660


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What a resolution recalls, or what recalls it: how many are drawn, and how many there are."""

    drawn_count: int
    count: int

    @property
    def is_cut(self) -> bool:
        """Whether some are not drawn."""
        return self.drawn_count < self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The picture around a resolution, and the address of its network, which has the table."""

    timeline: Timeline
    address: str
    recalled: Side
    recalling: Side


def neighbours(
    resolution: Resolution, around: Sequence[Citation], *, is_held: bool, citing_count: int
) -> Neighbours | None:
    """What is around a resolution; None where nothing is.

    ``around`` are the citations of ``Citation.objects.around`` or ``received_by``;
    ``citing_count`` is how many resolutions cite it, of which they may be the latest.
    """
    resolution.is_held = is_held
    cited, citing = _both_sides(resolution, around)
    if not (cited or citing):
        return None
    drawn = [*cited[-MOST_ON_A_SIDE:], resolution, *citing[-MOST_ON_A_SIDE:]]
    recalls = [
        *(_recall(resolution, other) for other in cited[-MOST_ON_A_SIDE:]),
        *(_recall(other, resolution) for other in citing[-MOST_ON_A_SIDE:]),
    ]
    return Neighbours(
        timeline=timeline(drawn, recalls, centre=resolution, width=WIDTH),
        address=network_around(resolution.symbol),
        recalled=Side(drawn_count=min(len(cited), MOST_ON_A_SIDE), count=len(cited)),
        recalling=Side(drawn_count=min(len(citing), MOST_ON_A_SIDE), count=citing_count),
    )


def _both_sides(
    resolution: Resolution, around: Iterable[Citation]
) -> tuple[list[Resolution], list[Resolution]]:
    """What it recalls and what recalls it, each by day; not what cites it only with a part."""
    cited: dict[int, Resolution] = {}
    citing: dict[int, Resolution] = {}
    for one in around:
        by, other = one.text.resolution, one.cited_resolution
        if one.of_whole or other is None or by == other:
            continue
        if by == resolution:
            other.is_held = one.cited_is_held
            cited[other.pk] = other
        else:
            by.is_held = True
            citing[by.pk] = by
    return sorted(cited.values(), key=by_day), sorted(citing.values(), key=by_day)


def _recall(citing: Resolution, cited: Resolution) -> Recall:
    return Recall(citing=citing, cited=cited, places=())
