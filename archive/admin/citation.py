"""Citations, with where each stands and what it names."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.links import address_of, link_to, link_to_resolution
from archive.admin.within_text import WithinTextAdmin
from archive.models import Citation


class ResolvedFilter(admin.SimpleListFilter):
    """What became of the cited symbol."""

    title = "what it leads to"
    parameter_name = "leads_to"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The three outcomes."""
        return [("row", "A resolution"), ("nothing", "Nothing held"), ("itself", "Its own text")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the choice made; None, which leaves all of them, without one."""
        match self.value():
            case "row":
                return cast("QuerySet[Any]", queryset.resolved())
            case "nothing":
                return cast("QuerySet[Any]", queryset.unresolved())
            case "itself":
                return cast("QuerySet[Any]", queryset.within_their_text())
        return None


class ConflictFilter(admin.SimpleListFilter):
    """Whether anything speaks against a citation, and what."""

    title = "conflict"
    parameter_name = "conflict"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The choices."""
        return [("any", "Any"), ("text", "With its own text"), ("dates", "With known dates")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the choice made; None, which leaves all of them, without one."""
        match self.value():
            case "any":
                return cast("QuerySet[Any]", queryset.in_conflict())
            case "text":
                return cast("QuerySet[Any]", queryset.doubted_by_their_text())
            case "dates":
                return cast("QuerySet[Any]", queryset.doubted_by_dates())
        return None


class OfWholeFilter(admin.BooleanFieldListFilter):
    """Whether it is of the document that prints a cited part."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.title = "being of the whole of a part"


class ByNameFilter(admin.BooleanFieldListFilter):
    """Whether a name or a symbol cites."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.title = "citing by name"


@admin.register(Citation)
class CitationAdmin(WithinTextAdmin):
    """Each citation; those whose symbol has no row are one filter away."""

    list_display = ("words", "resolution", "place", "opening", "cited", "against_it")
    list_filter = (
        ConflictFilter,
        ResolvedFilter,
        ("by_name", ByNameFilter),
        ("of_whole", OfWholeFilter),
        "text__language",
        "text__resolution__stage",
    )
    search_fields = ("text__resolution__symbol", "cited_symbol", "words", "opening")
    date_hierarchy = "dated_on"
    joined = (*WithinTextAdmin.joined, "paragraph", "footnote", "cited_resolution")
    left_out = (
        *WithinTextAdmin.left_out,
        "paragraph__search_vector",
        "footnote__search_vector",
        "cited_resolution__search_vector",
    )
    fields = (
        "resolution",
        "its_text",
        "stands_in",
        "note",
        "position",
        "start",
        "end",
        "words",
        "opening",
        "cited_symbol",
        "cited",
        "by_name",
        "dated_on",
        "pinpoint",
        "of_whole",
        "conflict",
        "date_conflict",
    )
    readonly_fields = ("resolution", "its_text", "stands_in", "note", "cited")

    @admin.display(description="Stands in")
    def place(self, citation: Citation) -> str:
        """Where it stands, as a reader writes it."""
        paragraph = citation.paragraph.place if citation.paragraph else ""
        note = f"note {citation.footnote.number}" if citation.footnote else ""
        return ", ".join(part for part in (paragraph, note) if part)

    def view_on_site(self, citation: Citation) -> str:
        """Its place on the resolution's page."""
        place = citation.footnote or citation.paragraph
        anchor = place.anchor if place else ""
        return f"{address_of(citation.text)}#{anchor}"

    @admin.display(description="Against it", empty_value="")
    def against_it(self, citation: Citation) -> str | None:
        """What speaks against it, in sentences."""
        return " ".join(filter(None, [citation.conflict, citation.date_conflict])) or None

    @admin.display(description="Paragraph")
    def stands_in(self, citation: Citation) -> str:
        """The paragraph it stands in, or whose note it stands in."""
        return link_to(citation.paragraph)

    @admin.display(description="Note")
    def note(self, citation: Citation) -> str:
        """The note it stands in."""
        return link_to(citation.footnote)

    @admin.display(description="Cites", ordering="cited_symbol")
    def cited(self, citation: Citation) -> str:
        """The row its symbol leads to, else the symbol, else the place in its own text."""
        if citation.cited_resolution:
            return link_to_resolution(citation.cited_resolution)
        return citation.cited_symbol or f"its own {citation.pinpoint}"
