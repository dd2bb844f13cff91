"""Curating series: a person accepts or refuses members, and makes and names series.

What a person says of a member wins over the fact that names its series, now and whenever it is
published again.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify

from archive.ingest.lineages.following import follow_series
from archive.ingest.lineages.members import make_series as made
from archive.ingest.lineages.proposing import propose, propose_for
from archive.ingest.lineages.reasons import DecisionError, checked_reason
from archive.ingest.lineages.touched import touched
from archive.ingest.publishing.records import Change, Records
from archive.ingest.write_lock import take_write_lock
from archive.models import ArchiveVersion, Membership, Resolution, Series, Text
from archive.models.series import slug_is_cut, slug_of, slug_of_cut
from archive.parsing.symbols import Symbol, SymbolError

_State, _Origin = Membership.State, Membership.Origin
NO_TITLE = "Give the series a title; readers see it."
_LONGEST_NAME, _LONGEST_TITLE = 80, 200


def accept_member(series: int, symbol: str, *, by: AbstractBaseUser, reason: str) -> Membership:
    """Have a resolution be of a series, by key, whether or not it was proposed or refused before.

    Raises DecisionError without a reason, for a symbol that is none or that the archive does not
    know, and where the resolution is a member of another series.
    """
    return _decide(series, symbol, state=_State.ACCEPTED, by=by, reason=reason)


def refuse_member(series: int, symbol: str, *, by: AbstractBaseUser, reason: str) -> Membership:
    """Have a resolution not be of a series, whatever facts say. Raises as ``accept_member``."""
    return _decide(series, symbol, state=_State.REFUSED, by=by, reason=reason)


def make_series(title: str, *, by: AbstractBaseUser, reason: str) -> Series:
    """Make a series without members. Raises DecisionError where there is one of that name."""
    words, named = checked_reason(reason), _checked_title(title)
    with transaction.atomic():
        take_write_lock()
        slug = _free_slug(named)
        name = named[:_LONGEST_NAME]
        is_taken = Series.objects.filter(name=name).exists()
        records = Records(Change.made_by(by, reason=words))
        series = made(slug if is_taken else name, title=named, slug=slug, records=records)
        _finish(records)
        return series


def _free_slug(title: str) -> str:
    """The address of a series of that title. Raises DecisionError where there is one of that name.

    Titles that are cut to one address, and go on in other words, have two.
    """
    for slug in (slug_of(title), slug_of_cut(title)):
        there = Series.objects.of_slug(slug).first()
        if there is None:
            return slug
        if not slug_is_cut(title) or slugify(title) == slugify(there.title):
            break
    raise DecisionError(f"There is a series of that name, “{there}”. Add members to it.")


def rename_series(series: int, title: str, *, by: AbstractBaseUser, reason: str) -> Series:
    """Give a series, by key, another title; its address stays. Raises DecisionError without one."""
    words, named = checked_reason(reason), _checked_title(title)
    with transaction.atomic():
        take_write_lock()
        records = Records(Change.made_by(by, reason=words))
        Series.objects.filter(pk=series).update(title=named)
        records.changed(Series, [series])
        _finish(records)
        return Series.objects.get(pk=series)


def _checked_title(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise DecisionError(NO_TITLE)
    if len(words) > _LONGEST_TITLE:
        raise DecisionError(
            f"The title has {len(words)} signs; there is room for {_LONGEST_TITLE}."
        )
    return words


def _decide(
    series: int, symbol: str, *, state: Membership.State, by: AbstractBaseUser, reason: str
) -> Membership:
    words = checked_reason(reason)
    with transaction.atomic():
        take_write_lock()
        resolution = _resolution(symbol)
        if state == _State.ACCEPTED:
            _check_elsewhere(series, resolution)
        records = Records(Change.made_by(by, reason=f"{state.label}: {words}"))
        held = Membership.objects.filter(series=series, resolution=resolution).first()
        row = held or Membership(series_id=series, resolution=resolution, origin=_Origin.PERSON)
        row.state, row.reason = state, words
        row.decided_by_id, row.decided_at = by.pk, records.change.at
        _save(row, is_new=held is None, records=records)
        _follow(row, records=records)
        return row


def not_known(symbol: str) -> str:
    """What is said of a symbol that the archive does not know."""
    return (
        f"The archive does not know {symbol}. Publish its text, or have the table of facts name "
        "it, and then add it."
    )


def _resolution(symbol: str) -> Resolution:
    """The resolution of a symbol as somebody writes it."""
    try:
        canonical = Symbol.read(symbol).text
    except SymbolError as error:
        raise DecisionError(str(error)) from error
    found = Resolution.objects.named(canonical).defer("search_vector").first()
    if found is None:
        raise DecisionError(not_known(canonical))
    return found


def _check_elsewhere(series: int, resolution: Resolution) -> None:
    members = Membership.objects.accepted().filter(resolution=resolution).exclude(series=series)
    other = members.select_related("series").first()
    if other is not None:
        raise DecisionError(
            f"{resolution} is a member of “{other.series}”, and a resolution is of one series, so "
            "that each paragraph has one history. Refuse it there first."
        )


def _save(row: Membership, *, is_new: bool, records: Records) -> None:
    """Write a decision, and record it once."""
    if is_new:
        Membership.objects.bulk_create([row])
        records.added(Membership, [row.pk])
    else:
        Membership.objects.bulk_update([row], ["state", "reason", "decided_by", "decided_at"])
        records.changed(Membership, [row.pk])


def _follow(row: Membership, *, records: Records) -> None:
    """Bring the series along, and what may be proposed now, for it and of the resolution."""
    texts = Text.objects.of(row.resolution).values_list("pk", flat=True)
    follow_series([row.series_id], gone=list(texts))
    propose_for(row.series_id, records=records)
    propose(touched([row.resolution_id]), records=records)
    _finish(records)


def _finish(records: Records) -> None:
    records.write()
    ArchiveVersion.objects.grow()
