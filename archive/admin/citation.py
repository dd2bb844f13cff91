"""Citations, with where each stands and what it names."""

from django.contrib import admin

from archive.admin.links import link_to, link_to_resolution
from archive.admin.within_text import WithinTextAdmin
from archive.models import Citation


@admin.register(Citation)
class CitationAdmin(WithinTextAdmin):
    """Each citation; those whose symbol has no row are one filter away."""

    list_display = ("words", "resolution", "place", "opening", "cited_symbol", "cited", "pinpoint")
    list_filter = (
        ("cited_resolution", admin.EmptyFieldListFilter),
        "by_name",
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
    )
    readonly_fields = ("resolution", "its_text", "stands_in", "note", "cited")

    @admin.display(description="Stands in")
    def place(self, citation: Citation) -> str:
        """Where it stands, as a reader writes it."""
        paragraph = citation.paragraph.place if citation.paragraph else ""
        note = f"note {citation.footnote.number}" if citation.footnote else ""
        return ", ".join(part for part in (paragraph, note) if part)

    @admin.display(description="Paragraph")
    def stands_in(self, citation: Citation) -> str:
        """The paragraph it stands in, or whose note it stands in."""
        return link_to(citation.paragraph)

    @admin.display(description="Note")
    def note(self, citation: Citation) -> str:
        """The note it stands in."""
        return link_to(citation.footnote)

    @admin.display(description="Cited resolution", ordering="cited_resolution__symbol")
    def cited(self, citation: Citation) -> str:
        """The row its symbol leads to."""
        return link_to_resolution(citation.cited_resolution)
