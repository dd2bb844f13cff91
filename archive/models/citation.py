"""Citations: the words in which one text refers to another, and what they refer to."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Deferrable, Exists, F, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import IsNull

from archive.models.agreement import Agreement
from archive.models.counts import CitationCounts, CitedDocument
from archive.models.evidence import date_is_unverified
from archive.models.recorded import recorded
from archive.models.text import READING_LANGUAGE, Text

#: So many texts that cite a resolution are listed on its page; the search has all, page by page.
MOST_CITING = 100
#: What search alone reads of both ends of a citation.
_SEARCH_VECTORS = tuple(
    f"{end}__search_vector"
    for end in (
        "text",
        "text__resolution",
        "text__resolution__adopted_as",
        "cited_resolution",
        "cited_resolution__adopted_as",
        "paragraph",
        "footnote",
    )
)


class CitationQuerySet(models.QuerySet["Citation"]):
    """Questions about citations."""

    def in_reading_language(self) -> Self:
        """Those made in a text that pages show."""
        return self.filter(text__language=READING_LANGUAGE, text__withdrawn_at__isnull=True)

    def unresolved(self) -> Self:
        """Those whose cited symbol has no row of its own; references within a text are not."""
        return self.filter(cited_resolution__isnull=True).exclude(cited_symbol="")

    def in_conflict(self) -> Self:
        """Those against which their text, or the known dates, speak."""
        return self.exclude(conflict="", date_conflict="")

    def doubted_by_their_text(self) -> Self:
        """Those against which the text that makes them speaks."""
        return self.exclude(conflict="")

    def doubted_by_dates(self) -> Self:
        """Those against which the known dates speak."""
        return self.exclude(date_conflict="")

    def resolved(self) -> Self:
        """Those whose cited symbol has a row of its own."""
        return self.filter(cited_resolution__isnull=False)

    def within_their_text(self) -> Self:
        """Those of another place of the text that makes them."""
        return self.filter(cited_symbol="")

    def naming(self, symbol: str) -> Self:
        """Those that cite a symbol, whether it has a row or not; none for an empty one."""
        return self.filter(cited_symbol=symbol) if symbol else self.none()

    def with_own_words(self) -> Self:
        """Those that words of their own make: not the whole that is cited with a part of it."""
        return self.filter(of_whole=False)

    def counted(self) -> CitationCounts:
        """How many lead where: one query. A whole that is cited with its part is not counted."""
        doubted = ~Q(conflict="", date_conflict="")
        counts = self.with_own_words().aggregate(
            resolved=Count("pk", filter=Q(cited_resolution__isnull=False)),
            unresolved=Count("pk", filter=Q(cited_resolution__isnull=True) & ~Q(cited_symbol="")),
            within=Count("pk", filter=Q(cited_symbol="")),
            in_conflict=Count("pk", filter=doubted),
        )
        return CitationCounts(**counts)

    def cited_documents(self, *, start: int, end: int) -> list[CitedDocument]:
        """Documents without a page from one rank to another, most cited first."""
        cited = self.unresolved().with_own_words().order_by().values_list("cited_symbol")
        ranked = cited.annotate(times=Count("text", distinct=True)).order_by(
            "-times", "cited_symbol"
        )
        return [CitedDocument(symbol=symbol, times=times) for symbol, times in ranked[start:end]]

    def number_of_cited_documents(self) -> int:
        """How many documents without a page are cited."""
        found = (
            self.unresolved()
            .with_own_words()
            .aggregate(number=Count("cited_symbol", distinct=True))
        )
        number: int = found["number"]
        return number

    def doubted_in_lists(self) -> Self:
        """Those in conflict with the resolutions that make them, by symbol and place."""
        return (
            self.in_conflict()
            .with_own_words()
            .select_related("text__resolution", "paragraph", "footnote")
            .defer("text__wording", "text__search_vector", "text__resolution__search_vector")
            .order_by("text__resolution__symbol", "position")
        )

    def in_reading_order(self) -> Self:
        """By text, then by place in it."""
        return self.order_by("text", "position")

    def made_in_any(self, texts: Iterable[models.Model]) -> Self:
        """Those that any of some texts make, in reading order, with ``cited_is_held``.

        Each with ``cited_day``: when what it cites was adopted; a draft, when it was distributed.
        Without those of the whole that prints a cited part: they are no mention of their own.
        """
        held = Text.objects.in_reading_language().filter(resolution=OuterRef("cited_resolution"))
        found = self.filter(text__in=[text.pk for text in texts], of_whole=False)
        cited = "cited_resolution"
        day = Case(
            When(**{f"{cited}__stage": "draft"}, then=F(f"{cited}__distributed_on")),
            default=F(f"{cited}__adopted_on"),
        )
        return found.annotate(cited_is_held=Exists(held), cited_day=day).in_reading_order()

    def received_by(self, resolution: models.Model, *, pinpoint: str = "") -> Self:
        """Those in which others cite a resolution, by date of the citing one, undated last.

        So many of the latest texts are listed as ``MOST_CITING``; each has ``citing_count``, how
        many there are, and ``citing_date_is_unverified``: whether nobody has checked its date.
        Among them are those that cite a part of it; ``marked_start`` and ``marked_end`` are then
        where the part is cited, else their own. With a regular expression of PostgreSQL, only
        those whose ``pinpoint`` matches.
        """
        received = Q(cited_resolution=resolution.pk)
        if pinpoint:
            received &= Q(pinpoint__iregex=pinpoint)
        listed = self.filter(received, text__in=_latest(_from_others(resolution, received)))
        return listed.with_both_ends(resolution)

    def around(self, text: Text) -> Self:
        """Those a text makes, and those of ``received_by`` for its resolution; each in its order.

        Without those of the whole that prints a cited part: they are no mention of their own.
        """
        received = Q(cited_resolution=text.resolution_id)
        listed = received & Q(text__in=_latest(_from_others(text.resolution, received)))
        return self.filter(Q(text=text, of_whole=False) | listed).with_both_ends(text.resolution)

    def with_both_ends(self, resolution: models.Model) -> Self:
        """Each with what it cites, what cites, and what lists of recalls say of them."""
        part = _part_cited_with_the_whole()
        held = Text.objects.in_reading_language().filter(resolution=OuterRef("cited_resolution"))
        return (
            self.select_related(
                "text__resolution__adopted_as",
                "cited_resolution__adopted_as",
                "paragraph",
                "footnote",
            )
            .defer("text__wording", *_SEARCH_VECTORS)
            .annotate(
                cited_is_held=Exists(held),
                pinpoint_is_held=Exists(held.filter(paragraphs__anchor=OuterRef("pinpoint"))),
                citing_count=_citing_count(resolution),
                citing_date_is_unverified=date_is_unverified("text__resolution"),
                marked_start=_of_part_or_own("start", part),
                marked_end=_of_part_or_own("end", part),
            )
            .order_by(
                F("text__resolution__adopted_on").asc(nulls_last=True),
                "text__resolution__symbol",
                "position",
            )
        )


def _from_others(resolution: models.Model, received: Q) -> CitationQuerySet:
    """The citations in which others cite a resolution, by their condition, in no order."""
    found = Citation.objects.filter(received).in_reading_language()
    return found.exclude(text__resolution=resolution.pk).order_by()


def _latest(received: CitationQuerySet) -> "models.QuerySet[Citation, Any]":
    """The texts they stand in: so many as a page lists, of which the newest are kept."""
    dated = received.values("text").annotate(
        day=Max("text__resolution__adopted_on"), symbol=Max("text__resolution__symbol")
    )
    newest = F("day").desc(nulls_last=True)
    return dated.order_by(newest, "-symbol").values("text")[:MOST_CITING]


def _citing_count(resolution: models.Model) -> Subquery:
    """How many texts there are; the same of every row, so that the database counts once."""
    received = _from_others(resolution, Q(cited_resolution=resolution.pk))
    counted = received.values("cited_resolution").annotate(count=Count("text", distinct=True))
    return Subquery(counted.values("count"))


def _part_cited_with_the_whole() -> CitationQuerySet:
    """The citation of the part within whose words another cites the whole."""
    in_a_paragraph = Q(IsNull(OuterRef("footnote"), rhs=True), footnote__isnull=True)
    return Citation.objects.filter(
        Q(footnote=OuterRef("footnote")) | in_a_paragraph & Q(paragraph=OuterRef("paragraph")),
        text=OuterRef("text"),
        of_whole=False,
        start__lte=OuterRef("start"),
        end__gte=OuterRef("end"),
    )


def _of_part_or_own(column: str, part: CitationQuerySet) -> Case:
    """A column of the part's citation for one of the whole, else its own."""
    of_part = Coalesce(Subquery(part.values(column)[:1]), F(column))
    return Case(When(of_whole=True, then=of_part), default=F(column))


class Citation(models.Model):
    """A span of a paragraph, or of a footnote, that cites a symbol.

    ``start`` and ``end`` are code points into the footnote's wording where there is a footnote,
    else into the paragraph's; ``words`` is exactly that span. ``paragraph`` is where it stands,
    or the paragraph whose note it stands in.
    """

    text = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="citations")
    position = models.PositiveIntegerField(help_text="Place among the text’s citations, from 1.")
    paragraph = models.ForeignKey(
        "archive.Paragraph",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
    )
    footnote = models.ForeignKey(
        "archive.Footnote",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    cited_symbol = models.CharField(
        max_length=80, blank=True, help_text="Empty for a reference within the same text."
    )
    cited_resolution = models.ForeignKey(
        "archive.Resolution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations_received",
        help_text="Empty while the cited symbol has no row: never guessed.",
    )
    by_name = models.BooleanField(default=False)
    dated_on = models.DateField(null=True, blank=True, help_text="The date the citation gives.")
    pinpoint = models.CharField(max_length=120, blank=True)
    opening = models.CharField(max_length=120, blank=True)
    of_whole = models.BooleanField(
        default=False,
        help_text="Of the document that prints the part the same words cite: 45/58 for 45/58 P.",
    )
    conflict = models.TextField(
        blank=True, help_text="What the citing text itself has against it, as a sentence."
    )
    date_conflict = models.TextField(
        blank=True,
        help_text="What is known of the dates of both resolutions against it, as a sentence.",
    )

    objects = CitationQuerySet.as_manager()
    history = recorded(unasked=("paragraph", "footnote", "cited_resolution"))

    #: Whether a text of what is cited is held, with the pinpoint; where ``around`` has asked.
    cited_is_held: bool
    pinpoint_is_held: bool
    #: The day of what is cited, where it is known; only where ``made_in_any`` has asked.
    cited_day: date | None
    #: Whether nobody has checked the date of the citing one, and how many others cite what is
    #: cited; only where ``received_by`` has asked.
    citing_date_is_unverified: bool
    citing_count: int
    #: The stretch that is marked in a list of recalls; only where either has asked.
    marked_start: int
    marked_end: int

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "position"],
                name="citation_position_is_unique",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.CheckConstraint(
                name="citation_stands_in_a_paragraph_or_note",
                condition=Q(paragraph__isnull=False) | Q(footnote__isnull=False),
            ),
            models.CheckConstraint(
                name="citation_span_is_as_long_as_its_words",
                condition=Q(end=F("start") + Length("words")),
            ),
            models.CheckConstraint(name="citation_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="citation_within_a_text_has_a_pinpoint",
                condition=~Q(cited_symbol="") | ~Q(pinpoint=""),
            ),
            models.CheckConstraint(
                name="citation_position_starts_at_one", condition=Q(position__gte=1)
            ),
            models.CheckConstraint(
                name="citation_of_whole_cites_a_symbol",
                condition=Q(of_whole=False) | ~Q(cited_symbol=""),
            ),
            models.CheckConstraint(
                name="citation_date_conflict_is_with_a_known_one",
                condition=Q(date_conflict="") | Q(cited_resolution__isnull=False),
            ),
            Agreement(
                name="citation_paragraph_is_of_its_text",
                link="paragraph",
                fields={"text": "text"},
            ),
            Agreement(
                name="citation_note_is_of_its_text", link="footnote", fields={"text": "text"}
            ),
            Agreement(
                name="citation_link_is_to_the_cited_symbol",
                link="cited_resolution",
                fields={"cited_symbol": "symbol"},
            ),
        ]
        indexes = [
            models.Index(fields=["cited_symbol"], name="citation_by_symbol"),
            models.Index(
                fields=["text"],
                name="citation_in_conflict",
                condition=~Q(conflict="", date_conflict=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} -> {self.cited_symbol or self.pinpoint}"
