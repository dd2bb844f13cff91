"""The page of a paragraph: its words and notes, and who recalls its resolution because of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.models import READING_LANGUAGE, Citation, Footnote, Paragraph, Resolution
from archive.parsing.places import in_words
from archive.parsing.symbols import Symbol
from archive.web.asked_text import AskedText, UnknownSymbol, asked_text
from archive.web.cite_this import CiteThis, mentions
from archive.web.cited import cited_place
from archive.web.cited_text import cited_text
from archive.web.conflicts import Conflict, conflicts
from archive.web.connections import Connections, connections
from archive.web.facts import FactsTable, facts_table
from archive.web.freshness import fresh_for_a_day
from archive.web.language.addresses import language_of
from archive.web.lineage.paragraph import ParagraphHistory, paragraph_history
from archive.web.masthead import body, stated_facts
from archive.web.named_places import NamedPlace, place_address
from archive.web.one_address import led_to, reads_only
from archive.web.passages import Passage, passage
from archive.web.reading import Rows, reading
from archive.web.recalls import RecallList, recalls
from archive.web.withdrawn import gone


class UnknownPlace(UnknownSymbol):
    """A place that a resolution has not, or of which the archive holds no text."""

    def __init__(self, symbol: Symbol, anchor: str, *, is_held: bool) -> None:
        super().__init__(symbol)
        not_there = _("%(symbol)s has no %(place)s.")
        not_held = _("The archive holds no text of %(symbol)s, and cannot show its %(place)s.")
        said = not_there if is_held else not_held
        self.args = (said % {"symbol": symbol, "place": in_words(anchor)},)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphPage:
    """What the page of a paragraph shows.

    ``name`` is that of the paragraph in full, ``made`` the citations that its
    passage makes, ``recalls`` what they lead to, ``history`` its lineage, if it is of one;
    ``language`` is the address that tells who else says its words, if there is any.
    """

    resolution: Resolution
    body: str
    name: str
    facts: FactsTable
    passage: Passage
    made: tuple[Citation, ...]
    recalls: RecallList
    conflicts: tuple[Conflict, ...]
    connections: Connections
    history: ParagraphHistory | None
    language: str


@require_safe
@reads_only(lang=READING_LANGUAGE)
@fresh_for_a_day
def paragraph(request: HttpRequest, place: NamedPlace) -> HttpResponseBase:
    """The page at a paragraph's one address; other spellings lead there, query and all.

    Of a text that was withdrawn, 410 with the reason.

    Raises UnknownSymbol, a 404, where no row has the symbol; UnknownPlace, likewise, for a place.
    """
    asked = asked_text(place.symbol, request.GET)
    if asked.withdrawn is not None:
        return gone(request, asked.withdrawn, of=asked.resolution)
    around, shown = _asked_passage(asked, place.anchor)
    path = place_address(asked.resolution, shown.read.paragraph.anchor)
    if request.path_info != path:
        return led_to(path, request)
    return _rendered(request, asked, page=_page(asked, shown, around=around))


def _asked_passage(asked: AskedText, anchor: str) -> tuple[list[Citation], Passage]:
    """The citations of a text and around it, and its passage at an anchor."""
    text = asked.text
    around = list(Citation.objects.around(text)) if text else []
    found = passage(reading(_rows(asked, around)), anchor) if text else None
    if found is None:
        raise UnknownPlace(asked.resolution.identity, anchor, is_held=text is not None)
    return around, found


def _rows(asked: AskedText, around: Sequence[Citation]) -> Rows:
    """The whole text, of which the passage has its numbers and notes."""
    text = asked.text
    assert text is not None  # who asks has seen to it
    return Rows(
        text=text,
        paragraphs=list(Paragraph.objects.standing_in(text).in_reading_order()),
        notes=list(Footnote.objects.standing_in(text).in_reading_order()),
        citations=[one for one in around if one.text_id == text.pk],
        page=asked.address,
    )


def _page(asked: AskedText, shown: Passage, *, around: Sequence[Citation]) -> ParagraphPage:
    found, row = asked.resolution, shown.read.paragraph
    made = [one for one in around if one.text_id == row.text_id and one.paragraph_id in shown.keys]
    received = [one for one in around if one.text.resolution_id != found.pk]
    return ParagraphPage(
        resolution=found,
        body=body(found),
        name=name_in_full(row),
        facts=facts_table(stated_facts(found, asked.evidence)),
        passage=shown,
        made=tuple(made),
        recalls=recalls(made, by=found),
        conflicts=conflicts(made),
        connections=connections(row, received, of=found),
        history=paragraph_history(row),
        language=_language(asked, row),
    )


def _language(asked: AskedText, row: Paragraph) -> str:
    """Where to ask who else says the words; empty for what is not among those that are asked."""
    is_read = asked.language == READING_LANGUAGE and row.kind != Paragraph.Kind.HEADING
    return language_of(row.wording) if is_read and not row.rows else ""


def name_in_full(paragraph: Paragraph) -> str:
    """The name of a paragraph for a title: "Operative paragraph 10 (a)", "Annex, article 5"."""
    place = paragraph.place
    series, _space, number = place.partition(" ")
    full = {"op.": _("Operative paragraph"), "pp": _("Preambular paragraph")}.get(series)
    return f"{full} {number}" if full else place[:1].upper() + place[1:]


def _rendered(request: HttpRequest, asked: AskedText, *, page: ParagraphPage) -> HttpResponse:
    row = page.passage.read.paragraph
    absolute = request.build_absolute_uri
    address = place_address(page.resolution, row.anchor, language=asked.language)
    context = {
        "page": page,
        "text": asked.text,
        "date_is_unverified": asked.date_is_unverified,
        "citing": CiteThis(
            cited=cited_place(cited_text(asked, absolute=absolute), row),
            unverified=page.facts.unverified_reference,
            citations=mentions(page.made, absolute=absolute),
        ),
        "whole_url": asked.address,
        "canonical_url": absolute(address),
    }
    return render(request, "paragraph/paragraph.html", context)
