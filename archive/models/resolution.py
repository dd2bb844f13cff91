"""Resolutions: adopted acts and drafts of them, whether or not their text is held."""

from datetime import date

from django.contrib.postgres.indexes import HashIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _

from archive.models import vectors
from archive.models.agreement import Agreement
from archive.models.json_type import is_array, is_object
from archive.models.recorded import recorded
from archive.models.resolution_questions import ResolutionQuerySet
from archive.parsing.symbols import Organ as SymbolOrgan
from archive.parsing.symbols import Symbol

#: How the symbols of drafts are told from those of acts: "A/C.3/70/L.46", "A/HRC/22/L.13".
_DRAFT_SYMBOL = r"/L\.[0-9]"


def name_of(symbol: str, stage: str) -> str:
    """As a sentence names it: "General Assembly resolution 66/164"; a draft as one."""
    is_draft = stage == Resolution.Stage.DRAFT
    return f"Draft resolution {symbol}" if is_draft else Symbol.read(symbol).in_words


def address_of(symbol: str) -> str:
    """The canonical address: the symbol itself, between slashes."""
    return f"/{symbol}/"


class Resolution(models.Model):
    """An adopted act of an organ, or a draft of one. ``symbol`` is its one canonical name."""

    class Organ(models.TextChoices):
        """Organs by their short names, with the names that the United Nations writes."""

        GA = SymbolOrgan.GA.value, _("General Assembly")
        HRC = SymbolOrgan.HRC.value, _("Human Rights Council")
        CHR = SymbolOrgan.CHR.value, _("Commission on Human Rights")
        ECOSOC = SymbolOrgan.ECOSOC.value, _("Economic and Social Council")
        SC = SymbolOrgan.SC.value, _("Security Council")

    class Stage(models.TextChoices):
        """How far a text came."""

        ADOPTED = "adopted", _("Adopted")
        DRAFT = "draft", _("Draft")

    class AdoptionMethod(models.TextChoices):
        """How an organ adopted a text."""

        WITHOUT_VOTE = "without_vote", _("Without a vote")
        RECORDED_VOTE = "recorded_vote", _("Recorded vote")

    symbol = models.CharField(max_length=80, unique=True)
    organ = models.CharField(max_length=8, choices=Organ)
    session = models.CharField(
        max_length=12, blank=True, help_text="As the symbol writes it: 66, XXI, S-21, or a year."
    )
    session_ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.CharField(max_length=40)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.ADOPTED)
    adopted_as = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drafts",
        help_text="For a draft: the resolution that was adopted in its place.",
    )
    adopted_as_stage = models.GeneratedField(
        expression=Value("adopted"),
        output_field=models.CharField(max_length=8),
        db_persist=True,
        help_text="The stage that what is named in adopted_as must have: always “adopted”.",
    )
    title = models.TextField(blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    distributed_on = models.DateField(null=True, blank=True)
    meeting = models.PositiveSmallIntegerField(null=True, blank=True)
    committee_report = models.CharField(max_length=80, blank=True)
    agenda_item = models.CharField(max_length=40, blank=True)
    adoption_method = models.CharField(max_length=16, choices=AdoptionMethod, blank=True)
    votes_in_favour = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_abstaining = models.PositiveSmallIntegerField(null=True, blank=True)
    voting_states = models.JSONField(
        default=dict,
        blank=True,
        help_text="Of a recorded vote: States “in_favour”, “against” and “abstaining”, by name.",
    )
    draft_symbol = models.CharField(
        max_length=80, blank=True, help_text="The draft it was adopted from, as its file names it."
    )
    sponsors = models.JSONField(default=list, blank=True, help_text="As its file names them.")
    additional_sponsors = models.JSONField(
        default=list, blank=True, help_text="Those who joined after the draft was distributed."
    )
    series = models.CharField(max_length=80, blank=True)
    search_vector = models.GeneratedField(
        expression=vectors.words("title"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ResolutionQuerySet.as_manager()
    history = recorded("search_vector", "adopted_as_stage", unasked=("symbol", "adopted_as"))

    #: Only where ``with_is_held`` or ``in_lists`` has asked.
    is_held: bool
    #: Only where ``beside`` has asked.
    is_before: bool
    is_after: bool
    #: Only where ``cited_by_a_draft`` has asked.
    is_withdrawn: bool
    #: Only where ``with_doubts`` or ``in_lists`` has asked.
    date_is_unverified: bool
    #: Only where ``in_lists`` has asked.
    times_recalled: int

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="resolution_symbol_is_canonical",
                condition=Q(symbol__regex=r"^[A-Z][A-Za-z0-9./()-]+$"),
                violation_error_message="A symbol has no spaces and begins with a capital letter.",
            ),
            models.CheckConstraint(
                name="resolution_organ_is_known",
                condition=Q(organ__in=[organ.value for organ in SymbolOrgan]),
            ),
            models.CheckConstraint(
                name="resolution_stage_is_known",
                condition=Q(stage__in=["adopted", "draft"]),
            ),
            models.CheckConstraint(
                name="resolution_stage_is_that_of_its_symbol",
                condition=Q(stage="draft", symbol__regex=_DRAFT_SYMBOL)
                | (~Q(stage="draft") & ~Q(symbol__regex=_DRAFT_SYMBOL)),
                violation_error_message="A symbol with “L.” in it is that of a draft, no other is.",
            ),
            models.CheckConstraint(
                name="resolution_only_a_draft_is_adopted_as_another",
                condition=Q(adopted_as__isnull=True) | Q(stage="draft"),
            ),
            models.CheckConstraint(
                name="resolution_is_not_adopted_as_itself",
                condition=Q(adopted_as__isnull=True) | ~Q(adopted_as=F("pk")),
            ),
            models.CheckConstraint(
                name="resolution_draft_has_no_adoption",
                condition=Q(stage="adopted")
                | Q(adopted_on__isnull=True, meeting__isnull=True, adoption_method=""),
            ),
            models.CheckConstraint(
                name="resolution_votes_belong_to_a_recorded_vote",
                condition=Q(
                    votes_in_favour__isnull=True,
                    votes_against__isnull=True,
                    votes_abstaining__isnull=True,
                )
                | Q(
                    adoption_method="recorded_vote",
                    votes_in_favour__isnull=False,
                    votes_against__isnull=False,
                    votes_abstaining__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="resolution_voting_states_are_an_object", condition=is_object("voting_states")
            ),
            models.CheckConstraint(
                name="resolution_voting_states_belong_to_a_recorded_vote",
                condition=Q(voting_states={}) | Q(adoption_method="recorded_vote"),
            ),
            models.CheckConstraint(
                name="resolution_sponsors_are_an_array", condition=is_array("sponsors")
            ),
            models.CheckConstraint(
                name="resolution_additional_sponsors_are_an_array",
                condition=is_array("additional_sponsors"),
            ),
            models.CheckConstraint(
                name="resolution_only_an_adopted_one_is_from_a_draft",
                condition=Q(draft_symbol="") | Q(stage="adopted"),
            ),
            models.CheckConstraint(
                name="resolution_adoption_method_is_known",
                condition=Q(adoption_method__in=["", "without_vote", "recorded_vote"]),
            ),
            models.CheckConstraint(
                name="resolution_session_starts_at_one",
                condition=Q(session_ordinal__isnull=True) | Q(session_ordinal__gte=1),
            ),
            models.CheckConstraint(
                name="resolution_meeting_starts_at_one",
                condition=Q(meeting__isnull=True) | Q(meeting__gte=1),
            ),
            models.UniqueConstraint(fields=["id", "symbol"], name="resolution_with_its_symbol"),
            models.UniqueConstraint(fields=["id", "stage"], name="resolution_with_its_stage"),
            Agreement(
                name="resolution_adopted_as_names_an_adopted_one",
                link="adopted_as",
                fields={"adopted_as_stage": "stage"},
            ),
        ]
        indexes = [
            models.Index(fields=["organ", "session_ordinal"], name="resolution_by_session"),
            models.Index(fields=["series"], name="resolution_by_series"),
            HashIndex(fields=["title"], name="resolution_by_title"),
        ]

    def __str__(self) -> str:
        return self.symbol

    @property
    def is_draft(self) -> bool:
        """Whether this is a draft, never to be shown as adopted."""
        return self.stage == self.Stage.DRAFT

    @property
    def day(self) -> date | None:
        """When it was adopted, or a draft distributed; None where that is not known."""
        return self.adopted_on or self.distributed_on

    @property
    def identity(self) -> Symbol:
        """The symbol as a value that knows its organ, session and short form."""
        return Symbol.read(self.symbol)

    @property
    def name_in_words(self) -> str:
        """As a sentence names it: "General Assembly resolution 66/164"; a draft as one."""
        return name_of(self.symbol, self.stage)

    def get_absolute_url(self) -> str:
        """The canonical address: the symbol itself, between slashes."""
        return address_of(self.symbol)
