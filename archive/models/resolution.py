"""Resolutions: adopted acts and drafts of them, whether or not their text is held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast

from archive.models import vectors
from archive.models.agreement import Agreement
from archive.models.evidence import date_is_unverified
from archive.models.json_type import is_array, is_object
from archive.models.recorded import recorded
from archive.models.series_neighbours import neighbouring
from archive.models.text import READING_LANGUAGE, Text
from archive.parsing.symbols import Organ as SymbolOrgan
from archive.parsing.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How many adopted resolutions and drafts are held, and how many are not."""

    resolutions: int
    drafts: int
    not_held: int


#: A part printed with others under their number: “A/RES/45/58P” in A/RES/45/58.
_PART = re.compile(r"((?:A|E|A/HRC)/RES/(?:E?S-)?[0-9]+/[0-9]+)[A-Z]{1,2}")
#: How the symbols of drafts are told from those of acts: "A/C.3/70/L.46", "A/HRC/22/L.13".
_DRAFT_SYMBOL = r"/L\.[0-9]"


def name_of(symbol: str, stage: str) -> str:
    """As a sentence names it: "General Assembly resolution 66/164"; a draft as one."""
    is_draft = stage == Resolution.Stage.DRAFT
    return f"Draft resolution {symbol}" if is_draft else Symbol.read(symbol).in_words


def address_of(symbol: str) -> str:
    """The canonical address: the symbol itself, between slashes."""
    return f"/{symbol}/"


class Matched(Func):
    """What a regular expression, or its part in brackets, matches in a column; NULL if nothing."""

    function = "substring"
    template = "%(function)s(%(expressions)s)"
    output_field: Any = models.TextField()


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """Questions about resolutions."""

    def named(self, symbol: str) -> Self:
        """The one of a canonical symbol, or none."""
        return self.filter(symbol=symbol)

    def held(self) -> Self:
        """Those of which the archive holds a text in its reading language."""
        return self.filter(self._has_text())

    def cited_only(self) -> Self:
        """Those without a held text, known because one cites them or the table of facts names."""
        return self.exclude(self._has_text())

    def not_held_of(self, organ: str, sessions: Iterable[int]) -> Self:
        """Those adopted in some sessions of an organ that the archive only knows of."""
        of_them = self.filter(organ=organ, session_ordinal__in=list(sessions), stage="adopted")
        return of_them.cited_only().defer("search_vector").order_by("symbol")

    def shown(self) -> Self:
        """Those that lists name to readers: all but those whose text was withdrawn."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("pk"))
        return self.exclude(Exists(withdrawn))

    def with_is_held(self) -> Self:
        """Each with ``is_held``: whether a text of it is held."""
        return self.annotate(is_held=self._has_text())

    def with_doubts(self) -> Self:
        """Each with ``date_is_unverified``: whether nobody has checked when it was adopted."""
        return self.annotate(date_is_unverified=date_is_unverified("pk"))

    def with_unverified_date(self) -> Self:
        """Those of which nobody has checked when they were adopted."""
        return self.filter(date_is_unverified("pk"))

    def with_times_recalled(self) -> Self:
        """Each with ``times_recalled``: how many other resolutions cite it, drafts included.

        Those that cite a part of it, and the whole only with it, are not among them.
        """
        citing = "citations_received__text__resolution"
        others = ~Q(**{citing: F("pk")})
        others &= Q(citations_received__text__language=READING_LANGUAGE)
        others &= Q(citations_received__text__withdrawn_at__isnull=True)
        others &= Q(citations_received__of_whole=False)
        return self.annotate(times_recalled=Count(citing, distinct=True, filter=others))

    def in_lists(self) -> Self:
        """Those that lists name to readers, each with all that a line of a list says of it.

        With ``is_held`` and ``times_recalled`` from its card, what was adopted in its place, and
        ``date_is_unverified``.
        """
        of_cards = {"is_held": F("card__is_held"), "times_recalled": F("card__times_recalled")}
        return (
            self.shown()
            .with_what_was_adopted()
            .with_doubts()
            .annotate(**of_cards)
            .defer("search_vector", "voting_states")
        )

    def of_session(self, organ: str, session: str) -> Self:
        """Those of a session in the order of their numbers: resolutions, other acts, drafts."""
        return (
            self.filter(organ=organ, session=session)
            .annotate(act=Matched("symbol", Value("/(DEC|PRST|RES)/")))
            .annotate(figure=Cast(Matched("number", Value("[0-9]{1,9}")), models.IntegerField()))
            .order_by("stage", F("act").desc(nulls_last=True), "figure", "number", "symbol")
        )

    def dated_in(self, year: int) -> Self:
        """Those adopted in a year, and drafts distributed in it, by day."""
        return self.filter(card__year=year).order_by("card__dated_on", "symbol")

    def lately_published(self) -> Self:
        """Those whose text readers have seen for the shortest time, that one first."""
        held = self.filter(card__is_held=True)
        return held.order_by("-card__text__published_at", "symbol")

    def most_recalled(self) -> Self:
        """Those that others cite, most often cited first."""
        recalled = self.filter(card__times_recalled__gt=0)
        return recalled.order_by("-card__times_recalled", "symbol")

    def wanted(self) -> Self:
        """Those without a held text that others recall, most recalled first, by their cards."""
        recalled = self.filter(card__is_held=False, card__times_recalled__gt=0)
        return recalled.select_related("card").order_by("-card__times_recalled", "symbol")

    def in_series(self, series: str) -> Self:
        """Those of one series, oldest first; those without a date, such as drafts, last."""
        return (
            self.shown()
            .filter(series=series)
            .order_by(F("adopted_on").asc(nulls_last=True), "session_ordinal", "symbol")
        )

    def by_identity(self) -> Self:
        """In the order of organ, session and symbol."""
        return self.order_by("organ", F("session_ordinal").asc(nulls_last=True), "symbol")

    def with_what_was_adopted(self) -> Self:
        """Each with the resolution that was adopted in its place, where it is a draft."""
        return self.select_related("adopted_as")

    def beside(self, one: "Resolution") -> Self:
        """Drafts in whose place one was adopted, and its neighbours in its series; with doubts."""
        near = Q(adopted_as=one) | neighbouring(Resolution.objects.shown(), one)
        return self.shown().filter(near).with_what_was_adopted().with_is_held().with_doubts()

    def drafts_of_any(self, adopted: Iterable["Resolution"]) -> Self:
        """Drafts in whose place any of some resolutions was adopted, by symbol."""
        return self.shown().filter(adopted_as__in=list(adopted)).order_by("symbol")

    def for_records(self, symbols: Iterable[str]) -> Self:
        """Those of canonical symbols that readers may see, with what they were adopted as."""
        named = self.shown().filter(symbol__in=list(symbols))
        return named.select_related("adopted_as", "card").defer("search_vector", "card__keys")

    def printing(self, part: "Resolution") -> Self:
        """The one of the document that prints a lettered part, if its text is held."""
        found = _PART.fullmatch(part.symbol)
        return self.filter(symbol=found[1]).held() if found else self.none()

    def holdings(self) -> Holdings:
        """The counts of what is held and what is not, from one query."""
        rows = self.shown().with_is_held().order_by()
        counts = rows.aggregate(
            resolutions=Count("pk", filter=Q(is_held=True, stage=Resolution.Stage.ADOPTED)),
            drafts=Count("pk", filter=Q(is_held=True, stage=Resolution.Stage.DRAFT)),
            not_held=Count("pk", filter=Q(is_held=False)),
        )
        return Holdings(**counts)

    @staticmethod
    def _has_text() -> Exists:
        return Exists(Text.objects.in_reading_language().filter(resolution=OuterRef("pk")))


class Resolution(models.Model):
    """An adopted act of an organ, or a draft of one. ``symbol`` is its one canonical name."""

    class Organ(models.TextChoices):
        """Organs by their short names."""

        GA = SymbolOrgan.GA.value, SymbolOrgan.GA.full_name
        HRC = SymbolOrgan.HRC.value, SymbolOrgan.HRC.full_name
        CHR = SymbolOrgan.CHR.value, SymbolOrgan.CHR.full_name
        ECOSOC = SymbolOrgan.ECOSOC.value, SymbolOrgan.ECOSOC.full_name
        SC = SymbolOrgan.SC.value, SymbolOrgan.SC.full_name

    class Stage(models.TextChoices):
        """How far a text came."""

        ADOPTED = "adopted", "Adopted"
        DRAFT = "draft", "Draft"

    class AdoptionMethod(models.TextChoices):
        """How an organ adopted a text."""

        WITHOUT_VOTE = "without_vote", "Without a vote"
        RECORDED_VOTE = "recorded_vote", "Recorded vote"

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

    #: Only where ``with_is_held`` has asked.
    is_held: bool
    #: Only where ``with_doubts`` has asked.
    date_is_unverified: bool
    #: Only where ``with_times_recalled`` has asked.
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
        ]

    def __str__(self) -> str:
        return self.symbol

    @property
    def is_draft(self) -> bool:
        """Whether this is a draft, never to be shown as adopted."""
        return self.stage == self.Stage.DRAFT

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
