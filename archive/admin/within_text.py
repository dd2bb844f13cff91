"""Rows that stand in a text: paragraphs, notes and citations."""

from typing import ClassVar, Protocol

from django.contrib import admin

from archive.admin.history.rows import HistoryAdmin
from archive.admin.links import link_to, link_to_resolution
from archive.models import Text


class StandsInText(Protocol):
    """A row that knows its text."""

    text: Text


class WithinTextAdmin(HistoryAdmin):
    """Rows of a text, in reading order, each with its text and resolution.

    Another model's page reaches them by the filter ``text__id__exact``.
    """

    joined: ClassVar[tuple[str, ...]] = ("text__resolution",)
    left_out: ClassVar[tuple[str, ...]] = (
        "text__wording",
        "text__search_vector",
        "text__resolution__search_vector",
    )
    ordering = ("text__resolution__symbol", "text", "position")

    @admin.display(description="Resolution", ordering="text__resolution__symbol")
    def resolution(self, row: StandsInText) -> str:
        """The resolution it stands in."""
        return link_to_resolution(row.text.resolution)

    @admin.display(description="Text")
    def its_text(self, row: StandsInText) -> str:
        """The text it stands in."""
        return link_to(row.text)
