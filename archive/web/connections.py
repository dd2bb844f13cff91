"""Connections: who recalls a resolution, those first who name one place in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.models import Citation, Paragraph, Resolution
from archive.parsing.pinpointed import Aim, aim, pattern_of
from archive.parsing.places import Place
from archive.web.recalls import RecallList, citing_count, recalled_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """Who recalls a resolution: naming the place, what it is part of, or neither.

    ``count`` is how many recall the resolution, however they do.
    """

    naming: RecallList
    wider: RecallList
    others: RecallList
    count: int

    @property
    def is_cut(self) -> bool:
        """Whether more recall it than are listed."""
        lists = (self.naming, self.wider, self.others)
        return self.count > sum(one.listed_count for one in lists)


def connections(
    paragraph: Paragraph, received: Sequence[Citation], *, of: Resolution
) -> Connections:
    """By the latest citations of a resolution: one more query, for those that name the place."""
    place = Place.read(paragraph.anchor, label=paragraph.label)
    pattern = pattern_of(place) if place else ""
    naming = Citation.objects.received_by(of, pinpoint=pattern) if pattern else ()
    aims = {
        one: aim(one.pinpoint, place) if place else Aim.ELSEWHERE
        for one in {one.pk: one for one in (*naming, *received)}.values()
    }
    lists = {near: recalled_by(_nearest(aims, near), in_full=False) for near in Aim}
    return Connections(
        naming=lists[Aim.THE_PLACE],
        wider=lists[Aim.WIDER],
        others=lists[Aim.ELSEWHERE],
        count=citing_count(received),
    )


def _nearest(aims: Mapping[Citation, Aim], near: Aim) -> list[Citation]:
    """The citations that aim as near as any of their text does."""
    best: dict[int, Aim] = {}
    for one, how_near in aims.items():
        best[one.text_id] = max(how_near, best.get(one.text_id, Aim.ELSEWHERE))
    return [one for one, how_near in aims.items() if how_near is near is best[one.text_id]]
