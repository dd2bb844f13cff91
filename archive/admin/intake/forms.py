"""The form on which staff bring files."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxLengthValidator

from archive.admin.plain_forms import PlainForm
from archive.ingest.intake.brought import BroughtFile
from archive.ingest.intake.limits import MOST_BYTES_TOGETHER, MOST_PASTED_CHARACTERS
from archive.ingest.resolutions import is_kept
from archive.parsing.symbols import Symbol, SymbolError

if TYPE_CHECKING:
    File = UploadedFile[Any]
else:
    File = UploadedFile

PASTED_NAME = "pasted.txt"
#: Checked when it has come in: a browser would cut what is pasted, and say nothing.
_LONGEST_ORIGIN = 500
_LONGEST_SYMBOL = 80


class FilesInput(forms.ClearableFileInput):
    """A choice of one file or of many."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or many; an empty one is for intake to refuse by itself, beside the others."""

    widget = FilesInput

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_empty_file=True, **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files that were sent, in order."""
        return [super(FilesField, self).clean(one, initial) for one in data or ()]


class BringForm(PlainForm, forms.Form):
    """Files or a text, where they are from, and what the one file is if somebody knows."""

    chosen = FilesField(label="Files", required=False)
    pasted = forms.CharField(
        label="Or paste the text of a resolution",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=(
            "As it is printed, with its masthead and its notes; at most "
            f"{MOST_PASTED_CHARACTERS:,} characters, some eighty pages."
        ),
    )
    received_from = forms.CharField(
        label="Where from",
        validators=[MaxLengthValidator(_LONGEST_ORIGIN)],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="A web address, a library, a person. Readers see it beside the text.",
    )
    given_symbol = forms.CharField(
        label="What is it",
        required=False,
        validators=[MaxLengthValidator(_LONGEST_SYMBOL)],
        widget=forms.TextInput(attrs={"class": "vTextField", "spellcheck": "false"}),
        help_text=(
            "Of one file, its symbol if you know it, such as A/RES/66/164. Where the file prints "
            "another, you are told."
        ),
    )

    def clean_pasted(self) -> str:
        """The pasted text, to the letter."""
        pasted: str = self.cleaned_data["pasted"]
        count = len(pasted.replace("\r\n", "\n"))
        if count > MOST_PASTED_CHARACTERS:
            raise forms.ValidationError(
                f"The pasted text has {count:,} characters, and may have "
                f"{MOST_PASTED_CHARACTERS:,}. Save it as a file, and choose that."
            )
        return pasted

    def clean_given_symbol(self) -> str:
        """The symbol in its canonical form."""
        written: str = self.cleaned_data["given_symbol"]
        if not written:
            return ""
        try:
            symbol = Symbol.read(written)
        except SymbolError as error:
            raise forms.ValidationError(f"{error} Leave it empty if you do not know.") from error
        if not is_kept(symbol):
            raise forms.ValidationError(
                f"{symbol} names neither a resolution nor a draft of one. Leave it empty if you do "
                "not know."
            )
        return symbol.text

    def clean(self) -> dict[str, Any]:
        """What the fields say together."""
        brought = list(self.brought())
        count, together = len(brought), sum(file.size_bytes for file in brought)
        if together > MOST_BYTES_TOGETHER:
            self.add_error(
                "chosen",
                f"The files have {together:,} bytes together, and a batch takes "
                f"{MOST_BYTES_TOGETHER:,}. Send them in several batches.",
            )
        if not count and not self.errors:
            self.add_error("chosen", "Choose a file, or paste a text.")
        if count > 1 and self.cleaned_data.get("given_symbol"):
            self.add_error(
                "given_symbol", f"You bring {count} files. Say what it is of one file only."
            )
        return self.cleaned_data

    def brought(self) -> Iterator[BroughtFile]:
        """The pasted text and the files; of too many, it is files that wait for another batch."""
        pasted: str = self.cleaned_data.get("pasted") or ""
        if pasted.strip():
            content = pasted.encode()
            yield BroughtFile(name=PASTED_NAME, size_bytes=len(content), read=lambda: content)
        for file in self.cleaned_data.get("chosen") or ():
            yield _brought(file)


def _brought(file: File) -> BroughtFile:
    return BroughtFile(name=file.name or "", size_bytes=file.size or 0, read=file.read)
