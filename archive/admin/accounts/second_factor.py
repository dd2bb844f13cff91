"""The pages of the second factor: setting an app up, typing its code, and codes on paper.

Only where settings require it; elsewhere these addresses answer 404. Whoever is here has typed the
right password, and sees no other page for staff before the code is right.
"""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_otp import login as note_device

from archive.admin.accounts.codes import CodeForm
from archive.admin.accounts.devices import (
    has_app,
    new_app,
    new_recovery_codes,
    recovery_codes_count,
    secret_in_groups,
)
from archive.admin.accounts.login import address_of
from archive.admin.accounts.picture import qr_picture

_logger = logging.getLogger(__name__)


def is_proven(request: HttpRequest) -> bool:
    """Whether the visitor has given a second factor, where one is asked for."""
    if not settings.ADMIN_SECOND_FACTOR_REQUIRED:
        return True
    return bool(getattr(request.user, "otp_device", None))


def is_half_way(request: HttpRequest) -> bool:
    """Whether a member of staff has given the password, and a second factor is still to come."""
    user = request.user
    return bool(user.is_active and user.is_staff) and not is_proven(request)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Set an app up, or type the code of the one that there is."""
    if not is_half_way(request):
        return _not_here(request)
    user = _member(request)
    is_new = not has_app(user)
    form = CodeForm(user, request.POST or None, is_new=is_new)
    if request.method == "POST" and form.is_valid():
        return _let_in(request, form, context=context | {"is_new": is_new})
    if form.errors:
        _logger.warning("Refused a code from %s as %s.", address_of(request), user)
    secret = secret_in_groups(new_app(user)) if is_new else ""
    page = {"form": form, "is_new": is_new, "secret": secret, "next": _next(request)}
    title = "Set up the second factor" if is_new else "Second factor"
    return render(request, "admin/accounts/second_factor.html", context | page | {"title": title})


@never_cache
@require_safe
def second_factor_picture(request: HttpRequest) -> HttpResponse:
    """The secret of an app that is being set up, as a QR code for it to read."""
    if not is_half_way(request) or has_app(_member(request)):
        raise Http404
    return HttpResponse(qr_picture(new_app(_member(request)).config_url), "image/svg+xml")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """How many codes on paper are left; sent, new ones in their place, shown this once."""
    if not settings.ADMIN_SECOND_FACTOR_REQUIRED:
        raise Http404
    user = _member(request)
    codes = new_recovery_codes(user) if request.method == "POST" else []
    return _codes_page(request, context, codes=codes)


def _not_here(request: HttpRequest) -> HttpResponse:
    """404 where there is no second factor; else on to the pages, or back to the password."""
    if not settings.ADMIN_SECOND_FACTOR_REQUIRED:
        raise Http404
    if request.user.is_active and request.user.is_staff:
        return HttpResponseRedirect(_next(request))
    return redirect_to_login(_next(request), reverse("admin:login"))


def _let_in(request: HttpRequest, form: CodeForm, *, context: dict[str, Any]) -> HttpResponse:
    """Note what the code came from; who has set an app up is shown codes for paper first."""
    request.session.cycle_key()
    note_device(request, form.device)
    _logger.info("%s gave a second factor from %s.", request.user, address_of(request))
    if not context["is_new"]:
        return HttpResponseRedirect(_next(request))
    return _codes_page(request, context, codes=new_recovery_codes(_member(request)))


def _codes_page(request: HttpRequest, context: dict[str, Any], *, codes: list[str]) -> HttpResponse:
    page = {
        "title": "Recovery codes",
        "codes": codes,
        "left": recovery_codes_count(_member(request)),
        "next": _next(request),
        "has_permission": True,
    }
    return render(request, "admin/accounts/recovery_codes.html", context | page)


def _member(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _next(request: HttpRequest) -> str:
    """The page of this archive that was asked for first, else the first of those for staff."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure()):
        return wanted
    return reverse("admin:index")
