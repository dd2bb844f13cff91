"""The page of a resolution: its text if it is held, else what is known of it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.models import (
    READING_LANGUAGE,
    Citation,
    Correction,
    Footnote,
    Paragraph,
    Resolution,
    Series,
    Text,
)
from archive.parsing.symbols import Symbol
from archive.web.asked_text import AskedText, asked_text
from archive.web.cite_this import CiteThis, mentions
from archive.web.cited_text import cited_text
from archive.web.data.links import link_header, offers
from archive.web.facts import FactsTable, facts_table
from archive.web.freshness import fresh_for_a_day
from archive.web.languages import OtherLanguage
from archive.web.lineage.since import margins
from archive.web.masthead import body, stated_facts
from archive.web.network.neighbours import Neighbours, neighbours
from archive.web.one_address import led_to, reads_only
from archive.web.provenance import SetPlace, set_places
from archive.web.reading import Reading, Rows, reading
from archive.web.recalls import (
    CitedDocument,
    RecallList,
    citing_count,
    documents,
    recalled_by,
    recalls,
)
from archive.web.series_neighbours import Beside, beside
from archive.web.sought_words import SoughtWords, found_places, sought_words
from archive.web.voting import Side, sides
from archive.web.withdrawn import gone


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionPage:
    """What every page of a resolution shows."""

    resolution: Resolution
    body: str
    facts: FactsTable
    beside: Beside
    sides: tuple[Side, ...]
    others: tuple[OtherLanguage, ...]
    printed_in: Resolution | None
    recalled_by: RecallList
    neighbours: Neighbours | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """What the page of a held resolution shows besides; ``series`` is that of its lineages."""

    series: Series | None
    reading: Reading
    recalls: RecallList
    documents: tuple[CitedDocument, ...]
    set_places: tuple[SetPlace, ...]


@require_safe
def resolution(request: HttpRequest, symbol: Symbol) -> HttpResponseBase:
    """The page at a symbol's one address; its other spellings lead there, query and all.

    Of a text that was withdrawn, 410 with the reason. With ``q``, what a search sought is marked;
    such a page is made for one reader, and is not kept.

    Raises UnknownSymbol, a 404, where no row has the symbol; TextNotHeld, likewise, for a language.
    """
    is_for_one_reader = bool(request.GET.get("q"))
    return (_unkept if is_for_one_reader else _kept)(request, symbol)


def _answer(request: HttpRequest, symbol: Symbol) -> HttpResponseBase:
    asked = asked_text(symbol, request.GET)
    address = asked.resolution.get_absolute_url()
    if request.path_info != address:
        return led_to(address, request)
    if asked.withdrawn is not None:
        return gone(request, asked.withdrawn, of=asked.resolution)
    return _shown(request, asked)


_kept = reads_only(lang=READING_LANGUAGE)(fresh_for_a_day(_answer))
_unkept = cache_control(no_cache=True, private=True)(_answer)


def _shown(request: HttpRequest, asked: AskedText) -> HttpResponse:
    """The page in the language that is asked for."""
    name = f"resolution/{'held' if asked.text else 'cited_only'}.html"
    response = render(request, name, _context(request, asked))
    response.headers["Link"] = link_header(
        asked.resolution,
        is_held=asked.text is not None,
        language=asked.language,
        absolute=request.build_absolute_uri,
    )
    return response


def _context(request: HttpRequest, asked: AskedText) -> dict[str, object]:
    text, absolute = asked.text, request.build_absolute_uri
    sought = sought_words(text, request.GET.get("q", "")) if text else None
    around = _around(asked.resolution, text)
    page = _page(asked, around)
    held = _held(text, around, sought=sought) if text else None
    made = [one for one in around if text and one.text_id == text.pk]
    return {
        "page": page,
        "held": held,
        "sought": sought,
        "found_places": found_places(sought, held.reading) if sought and held else (),
        "canonical_url": absolute(asked.address),
        "offers": offers(asked.resolution, text),
        "citing": CiteThis(
            cited=cited_text(asked, absolute=absolute),
            unverified=page.facts.unverified_reference,
            citations=mentions(made, absolute=absolute),
        ),
    }


def _around(found: Resolution, text: Text | None) -> list[Citation]:
    """The citations that a text makes, and those in which others cite its resolution."""
    citations = Citation.objects
    return list(citations.around(text) if text else citations.received_by(found))


def _page(asked: AskedText, around: list[Citation]) -> ResolutionPage:
    found = asked.resolution
    received = [one for one in around if one.text.resolution_id != found.pk]
    count = citing_count(received)
    return ResolutionPage(
        resolution=found,
        body=body(found),
        facts=facts_table(stated_facts(found, asked.evidence)),
        beside=beside(found),
        sides=sides(found),
        others=asked.others,
        printed_in=None if asked.text else Resolution.objects.printing(found).first(),
        recalled_by=recalled_by(received, in_full=asked.text is None, count=count),
        neighbours=neighbours(found, around, is_held=asked.text is not None, citing_count=count),
    )


def _held(text: Text, around: list[Citation], *, sought: SoughtWords | None) -> HeldText:
    citations = [citation for citation in around if citation.text_id == text.pk]
    beside_it = margins(text)
    rows = Rows(
        text=text,
        paragraphs=list(Paragraph.objects.standing_in(text).in_reading_order()),
        notes=list(Footnote.objects.standing_in(text).in_reading_order()),
        citations=citations,
        hits=sought.hits if sought else {},
        histories=beside_it.histories,
    )
    corrections = Correction.objects.seen_by_readers(text)
    return HeldText(
        series=beside_it.series,
        reading=reading(rows),
        recalls=recalls(citations, by=text.resolution),
        documents=documents(citations),
        set_places=tuple(set_places(corrections, anchors=rows.all_anchors)),
    )
