"""Recalls: the citations between resolutions, grouped for a list beside a text or under a title."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.models import Citation, Resolution
from archive.web.composition import Piece, Span, compose
from archive.web.conflicts import sentences
from archive.web.quotations import quotation
from archive.web.references import standing_in


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A symbol cited that has no page here, with the places that cite it."""

    symbol: str
    places: tuple[Place, ...]


def recalls(citations: Sequence[Citation], *, by: Resolution) -> tuple[Recalled, ...]:
    """What a text cites besides itself, in order of first mention; from ``made_in``."""
    linked = [c for c in citations if c.cited_resolution_id not in {None, by.pk}]
    return tuple(
        Recalled(
            resolution=resolution,
            is_held=found[0].cited_is_held,
            places=_places(found, page="", compose_words=_in_short),
        )
        for found in _grouped(linked, lambda citation: citation.cited_resolution_id)
        if (resolution := found[0].cited_resolution)
    )


def documents(citations: Sequence[Citation]) -> tuple[CitedDocument, ...]:
    """What a text cites that has no page here, in order of first mention; from ``made_in``."""
    unresolved = [c for c in citations if c.cited_symbol and not c.cited_resolution_id]
    return tuple(
        CitedDocument(
            symbol=found[0].cited_symbol,
            places=_places(found, page="", compose_words=_in_short),
        )
        for found in _grouped(unresolved, lambda citation: citation.cited_symbol)
    )


def recalled_by(citations: Sequence[Citation], *, in_full: bool) -> tuple[Recalled, ...]:
    """Who cites a resolution, with the sentence or the whole wording; from ``received_by``."""
    compose_words = _in_full if in_full else _in_short
    return tuple(
        Recalled(
            resolution=(resolution := found[0].text.resolution),
            is_held=True,
            date_is_unverified=found[0].citing_date_is_unverified,
            recalls_a_part=all(citation.of_whole for citation in found),
            places=_places(found, page=resolution.get_absolute_url(), compose_words=compose_words),
        )
        for found in _grouped(citations, lambda citation: citation.text.resolution_id)
    )


def _grouped(
    citations: Iterable[Citation], key: Callable[[Citation], object]
) -> list[list[Citation]]:
    """Groups in order of first appearance."""
    groups: dict[object, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(key(citation), []).append(citation)
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
    marked_in = f" to {citation.paragraph.place}" if citation.paragraph else ""
    return f"note {citation.footnote.number}{marked_in}"


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
