"""Courses: where a lineage stands along its series, and which of its wordings are the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import F
from django.db.models.functions import MD5

from archive.comparison.histories import Cell, State, cells
from archive.comparison.passages import OF_PARTS
from archive.comparison.reach import KnownTexts
from archive.comparison.sameness import plain_words
from archive.models import Lineage, LineagePlace, Paragraph, Text
from archive.models.evidence import date_is_unverified
from archive.models.lineage import LineagePlaceQuerySet
from archive.search.lineages.known import known_beside, read_known
from archive.search.lineages.members import Member
from archive.search.lineages.merged import Part, parts_in, parts_of, with_parts_in

_Fate = LineagePlace.Fate
#: What is of the same words as before: what else differs is typography or punctuation.
_OF_THE_SAME_WORDS = {_Fate.KEPT, _Fate.MOVED}
#: What of a place is read where a text has many.
_FOR_A_MARGIN = (
    "fate",
    "likeness",
    "lineage__name",
    "lineage__series__slug",
    "paragraph__text_id",
    *(f"paragraph__text__resolution__{one}" for one in ("symbol", "organ", "stage")),
    "paragraph__text__resolution__session_ordinal",
    "paragraph__text__resolution__adopted_as__adopted_on",
    *(f"paragraph__text__resolution__{one}" for one in ("adopted_on", "distributed_on")),
)


#: What is read of places that tell only which wordings were the same.
_FOR_VERSIONS = ("lineage", "paragraph__text", "paragraph__wording")


@dataclass(slots=True)
class _Versions:
    """The versions of a lineage's words, numbered from 1 as they come, and those of some texts."""

    by_text: dict[int, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def of(self, words: str) -> int:
        """The version of some words."""
        return self._numbers.setdefault(words, len(self._numbers) + 1)


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

    @property
    def is_of_parts(self) -> bool:
        """Whether it is one of several that a paragraph was split into, or that became one."""
        return any(one.fate in OF_PARTS for one in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class InText:
    """What a text did with a lineage: its use there, or the parts its words were merged into."""

    cell: Cell
    use: Use | None
    parts: tuple[Part, ...] = ()

    @property
    def state(self) -> State:
        """What it did, in a word."""
        return self.cell.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A lineage through its series, in the order of the texts that have it.

    ``earlier`` has the versions of its words in texts before those that it was asked along, by
    their keys; ``parts`` are paragraphs of other lineages that have words of it.
    """

    lineage: Lineage
    uses: tuple[Use, ...]
    earlier: Mapping[int, int] = field(default_factory=dict)
    parts: Sequence[Part] = ()

    @property
    def latest(self) -> Use:
        """Its use in the last text that has it."""
        return self.uses[-1]

    def along(self, texts: Sequence[Member], *, after: Sequence[Member] = ()) -> tuple[InText, ...]:
        """What each of some texts did with it, which come ``after`` others of its series."""
        every = [*after, *texts]
        by_text = {use.text: use for use in self.uses}
        split_off = self._split_off
        versions = {**self.earlier} | {key: use.version for key, use in by_text.items()}
        found = cells(
            [versions.get(one.text or 0, 0) for one in every],
            [one.standing for one in every],
            parts=self._sources(every),
            is_part=[at for at, one in enumerate(every) if one.text in split_off],
        )
        return tuple(
            InText(
                cell=cell,
                use=by_text.get(one.text or 0),
                parts=self._parts(one, cell=cell, among=every),
            )
            for one, cell in zip(texts, found[len(after) :], strict=True)
        )

    def others_in(self, text: int, *, of: int) -> tuple[Part, ...]:
        """Paragraphs of a text, by its key, with words it has in another one, but for its own."""
        own = {(use.text, one.anchor) for use in self.uses for one in use.paragraphs}
        found = (part for part in self.parts if (part.text, part.source) == (text, of))
        return tuple(part for part in found if (part.text, part.anchor) not in own)

    @property
    def _split_off(self) -> set[int]:
        """Texts in which it was a part of the paragraph before."""
        return {use.text for use in self.uses if use.places[0].fate == _Fate.SPLIT}

    def _sources(self, texts: Sequence[Member]) -> list[list[int]] | None:
        """For each text the places of those whose words it has in parts; None without parts."""
        if not self.parts:
            return None
        places = {one.text: at for at, one in enumerate(texts)}
        found: list[list[int]] = [[] for _text in texts]
        for part in self.parts:
            if part.text in places and part.source in places:
                found[places[part.text]].append(places[part.source])
        return found

    def _parts(self, text: Member, *, cell: Cell, among: Sequence[Member]) -> tuple[Part, ...]:
        if cell.state is not State.MERGED or cell.against is None:
            return ()
        source = among[cell.against].text
        return tuple(part for part in self.parts if (part.text, part.source) == (text.text, source))


def courses_of(
    texts: Sequence[Member], *, after: Sequence[Member] = (), without: Iterable[Member] = ()
) -> list[Course]:
    """Every lineage that some texts of a series have along these, in no order: two queries.

    One more tells what they were in the texts that these come ``after``, if any. Those that any of
    the texts ``without`` has, also as a part of other paragraphs, are left out.
    """
    keys, earlier = _keys(texts), _keys(after)
    rows = LineagePlace.objects.filter(paragraph__text__in=keys)
    told = _not_in(_keys(without), rows).select_related("lineage", "paragraph")
    told = told.defer("paragraph__search_vector").in_order_of_the_series()
    versions = _versions(earlier, lineages=rows.values("lineage")) if earlier else {}
    parts = parts_in(keys, among=[*earlier, *keys])
    return [
        _course(
            places,
            earlier=versions.get(places[0].lineage_id),
            parts=parts.get(places[0].lineage_id, ()),
        )
        for places in _by_lineage(told)
    ]


def _not_in(texts: Sequence[int], rows: LineagePlaceQuerySet) -> LineagePlaceQuerySet:
    """Those of lineages of which some texts, by their keys, have nothing."""
    if not texts:
        return rows
    others = LineagePlace.objects.filter(paragraph__text__in=texts).values("lineage")
    return rows.exclude(lineage__in=others).exclude(with_parts_in(texts))


def lineages_count(texts: Iterable[Member]) -> int:
    """How many lineages some texts have: one query."""
    rows = LineagePlace.objects.filter(paragraph__text__in=_keys(texts))
    return rows.values("lineage").distinct().count()


def _keys(texts: Iterable[Member]) -> list[int]:
    return [one.text for one in texts if one.text is not None]


def _versions(texts: Sequence[int], *, lineages: Any) -> dict[int, _Versions]:
    """The wordings that some lineages have in texts, by the key of each: one query.

    Rows are read one by one, and words of the same version are kept once.
    """
    rows = LineagePlace.objects.filter(paragraph__text__in=texts, lineage__in=lineages)
    columns = rows.in_order_of_the_series().values_list(*_FOR_VERSIONS)
    found: dict[int, _Versions] = defaultdict(_Versions)
    for (lineage, text), places in groupby(columns.iterator(), key=lambda row: row[:2]):
        words = plain_words(" ".join(wording for *_place, wording in places))
        found[lineage].by_text[text] = found[lineage].of(words)
    return found


def course_of(lineage: Lineage) -> Course | None:
    """One lineage; None where no text that is shown has it: two queries."""
    return _one(LineagePlace.objects.filter(lineage=lineage))


def course_through(paragraph: Paragraph) -> Course | None:
    """The lineage that a paragraph is of, None where it is of none: two queries, else one."""
    return _one(LineagePlace.objects.filter(lineage__places__paragraph=paragraph))


def _one(rows: LineagePlaceQuerySet) -> Course | None:
    """The lineage of some places, which have ``symbol_before`` and ``anchor_before``, if any."""
    told = rows.select_related("lineage__series", "paragraph").defer("paragraph__search_vector")
    before = {
        "symbol_before": F("before__text__resolution__symbol"),
        "anchor_before": F("before__anchor"),
    }
    places = list(told.annotate(**before).in_order_of_the_series())
    if not places:
        return None
    keys = [one.paragraph_id for one in places]
    return _course(places, parts=parts_of(places[0].lineage_id, keys))


def courses_through(text: Text) -> tuple[list[Course], KnownTexts]:
    """Every lineage that a text has words of, without the wordings, and its series: one query.

    Each place has ``date_is_unverified``, that of its resolution, and ``fingerprint``.
    """
    lineages = LineagePlace.objects.filter(paragraph__text=text).values("lineage")
    more: dict[str, Any] = {
        "date_is_unverified": date_is_unverified("paragraph__text__resolution"),
        "fingerprint": MD5("paragraph__wording"),
        "known": known_beside(text, path="paragraph__text"),
    }
    rows = LineagePlace.objects.filter(lineage__in=lineages).annotate(**more)
    told = rows.select_related("lineage__series", "paragraph__text__resolution__adopted_as")
    places = list(told.only(*_FOR_A_MARGIN).in_order_of_the_series())
    courses = [
        Course(lineage=of_one[0].lineage, uses=tuple(_uses_by_fates(of_one)))
        for of_one in _by_lineage(places)
    ]
    return courses, read_known(next((one.known for one in places if one.known), ()))


def _by_lineage(rows: Iterable[LineagePlace]) -> Iterator[list[LineagePlace]]:
    """The places of each lineage, which come after one another."""
    return (list(places) for _, places in groupby(rows, key=lambda one: one.lineage_id))


def _course(
    places: Sequence[LineagePlace],
    *,
    earlier: _Versions | None = None,
    parts: Sequence[Part] = (),
) -> Course:
    versions = earlier or _Versions()
    return Course(
        lineage=places[0].lineage,
        uses=tuple(_uses(places, versions)),
        earlier=versions.by_text,
        parts=parts,
    )


def _uses(places: Iterable[LineagePlace], versions: _Versions) -> Iterator[Use]:
    """The uses of a lineage, told from its places text by text; words tell their versions."""
    for text, of_text in _by_text(places):
        words = plain_words(" ".join(one.paragraph.wording for one in of_text))
        yield Use(text=text, places=of_text, version=versions.of(words))


def _uses_by_fates(places: Iterable[LineagePlace]) -> Iterator[Use]:
    """The same without the words: a use that is kept is of the version of the one before.

    That is the one before among adopted texts, for a draft among all. Words that come back as they
    once were are of that version again, as their fingerprint tells.
    """
    versions: dict[str, int] = {}
    latest = adopted = 0
    for text, of_text in _by_text(places):
        is_draft = of_text[0].paragraph.text.resolution.is_draft
        before = latest if is_draft else adopted
        words = " ".join(one.fingerprint for one in of_text)
        other = max(versions.values(), default=0) + 1
        version = versions.get(words, (before if _are_kept(of_text) else 0) or other)
        versions[words] = latest = version
        adopted = adopted if is_draft else version
        yield Use(text=text, places=of_text, version=version)


def _are_kept(places: Iterable[LineagePlace]) -> bool:
    """Whether they have the words that were there before, also where these are merged ones."""
    return all(one.fate in _OF_THE_SAME_WORDS or one.likeness >= 1 for one in places)


def _by_text(places: Iterable[LineagePlace]) -> Iterator[tuple[int, tuple[LineagePlace, ...]]]:
    """The places of each text, which come after one another."""
    for text, group in groupby(places, key=lambda one: one.paragraph.text_id):
        yield text, tuple(group)
