"""The pages on which a person confirms or corrects what became of a paragraph."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from archive.admin.pairing.beside import Beside, beside, beside_each, choices, paired_in
from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent, SentError
from archive.admin.within_text import WithinTextAdmin
from archive.ingest.lineages.deciding import (
    confirm_pairing,
    deny_pairing,
    forget_decision,
    pair_instead,
)
from archive.ingest.lineages.neighbours import MemberText, members_of
from archive.ingest.lineages.reasons import NO_REASON
from archive.models import Membership, OpeningStrength, Paragraph, ParagraphPairing, Text

_METHODS = ["GET", "HEAD", "POST"]
_PERMISSION = "change_paragraphpairing"
_PER_PAGE = 50
_MEANWHILE = (
    "Somebody has decided on the two since you opened the page. Look at them as they are now, and "
    "decide again where that is still needed."
)


class PairedAdmin(WithinTextAdmin):
    """Paragraphs with what they became and what they come from."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and those of pairings."""
        own = [
            self.address("pairings/", self.pairings, name="pairings"),
            self.address("pairings/in/<int:text>/", self.choose, name="pairing_choices"),
            self.address("pairings/<int:other>/", self.pairing, name="pairing"),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_safe)
    def pairings(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A paragraph beside each that it is paired with, and the texts of its series."""
        paragraph = self.row_to_work_on(request, pk, permission="view_paragraphpairing")
        order = _order(paragraph)
        rows = list(ParagraphPairing.objects.of_paragraph(paragraph))
        scale = OpeningStrength.objects.scale()
        return self._page(
            request,
            paragraph,
            name="pairings",
            title=f"What became of {_called(paragraph)}",
            pairs=beside_each(paragraph, rows, order=order, scale=scale),
            texts=[one for one in order if one.text != paragraph.text_id],
            is_member=any(one.text == paragraph.text_id for one in order),
            may_decide=request.user.has_perm(f"archive.{_PERMISSION}"),
        )

    @method_decorator(require_safe)
    def choose(self, request: HttpRequest, pk: int, *, text: int) -> HttpResponse:
        """The paragraphs of another text of the series, the likest first. Raises Http404."""
        paragraph = self.row_to_work_on(request, pk, permission=_PERMISSION)
        named = {one.text: one.symbol for one in _order(paragraph) if one.text != paragraph.text_id}
        if text not in named:
            raise Http404("That text is not of the same series.")
        others = list(Paragraph.objects.standing_in_any([Text(pk=text)]))
        return self._page(
            request,
            paragraph,
            name="choices",
            title=f"Pair {_called(paragraph)} with a paragraph of {named[text]}",
            symbol=named[text],
            shown=Paginator(choices(paragraph, others), _PER_PAGE).get_page(request.GET.get("p")),
        )

    @method_decorator(require_http_methods(_METHODS))
    def pairing(self, request: HttpRequest, pk: int, *, other: int) -> HttpResponse:
        """Two paragraphs with what makes the one the other; then the decision, with its reason."""
        paragraph = self.row_to_work_on(request, pk, permission=_PERMISSION)
        two = _two(paragraph, self.row_to_look_at(request, other))
        if request.method != "POST":
            return self._pairing_page(request, paragraph, two=two)
        sent = Sent(request)
        try:
            said = _decide(paragraph, two, sent=sent)
        except REFUSALS as error:
            now = _two(paragraph, two.other)
            return self._pairing_page(request, paragraph, two=now, refusal=refusal_of(error, sent))
        messages.success(request, f"{said} Readers see it now.")
        return redirect("admin:archive_paragraph_pairings", pk)

    def _pairing_page(
        self,
        request: HttpRequest,
        paragraph: Paragraph,
        *,
        two: Beside,
        refusal: Refusal | None = None,
    ) -> HttpResponse:
        sent = Sent(request)
        return self._page(
            request,
            paragraph,
            name="pairing",
            title=f"{_called(two.earlier)} and {_called(two.later)}",
            refusal=refusal,
            two=two,
            instead=_instead(paragraph, two.other),
            reason=sent.typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
        )

    def _page(
        self,
        request: HttpRequest,
        paragraph: Paragraph,
        *,
        name: str,
        **context: Any,
    ) -> HttpResponse:
        return self.page(request, paragraph, template=f"admin/pairing/{name}.html", **context)


def _called(paragraph: Paragraph) -> str:
    return f"{paragraph.text.resolution}, {paragraph.place}"


def _order(paragraph: Paragraph) -> Sequence[MemberText]:
    """The texts of the series that a paragraph's resolution is of, in order; none without one."""
    rows = Membership.objects.accepted().of_resolution(paragraph.text.resolution)
    membership = rows.first()
    return members_of(membership.series_id) if membership else ()


def _two(paragraph: Paragraph, other: Paragraph) -> Beside:
    """Two paragraphs as they stand to each other now. Raises Http404 for one and itself."""
    if paragraph.pk == other.pk:
        raise Http404("A paragraph is not paired with itself.")
    pairing = ParagraphPairing.objects.between(paragraph, other).with_places().first()
    scale = OpeningStrength.objects.scale()
    return beside(paragraph, other, order=_order(paragraph), scale=scale, pairing=pairing)


def _instead(paragraph: Paragraph, other: Paragraph) -> Paragraph | None:
    """The one other paragraph of that text that this one is paired with; None for several."""
    found = paired_in(
        paragraph, other, pairings=list(ParagraphPairing.objects.of_paragraph(paragraph))
    )
    return found[0] if len(found) == 1 else None


def _decide(paragraph: Paragraph, two: Beside, *, sent: Sent) -> str:
    """Do what was pressed, and say what was done. Raises one of ``REFUSALS``."""
    if sent.typed("seen") != two.seen:
        raise SentError(_MEANWHILE)
    both = f"{_called(two.earlier)} and {_called(two.later)}"
    pressed = sent.request.POST
    keys = (paragraph.pk, two.other.pk)
    if "forget" in pressed:
        forget_decision(*keys, by=sent.user, reason=_reason(sent))
        return f"What was decided on {both} is taken back."
    if "deny" in pressed:
        deny_pairing(*keys, by=sent.user, reason=_reason(sent))
        return f"{both} are two paragraphs."
    _confirm(paragraph, two, sent=sent)
    return f"{both} are one paragraph."


def _confirm(paragraph: Paragraph, two: Beside, *, sent: Sent) -> None:
    """Pair the two; where that is ticked, deny the one that was paired before."""
    wrong = _instead(paragraph, two.other)
    reason = _reason(sent)
    if wrong is not None and sent.typed("instead_of") == str(wrong.pk):
        pair_instead(paragraph.pk, wrong=wrong.pk, right=two.other.pk, by=sent.user, reason=reason)
    else:
        confirm_pairing(paragraph.pk, two.other.pk, by=sent.user, reason=reason)


def _reason(sent: Sent) -> str:
    return sent.words("reason", otherwise=NO_REASON)
