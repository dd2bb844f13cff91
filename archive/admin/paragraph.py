"""Paragraphs, with the notes they mark and the citations they make."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.links import address_of, link_to, rows_beside
from archive.admin.listing import listed
from archive.admin.pairing.paragraphs import PairedAdmin
from archive.models import Paragraph


class TableFilter(admin.SimpleListFilter):
    """Whether it is a table."""

    title = "table"
    parameter_name = "table"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The two choices."""
        return [("yes", "A table"), ("no", "No table")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the choice made; None, which leaves all of them, without one."""
        match self.value():
            case "yes":
                return cast("QuerySet[Any]", queryset.tables())
            case "no":
                return cast("QuerySet[Any]", queryset.without_tables())
        return None


@admin.register(Paragraph)
class ParagraphAdmin(PairedAdmin):
    """Each paragraph in its place."""

    list_display = ("place", "resolution", "kind", "label", "opening", "wording")
    list_filter = (
        "kind",
        TableFilter,
        "text__language",
        "text__resolution__stage",
        "text__resolution__organ",
    )
    search_fields = ("text__resolution__symbol", "anchor", "form", "opening", "wording")
    joined = (*PairedAdmin.joined, "parent")
    left_out = (*PairedAdmin.left_out, "search_vector", "parent__search_vector")
    fields = (
        "resolution",
        "its_text",
        "place",
        "anchor",
        "position",
        "kind",
        "number",
        "label",
        "stands_under",
        "opening",
        "form",
        "wording",
        "table_rows",
        "notes",
        "citations",
    )
    readonly_fields = (
        "resolution",
        "its_text",
        "place",
        "stands_under",
        "table_rows",
        "notes",
        "citations",
    )
    notes = rows_beside("footnotes", title="Notes")
    citations = rows_beside("citations", title="Citations")

    def view_on_site(self, paragraph: Paragraph) -> str:
        """Its place on the resolution's page."""
        return f"{address_of(paragraph.text)}#{paragraph.anchor}"

    @admin.display(description="Paragraph", ordering="position")
    def place(self, paragraph: Paragraph) -> str:
        """Where it stands, as a reader writes it."""
        return paragraph.place

    @admin.display(description="Table")
    def table_rows(self, paragraph: Paragraph) -> str:
        """Its rows, a line each, with a bar between cells."""
        return listed(
            " | ".join(paragraph.wording[start:end] for start, end in row) for row in paragraph.rows
        )

    @admin.display(description="Sub-paragraph of")
    def stands_under(self, paragraph: Paragraph) -> str:
        """The paragraph it is a part of."""
        return link_to(paragraph.parent)
