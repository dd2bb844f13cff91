"""Carrying decisions along: what people have said of a paragraph goes where its words go.

Anchors stay when a text is written anew, but the words at an anchor may be others then, as where
another file has a paragraph more. A decision is of words: it stays with a paragraph that is
reworded, goes to the one that has the words now, or the most of them, as where it was split, and
goes where nothing has them any more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q

from archive.comparison.sameness import plain_words
from archive.comparison.verdicts import verdict
from archive.ingest.lineages.forgetting import forget_found, forget_pairings
from archive.ingest.publishing.alignment import remove
from archive.ingest.publishing.records import Records
from archive.models import ComparedTexts, Paragraph, ParagraphPairing
from archive.parsing import parsed as values

#: A paragraph with less of its words left is another one.
_LEAST_LIKE = 0.5


def carry_decisions(
    held: Mapping[int, Paragraph], wanted: Sequence[Paragraph], *, records: Records
) -> None:
    """Have decisions on held paragraphs, by key, be on those of the wanted ones with their words.

    Of several that come to be on the same two, the latest stays. To be called before these take the
    held ones' places. One query where nobody has decided.
    """
    rows = ParagraphPairing.objects.decided().of_any(held).order_by("decided_at", "pk")
    decided = list(rows) if held else []
    if not decided:
        return
    goes_to = _places(decided, held=held, wanted=wanted)
    text = next(iter(held.values())).text_id
    compared = ComparedTexts.objects.filter(Q(earlier=text) | Q(later=text))
    forget_found(list(compared.values_list("pk", flat=True)))
    ends = {_ends(row, goes_to): row for row in decided}
    kept = [row for two, row in ends.items() if None not in two]
    _remove([row for row in decided if row not in kept], records)
    _move(kept, goes_to, records=records)


def decisions_lost(text: int, wanted: Sequence[values.Paragraph]) -> list[ParagraphPairing]:
    """The decisions on a text, by key, that go when its paragraphs become the wanted ones.

    Each with its two paragraphs and where they stand. Two queries.
    """
    held = Paragraph.objects.filter(text=text).only("text", "anchor", "wording").in_bulk()
    decided = list(ParagraphPairing.objects.decided().of_any(held).with_places())
    keys = {row.anchor: key for key, row in held.items()}
    made = [
        Paragraph(pk=keys.get(one.id, -place), wording=one.text)
        for place, one in enumerate(wanted, 1)
    ]
    goes_to = _places(decided, held=held, wanted=made)
    return [row for row in decided if None in _ends(row, goes_to)]


def _places(
    decided: Iterable[ParagraphPairing],
    *,
    held: Mapping[int, Paragraph],
    wanted: Sequence[Paragraph],
) -> dict[int, int | None]:
    """For each held paragraph that somebody has decided on the key of the one that it becomes."""
    told = {key for row in decided for key in (row.earlier_id, row.later_id) if key in held}
    return {key: _place_of(held[key], wanted, held=held) for key in sorted(told)}


def _place_of(
    paragraph: Paragraph, wanted: Sequence[Paragraph], *, held: Mapping[int, Paragraph]
) -> int | None:
    """The key of the paragraph that has the words of a held one, or those that it became."""
    words = plain_words(paragraph.wording)
    same = [row.pk for row in wanted if plain_words(row.wording) == words]
    if same:
        return paragraph.pk if paragraph.pk in same else same[0]
    near = {row.pk: verdict(paragraph.wording, row.wording).likeness for row in wanted}
    if near.get(paragraph.pk, 0) >= _LEAST_LIKE:
        return paragraph.pk
    likest = sorted(
        (row for row in wanted if near[row.pk] >= _LEAST_LIKE), key=lambda row: -near[row.pk]
    )
    known = {plain_words(one.wording) for one in held.values()} if likest else set()
    new = (row.pk for row in likest if not _goes_on(row, held.get(row.pk), known=known))
    return next(new, None)


def _goes_on(row: Paragraph, there: Paragraph | None, *, known: Collection[str]) -> bool:
    """Whether a paragraph is a held one as it was, or the one at its place reworded."""
    if plain_words(row.wording) in known:
        return True
    return there is not None and verdict(there.wording, row.wording).likeness >= _LEAST_LIKE


def _ends(
    row: ParagraphPairing, goes_to: Mapping[int, int | None]
) -> tuple[int | None, int | None]:
    """The keys of both paragraphs then; those of other texts stay as they are."""
    ends = (row.earlier_id, row.later_id)
    earlier, later = (goes_to.get(key, key) for key in ends)
    return earlier, later


def _remove(rows: Sequence[ParagraphPairing], records: Records) -> None:
    if rows:
        remove(ParagraphPairing, [row.pk for row in rows], records=records)


def _move(
    rows: Sequence[ParagraphPairing], goes_to: Mapping[int, int | None], *, records: Records
) -> None:
    """Have decisions be on the paragraphs that have the words now.

    They are written anew at once: one by one, two could be on the same paragraphs for a moment.
    """
    moved = []
    for row in rows:
        earlier, later = _ends(row, goes_to)
        if (earlier, later) != (row.earlier_id, row.later_id):
            assert earlier is not None, "what goes nowhere is removed"
            assert later is not None, "what goes nowhere is removed"
            row.earlier_id, row.later_id = earlier, later
            moved.append(row)
    if moved:
        keys = [row.pk for row in moved]
        forget_pairings(keys)
        ParagraphPairing.objects.bulk_create(moved)
        records.changed(ParagraphPairing, keys)
