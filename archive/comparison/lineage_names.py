"""Names of lineages: which lineage that is known already goes on in which group of paragraphs.

Reads: groups as ``lineages`` makes them, and lineages as they were. Writes: a name for each group,
and which lineages became another.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A lineage as it was: its name, the keys of its paragraphs, and the one it became, if any."""

    name: str
    keys: frozenset[int] = frozenset()
    became: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name for each group, in their order, and for each merged lineage the one it became."""

    names: tuple[str, ...]
    became: Mapping[str, str]


def named(
    groups: Sequence[Sequence[int]], known: Sequence[Known], *, names: Mapping[int, str]
) -> Named:
    """Name groups of paragraphs, given by keys in their order; ``names`` are those of the keys.

    A lineage goes with the paragraph that it was first made for. Where that is not there any more,
    it goes on in the group that has most of its paragraphs. Of several in one group the one that
    was known first goes on, and the others became it; ``known`` is in that order. A group without
    one is named after its first paragraph.
    """
    at = {names[key]: number for number, group in enumerate(groups) for key in group}
    taken: dict[int, str] = {}
    became: dict[str, str] = {}
    for one in known:
        if one.name in at:
            survivor = taken.setdefault(at[one.name], one.name)
            if survivor != one.name:
                became[one.name] = survivor
    _place_homeless(
        [one for one in known if one.name not in at], groups, taken=taken, became=became
    )
    for number, group in enumerate(groups):
        taken.setdefault(number, names[group[0]])
    found = tuple(taken[number] for number in range(len(groups)))
    return Named(names=found, became=_followed(became, standing=set(found)))


def _place_homeless(
    homeless: Iterable[Known],
    groups: Sequence[Sequence[int]],
    *,
    taken: dict[int, str],
    became: dict[str, str],
) -> None:
    """Lineages whose first paragraph is gone, each where most of its paragraphs are now."""
    group_of = {key: number for number, group in enumerate(groups) for key in group}
    for one in homeless:
        number = _most(group_of[key] for key in one.keys if key in group_of)
        survivor = one.became if number is None else taken.setdefault(number, one.name)
        if survivor is not None and survivor != one.name:
            became[one.name] = survivor


def _most(numbers: Iterable[int]) -> int | None:
    """The number that comes most often, the least of several; None of none."""
    counted = Counter(numbers)
    return min(counted, key=lambda number: (-counted[number], number)) if counted else None


def _followed(became: Mapping[str, str], *, standing: Collection[str]) -> dict[str, str]:
    """Each with the lineage that it became in the end; none leads in a circle."""
    found: dict[str, str] = {}
    for name in became:
        seen, last = {name}, became[name]
        while last not in standing and last in became and became[last] not in seen:
            seen.add(last)
            last = became[last]
        if last != name:
            found[name] = last
    return found
