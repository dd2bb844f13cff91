"""Problem reports: what readers say is wrong, and the answer they find at their private address."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html

from archive.admin.plain_forms import PlainForm, check_room
from archive.admin.queues.filters import OpenReportFilter
from archive.admin.reading import ReadingAdmin
from archive.ingest.problem_reports import StaleAnswerError, answer
from archive.models import ProblemReport
from archive.models.lengths import ROOM

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[ProblemReport]
else:
    _ModelForm = forms.ModelForm


_INCOMPLETE = (
    "The page was not sent whole, so nothing was written. What you typed is still here: open the "
    "report once more, and copy it there."
)


class AnswerForm(PlainForm, _ModelForm):
    """The state and the answer; it knows which revision its author has seen."""

    revision = forms.IntegerField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(["required", "invalid"], _INCOMPLETE)
    )

    class Meta:
        model = ProblemReport
        fields = ("state", "answer")
        help_texts: ClassVar = {"answer": f"What the reporter is told. {ROOM}"}

    def clean_answer(self) -> str:
        """The answer. Raises ValidationError for more than there is room for."""
        words: str = self.cleaned_data["answer"]
        check_room(words)
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse a closed state without an answer, and an answer to what was answered meanwhile.

        The row stays locked until it is saved. Raises ValidationError.
        """
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        present = ProblemReport.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
        if present.revision != cleaned.get("revision", present.revision):
            self.data = {**dict(self.data.items()), "revision": present.revision}
            raise ValidationError(str(StaleAnswerError(present)))
        is_closed = cleaned.get("state") in {ProblemReport.State.MENDED, ProblemReport.State.KEPT}
        if is_closed and cleaned.get("answer") == "":
            self.add_error("answer", "Say to the reporter what was done, or why nothing was.")
        return cleaned


@admin.register(ProblemReport)
class ProblemReportAdmin(ReadingAdmin):
    """Each report with its place; whoever may change it answers it."""

    form = AnswerForm
    list_display = ("said", "where", "state", "reported_at", "handled_by")
    list_filter = (OpenReportFilter, "state", "reported_at")
    search_fields = ("address", "words", "answer", "reply_to")
    date_hierarchy = "reported_at"
    ordering = ("-reported_at", "-pk")
    joined = ("handled_by", "resolution")
    left_out = ("resolution__search_vector",)
    fieldsets = (
        (None, {"fields": ("where", "words", "reply_to", "reported_at")}),
        ("Answer", {"fields": ("state", "answer", "seen_at", "handled_by", "handled_at")}),
    )
    readonly_fields = (
        *("where", "words", "reply_to", "reported_at", "seen_at", "handled_by", "handled_at"),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Whether the visitor's role answers reports."""
        return bool(request.user.has_perm("archive.change_problemreport"))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """With the revision that is seen, for those who answer."""
        shown, answered = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            return shown, answered
        fields = (*answered[1]["fields"], "revision")
        return shown, (answered[0], {**answered[1], "fields": fields})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:  # noqa: ARG002, PLR0917
        """Give the answer."""
        assert request.user.is_authenticated, "only staff come here"
        answer(
            obj.pk,
            state=obj.state,
            words=obj.answer,
            by=request.user,
            revision=form.cleaned_data["revision"],
        )

    def view_on_site(self, report: ProblemReport) -> str:
        """The place it is about."""
        return report.place_address

    @admin.display(description="What is wrong", ordering="words")
    def said(self, report: ProblemReport) -> str:
        """The beginning of the reader's words."""
        return report.words if len(report.words) <= 80 else f"{report.words[:80]}…"

    @admin.display(description="Where", ordering="address")
    def where(self, report: ProblemReport) -> str:
        """The place in words, as a link to it."""
        return format_html('<a href="{}">{}</a>', report.place_address, report.place_in_words)

    @admin.display(description="Seen by the reporter at")
    def seen_at(self, report: ProblemReport) -> str:
        """The private address, to pass on where the reporter has lost it."""
        return format_html('<a href="{0}">{0}</a>', report.get_absolute_url())
