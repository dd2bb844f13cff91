"""Following: what is published, withdrawn or stated has its series and lineages come along.

Whatever writes a resolution, its facts or its text calls ``follow`` in the same transaction, behind
the catalogue, which makes the archive's version grow. It costs what one text among its neighbours
costs, and the joining of one series; where no series is touched, some look-ups by index.
"""

from collections.abc import Collection, Iterable, Iterator

from django.db import transaction

from archive.ingest.lineages.comparing import compare_members
from archive.ingest.lineages.joining import join_members
from archive.ingest.lineages.members import follow_facts
from archive.ingest.lineages.neighbours import members_of
from archive.ingest.lineages.proposing import propose, propose_for
from archive.ingest.lineages.touched import touched
from archive.ingest.publishing.records import Change, Records
from archive.ingest.write_lock import take_write_lock
from archive.models import ArchiveVersion, Resolution, Series, Text

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
        texts = Text.objects.filter(resolution__in=resolutions).values_list("pk", flat=True)
        follow_series(series, rewritten=rewritten, gone=list(texts))
        known = touched(resolutions)
    propose(known, records=records)


def follow_series(
    series: Iterable[int],
    *,
    rewritten: Collection[int] = (),
    gone: Collection[int] = (),
    method: str | None = None,
) -> int:
    """Compare what is to be compared of series, by key, and join their lineages.

    ``gone`` are texts that may have left one. A lineage goes along with the paragraph that it was
    first made for; so a series that has won a text comes before one that has lost it. How many
    pairs of texts were compared.
    """
    found = {one: members_of(one) for one in series}
    number = compare_members(found.values(), rewritten=rewritten, gone=gone, method=method)
    lost = set(gone)
    for one in sorted(found, key=lambda key: (lost.isdisjoint(m.text for m in found[key]), key)):
        join_members(one, found[one])
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
    for one in Series.objects.order_by("slug"):
        with transaction.atomic():
            take_write_lock()
            records = Records(Change(reason=_REASON))
            number = follow_series([one.pk], method=method)
            propose_for(one.pk, records=records)
            records.write()
            ArchiveVersion.objects.grow()
        yield one, number


def facts_are_followed() -> bool:
    """Whether every resolution whose series a fact names is of one, or is not by a decision."""
    named = Resolution.objects.exclude(series="")
    return not named.filter(memberships__isnull=True).exists()
