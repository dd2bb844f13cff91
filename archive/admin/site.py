"""The site of the pages for staff: who comes in, and what the first page shows."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.http import urlencode

from archive.admin.accounts import second_factor
from archive.admin.accounts.login import StaffLoginForm
from archive.admin.accounts.second_factor import is_half_way, is_proven
from archive.admin.queues.queues import queues


class StaffSite(AdminSite):
    """Django’s admin with the archive’s login, and its queues on the first page."""

    site_header = "Recalling"
    site_title = "Recalling"
    index_title = "The archive"
    login_form = StaffLoginForm

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether somebody is of the staff, and has proven it as settings ask."""
        return super().has_permission(request) and is_proven(request)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The pages of the admin, and those of the second factor.

        Whoever has given the password alone can log out as well, which Django’s own address has
        only those do whom it lets in.
        """
        recovery = self.admin_view(self.recovery_codes)
        picture = second_factor.second_factor_picture
        return [
            path("logout/", self.logout, name="logout"),
            path("second-factor/", self.second_factor, name="second_factor"),
            path("second-factor/code.svg", picture, name="second_factor_picture"),
            path("second-factor/recovery/", recovery, name="recovery_codes"),
            *super().get_urls(),
        ]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form for name and password; who has come through it goes on to the second factor."""
        if request.method == "GET" and is_half_way(request):
            query = {
                name: request.GET[name] for name in (REDIRECT_FIELD_NAME,) if name in request.GET
            }
            return redirect(f"{reverse('admin:second_factor')}?{urlencode(query)}".rstrip("?"))
        return super().login(request, extra_context)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The queues, and below them every table that the visitor may see."""
        return super().index(request, {"queues": queues(self, request), **(extra_context or {})})

    def second_factor(self, request: HttpRequest) -> HttpResponse:
        """The page on which to set a second factor up, or to give it."""
        return second_factor.second_factor(request, self.each_context(request))

    def recovery_codes(self, request: HttpRequest) -> HttpResponse:
        """The page for codes on paper."""
        return second_factor.recovery_codes(request, self.each_context(request))
