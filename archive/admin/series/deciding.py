"""The page on which one resolution becomes a member of a series, or is refused, with the reason."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from archive.admin.history.recorded import RecordedAdmin
from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent, SentError
from archive.ingest.lineages.curating import accept_member, not_known, refuse_member
from archive.models import Membership, Resolution, Series
from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import read_symbol

_METHODS = ["GET", "HEAD", "POST"]
_WHY = "Say why; readers of the series are told."
_NO_SYMBOL = "Write the symbol of a resolution, such as A/RES/66/164."
_MEANWHILE = (
    "Somebody has decided on it since you opened the page. Look at it as it is now, and decide "
    "again where that is still needed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A resolution that is to be decided on: what is known of it in this series and in others."""

    resolution: Resolution
    here: Membership | None
    elsewhere: Membership | None

    @property
    def seen(self) -> str:
        """What somebody who looks at it now has seen."""
        return f"{self.here.state} {self.here.decided_at}" if self.here else ""


def candidate(series: Series, symbol: str) -> Candidate:
    """The resolution of a symbol as somebody writes it: two queries.

    Raises SentError for what is no symbol, and for a resolution that the archive does not know.
    """
    resolution = _named(symbol)
    rows = list(Membership.objects.of_resolution(resolution))
    accepted = Membership.State.ACCEPTED
    return Candidate(
        resolution=resolution,
        here=next((one for one in rows if one.series_id == series.pk), None),
        elsewhere=next(
            (one for one in rows if one.series_id != series.pk and one.state == accepted), None
        ),
    )


def _named(typed: str) -> Resolution:
    """The resolution of a symbol; of several that a bare number may mean, the likeliest known."""
    read = [symbol.text for symbol in (read_symbol(typed), *spoken(typed)) if symbol]
    if not read:
        raise SentError(_NO_SYMBOL, field="symbol")
    known = (
        Resolution.objects.filter(symbol__in=read)
        .defer("search_vector")
        .in_bulk(field_name="symbol")
    )
    for symbol in read:
        if symbol in known:
            return known[symbol]
    raise SentError(not_known(read[0]), field="symbol")


class DecidingAdmin(RecordedAdmin):
    """Series with the page on which a member is decided on."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and this one."""
        return [*self.addresses(member=self.member), *super().get_urls()]

    def may_decide(self, request: HttpRequest) -> bool:
        """Whether the visitor's role decides who is of a series."""
        return bool(request.user.has_perm("archive.change_membership"))

    @method_decorator(require_http_methods(_METHODS))
    def member(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Look at a resolution by its symbol, and accept or refuse it with a reason."""
        series = self.row_to_work_on(request, pk, permission="change_membership")
        sent = Sent(request)
        is_sent = request.method == "POST"
        symbol = sent.typed("symbol") if is_sent else request.GET.get("symbol", "").strip()
        found: Candidate | None = None
        try:
            found = candidate(series, symbol)
            if not is_sent:
                return self._member_page(request, series, found=found, symbol=symbol)
            said = _decide(series, found, sent=sent)
        except REFUSALS as error:
            refusal = refusal_of(error, sent)
            return self._member_page(request, series, found=found, symbol=symbol, refusal=refusal)
        messages.success(request, said)
        return redirect("admin:archive_series_change", pk)

    def _member_page(
        self,
        request: HttpRequest,
        series: Series,
        *,
        found: Candidate | None,
        symbol: str,
        refusal: Refusal | None = None,
    ) -> HttpResponse:
        now = candidate(series, symbol) if refusal and found else found
        return self.page(
            request,
            series,
            template="admin/series/member.html",
            title=f"{now.resolution} in “{series}”" if now else f"Add to “{series}”",
            refusal=refusal,
            found=now,
            symbol=symbol,
            symbol_problem=refusal.at("symbol") if refusal else "",
            reason=Sent(request).typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
        )


def _decide(series: Series, found: Candidate, *, sent: Sent) -> str:
    """Accept or refuse, and say so. Raises one of ``REFUSALS``."""
    if sent.typed("seen") != found.seen:
        raise SentError(_MEANWHILE)
    reason = sent.words("reason", otherwise=_WHY)
    symbol = found.resolution.symbol
    if "refuse" in sent.request.POST:
        refuse_member(series.pk, symbol, by=sent.user, reason=reason)
        return f"{found.resolution} is not of “{series}”. Readers see it now."
    accept_member(series.pk, symbol, by=sent.user, reason=reason)
    return f"{found.resolution} is a member of “{series}”. Readers see it now."
