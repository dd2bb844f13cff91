"""Rows to look at: what the pages of every model for staff have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    TabularInline = admin.TabularInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    TabularInline = admin.TabularInline


class Untouched:
    """Nobody adds, changes or deletes by hand: only commands write."""

    def has_add_permission(self, *_: Any) -> bool:
        """Never."""
        return False

    def has_change_permission(self, *_: Any) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, *_: Any) -> bool:
        """Never."""
        return False


class ReadingAdmin(Untouched, ModelAdmin):
    """Rows that staff may look at.

    ``joined`` names the related rows that lists and pages show, so that one query brings them;
    ``left_out`` names columns too large to load with a row.
    """

    joined: ClassVar[tuple[str, ...]] = ()
    left_out: ClassVar[tuple[str, ...]] = ()
    list_per_page = 50
    list_max_show_all = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows with the related rows that are shown, and without their large columns."""
        rows = super().get_queryset(request).defer(*self.left_out)
        return rows.select_related(*self.joined) if self.joined else rows

    def address(self, route: str, view: Callable[..., HttpResponse], *, name: str) -> URLPattern:
        """A page below the key of a row, for staff alone, named ``archive_<model>_<name>``."""
        name = f"archive_{self.opts.model_name}_{name}"
        return path(f"<int:pk>/{route}", self.admin_site.admin_view(view), name=name)

    def addresses(self, **views: Callable[..., HttpResponse]) -> list[URLPattern]:
        """The addresses of such pages by name, in which underscores are written as hyphens."""
        return [
            self.address(f"{name.replace('_', '-')}/", view, name=name)
            for name, view in views.items()
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list.

        Raises:
            BadRequest: a NUL character, which no column can hold, or a year that no date has, in
                the address; a 400.
        """
        if any("\0" in word for name, values in request.GET.lists() for word in (name, *values)):
            raise BadRequest("A search or a filter cannot contain the NUL character.")
        try:
            return super().changelist_view(request, extra_context)
        except OverflowError as error:
            raise BadRequest("A date in the address is out of range.") from error
