"""Merged: where paragraphs of other lineages have the words of one, as pairings say."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from archive.comparison.passages import OF_PARTS
from archive.models import ParagraphPairing
from archive.parsing.places import Place

#: What is read of each of two paragraphs: its lineage and its text, and where it stands.
_COLUMNS = ("lineage_place__lineage", "text", "position", "anchor", "label")
_SIDES = ("earlier", "later")


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A paragraph of a text that has words which a lineage has in ``source``, another text.

    Texts are told by their keys, the paragraph by where it stands. ``wording`` is its words, only
    where one lineage was asked for.
    """

    text: int
    position: int
    anchor: str
    label: str
    source: int
    wording: str = ""

    @property
    def place(self) -> str:
        """Where the paragraph stands, as a reader writes it: ``op. 5``."""
        place = Place.read(self.anchor, label=self.label)
        return place.in_words if place else self.anchor


def parts_of(lineage: int, paragraphs: Collection[int]) -> list[Part]:
    """Those that have words of a lineage, by keys of it and of its paragraphs: one query."""
    of_it = Q(earlier__in=paragraphs) | Q(later__in=paragraphs)
    rows = ParagraphPairing.objects.filter(of_it)
    return _by_lineage(rows, columns=(*_COLUMNS, "wording")).get(lineage, [])


def parts_in(texts: Collection[int], *, among: Collection[int]) -> Mapping[int, list[Part]]:
    """By lineage those of pairings of some texts with some ``among`` a series, by keys: one query.

    Both are told by keys; the former are among the latter.
    """
    of_it = Q(compared__earlier__in=texts) | Q(compared__later__in=texts)
    both = Q(compared__earlier__in=among, compared__later__in=among)
    return _by_lineage(ParagraphPairing.objects.filter(of_it, both))


def with_parts_in(texts: Collection[int]) -> Q:
    """Places of lineages of which some texts, by their keys, have words in other paragraphs."""
    said = _said(ParagraphPairing.objects.all())
    found = Q()
    for side, other in (_SIDES, _SIDES[::-1]):
        of_it = {f"compared__{side}__in": texts, f"{other}__lineage_place__isnull": False}
        found |= Q(lineage__in=said.filter(**of_it).values(f"{other}__lineage_place__lineage"))
    return found


def _said(rows: QuerySet[ParagraphPairing]) -> QuerySet[ParagraphPairing]:
    """Those of parts that nobody denies."""
    return rows.filter(fate__in=OF_PARTS).exclude(decision=ParagraphPairing.Decision.DENIED)


def _by_lineage(
    rows: QuerySet[ParagraphPairing], *, columns: Sequence[str] = _COLUMNS
) -> dict[int, list[Part]]:
    """What became of parts, whichever of the two texts is the earlier in the series now."""
    found: dict[int, set[Part]] = defaultdict(set)
    for row in _said(rows).values_list(*(f"{side}__{name}" for side in _SIDES for name in columns)):
        ends = row[: len(columns)], row[len(columns) :]
        for (lineage, source, *_rest), (_other, text, position, anchor, label, *words) in (
            ends,
            ends[::-1],
        ):
            found[lineage].add(Part(text, position, anchor, label, source, *words))
    return {lineage: sorted(parts) for lineage, parts in found.items()}
