"""References: what a citation's words lead to, as rows know it."""

from collections.abc import Collection

from archive.models import Citation, Footnote, Paragraph, Resolution
from archive.web.composition import Reference, Rendering, Span
from archive.web.conflicts import conflict_anchor


def standing_in(citation: Citation) -> Paragraph | Footnote:
    """The note a citation stands in, else the paragraph."""
    place = citation.footnote or citation.paragraph
    assert place is not None  # the database holds that there is one
    return place


def span(citation: Citation, *, anchors: Collection[str], page: str = "") -> Span:
    """Where a citation stands in its wording and what it leads to.

    ``anchors`` are those of the citing text, for references within it; ``page`` is where it stands
    whole, if elsewhere. The citation comes from ``around``, so that it knows what is
    held.
    """
    reference = _reference(citation, anchors=anchors, page=page)
    return Span(start=citation.start, end=citation.end, reference=reference)


def _reference(citation: Citation, *, anchors: Collection[str], page: str) -> Reference:
    if citation.cited_resolution:
        return _to_resolution(citation, citation.cited_resolution)
    if not citation.cited_symbol and citation.pinpoint in anchors:
        return Reference(
            rendering=Rendering.WITHIN,
            name=citation.pinpoint,
            address=f"{page}#{citation.pinpoint}",
            conflict=conflict_anchor(citation),
        )
    return Reference(
        rendering=Rendering.NO_PAGE,
        name=citation.cited_symbol or citation.pinpoint,
        conflict=conflict_anchor(citation),
    )


def _to_resolution(citation: Citation, cited: Resolution) -> Reference:
    return Reference(
        rendering=Rendering.HELD if citation.cited_is_held else Rendering.CITED_ONLY,
        name=cited.symbol,
        address=_place_in(cited, citation),
        is_draft=cited.is_draft,
        conflict=conflict_anchor(citation),
    )


def _place_in(cited: Resolution, citation: Citation) -> str:
    """The page of what is cited, at the paragraph that the citation names if it is there."""
    address = cited.get_absolute_url()
    return f"{address}#{citation.pinpoint}" if citation.pinpoint_is_held else address
