"""Comparing the texts of a series: what is missing or has changed, and nothing else.

What people have said of two paragraphs stays, also where their texts are neighbours no more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from django.db.models import Q

from archive.comparison.decided import decided
from archive.comparison.pairings import compared
from archive.ingest.lineages.forgetting import forget_compared, forget_found
from archive.ingest.lineages.neighbours import MemberText, neighbours
from archive.ingest.lineages.saying import Said, forget_parts, judged, said_of, write_told
from archive.models import ComparedTexts, Paragraph, ParagraphPairing

#: Grows with whatever changes what is paired; ``manage.py lineages`` compares the rest anew.
METHOD = "4"
#: So many hold no more than some hundred texts in memory, and take few statements.
_PAIRS_AT_ONCE = 100


def compare_members(
    series: Collection[Sequence[MemberText]],
    *,
    rewritten: Collection[int] = (),
    gone: Collection[int] = (),
    method: str | None = None,
) -> int:
    """Compare neighbours that have not been, as they are; forget what are neighbours no more.

    ``series`` are the members of all that is touched. ``rewritten`` are texts, by key, that have
    just been written, ``gone`` those that may be members no more. With a ``method``, what was
    compared by another is compared anew. How many pairs of texts were compared.
    """
    wanted = {
        (one.text, other.text): (one, other)
        for members in series
        for one, other in neighbours(members)
    }
    keys = {one.text for members in series for one in members} | set(gone)
    held = {(row.earlier_id, row.later_id): row for row in _touching(keys)}
    unwanted = [row.pk for pair, row in held.items() if pair not in wanted]
    forget_compared(unwanted)
    forget_parts(unwanted)
    fresh = {
        pair
        for pair, row in held.items()
        if pair in wanted and _is_fresh(row, wanted[pair], method=method)
    }
    missing = [
        both
        for pair, both in wanted.items()
        if pair not in fresh or not {*pair}.isdisjoint(rewritten)
    ]
    for first in range(0, len(missing), _PAIRS_AT_ONCE):
        _compare(missing[first : first + _PAIRS_AT_ONCE])
    return len(missing)


def _touching(texts: Collection[int]) -> Iterable[ComparedTexts]:
    return ComparedTexts.objects.filter(Q(earlier__in=texts) | Q(later__in=texts))


def _is_fresh(
    row: ComparedTexts, both: tuple[MemberText, MemberText], *, method: str | None
) -> bool:
    """Whether two texts were compared as they are now."""
    digests = (both[0].digest, both[1].digest)
    is_by_it = row.method == method if method else bool(row.method)
    return is_by_it and (row.earlier_hash, row.later_hash) == digests


def _compare(pairs: Sequence[tuple[MemberText, MemberText]]) -> None:
    """Compare texts two by two, and write what became of their paragraphs."""
    rows = [
        ComparedTexts(
            earlier_id=one.text,
            later_id=other.text,
            earlier_hash=one.digest,
            later_hash=other.digest,
            method=METHOD,
        )
        for one, other in pairs
    ]
    ComparedTexts.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["earlier", "later"],
        update_fields=["earlier_hash", "later_hash", "method"],
    )
    forget_found([row.pk for row in rows])
    texts = _paragraphs({key for row in rows for key in (row.earlier_id, row.later_id)})
    said = said_of(rows)
    found = (one for row in rows for one in _pairings(row, texts, said=said))
    ParagraphPairing.objects.bulk_create(found)
    write_told([one for both in said.values() for one in both])


def _paragraphs(texts: Collection[int]) -> Mapping[int, list[Paragraph]]:
    """The paragraphs of texts, by key, as comparing reads them: one query."""
    found: dict[int, list[Paragraph]] = defaultdict(list)
    rows = Paragraph.objects.filter(text__in=texts).in_reading_order().as_passages()
    for row in rows:
        found[row.text_id].append(row)
    return found


def _pairings(
    row: ComparedTexts,
    texts: Mapping[int, list[Paragraph]],
    *,
    said: Mapping[frozenset[int], list[ParagraphPairing]],
) -> Iterator[ParagraphPairing]:
    """A row for each two paragraphs that belong together and on which nobody has decided.

    Those on which somebody has are told what became of the two.
    """
    earlier, later = texts[row.earlier_id], texts[row.later_id]
    people = Said(said.get(frozenset((row.earlier_id, row.later_id)), ()), texts=(earlier, later))
    found = compared([one.passage for one in earlier], [one.passage for one in later])
    result = decided(found, people.decisions)
    people.tell(result)
    key_of = [{one.anchor: one.pk for one in side} for side in (earlier, later)]
    for pairing in result.pairings:
        for before, after in product(pairing.before, pairing.after):
            if (before.anchor, after.anchor) in people.pairs:
                continue
            told = judged(pairing, before, after=after)
            yield ParagraphPairing(
                compared=row,
                earlier_id=key_of[0][before.anchor],
                later_id=key_of[1][after.anchor],
                fate=told.fate.value,
                likeness=told.likeness,
                is_moved=told.is_moved,
            )
