"""The views on which a text is withdrawn and restored: what readers will see, then doing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from archive.admin.history.pages import PagesAdmin
from archive.admin.review.sent import Sent
from archive.admin.withdrawing.notice import notice_of
from archive.ingest.publishing.withdrawal import WithdrawalError, last_change_of, restore, withdraw
from archive.models import Text

_METHODS = ["GET", "HEAD", "POST"]
_PERMISSION = "withdraw_text"


class WithdrawingAdmin(PagesAdmin):
    """Texts that can be withdrawn and restored."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and these two."""
        views = {"withdraw": self.withdraw, "restore": self.restore}
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"archive_text_{name}")
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_http_methods(_METHODS))
    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason, show what readers will see, and then withdraw."""
        text = self.row_to_work_on(request, pk, permission=_PERMISSION)
        if request.method != "POST":
            return self._withdraw_page(request, text)
        sent = Sent(request)
        reason = sent.text("reason")
        if "confirmed" not in request.POST or not reason:
            return self._withdraw_page(request, text, is_asked=True)
        try:
            withdraw(pk, by=sent.user, reason=reason, seen=sent.number("seen"))
        except WithdrawalError as error:
            return self._withdraw_page(request, text, problem=str(error))
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
        except WithdrawalError as error:
            return self._restore_page(request, text, problem=str(error))
        messages.success(request, f"{text} is restored; readers see it now.")
        return redirect("admin:archive_text_change", pk)

    def _withdraw_page(
        self, request: HttpRequest, text: Text, *, is_asked: bool = False, problem: str = ""
    ) -> HttpResponse:
        """The form, and once there is a reason, what readers will see."""
        reason = Sent(request).text("reason")
        title = f"Withdraw {text}"
        if problem:
            text = self.row_to_look_at(request, text.pk)
        missing = is_asked and not reason
        return self._page(
            request,
            text,
            name="withdraw",
            title=title,
            notice=notice_of(text, reason=reason) if reason and not problem else None,
            reason=reason,
            reason_problem="Say why it is withdrawn; readers are told." if missing else "",
            problem=problem,
        )

    def _restore_page(self, request: HttpRequest, text: Text, *, problem: str = "") -> HttpResponse:
        if problem:
            text = self.row_to_look_at(request, text.pk)
        return self._page(request, text, name="restore", title=f"Restore {text}", problem=problem)

    def _page(
        self, request: HttpRequest, text: Text, *, name: str, title: str, **context: Any
    ) -> HttpResponse:
        """A page about a text, for whoever has seen it as it is now.

        What was seen goes on with the form, until somebody else changes the text.
        """
        seen = request.POST.get("seen") if not context["problem"] else None
        return self.page(
            request,
            text,
            template=f"admin/withdrawing/{name}.html",
            title=title,
            seen=seen if seen and seen.isdigit() else last_change_of(text.pk),
            **context,
        )
