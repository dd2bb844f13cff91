"""Joining: the lineages of a series from the pairings of its texts, and their rows.

The pure rules are in archive/comparison: ``lineages`` says which paragraphs are one lineage,
``lineage_names`` which lineage that readers know goes on in which. Only what differs is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from archive.comparison.lineage_names import Known, named
from archive.comparison.lineages import Link, Say, Spot, Standing, lineages
from archive.comparison.passages import MIRRORED, Fate
from archive.ingest.lineages.judging import judged
from archive.ingest.lineages.neighbours import MemberText
from archive.ingest.publishing.alignment import Alignment
from archive.models import Lineage, LineagePlace, Paragraph, ParagraphPairing

_LINK_COLUMNS = ("earlier", "later", "fate", "likeness", "is_moved", "decision")


@dataclass(frozen=True, slots=True)
class _Spots:
    """The paragraphs of a series in its order, and the name that a lineage of each would have."""

    spots: Sequence[Spot]
    names: Mapping[int, str]


def join_members(series: int, members: Sequence[MemberText]) -> set[int]:
    """Write the lineages of a series, by key, whose texts have been compared.

    The other series, by key, that have lost lineages to it: paragraphs of theirs are in none until
    these are joined again. Eight queries, whatever the number of texts and paragraphs, and those
    that write.
    """
    found = _spots(members)
    joined = lineages(found.spots, list(_links(found.spots, members)))
    known = _known_lineages(series, found)
    before = {one.pk: one.series_id for one in known}
    rows = _write_lineages(series, joined, found=found, known=known)
    of_it = Q(lineage__series=series) | Q(paragraph__text__in=[one.text for one in members])
    _write_places(joined, rows, held=list(LineagePlace.objects.filter(of_it)))
    return {before[one.pk] for one in known if one.series_id != before[one.pk]}


def _spots(members: Sequence[MemberText]) -> _Spots:
    place = {one.text: at for at, one in enumerate(members)}
    rows = Paragraph.objects.filter(text__in=place).order_by("position")
    columns = list(rows.values_list("pk", "text", "anchor"))
    columns.sort(key=lambda row: place[row[1]])
    return _Spots(
        spots=[Spot(key, place[text], members[place[text]].is_draft) for key, text, _ in columns],
        names={key: f"{members[place[text]].symbol}/{anchor}" for key, text, anchor in columns},
    )


def _links(spots: Sequence[Spot], members: Sequence[MemberText]) -> Iterator[Link]:
    """The pairings between texts of the series, each from the earlier to the later one.

    Where somebody has decided on two whose texts have changed places since, it is turned round.
    """
    texts = [one.text for one in members]
    place = {spot.key: at for at, spot in enumerate(spots)}
    rows = ParagraphPairing.objects.filter(compared__earlier__in=texts, compared__later__in=texts)
    for earlier, later, fate, likeness, is_moved, decision in rows.values_list(*_LINK_COLUMNS):
        is_turned = place[earlier] > place[later]
        told = Fate(fate)
        yield Link(
            earlier=later if is_turned else earlier,
            later=earlier if is_turned else later,
            fate=MIRRORED.get(told, told) if is_turned else told,
            likeness=likeness,
            is_moved=is_moved,
            say=Say(decision),
        )


def _write_lineages(
    series: int,
    joined: Sequence[Sequence[Standing]],
    *,
    found: _Spots,
    known: Sequence[Lineage],
) -> list[Lineage]:
    """The row of each lineage; of those that are known, the same as before."""
    held = {one.name: one for one in known}
    groups = [[standing.spot.key for standing in one] for one in joined]
    result = named(groups, _known(series, held), names=found.names)
    new = [
        Lineage(series_id=series, name=name)
        for name in dict.fromkeys(result.names)
        if name not in held
    ]
    Lineage.objects.bulk_create(new)
    rows = held | {one.name: one for one in new}
    _update_lineages(series, held, rows=rows, standing=set(result.names), became=result.became)
    return [rows[name] for name in result.names]


def _known_lineages(series: int, found: _Spots) -> list[Lineage]:
    """Those of the series, and those of others that were first made for one of its paragraphs."""
    of_it = Q(series=series) | Q(name__in=list(found.names.values()))
    return list(Lineage.objects.filter(of_it).select_related("became").order_by("pk"))


def _known(series: int, held: Mapping[str, Lineage]) -> list[Known]:
    keys: dict[int, set[int]] = {}
    places = LineagePlace.objects.filter(lineage__series=series)
    for lineage, paragraph in places.values_list("lineage", "paragraph"):
        keys.setdefault(lineage, set()).add(paragraph)
    return [
        Known(
            name=one.name,
            keys=frozenset(keys.get(one.pk, ())),
            became=one.became.name if one.became else None,
        )
        for one in held.values()
    ]


def _update_lineages(
    series: int,
    held: Mapping[str, Lineage],
    *,
    rows: Mapping[str, Lineage],
    standing: set[str],
    became: Mapping[str, str],
) -> None:
    """Have lineages that were known be of the series, and become others or be themselves again."""
    changed = []
    for name, row in held.items():
        is_of_it = row.series_id == series or name in standing or name in became
        wanted = rows[became[name]].pk if name in became else None
        if is_of_it and (row.series_id, row.became_id) != (series, wanted):
            row.series_id, row.became_id = series, wanted
            changed.append(row)
    if changed:
        Lineage.objects.bulk_update(changed, ["series", "became"])


def _write_places(
    joined: Sequence[Sequence[Standing]], rows: Sequence[Lineage], *, held: Sequence[LineagePlace]
) -> None:
    """The places of all lineages of a series, in place of those held of it and of its texts."""
    keys = {one.paragraph_id: one.pk for one in held}
    fates = judged([standing for one in joined for standing in one])
    wanted = [
        LineagePlace(
            pk=keys.get(standing.spot.key),
            lineage=lineage,
            paragraph_id=standing.spot.key,
            before_id=standing.before.key if standing.before else None,
            fate=fates[standing.spot.key].fate,
            likeness=fates[standing.spot.key].likeness,
            is_moved=fates[standing.spot.key].is_moved,
        )
        for lineage, one in zip(rows, joined, strict=True)
        for standing in one
    ]
    _write(Alignment({one.pk: one for one in held}, wanted))


def _write(places: Alignment[LineagePlace]) -> None:
    """Delete, update and insert; places are not recorded, because they follow from what is."""
    if places.removed:
        LineagePlace.objects.filter(pk__in=places.removed).delete()
    if places.changed:
        LineagePlace.objects.bulk_update(places.changed, sorted(places.columns))
    LineagePlace.objects.bulk_create(places.added)
