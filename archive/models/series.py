"""Series: resolutions on one subject, session after session, and how each came to be a member."""

from typing import Self
from zlib import crc32

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from archive.models.lengths import fits
from archive.models.recorded import recorded
from archive.models.text import Text

_LONGEST_SLUG = 70


def slug_of(name: str) -> str:
    """The address of a series of that name; of one without a Latin letter a number.

    Names that make one address, such as one in capitals, are one series.
    """
    plain = slugify(name)[:_LONGEST_SLUG].strip("-")
    return plain or f"series-{crc32(name.encode())}"


def slug_is_cut(name: str) -> bool:
    """Whether the address of a series of that name has not all of its words."""
    return len(slugify(name)) > _LONGEST_SLUG


def slug_of_cut(name: str) -> str:
    """Another address of one whose name is cut: with a number that tells it from the like."""
    number = f"-{crc32(slugify(name).encode())}"
    return slugify(name)[: _LONGEST_SLUG - len(number)].strip("-") + number


class SeriesQuerySet(models.QuerySet["Series"]):
    """Questions about series."""

    def of_slug(self, slug: str) -> Self:
        """The one of an address, or none."""
        return self.filter(slug=slug)

    def listed(self) -> Self:
        """Those with a member that readers may see, by title: ``members`` and ``held`` of each.

        ``members`` counts those known, ``held`` those of which the archive has a text.
        """
        accepted = Q(memberships__state=Membership.State.ACCEPTED)
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("memberships__resolution"))
        shown = accepted & ~Q(Exists(withdrawn))
        counted = self.annotate(
            members=Count("memberships", filter=shown),
            held=Count(
                "memberships", filter=shown & Q(memberships__resolution__card__is_held=True)
            ),
        )
        return counted.filter(members__gt=0).order_by("title", "slug")

    def counted_for_staff(self) -> Self:
        """Each with how many resolutions are ``accepted``, and how many ``proposed``."""
        return self.annotate(
            accepted=Count("memberships", filter=Q(memberships__state=Membership.State.ACCEPTED)),
            proposed=Count("memberships", filter=Q(memberships__state=Membership.State.PROPOSED)),
        )


class Series(models.Model):
    """A series by its address; ``name`` is what facts call it."""

    slug = models.SlugField(max_length=80, unique=True, help_text="As the address has it.")
    name = models.CharField(max_length=80, unique=True, help_text="As facts name the series.")
    title = models.CharField(max_length=200, help_text="As readers see it.")

    objects = SeriesQuerySet.as_manager()
    history = recorded(unasked=("slug", "name"))

    #: How many resolutions are known, and of how many a text is held; only where ``listed`` asked.
    members: int
    held: int

    class Meta:
        verbose_name_plural = "series"
        constraints = [
            models.CheckConstraint(
                name="series_slug_is_plain",
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                violation_error_message="Small letters, figures, and hyphens between them.",
            ),
            models.CheckConstraint(name="series_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="series_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the series."""
        return f"/series/{self.slug}/"


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Questions about memberships."""

    def accepted(self) -> Self:
        """Those that stand."""
        return self.filter(state=Membership.State.ACCEPTED)

    def proposed(self) -> Self:
        """Those that wait for somebody to decide."""
        return self.filter(state=Membership.State.PROPOSED)

    def in_state(self, state: str) -> Self:
        """Those that came so far."""
        return self.filter(state=state)

    def of_resolution(self, resolution: models.Model) -> Self:
        """Those of one resolution, each with its series."""
        return self.filter(resolution=resolution.pk).select_related("series", "decided_by")

    def of_series(self, series: models.Model) -> Self:
        """Those in one series, each with its resolution, by state and symbol."""
        rows = self.filter(series=series.pk).select_related("resolution", "decided_by")
        return rows.defer("resolution__search_vector").order_by("state", "resolution__symbol")

    def shown(self) -> Self:
        """Those of resolutions that lists name to readers."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("resolution"))
        return self.accepted().exclude(Exists(withdrawn))

    def beside(self, resolution: int) -> Self:
        """Those of adopted texts in the series of one, by its key, of which it is an own member."""
        of_it = self.model.objects.accepted().filter(resolution=resolution)
        return self.shown().filter(series__in=of_it.values("series"), resolution__stage="adopted")


class Membership(models.Model):
    """That a resolution is of a series, or may be, or is not: where that comes from, and why.

    A resolution is an accepted member of one series at most, so that each of its paragraphs stands
    in one lineage. ``decided_by`` is who accepted or refused it; without one, a fact did.
    """

    class State(models.TextChoices):
        """How far it came."""

        PROPOSED = "proposed", _("Proposed")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    class Origin(models.TextChoices):
        """What first spoke for it."""

        FACT = "fact", _("the fact that names its series")
        CITATION = "citation", _("what it recalls")
        TITLE = "title", _("its title")
        PERSON = "person", _("a person of the archive")

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="memberships")
    resolution = models.ForeignKey(
        "archive.Resolution", on_delete=models.CASCADE, related_name="memberships"
    )
    state = models.CharField(max_length=10, choices=State)
    origin = models.CharField(max_length=10, choices=Origin)
    reason = models.TextField(help_text="Why, as a sentence; shown to everybody.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()
    history = recorded(unasked=("series", "resolution", "decided_by"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "resolution"], name="membership_one_for_each_series"
            ),
            models.UniqueConstraint(
                fields=["resolution"],
                condition=Q(state="accepted"),
                name="membership_accepted_in_one_series",
                violation_error_message="It is a member of another series; refuse that first.",
            ),
            models.CheckConstraint(
                name="membership_state_is_known",
                condition=Q(state__in=["proposed", "accepted", "refused"]),
            ),
            models.CheckConstraint(
                name="membership_origin_is_known",
                condition=Q(origin__in=["fact", "citation", "title", "person"]),
            ),
            models.CheckConstraint(name="membership_has_a_reason", condition=~Q(reason="")),
            fits("reason", name="membership_reason_is_short"),
            models.CheckConstraint(
                name="membership_is_decided_by_somebody_or_a_fact",
                condition=Q(decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(state="proposed")
                | Q(decided_by__isnull=True, decided_at__isnull=True)
                & (
                    Q(state="accepted", origin="fact")
                    | Q(state="proposed", origin__in=["citation", "title", "fact"])
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution} in {self.series}: {self.get_state_display()}"

    @property
    def is_decided(self) -> bool:
        """Whether a person has decided; what they say then stands against any fact."""
        return self.decided_by_id is not None
