"""Resolutions, held or only cited, with what each fact about them rests on."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.history.rows import HistoryAdmin
from archive.admin.links import link_to_resolution, rows_beside
from archive.admin.listing import listed
from archive.admin.queues.filters import RecalledNotHeldFilter
from archive.admin.reading import TabularInline, Untouched
from archive.models import CatalogueCard, Evidence, Resolution


class HoldingFilter(admin.SimpleListFilter):
    """Whether the archive holds a text."""

    title = "text"
    parameter_name = "text"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The two choices."""
        return [("held", "Held"), ("cited", "Cited only")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the choice made; None, which leaves all of them, without one."""
        choices = {"held": queryset.held, "cited": queryset.cited_only}
        choose = choices.get(self.value() or "")
        return choose() if choose else None


class EvidenceInline(Untouched, TabularInline):
    """What each fact rests on, beside the facts."""

    model = Evidence
    fields = ("fact", "origin", "words", "is_verified")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Each with its resolution, which names it on the page."""
        rows = super().get_queryset(request)
        return rows.select_related("resolution").defer("resolution__search_vector")


@admin.register(Resolution)
class ResolutionAdmin(HistoryAdmin):
    """Each resolution, with links to its texts and to the citations it receives."""

    list_display = ("symbol", "title", "draft", "held", "recalled", "adopted_on")
    list_filter = (
        "stage",
        HoldingFilter,
        RecalledNotHeldFilter,
        "organ",
        "adoption_method",
        "series",
    )
    search_fields = ("symbol", "title")
    date_hierarchy = "adopted_on"
    ordering = ("organ", "session_ordinal", "symbol")
    joined = ("adopted_as", "card")
    left_out = ("search_vector", "adopted_as__search_vector", "card__keys")
    inlines = (EvidenceInline,)
    fieldsets = (
        (None, {"fields": ("symbol", "title", "stage", "replaced_by", "drafts_of_it", "series")}),
        ("Place", {"fields": ("organ", "session", "number", "agenda_item", "committee_report")}),
        (
            "Adoption",
            {
                "fields": (
                    "adopted_on",
                    "meeting",
                    "adoption_method",
                    "votes_in_favour",
                    "votes_against",
                    "votes_abstaining",
                    "voting",
                    "draft_symbol",
                    "sponsored",
                    "joined_later",
                    "distributed_on",
                )
            },
        ),
        ("Beside it", {"fields": ("texts_held", "citations_of_it")}),
    )
    readonly_fields = (
        "replaced_by",
        "drafts_of_it",
        "voting",
        "sponsored",
        "joined_later",
        "texts_held",
        "citations_of_it",
    )
    drafts_of_it = rows_beside("drafts", title="Drafts")
    texts_held = rows_beside("texts", title="Texts")
    citations_of_it = rows_beside("citations_received", title="Cited by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Each with whether a text of it is held."""
        rows: Any = super().get_queryset(request)
        return cast("QuerySet[Any]", rows.with_is_held())

    def view_on_site(self, resolution: Resolution) -> str:
        """Its page for readers."""
        return resolution.get_absolute_url()

    @admin.display(description="Draft", ordering="stage", empty_value="")
    def draft(self, resolution: Resolution) -> str | None:
        """A word for drafts, and nothing for what was adopted."""
        return "Draft" if resolution.is_draft else None

    @admin.display(description="Text")
    def held(self, resolution: Any) -> str:
        """Whether a text of it is held."""
        return "Held" if resolution.is_held else "Cited only"

    @admin.display(description="Recalled by", ordering="card__times_recalled")
    def recalled(self, resolution: Resolution) -> int | None:
        """How many other resolutions cite it, as its catalogue card has it."""
        card: CatalogueCard | None = getattr(resolution, "card", None)
        return card.times_recalled if card else None

    @admin.display(description="How States voted")
    def voting(self, resolution: Resolution) -> str:
        """The States by side, a line each."""
        return listed(
            f"{side.replace('_', ' ').capitalize()} ({len(states)}): {', '.join(states)}"
            for side, states in resolution.voting_states.items()
            if states
        )

    @admin.display(description="Sponsors", empty_value="–")
    def sponsored(self, resolution: Resolution) -> str | None:
        """Those of the draft, as its file names them."""
        return ", ".join(resolution.sponsors) or None

    @admin.display(description="Additional sponsors", empty_value="–")
    def joined_later(self, resolution: Resolution) -> str | None:
        """Those who joined after the draft was distributed."""
        return ", ".join(resolution.additional_sponsors) or None

    @admin.display(description="Adopted in its place")
    def replaced_by(self, resolution: Resolution) -> str:
        """For a draft: what was adopted in its place."""
        return link_to_resolution(resolution.adopted_as)
