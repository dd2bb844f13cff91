"""Courses: where a lineage stands along its series, and which of its wordings are the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import F
from django.db.models.functions import MD5

from archive.comparison.histories import Cell, cells
from archive.comparison.sameness import plain_words
from archive.models import Lineage, LineagePlace, Paragraph, Text
from archive.models.evidence import date_is_unverified
from archive.models.lineage import LineagePlaceQuerySet
from archive.search.lineages.members import Member

_Fate = LineagePlace.Fate
#: What is of the same words as before: what else differs is typography, or the closing sign.
_OF_THE_SAME_WORDS = {_Fate.KEPT, _Fate.MOVED}
#: What of a place is read where a text has many.
_FOR_A_MARGIN = (
    "fate",
    "lineage__name",
    "lineage__series__slug",
    "paragraph__text_id",
    *(f"paragraph__text__resolution__{one}" for one in ("symbol", "organ", "stage")),
    *(f"paragraph__text__resolution__{one}" for one in ("adopted_on", "distributed_on")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A lineage in one text: the places where it stands there, several where it was split.

    ``version`` is a number from 1, the same for the same words.
    """

    text: int
    places: tuple[LineagePlace, ...]
    version: int

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in which it stands, in reading order."""
        return tuple(one.paragraph for one in self.places)

    @property
    def wording(self) -> str:
        """Its words in this text, those of several paragraphs joined by a space."""
        return " ".join(one.wording for one in self.paragraphs)

    @property
    def opening(self) -> str:
        """How its first paragraph opens, as printed; empty where it has no opening."""
        return self.places[0].paragraph.opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A lineage through its series, in the order of the texts that have it."""

    lineage: Lineage
    uses: tuple[Use, ...]

    @property
    def latest(self) -> Use:
        """Its use in the last text that has it."""
        return self.uses[-1]

    def along(self, texts: Sequence[Member]) -> tuple[tuple[Cell, Use | None], ...]:
        """What each of some texts did with it, and its use there."""
        by_text = {use.text: use for use in self.uses}
        found = [by_text.get(one.text or 0) for one in texts]
        versions = [use.version if use else 0 for use in found]
        return tuple(zip(cells(versions, [one.standing for one in texts]), found, strict=True))


def courses_of(texts: Iterable[Member], *, without: Iterable[Member] = ()) -> list[Course]:
    """Every lineage of some texts of a series along these, in no order: one query.

    Those that any of the texts ``without`` has are left out.
    """
    others = LineagePlace.objects.filter(paragraph__text__in=[one.text for one in without])
    rows = LineagePlace.objects.filter(paragraph__text__in=[one.text for one in texts])
    told = rows.exclude(lineage__in=others.values("lineage")).select_related("lineage", "paragraph")
    told = told.defer("paragraph__search_vector")
    return [_course(places) for places in _by_lineage(told.in_order_of_the_series())]


def course_of(lineage: Lineage) -> Course | None:
    """One lineage; None where no text that is shown has it: one query."""
    return _one(LineagePlace.objects.filter(lineage=lineage))


def course_through(paragraph: Paragraph) -> Course | None:
    """The lineage that a paragraph is of, None where it is of none: one query."""
    return _one(LineagePlace.objects.filter(lineage__places__paragraph=paragraph))


def _one(rows: LineagePlaceQuerySet) -> Course | None:
    """The lineage of some places; each has ``symbol_before`` and ``anchor_before``, if any."""
    told = rows.select_related("lineage__series", "paragraph").defer("paragraph__search_vector")
    before = {
        "symbol_before": F("before__text__resolution__symbol"),
        "anchor_before": F("before__anchor"),
    }
    places = list(told.annotate(**before).in_order_of_the_series())
    return _course(places) if places else None


def courses_through(text: Text) -> list[Course]:
    """Every lineage that a text has words of, without the wordings: one query.

    Each place has ``date_is_unverified``, that of its resolution.
    """
    lineages = LineagePlace.objects.filter(paragraph__text=text).values("lineage")
    rows = LineagePlace.objects.filter(lineage__in=lineages).annotate(
        date_is_unverified=date_is_unverified("paragraph__text__resolution"),
        fingerprint=MD5("paragraph__wording"),
    )
    told = rows.select_related("lineage__series", "paragraph__text__resolution")
    found = _by_lineage(told.only(*_FOR_A_MARGIN).in_order_of_the_series())
    return [
        Course(lineage=places[0].lineage, uses=tuple(_uses_by_fates(places))) for places in found
    ]


def _by_lineage(rows: Iterable[LineagePlace]) -> Iterator[list[LineagePlace]]:
    """The places of each lineage, which come after one another."""
    return (list(places) for _, places in groupby(rows, key=lambda one: one.lineage_id))


def _course(places: Sequence[LineagePlace]) -> Course:
    return Course(lineage=places[0].lineage, uses=tuple(_uses(places)))


def _uses(places: Iterable[LineagePlace]) -> Iterator[Use]:
    """The uses of a lineage, told from its places text by text; words tell their versions."""
    versions: dict[str, int] = {}
    for text, of_text in _by_text(places):
        words = plain_words(" ".join(one.paragraph.wording for one in of_text))
        version = versions.setdefault(words, len(versions) + 1)
        yield Use(text=text, places=of_text, version=version)


def _uses_by_fates(places: Iterable[LineagePlace]) -> Iterator[Use]:
    """The same without the words: a use that is kept is of the version of the one before.

    Words that come back as they once were are of that version again, as their fingerprint tells.
    """
    versions: dict[str, int] = {}
    version = 0
    for text, of_text in _by_text(places):
        words = " ".join(map(_fingerprint, of_text))
        is_kept = all(one.fate in _OF_THE_SAME_WORDS for one in of_text)
        version = versions.get(words, version if is_kept else max(versions.values(), default=0) + 1)
        versions[words] = version
        yield Use(text=text, places=of_text, version=version)


def _fingerprint(place: Any) -> str:
    """What is the same for the same words; only where ``courses_through`` asked."""
    return str(place.fingerprint)


def _by_text(places: Iterable[LineagePlace]) -> Iterator[tuple[int, tuple[LineagePlace, ...]]]:
    """The places of each text, which come after one another."""
    for text, group in groupby(places, key=lambda one: one.paragraph.text_id):
        yield text, tuple(group)
