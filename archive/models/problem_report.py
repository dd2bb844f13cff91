"""Problem reports: what readers say is wrong, and what became of it."""

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.models.lengths import fits
from archive.parsing.places import in_words


def new_token() -> str:
    """A word that nobody can guess, for the address at which a reporter sees the answer."""
    return secrets.token_urlsafe(24)


class ProblemReportQuerySet(models.QuerySet["ProblemReport"]):
    """Questions about reports."""

    def open(self) -> Self:
        """Those that nobody has closed, oldest first."""
        states = [ProblemReport.State.NEW, ProblemReport.State.LOOKED_INTO]
        return self.filter(state__in=states).order_by("reported_at", "pk")

    def of_token(self, token: str) -> Self:
        """The one of a token, with its resolution, or none."""
        return self.filter(token=token).select_related("resolution")


class ProblemReport(models.Model):
    """A reader's words about a page, or about a paragraph or note of it."""

    class State(models.TextChoices):
        """What became of it."""

        NEW = "new", _("Received")
        LOOKED_INTO = "looked_into", _("Being looked into")
        MENDED = "mended", _("Put right")
        KEPT = "kept", _("Left as it is")

    address = models.CharField(max_length=500, help_text="The address of the page.")
    resolution = models.ForeignKey(
        "archive.Resolution",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="problem_reports",
    )
    anchor = models.CharField(max_length=80, blank=True, help_text="The paragraph or note.")
    words = models.TextField(help_text="What is wrong, in the reader’s words.")
    reply_to = models.EmailField(blank=True, help_text="Where to write to; need not be given.")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    state = models.CharField(max_length=12, choices=State, default=State.NEW)
    answer = models.TextField(blank=True, help_text="What the reporter is told.")
    reported_at = models.DateTimeField()
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    handled_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(
        default=0, help_text="Grows with every answer, so that no two are given at once."
    )
    sent_from = models.CharField(
        max_length=64,
        blank=True,
        help_text="A keyed digest of the sender’s network address, kept for an hour.",
    )

    objects = ProblemReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="report_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="report_address_is_of_this_archive", condition=Q(address__startswith="/")
            ),
            models.CheckConstraint(
                name="report_state_is_known",
                condition=Q(state__in=["new", "looked_into", "mended", "kept"]),
            ),
            models.CheckConstraint(
                name="report_that_is_closed_has_an_answer",
                condition=~Q(state__in=["mended", "kept"]) | ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="report_is_handled_by_somebody",
                condition=Q(handled_at__isnull=True, handled_by__isnull=True, state="new")
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
            fits("words", name="report_words_are_short"),
            fits("answer", name="report_answer_is_short"),
        ]
        indexes = [
            models.Index(
                fields=["reported_at"],
                name="report_open",
                condition=Q(state__in=["new", "looked_into"]),
            ),
            models.Index(
                fields=["sent_from", "reported_at"],
                name="report_by_sender",
                condition=~Q(sent_from=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_in_words}: {self.words[:60]}"

    @property
    def place_in_words(self) -> str:
        """The place as a reader writes it: "A/RES/66/164, op. 5"; another page by its address."""
        return place_in_words(self.address, self.resolution, anchor=self.anchor)

    @property
    def place_address(self) -> str:
        """The place as a link has it."""
        return f"{self.address}#{self.anchor}" if self.anchor else self.address

    def get_absolute_url(self) -> str:
        """The private address at which the reporter sees the answer."""
        return reverse("problem_report", args=[self.token])


def place_in_words(address: str, resolution: models.Model | None, *, anchor: str) -> str:
    """A place of the archive: the resolution and its paragraph or note, else the page's address."""
    if resolution is None:
        return (
            gettext("the first page")
            if address == "/"
            else gettext("the page %(address)s") % {"address": address}
        )
    place = in_words(anchor)
    return f"{resolution}, {place}" if place else str(resolution)
