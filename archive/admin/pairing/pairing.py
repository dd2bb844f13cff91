"""Pairings of paragraphs, as comparing found them or people decided."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from archive.admin.history.recorded import RecordedAdmin
from archive.admin.links import link_to
from archive.admin.pairing.beside import in_hundredths
from archive.models import Paragraph, ParagraphPairing


@admin.register(ParagraphPairing)
class ParagraphPairingAdmin(RecordedAdmin):
    """Each pairing; it is confirmed or corrected on a page that shows both paragraphs."""

    list_display = ("before", "after", "fate", "alike", "decision", "decided_by", "decided_at")
    list_display_links = ("fate",)
    list_filter = ("decision", "fate", "is_moved")
    search_fields = (
        "earlier__text__resolution__symbol",
        "later__text__resolution__symbol",
        "reason",
    )
    ordering = ("-decided_at", "likeness", "pk")
    fields = (
        *("before", "after", "fate", "is_moved", "alike"),
        *("decision", "decided_by", "decided_at", "reason", "to_decide"),
    )
    readonly_fields = ("before", "after", "alike", "to_decide")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Each with its two paragraphs and where they stand."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Any] = rows.with_places()
        return found

    @admin.display(description="Earlier paragraph", ordering="earlier__text__resolution__symbol")
    def before(self, pairing: ParagraphPairing) -> str:
        """Where the earlier one stands."""
        return _link(pairing.earlier)

    @admin.display(description="Later paragraph", ordering="later__text__resolution__symbol")
    def after(self, pairing: ParagraphPairing) -> str:
        """Where the later one stands."""
        return _link(pairing.later)

    @admin.display(description="Alike", ordering="likeness")
    def alike(self, pairing: ParagraphPairing) -> str:
        """How like their words are."""
        return in_hundredths(pairing.likeness)

    @admin.display(description="To decide")
    def to_decide(self, pairing: ParagraphPairing) -> str:
        """The page that shows both."""
        keys = [pairing.later_id, pairing.earlier_id]
        address = reverse("admin:archive_paragraph_pairing", args=keys)
        return format_html('<a href="{}">Confirm or correct</a>', address)

    def view_on_site(self, pairing: Any) -> str:
        """The page of the later paragraph."""
        paragraph = pairing.later
        return f"{paragraph.text.resolution.get_absolute_url()}{paragraph.anchor}/"


def _link(paragraph: Paragraph) -> str:
    return link_to(paragraph, label=f"{paragraph.text.resolution}, {paragraph.place}")
