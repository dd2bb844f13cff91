"""The views on which a text is withdrawn and restored: what readers will see, then doing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from archive.admin.history.pages import PagesAdmin
from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent
from archive.admin.withdrawing.notice import Notice, notice_of
from archive.ingest.publishing.withdrawal import last_change_of, restore, withdraw
from archive.models import Text

_METHODS = ["GET", "HEAD", "POST"]
_PERMISSION = "withdraw_text"
_WHY = "Say why it is withdrawn; readers are told."


class WithdrawingAdmin(PagesAdmin):
    """Texts that can be withdrawn and restored."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and these two."""
        own = self.addresses(withdraw=self.withdraw, restore=self.restore)
        return [*own, *super().get_urls()]

    @method_decorator(require_http_methods(_METHODS))
    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason, show what readers will see, and then withdraw."""
        text = self.row_to_work_on(request, pk, permission=_PERMISSION)
        if request.method != "POST":
            return self._withdraw_page(request, text)
        sent = Sent(request)
        try:
            reason, seen = sent.words("reason", otherwise=_WHY), sent.number("seen")
            if "confirmed" not in request.POST:
                return self._withdraw_page(request, text, notice=notice_of(text, reason=reason))
            withdraw(pk, by=sent.user, reason=reason, seen=seen)
        except REFUSALS as error:
            return self._withdraw_page(request, text, refusal=refusal_of(error, sent))
        messages.success(request, f"{text} is withdrawn. Readers are told so, and why.")
        return redirect("admin:archive_text_change", pk)

    @method_decorator(require_http_methods(_METHODS))
    def restore(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what readers will see again, and then restore."""
        text = self.row_to_work_on(request, pk, permission=_PERMISSION)
        if request.method != "POST":
            return self._restore_page(request, text)
        sent = Sent(request)
        try:
            restore(pk, by=sent.user, seen=sent.number("seen"))
        except REFUSALS as error:
            return self._restore_page(request, text, refusal=refusal_of(error, sent))
        messages.success(request, f"{text} is restored; readers see it now.")
        return redirect("admin:archive_text_change", pk)

    def _withdraw_page(
        self,
        request: HttpRequest,
        text: Text,
        *,
        notice: Notice | None = None,
        refusal: Refusal | None = None,
    ) -> HttpResponse:
        """The form, and once there is a reason, what readers will see."""
        now = self.row_to_look_at(request, text.pk) if refusal else text
        return self._page(
            request,
            now,
            name="withdraw",
            title=f"Withdraw {now}",
            refusal=refusal,
            form_is_gone=now.is_withdrawn,
            notice=notice,
            reason=Sent(request).typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
        )

    def _restore_page(
        self, request: HttpRequest, text: Text, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        now = self.row_to_look_at(request, text.pk) if refusal else text
        title = f"Restore {now}"
        return self._page(request, now, name="restore", title=title, refusal=refusal)

    def _page(
        self,
        request: HttpRequest,
        text: Text,
        *,
        name: str,
        title: str,
        refusal: Refusal | None = None,
        **context: Any,
    ) -> HttpResponse:
        """A page about a text, for whoever has seen it as it is now.

        What was seen goes on with the form, unless it is refused for what is not in the form.
        """
        is_of_form = refusal is None or refusal.field
        seen = request.POST.get("seen", "") if is_of_form else ""
        return self.page(
            request,
            text,
            template=f"admin/withdrawing/{name}.html",
            title=title,
            refusal=refusal,
            seen=seen if seen.isdigit() else last_change_of(text.pk),
            **context,
        )
