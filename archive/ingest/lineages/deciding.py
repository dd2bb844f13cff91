"""Deciding on pairings: a person says that two paragraphs are one, or are not, and why.

What a person says wins over what comparing finds, now and whenever texts are compared again, for
as long as both paragraphs are there.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.comparison.verdicts import verdict
from archive.ingest.lineages.following import follow_series
from archive.ingest.lineages.forgetting import forget_compared
from archive.ingest.lineages.neighbours import members_of
from archive.ingest.lineages.reasons import DecisionError, checked_reason
from archive.ingest.publishing.alignment import remove
from archive.ingest.publishing.records import Change, Records
from archive.ingest.write_lock import take_write_lock
from archive.models import ArchiveVersion, ComparedTexts, Membership, Paragraph, ParagraphPairing

_Decision = ParagraphPairing.Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class _Two:
    """Two paragraphs of one series, the earlier first, and the series by its key."""

    series: int
    earlier: Paragraph
    later: Paragraph


def confirm_pairing(one: int, other: int, *, by: AbstractBaseUser, reason: str) -> None:
    """Have two paragraphs, by key, be one lineage, whatever comparing says.

    Raises DecisionError without a reason, and where they are not in two texts of one series.
    """
    _decide(one, other, decision=_Decision.CONFIRMED, by=by, reason=reason)


def deny_pairing(one: int, other: int, *, by: AbstractBaseUser, reason: str) -> None:
    """Have two paragraphs, by key, never be one lineage. Raises as ``confirm_pairing``."""
    _decide(one, other, decision=_Decision.DENIED, by=by, reason=reason)


def pair_instead(one: int, *, wrong: int, right: int, by: AbstractBaseUser, reason: str) -> None:
    """Deny that a paragraph and another one are one, and confirm it of a third; both or nothing.

    Raises as ``confirm_pairing``.
    """
    with transaction.atomic():
        deny_pairing(one, wrong, by=by, reason=reason)
        confirm_pairing(one, right, by=by, reason=reason)


def forget_decision(one: int, other: int, *, by: AbstractBaseUser, reason: str) -> None:
    """Take back what was decided on two paragraphs; comparing says again what became of them.

    Raises DecisionError where nothing was, and as ``confirm_pairing``.
    """
    words = checked_reason(reason)
    with transaction.atomic():
        take_write_lock()
        two = _two(one, other)
        row = ParagraphPairing.objects.decided().between(two.earlier, two.later).first()
        if row is None:
            raise DecisionError("Nobody has decided on these two paragraphs; nothing was done.")
        records = Records(Change.made_by(by, reason=f"Decision taken back: {words}"))
        remove(ParagraphPairing, [row.pk], records=records)
        _forget_compared(two)
        _finish(two.series, records)


def _decide(
    one: int, other: int, *, decision: ParagraphPairing.Decision, by: AbstractBaseUser, reason: str
) -> None:
    words = checked_reason(reason)
    with transaction.atomic():
        take_write_lock()
        two = _two(one, other)
        records = Records(Change.made_by(by, reason=f"{decision.label}: {words}"))
        held = ParagraphPairing.objects.between(two.earlier, two.later).first()
        row = held or _unsaved(two)
        row.decision, row.reason = decision, words
        row.decided_by_id, row.decided_at = by.pk, records.change.at
        _save(row, is_new=held is None, records=records)
        _forget_compared(two)
        _finish(two.series, records)


def _forget_compared(two: _Two) -> None:
    """Have both texts be compared anew, if they are: other paragraphs may belong together now."""
    texts = (two.earlier.text_id, two.later.text_id)
    rows = ComparedTexts.objects.filter(earlier__in=texts, later__in=texts)
    forget_compared(rows.values_list("pk", flat=True))


def _unsaved(two: _Two) -> ParagraphPairing:
    """A pairing that comparing has not found, with what the words say of it."""
    compared, _ = ComparedTexts.objects.get_or_create(
        earlier_id=two.earlier.text_id, later_id=two.later.text_id
    )
    told = verdict(two.earlier.wording, two.later.wording)
    return ParagraphPairing(
        compared=compared,
        earlier=two.earlier,
        later=two.later,
        fate=told.fate.value,
        likeness=told.likeness,
    )


def _save(row: ParagraphPairing, *, is_new: bool, records: Records) -> None:
    """Write a decision, and record it once; the library would record it by itself besides."""
    if is_new:
        ParagraphPairing.objects.bulk_create([row])
    else:
        ParagraphPairing.objects.bulk_update(
            [row], ["decision", "reason", "decided_by", "decided_at"]
        )
    records.changed(ParagraphPairing, [row.pk])


def _two(one: int, other: int) -> _Two:
    """Two paragraphs by their keys. Raises DecisionError where they cannot be one lineage."""
    rows = Paragraph.objects.filter(pk__in=(one, other)).select_related("text__resolution")
    found = rows.defer("search_vector", "text__wording", "text__search_vector").in_bulk()
    if len(found) < len({one, other}):
        raise DecisionError("One of the two paragraphs is not there any more. Look at them again.")
    first, second = found[one], found[other]
    if first.text_id == second.text_id:
        raise DecisionError(
            f"{first.place} and {second.place} stand in one text, {first.text.resolution}. Choose "
            "a paragraph of another resolution of the series."
        )
    series = _series_of_both(first, second)
    order = [member.text for member in members_of(series)]
    if not {first.text_id, second.text_id} <= set(order):
        raise DecisionError("The text of one of the two is withdrawn. Restore it first.")
    earlier, later = sorted((first, second), key=lambda row: order.index(row.text_id))
    return _Two(series=series, earlier=earlier, later=later)


def _series_of_both(first: Paragraph, second: Paragraph) -> int:
    """The series, by key, that the resolutions of two paragraphs are members of."""
    resolutions = [first.text.resolution, second.text.resolution]
    members = Membership.objects.accepted().filter(resolution__in=resolutions)
    series = dict(members.values_list("resolution", "series"))
    found = {series.get(one.pk) for one in resolutions}
    if len(found) > 1 or None in found:
        raise DecisionError(
            f"{resolutions[0]} and {resolutions[1]} are not members of one series, and lineages go "
            "along a series. Accept both as members first."
        )
    return next(one for one in found if one is not None)


def _finish(series: int, records: Records) -> None:
    follow_series([series])
    records.write()
    ArchiveVersion.objects.grow()
