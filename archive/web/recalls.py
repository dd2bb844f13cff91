"""Recalls: the citations between resolutions, grouped for a list beside a text or under a title."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from archive.models import Citation, Resolution
from archive.web.composition import Piece, Span, compose
from archive.web.conflicts import sentences
from archive.web.quotations import quotation
from archive.web.references import standing_in

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where citations stand: ``address`` leads there, ``pieces`` are its words with them marked.

    ``opening`` governs those words where they do not begin with it, as in a note. ``conflict``
    is what speaks against a citation there, in sentences.
    """

    name: str
    address: str
    opening: str
    pieces: tuple[Piece, ...]
    conflict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A resolution at the other end, with each place that cites.

    ``date_is_unverified`` is asked only of those that recall, which are listed with their dates.
    ``recalls_a_part`` says that what it recalls is a part, and the whole only as what prints it.
    """

    resolution: Resolution
    is_held: bool
    date_is_unverified: bool = False
    recalls_a_part: bool = False
    places: tuple[Place, ...]

    @property
    def year(self) -> int | None:
        """The year in which it was adopted, or a draft distributed; None where it is not known."""
        day = self.resolution.day
        return day.year if day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledInYear:
    """Those of one organ and year; the year is None where it is not known."""

    year: int | None
    recalled: tuple[Recalled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledOfOrgan:
    """Those of one organ, the oldest year first; ``name`` as the United Nations writes it."""

    name: str
    years: tuple[RecalledInYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallList:
    """Resolutions at the other end, by organ and year.

    ``count`` is how many there are, ``listed_count`` how many of them are listed: the newest.
    ``parts_count`` is how many of those recall a part alone.
    """

    organs: tuple[RecalledOfOrgan, ...]
    count: int
    listed_count: int
    parts_count: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are listed."""
        return self.count > self.listed_count

    @property
    def has_years(self) -> bool:
        """Whether the years say something beside the symbols: there are several resolutions."""
        return self.listed_count > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A symbol cited that has no page here, with the places that cite it."""

    symbol: str
    places: tuple[Place, ...]


def recalls(citations: Sequence[Citation], *, by: Resolution) -> RecallList:
    """What a text cites besides itself; from ``around``."""
    linked = [c for c in citations if c.cited_resolution_id not in {None, by.pk}]
    return _listed(
        Recalled(
            resolution=resolution,
            is_held=found[0].cited_is_held,
            places=_places(found, page="", compose_words=_in_short),
        )
        for found in _grouped(linked, lambda citation: citation.cited_resolution_id)
        if (resolution := found[0].cited_resolution)
    )


def documents(citations: Sequence[Citation]) -> tuple[CitedDocument, ...]:
    """What a text cites that has no page here, in order of first mention; from ``around``."""
    unresolved = [c for c in citations if c.cited_symbol and not c.cited_resolution_id]
    return tuple(
        CitedDocument(
            symbol=found[0].cited_symbol,
            places=_places(found, page="", compose_words=_in_short),
        )
        for found in _grouped(unresolved, lambda citation: citation.cited_symbol)
    )


def citing_count(citations: Sequence[Citation]) -> int:
    """How many others cite a resolution, by those that ``received_by`` lists."""
    return citations[0].citing_count if citations else 0


def recalled_by(citations: Sequence[Citation], *, in_full: bool, count: int = 0) -> RecallList:
    """Who cites a resolution, with the sentence or the whole wording; from ``received_by``.

    ``count`` is how many there are, where they may be more than these.
    """
    compose_words = _in_full if in_full else _in_short
    return _listed(
        (
            Recalled(
                resolution=(resolution := found[0].text.resolution),
                is_held=True,
                date_is_unverified=found[0].citing_date_is_unverified,
                recalls_a_part=all(citation.of_whole for citation in found),
                places=_places(
                    found, page=resolution.get_absolute_url(), compose_words=compose_words
                ),
            )
            for found in _grouped(citations, lambda citation: citation.text.resolution_id)
        ),
        count=count,
    )


def _listed(found: Iterable[Recalled], *, count: int = 0) -> RecallList:
    """A list by organ, each by year; the count is of those listed unless there are more."""
    recalled = list(found)
    organs = _grouped(sorted(recalled, key=_order), lambda one: one.resolution.organ)
    return RecallList(
        organs=tuple(
            RecalledOfOrgan(
                name=same[0].resolution.get_organ_display(),
                years=tuple(
                    RecalledInYear(year=of_year[0].year, recalled=tuple(of_year))
                    for of_year in _grouped(same, lambda one: one.year)
                ),
            )
            for same in organs
        ),
        count=max(count, len(recalled)),
        listed_count=len(recalled),
        parts_count=sum(one.recalls_a_part for one in recalled),
    )


def _order(recalled: Recalled) -> tuple[object, ...]:
    """By organ, then by year with those of none last, then by symbol."""
    organ = Resolution.Organ.values.index(recalled.resolution.organ)
    year = recalled.year
    return organ, year is None, year or 0, recalled.resolution.identity


def _grouped(all_of_them: Iterable[_One], key: Callable[[_One], object]) -> list[list[_One]]:
    """Groups in order of first appearance."""
    groups: dict[object, list[_One]] = {}
    for one in all_of_them:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())


def _places(
    citations: Sequence[Citation],
    *,
    page: str,
    compose_words: Callable[[Sequence[Citation]], tuple[Piece, ...]],
) -> tuple[Place, ...]:
    return tuple(
        Place(
            name=_name(found[0]),
            address=f"{page}#{standing_in(found[0]).anchor}",
            opening="" if pieces[0].is_opening else found[0].opening,
            pieces=pieces,
            conflict=" ".join(dict.fromkeys(filter(None, map(sentences, found)))) if page else "",
        )
        for found in _grouped(citations, lambda citation: standing_in(citation).anchor)
        if (pieces := compose_words(found))
    )


def _name(citation: Citation) -> str:
    """As a reader writes it: ``pp 3``, or ``note 2 to op. 1``."""
    if citation.footnote is None:
        return citation.paragraph.place if citation.paragraph else ""
    number = citation.footnote.number
    if citation.paragraph is None:
        return _("note %(number)s") % {"number": number}
    place = citation.paragraph.place
    return _("note %(number)s to %(place)s") % {"number": number, "place": place}


def _opening(citation: Citation) -> str:
    """The opening its wording begins with; a note has none."""
    paragraph = citation.paragraph
    return "" if citation.footnote or paragraph is None else paragraph.opening


def _in_full(citations: Sequence[Citation]) -> tuple[Piece, ...]:
    first = citations[0]
    spans = [Span(start=one.marked_start, end=one.marked_end) for one in citations]
    return compose(standing_in(first).wording, opening=_opening(first), spans=spans)


def _in_short(citations: Sequence[Citation]) -> tuple[Piece, ...]:
    """The sentence of the first of them."""
    first = citations[0]
    opening = _opening(first)
    quoted = quotation(
        standing_in(first).wording,
        start=first.marked_start,
        end=first.marked_end,
        opening=opening,
    )
    mark = Span(start=quoted.start, end=quoted.end)
    return compose(quoted.words, opening=opening, spans=[mark])
