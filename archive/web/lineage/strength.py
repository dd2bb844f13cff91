"""How strong the opening of a lineage was over time: a picture, a table, and a sentence.

The picture has a ladder for each family of openings, weak below and strong above, and a mark for
each text from left to right. Families are never compared, so no line leads from one to another.
All lengths are in SVG's units.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.comparison.strengths import Degree, Scale, Step
from archive.web.lineage.history import Entry
from archive.web.lineage.since import told_of

_LEFT, _RIGHT, _TOP = 210, 40, 26
_ACROSS, _DOWN, _BETWEEN = 84, 24, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A rank of a family and the phrases that have it, at its height."""

    phrases: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A family's ranks, the strongest above; its name stands at ``y``."""

    family: str
    y: int
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A text at the strength of its opening."""

    entry: Entry
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text in the table; ``rank`` is “3 of 5”, empty where the scale has not its opening."""

    entry: Entry
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The strength of an opening over time; ``lines`` are paths between marks of one family."""

    width: int
    height: int
    ladders: tuple[Ladder, ...]
    marks: tuple[Mark, ...]
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    in_words: str


def strength(entries: Sequence[Entry], *, scale: Scale) -> Strength | None:
    """How strong the openings of some texts were; None where the scale has none of them."""
    families = dict.fromkeys(one.degree.family for one in entries if one.degree)
    if not families:
        return None
    ladders = tuple(_ladders(families, entries, scale=scale))
    heights = {
        (ladder.family, rank): rung.y
        for ladder in ladders
        for rank, rung in zip(scale.ranks(ladder.family), ladder.rungs, strict=True)
    }
    marks = tuple(_marks(entries, heights))
    return Strength(
        width=_LEFT + _ACROSS * (len(entries) - 1) + _RIGHT,
        height=ladders[-1].rungs[-1].y + _BETWEEN,
        ladders=ladders,
        marks=marks,
        lines=tuple(_lines(marks)),
        rows=tuple(Row(entry=one, rank=_rank(one.degree, scale)) for one in entries),
        in_words=_in_words(entries),
    )


def _ladders(
    families: Iterable[str], entries: Sequence[Entry], *, scale: Scale
) -> Iterator[Ladder]:
    """A ladder for each family, one under the other."""
    top = _TOP
    for family in families:
        ranks = scale.ranks(family)
        rungs = tuple(
            Rung(phrases=_phrases(scale, family, rank=rank, entries=entries), y=top + _DOWN * at)
            for at, rank in enumerate(ranks, 1)
        )
        yield Ladder(family=family, y=top, rungs=rungs)
        top = rungs[-1].y + _BETWEEN


def _phrases(scale: Scale, family: str, *, rank: int, entries: Iterable[Entry]) -> str:
    """The phrases of a rank that these texts have; where they have none, the first it has."""
    of_rank = sorted(
        one.phrase for one in scale.degrees.values() if (one.family, one.rank) == (family, rank)
    )
    used = {one.degree.phrase for one in entries if one.degree}
    return _(", ").join([one for one in of_rank if one in used] or of_rank[:1])


def _marks(entries: Iterable[Entry], heights: dict[tuple[str, int], int]) -> Iterator[Mark]:
    for at, entry in enumerate(entries):
        if entry.degree:
            y = heights[entry.degree.family, entry.degree.rank]
            yield Mark(entry=entry, x=_LEFT + _ACROSS * at, y=y)


def _lines(marks: Sequence[Mark]) -> Iterator[str]:
    for one, other in pairwise(marks):
        was, now = one.entry.degree, other.entry.degree
        if was and now and was.family == now.family:
            yield f"M{one.x} {one.y}L{other.x} {other.y}"


def _rank(degree: Degree | None, scale: Scale) -> str:
    """The place in the family from the weakest: “3 of 5”."""
    if degree is None:
        return ""
    ranks = scale.ranks(degree.family)[::-1]
    told = {"rank": ranks.index(degree.rank) + 1, "count": len(ranks)}
    return _("%(rank)s of %(count)s") % told


def _in_words(entries: Sequence[Entry]) -> str:
    """Each opening with the years it was used in, and where it became stronger or weaker."""
    said = []
    for opening, group in groupby(entries, key=lambda one: one.use.opening):
        some = list(group)
        step = _STEPS.get(some[0].step or Step.SAME, "")
        years = dict.fromkeys(_year(one) for one in some)
        told = {
            "opening": _("“%(opening)s”") % {"opening": opening} if opening else _("no opening"),
            "years": _(", ").join(years),
            "step": step,
        }
        with_step = _("%(opening)s in %(years)s (%(step)s)")
        words = with_step if step else _("%(opening)s in %(years)s")
        said.append(words % told)
    return _("%(openings)s.") % {"openings": _("; ").join(said)}


def _year(entry: Entry) -> str:
    resolution = entry.resolution
    told = told_of(resolution, entry.state, is_unverified=resolution.date_is_unverified)
    return told.in_words


_STEPS = {Step.STRONGER: gettext_lazy("stronger"), Step.WEAKER: gettext_lazy("weaker")}
