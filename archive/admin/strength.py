"""The scale of openings: who keeps it, with a source for each place and its doubts."""

import re
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from archive.admin.history.recorded import RecordedAdmin
from archive.admin.plain_forms import PlainForm, check_room
from archive.comparison.strengths import degree_form
from archive.ingest.publishing.history import history_of
from archive.ingest.strengths import place, take_off
from archive.models import OpeningStrength
from archive.models.lengths import ROOM

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[OpeningStrength]
else:
    _ModelForm = forms.ModelForm

_CHANGED = (
    "Somebody has changed this since you opened the page. Look at it as it is now, and change it "
    "again where that is still needed."
)
_ON_THE_SCALE = "This opening is on the scale already. Change it there."
_STEPS = 999
_PHRASE = re.compile(r"[a-z-]+( [a-z-]+)*")


class StrengthForm(PlainForm, _ModelForm):
    """A place of the scale, with why it is changed; it knows which state its author has seen."""

    rank = forms.IntegerField(
        min_value=1,
        max_value=_STEPS,
        help_text="From 1, the weakest. Phrases that are as strong as each other have the same.",
    )
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=f"Why you change it, for the history. It may stay empty. {ROOM}",
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = OpeningStrength
        fields = ("family", "phrase", "rank", "source", "doubt")
        error_messages: ClassVar = {"phrase": {"unique": _ON_THE_SCALE}}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["seen"] = _last_state(self.instance)

    def clean_family(self) -> str:
        """The family, spelled as the scale has it where it is there in other letters."""
        written: str = " ".join(self.cleaned_data["family"].split())
        return OpeningStrength.objects.spelling_of_family(written) or written

    def clean_phrase(self) -> str:
        """The phrase. Raises ValidationError where openings are never read so."""
        written: str = " ".join(self.cleaned_data["phrase"].lower().split())
        if not _PHRASE.fullmatch(written):
            raise ValidationError("Write it in small letters, with single spaces between words.")
        form = degree_form(written)
        if form != written:
            raise ValidationError(f"Openings are read as “{form}”. Write it so.")
        return written

    def clean(self) -> dict[str, Any]:
        """Refuse what is too long, and a change of what was changed meanwhile.

        The row stays locked until it is saved. Raises ValidationError.
        """
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("source", "doubt", "reason"):
            try:
                check_room(cleaned.get(name, ""))
            except ValidationError as error:
                self.add_error(name, error)
        if self.instance.pk:
            OpeningStrength.objects.select_for_update().get(pk=self.instance.pk)
            if cleaned.get("seen") != _last_state(self.instance):
                self.data = {**dict(self.data.items()), "seen": _last_state(self.instance)}
                raise ValidationError(_CHANGED)
        return cleaned


def _last_state(strength: OpeningStrength) -> int | None:
    """The key of the last record of a row; None before it has one."""
    latest: Any = history_of(OpeningStrength).filter(id=strength.pk).first()
    return latest.history_id if latest else None


@admin.register(OpeningStrength)
class OpeningStrengthAdmin(RecordedAdmin):
    """The scale as a table; readers see each change at once."""

    form = StrengthForm
    actions = None
    list_display = ("phrase", "family", "rank", "source", "doubt")
    list_filter = ("family",)
    search_fields = ("phrase", "family", "source", "doubt")
    ordering = ("family", "rank", "phrase")
    list_per_page = 200

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Those of the row, and for who may change it why, and what was seen."""
        may_change = self.has_change_permission(request, obj)
        return (*StrengthForm.Meta.fields, *(("reason", "seen") if may_change else ()))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor's role keeps the scale."""
        return bool(request.user.has_perm("archive.add_openingstrength"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """The same for what is there."""
        return bool(request.user.has_perm("archive.change_openingstrength"))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """The same for what is to go."""
        return bool(request.user.has_perm("archive.delete_openingstrength"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:  # noqa: ARG002, PLR0917
        """Write the place, and who wrote it."""
        assert request.user.is_authenticated, "only staff come here"
        place(obj, by=request.user, reason=form.cleaned_data["reason"])

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Take the phrase off the scale."""
        assert request.user.is_authenticated, "only staff come here"
        take_off(obj, by=request.user)

    def view_on_site(self, strength: OpeningStrength) -> str:  # noqa: ARG002
        """The page of the scale."""
        return reverse("strengths")
