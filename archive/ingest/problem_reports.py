"""Problem reports: what a reader says is wrong is taken down, and somebody of the staff answers.

From one network address no more than a few are taken down within an hour. The address itself is
never kept: only a digest that nobody can undo without the secret key, and that for an hour.
"""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from archive.models import ProblemReport, Resolution

MOST_IN_AN_HOUR = 5
_HOUR = timedelta(hours=1)
_SHORT_WHILE = timedelta(minutes=10)
_NETWORK_OF_A_HOUSEHOLD = 64  # bits of an IPv6 address; the rest its owner chooses at will


class TooManyReportsError(Exception):
    """As many reports as are taken down have come from the address; says when the next may."""

    def __init__(self, minutes: int) -> None:
        super().__init__(
            f"{MOST_IN_AN_HOUR} reports have come from your network address within an hour, and no "
            f"more are taken down. Send this one in {minutes} minutes."
        )


class StaleAnswerError(Exception):
    """Somebody has answered the report meanwhile; ``present`` is the report as it is now."""

    def __init__(self, present: ProblemReport) -> None:
        super().__init__(
            f"{present.handled_by or 'Somebody'} has answered it meanwhile: "
            f"“{present.get_state_display()}”, “{present.answer}”. Nothing of theirs was written "
            "over; yours is still in the form. Look at both, and save once more."
        )
        self.present = present


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a reader reports: the page and place, the words, and where to write to."""

    address: str
    words: str
    anchor: str = ""
    reply_to: str = ""
    resolution: Resolution | None = None


@transaction.atomic
def take_down(report: Report, *, sender: str) -> ProblemReport:
    """Keep a report that came from a network address; empty where none is known.

    What is sent twice within a short while is kept once, and is the first report both times.

    Raises TooManyReportsError, and then keeps nothing.
    """
    _forget_senders()
    digest = _digest(sender)
    _wait_for_others(digest)
    before = _sent_before(report, digest)
    if before is not None:
        return before
    _check_number(digest)
    return ProblemReport.objects.create(
        address=report.address,
        anchor=report.anchor,
        words=report.words,
        reply_to=report.reply_to,
        resolution=report.resolution,
        reported_at=timezone.now(),
        sent_from=digest,
    )


@transaction.atomic
def answer(
    report: int, *, state: str, words: str, by: AbstractBaseUser, revision: int
) -> ProblemReport:
    """Write what became of a report, given by its key and the revision that was seen.

    Raises StaleAnswerError where somebody has answered since.
    """
    row = ProblemReport.objects.select_for_update(of=("self",)).get(pk=report)
    if row.revision != revision:
        raise StaleAnswerError(row)
    row.state, row.answer = state, words
    row.handled_by_id, row.handled_at = by.pk, timezone.now()
    row.revision += 1
    row.save(update_fields=["state", "answer", "handled_by", "handled_at", "revision"])
    return row


def _forget_senders() -> None:
    """Take away the digests that are older than an hour."""
    old = ProblemReport.objects.filter(reported_at__lte=timezone.now() - _HOUR)
    old.exclude(sent_from="").update(sent_from="")


def _wait_for_others(digest: str) -> None:
    """Take down one report from an address at a time; without an address all are one sender."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [digest])


def _sent_before(report: Report, digest: str) -> ProblemReport | None:
    """The same report from the same sender, where it came a short while ago."""
    recent = ProblemReport.objects.filter(reported_at__gt=timezone.now() - _SHORT_WHILE)
    return recent.filter(
        sent_from=digest,
        address=report.address,
        anchor=report.anchor,
        words=report.words,
        reply_to=report.reply_to,
    ).first()


def _check_number(digest: str) -> None:
    sent = ProblemReport.objects.filter(sent_from=digest).order_by("reported_at")
    times = list(sent.values_list("reported_at", flat=True))
    if len(times) >= MOST_IN_AN_HOUR:
        left = times[-MOST_IN_AN_HOUR] + _HOUR - timezone.now()
        raise TooManyReportsError(max(1, round(left.total_seconds() / 60)))


def _digest(sender: str) -> str:
    return salted_hmac(__name__, _network(sender), algorithm="sha256").hexdigest()


def _network(sender: str) -> str:
    """What one household sends from: an IPv4 address, or the first half of an IPv6 one."""
    try:
        address = ip_address(sender)
    except ValueError:
        return sender
    if isinstance(address, IPv6Address):
        return str(int(address) >> (128 - _NETWORK_OF_A_HOUSEHOLD))
    return str(address)
