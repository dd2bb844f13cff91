"""The page of a resolution: its text if it is held, else what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
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
    Text,
)
from archive.parsing.symbols import Symbol
from archive.web.facts import FactsTable, facts_table
from archive.web.languages import OtherLanguage, address_in, asked_for, others_than
from archive.web.masthead import body, reference_line, stated_facts
from archive.web.provenance import SetPlace, set_places
from archive.web.reading import Reading, reading
from archive.web.recalls import CitedDocument, Recalled, documents, recalled_by, recalls
from archive.web.voting import Side, sides
from archive.web.withdrawn import gone, withdrawn_from


class UnknownSymbol(Http404):
    """A symbol that no row of the archive has."""

    def __init__(self, symbol: Symbol) -> None:
        super().__init__(f"The archive does not know {symbol}.")
        self.symbol = symbol


class TextNotHeld(UnknownSymbol):
    """A language in which the archive holds no text of a resolution it knows."""

    def __init__(self, symbol: Symbol) -> None:
        super().__init__(symbol)
        self.args = (f"The archive holds no text of {symbol} in that language.",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionPage:
    """What every page of a resolution shows."""

    resolution: Resolution
    body: str
    facts: FactsTable
    reference_line: str
    drafts: tuple[Resolution, ...]
    sides: tuple[Side, ...]
    others: tuple[OtherLanguage, ...]
    printed_in: Resolution | None
    recalled_by: tuple[Recalled, ...]

    @property
    def parts_count(self) -> int:
        """How many of those that recall it recall a part of it alone."""
        return sum(recalled.recalls_a_part for recalled in self.recalled_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """What the page of a held resolution shows besides."""

    reading: Reading
    recalls: tuple[Recalled, ...]
    documents: tuple[CitedDocument, ...]
    set_places: tuple[SetPlace, ...]


@require_safe
@cache_control(no_cache=True)
def resolution(request: HttpRequest, symbol: Symbol) -> HttpResponse:
    """The page at a symbol's one address; its other spellings lead there, query and all.

    Of a text that was withdrawn, 410 with the reason.

    Raises UnknownSymbol, a 404, where no row has the symbol; TextNotHeld, likewise, for a language.
    """
    found = Resolution.objects.named(str(symbol)).with_what_was_adopted().first()
    if found is None:
        raise UnknownSymbol(symbol)
    if request.path_info != found.get_absolute_url():
        return HttpResponsePermanentRedirect(_with_query(found.get_absolute_url(), request))
    return _shown(request, found)


def _shown(request: HttpRequest, found: Resolution) -> HttpResponse:
    """The page in the language that is asked for."""
    texts = {text.language: text for text in Text.objects.of(found).with_source()}
    language = asked_for(request.GET)
    withdrawn = withdrawn_from(texts, language)
    if withdrawn is not None:
        return gone(request, withdrawn, of=found)
    text = _text_in(language, texts, found=found)
    context = {
        "page": _page(found, text, others=others_than(text, texts.values(), of=found)),
        "held": _held(found, text) if text else None,
        "canonical_url": request.build_absolute_uri(address_in(found, language)),
    }
    return render(request, f"resolution/{'held' if text else 'cited_only'}.html", context)


def _text_in(language: str, texts: Mapping[str, Text], *, found: Resolution) -> Text | None:
    """The text in a language; of the archive's own there may be none."""
    if language not in texts and language != READING_LANGUAGE:
        raise TextNotHeld(found.identity)
    return texts.get(language)


def _with_query(address: str, request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def _page(
    found: Resolution, text: Text | None, *, others: tuple[OtherLanguage, ...]
) -> ResolutionPage:
    received = list(Citation.objects.received_by(found))
    return ResolutionPage(
        resolution=found,
        body=body(found),
        facts=facts_table(stated_facts(found, found.evidence.all())),
        reference_line=reference_line(found),
        drafts=tuple(Resolution.objects.drafts_of(found)),
        sides=sides(found),
        others=others,
        printed_in=None if text else Resolution.objects.printing(found).first(),
        recalled_by=recalled_by(received, in_full=text is None),
    )


def _held(found: Resolution, text: Text) -> HeldText:
    citations = list(Citation.objects.made_in(text))
    paragraphs = list(Paragraph.objects.standing_in(text).in_reading_order())
    notes = list(Footnote.objects.standing_in(text).in_reading_order())
    anchors = {one.anchor for one in paragraphs} | {note.anchor for note in notes}
    corrections = Correction.objects.seen_by_readers(text)
    return HeldText(
        reading=reading(text, paragraphs=paragraphs, notes=notes, citations=citations),
        recalls=recalls(citations, by=found),
        documents=documents(citations),
        set_places=tuple(set_places(corrections, anchors=anchors)),
    )
