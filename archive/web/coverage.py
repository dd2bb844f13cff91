"""Coverage: what the archive holds and what it does not, every number counted from its rows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.models import CatalogueCard, Citation, Footnote, Paragraph, Resolution, Text
from archive.models.counts import Shelf
from archive.parsing.pipeline import PARSER_VERSION
from archive.web import shelves
from archive.web.doubts import doubts
from archive.web.freshness import fresh_for_a_day
from archive.web.kept import cited, formats, languages
from archive.web.one_address import reads_only
from archive.web.paging import Paging, paging

#: How many rows of each list the first page shows.
FIRST_FEW = 10


@require_safe
@reads_only()
@fresh_for_a_day
def coverage(request: HttpRequest) -> HttpResponse:
    """What is held, what is cited and not held, from where, by which parser, what is in doubt."""
    context = {
        **_held(),
        **_not_held(),
        **_received(),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "coverage/coverage.html", context)


@require_safe
@reads_only("page")
@fresh_for_a_day
def coverage_not_held(request: HttpRequest) -> HttpResponse:
    """Every resolution that a held text recalls and of which no text is held."""
    wanted = Resolution.objects.in_lists().wanted()
    pages = paging(request, count=wanted.count())
    return _listed(request, "not_held", pages=pages, rows=wanted[pages.start : pages.end])


@require_safe
@reads_only("page")
@fresh_for_a_day
def coverage_unresolved(request: HttpRequest) -> HttpResponse:
    """Every document that is cited and has no page."""
    citations = Citation.objects.in_reading_language()
    pages = paging(request, count=citations.number_of_cited_documents())
    rows = cited(citations.cited_documents(start=pages.start, end=pages.end))
    return _listed(request, "unresolved", pages=pages, rows=rows)


@require_safe
@reads_only("page")
@fresh_for_a_day
def coverage_conflicts(request: HttpRequest) -> HttpResponse:
    """Every citation against which its text or the known dates speak, with what they say."""
    doubted = Citation.objects.in_reading_language().doubted_in_lists()
    pages = paging(request, count=doubted.count())
    return _listed(request, "conflicts", pages=pages, rows=doubts(doubted[pages.start : pages.end]))


@require_safe
@reads_only("page")
@fresh_for_a_day
def coverage_sources(request: HttpRequest) -> HttpResponse:
    """Every place from which files were received."""
    texts = Text.objects.shown()
    pages = paging(request, count=texts.number_of_sources())
    rows = texts.by_source(start=pages.start, end=pages.end)
    return _listed(request, "sources", pages=pages, rows=rows)


def _listed(request: HttpRequest, name: str, *, pages: Paging, rows: Any) -> HttpResponse:
    context = {
        "rows": rows,
        "pages": pages,
        "canonical_url": request.build_absolute_uri(pages.address),
    }
    return render(request, f"coverage/{name}.html", context)


def _held() -> dict[str, Any]:
    """What is held, organ by organ and all together."""
    found = CatalogueCard.objects.shown().shelves_of_organs()
    return {
        "organs": shelves.organs(found),
        "total": Shelf(
            name="",
            resolutions=sum(shelf.resolutions for shelf in found),
            drafts=sum(shelf.drafts for shelf in found),
            not_held=sum(shelf.not_held for shelf in found),
        ),
        "paragraph_count": Paragraph.objects.in_reading_language().count(),
        "note_count": Footnote.objects.in_reading_language().count(),
        "unverified_count": Resolution.objects.shown().with_unverified_date().count(),
    }


def _not_held() -> dict[str, Any]:
    """Where citations lead, and what is recalled most of what is not held or has no page."""
    wanted = Resolution.objects.in_lists().wanted()
    citations = Citation.objects.in_reading_language()
    return {
        "citations": citations.counted(),
        "wanted": wanted[:FIRST_FEW],
        "wanted_count": wanted.count(),
        "documents": cited(citations.cited_documents(start=0, end=FIRST_FEW)),
        "document_count": citations.number_of_cited_documents(),
    }


def _received() -> dict[str, Any]:
    """Where the files of texts are from, in which formats and languages, and who read them."""
    texts = Text.objects.shown()
    return {
        "sources": texts.by_source(start=0, end=FIRST_FEW),
        "source_count": texts.number_of_sources(),
        "formats": formats(texts.by_format()),
        "languages": languages(texts.by_language()),
        "parsers": texts.by_parser(),
        "present_parser": PARSER_VERSION,
    }
