"""Following: what is published, withdrawn or stated has its series and lineages come along.

Whatever writes a resolution, its facts or its text calls ``follow`` in the same transaction, behind
the catalogue, which makes the archive's version grow. It costs what one text among its neighbours
costs, and the joining of one series; where no series is touched, some look-ups by index.
"""

from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef

from archive.ingest.lineages.comparing import compare_members
from archive.ingest.lineages.joining import join_members
from archive.ingest.lineages.members import NAMES_IT, follow_facts
from archive.ingest.lineages.neighbours import members_of
from archive.ingest.lineages.proposing import propose, propose_for
from archive.ingest.lineages.touched import touched
from archive.ingest.publishing.records import Change, Records
from archive.ingest.write_lock import take_write_lock
from archive.models import ArchiveVersion, Membership, Paragraph, Resolution, Series, Text

#: What the history says of memberships that are made anew.
_REASON = "manage.py lineages"


def follow(
    resolutions: Collection[int], *, rewritten: Collection[int] = (), records: Records
) -> None:
    """Bring the series of resolutions along, by key; ``rewritten`` are texts written just now."""
    if not resolutions:
        return
    known = touched(resolutions)
    series = follow_facts(known, records=records)
    if series:
        follow_series(series, rewritten=rewritten, gone=_texts_of(resolutions))
    propose(touched(resolutions) if series else known, records=records)
    _propose_for(series, records=records)


def begin_following(resolutions: Collection[int], *, records: Records) -> set[int]:
    """The same, but for the series that have only won members: those by key, to ``follow_each``.

    A series that loses a member follows at once with the one that wins it.
    """
    known = touched(resolutions)
    series = follow_facts(known, records=records)
    now = touched(resolutions)
    before, after = known.accepted, now.accepted
    moved = {pk for pk in before if after.get(pk) != before[pk]}
    at_once = {of[pk] for of in (before, after) for pk in moved if pk in of}
    if at_once:
        follow_series(at_once, gone=_texts_of(moved))
    propose(now, records=records)
    _propose_for(at_once, records=records)
    return series - at_once


def _propose_for(series: Iterable[int], *, records: Records) -> None:
    """Propose for series, by key, whose members have come or gone, or their titles."""
    for one in sorted(series):
        propose_for(one, records=records)


def _texts_of(resolutions: Collection[int]) -> list[int]:
    rows = Text.objects.filter(resolution__in=resolutions)
    return list(rows.values_list("pk", flat=True))


def follow_series(
    series: Iterable[int],
    *,
    rewritten: Collection[int] = (),
    gone: Collection[int] = (),
    method: str | None = None,
) -> int:
    """Compare what is to be compared of series, by key, and join their lineages.

    ``gone`` are texts that may have left one. A lineage goes along with the paragraph that it was
    first made for; so a series that has won a text comes before one that has lost it, and one that
    loses lineages so, given here or not, is joined anew. How many pairs of texts were compared.
    """
    found = {one: members_of(one) for one in series}
    number = compare_members(found.values(), rewritten=rewritten, gone=gone, method=method)
    lost, bereft = set(gone), set[int]()
    for one in sorted(found, key=lambda key: (lost.isdisjoint(m.text for m in found[key]), key)):
        bereft.discard(one)
        bereft |= join_members(one, found[one])
    for one in sorted(bereft):
        join_members(one, members_of(one))
    return number


def follow_everything(*, method: str | None = None) -> Iterator[tuple[Series, int]]:
    """Have every series follow what is held, each by itself; each with how many were compared.

    For an archive from before there were lineages, or after the rules have changed: with a
    ``method``, what was compared by another is compared anew. Other writers come between.
    """
    with transaction.atomic():
        take_write_lock()
        records = Records(Change(reason=_REASON))
        named = Resolution.objects.exclude(series="").values_list("pk", flat=True)
        follow_facts(touched(list(named)), records=records)
        records.write()
    yield from follow_each(Series.objects.order_by("slug"), reason=_REASON, method=method)


def follow_each(
    series: Iterable[Series], *, reason: str, method: str | None = None
) -> Iterator[tuple[Series, int]]:
    """Have series follow what is held, each in a transaction; each with how many were compared."""
    for one in series:
        with transaction.atomic():
            take_write_lock()
            records = Records(Change(reason=reason))
            number = follow_series([one.pk], method=method)
            propose_for(one.pk, records=records)
            records.write()
            ArchiveVersion.objects.grow()
        yield one, number


def series_are_followed() -> bool:
    """Whether every series has the members that facts name, and lineages through their texts.

    Each member by a fact says so too; those of before said only what the fact rests on.
    """
    named = Resolution.objects.exclude(series="")
    if named.filter(memberships__isnull=True).exists():
        return False
    by_fact = Membership.objects.filter(origin=Membership.Origin.FACT, decided_by__isnull=True)
    if by_fact.exclude(reason__contains=NAMES_IT).exists():
        return False
    of_it = Membership.objects.accepted().filter(resolution=OuterRef("text__resolution"))
    placed = Exists(of_it.filter(series=OuterRef("lineage_place__lineage__series")))
    held = Text.objects.in_reading_language()
    return not Paragraph.objects.filter(Exists(of_it) & ~placed, text__in=held).exists()
