"""Memberships: what is of a series, may be, or is not, with who said so and why."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.admin.history.recorded import RecordedAdmin
from archive.admin.links import link_to, link_to_resolution
from archive.models import Membership


@admin.register(Membership)
class MembershipAdmin(RecordedAdmin):
    """Each membership; it is decided on at the page of its series."""

    list_display = ("about", "of", "state", "origin", "reason", "decided_by", "decided_at")
    list_display_links = ("state",)
    list_filter = ("state", "origin", ("series", admin.RelatedOnlyFieldListFilter))
    search_fields = ("resolution__symbol", "resolution__title", "reason")
    ordering = ("series__title", "state", "resolution__symbol")
    joined = ("resolution", "series", "decided_by")
    left_out = ("resolution__search_vector",)
    fields = ("about", "of", "state", "origin", "reason", "decided_by", "decided_at", "decision")
    readonly_fields = ("about", "of", "decision")

    @admin.display(description="Resolution", ordering="resolution__symbol")
    def about(self, membership: Membership) -> str:
        """The resolution."""
        return link_to_resolution(membership.resolution)

    @admin.display(description="Series", ordering="series__title")
    def of(self, membership: Membership) -> str:
        """The series."""
        return link_to(membership.series)

    @admin.display(description="To decide")
    def decision(self, membership: Membership) -> str:
        """The page on which it is accepted or refused."""
        address = reverse("admin:archive_series_member", args=[membership.series_id])
        query = urlencode({"symbol": membership.resolution.symbol})
        return format_html('<a href="{}?{}">Accept or refuse</a>', address, query)

    def view_on_site(self, membership: Any) -> str:
        """The page of the series."""
        return str(membership.series.get_absolute_url())
