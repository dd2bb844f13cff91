"""The form to which a draft is brought: pasted, as a file, or carried by the page of a report."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from archive.parsing.contract import Record
from archive.web.draft.reading import UnreadDraftError, read_carried, read_draft
from archive.web.draft.received import MOST_BYTES, MOST_PASTED_CHARACTERS, too_large, too_long

_TOO_MUCH = "too_much"


class DraftForm(forms.Form):
    """A draft in one of three ways; ``record`` is what was read of it, where the form is valid."""

    pasted = forms.CharField(required=False, strip=False)
    chosen = forms.FileField(required=False, allow_empty_file=True)
    carried = forms.CharField(required=False)

    record: Record

    @property
    def status(self) -> HTTPStatus:
        """What a form that is not valid is answered: 413 for too much, else 400."""
        if any(self.has_error(name, _TOO_MUCH) for name in self.fields):
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return HTTPStatus.BAD_REQUEST

    def clean_pasted(self) -> str:
        """The pasted text, to the letter."""
        pasted: str = self.cleaned_data["pasted"].replace("\r\n", "\n")
        if len(pasted) > MOST_PASTED_CHARACTERS:
            raise forms.ValidationError(too_long(), _TOO_MUCH)
        return pasted

    def clean_chosen(self) -> bytes | None:
        """The bytes of the file, if one was chosen."""
        chosen = self.cleaned_data["chosen"]
        if chosen is None:
            return None
        if (chosen.size or 0) > MOST_BYTES:
            raise forms.ValidationError(too_large(), _TOO_MUCH)
        content: bytes = chosen.read()
        return content

    def clean(self) -> dict[str, Any]:
        """One draft, and what is read of it."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.record = self._read(cleaned)
            except UnreadDraftError as error:
                self.add_error("pasted" if cleaned["pasted"].strip() else "chosen", str(error))
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> Record:
        """What is read of the draft. Raises UnreadDraftError, also where there is none, or two."""
        pasted, chosen, words = (cleaned[name] for name in ("pasted", "chosen", "carried"))
        if words:
            return read_carried(words)
        if pasted.strip() and chosen is not None:
            raise UnreadDraftError(_("Paste a draft or choose a file; here are both."))
        if not pasted.strip() and chosen is None:
            raise UnreadDraftError(_("Paste a draft, or choose a file."))
        return read_draft(pasted.encode() if chosen is None else chosen)
