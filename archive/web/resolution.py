"""The page of a resolution: its text if it is held, else what is known of it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.models import Citation, Footnote, Paragraph, Resolution, Text
from archive.parsing.symbols import Symbol
from archive.web.facts import FactsTable, facts_table
from archive.web.masthead import body, reference_line, stated_facts
from archive.web.reading import Reading, reading
from archive.web.recalls import CitedDocument, Recalled, documents, recalled_by, recalls


class UnknownSymbol(Http404):
    """A symbol that no row of the archive has."""

    def __init__(self, symbol: Symbol) -> None:
        super().__init__(f"The archive does not know {symbol}.")
        self.symbol = symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionPage:
    """What every page of a resolution shows."""

    resolution: Resolution
    body: str
    facts: FactsTable
    reference_line: str
    drafts: tuple[Resolution, ...]
    recalled_by: tuple[Recalled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """What the page of a held resolution shows besides."""

    reading: Reading
    recalls: tuple[Recalled, ...]
    documents: tuple[CitedDocument, ...]


@require_safe
@cache_control(no_cache=True)
def resolution(request: HttpRequest, symbol: Symbol) -> HttpResponse:
    """The page at a symbol's one address; its other spellings lead there, query and all.

    Raises UnknownSymbol, a 404, where no row has the symbol.
    """
    found = Resolution.objects.named(str(symbol)).with_what_was_adopted().first()
    if found is None:
        raise UnknownSymbol(symbol)
    address = found.get_absolute_url()
    if request.path_info != address:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    text = Text.objects.of(found).in_reading_language().with_source().first()
    context = {
        "page": _page(found, is_held=text is not None),
        "held": _held(found, text) if text else None,
        "canonical_url": request.build_absolute_uri(address),
    }
    return render(request, f"resolution/{'held' if text else 'cited_only'}.html", context)


def _page(found: Resolution, *, is_held: bool) -> ResolutionPage:
    received = list(Citation.objects.received_by(found))
    return ResolutionPage(
        resolution=found,
        body=body(found),
        facts=facts_table(stated_facts(found, found.evidence.all())),
        reference_line=reference_line(found),
        drafts=tuple(Resolution.objects.drafts_of(found)),
        recalled_by=recalled_by(received, in_full=not is_held),
    )


def _held(found: Resolution, text: Text) -> HeldText:
    citations = list(Citation.objects.made_in(text))
    return HeldText(
        reading=reading(
            text,
            paragraphs=list(Paragraph.objects.standing_in(text).in_reading_order()),
            notes=list(Footnote.objects.standing_in(text).in_reading_order()),
            citations=citations,
        ),
        recalls=recalls(citations, by=found),
        documents=documents(citations),
    )
