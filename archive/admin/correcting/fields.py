"""Fields of the forms: words, kinds, and places that are written or chosen from a list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from archive.admin.plain_forms import PlainForm, check_room
from archive.corrections.structure import checked_label
from archive.corrections.values import CorrectionError
from archive.models.lengths import ROOM
from archive.parsing.blocks import squeeze
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.places import Place

#: The list that fields of places offer; anything else may be written.
PLACES_LIST = "places"
#: How many paragraphs before and behind one are offered.
_OFFERED = 100
_LONGEST_OFFER = 60
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

KINDS = [(one.value, one.value.capitalize()) for one in ParagraphKind]


class CorrectionForm(PlainForm, forms.Form):
    """What every form of a correction has: the revision somebody has seen, and why."""

    #: Fields whose words are compared when somebody else has changed the ingestion.
    told: ClassVar[tuple[str, ...]] = ()
    #: What is said at the field in which somebody writes why.
    why: ClassVar[str] = "For whoever asks in a year; it may be left empty."
    revision = forms.IntegerField(widget=forms.HiddenInput)
    evidence = forms.CharField(
        label="Why",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[check_room],
    )

    def __init__(
        self,
        *args: Any,
        parsed: ParsedResolution,
        labels: Mapping[str, str],
        help_texts: Mapping[str, str],
        **options: Any,
    ) -> None:
        self.parsed = parsed
        super().__init__(*args, **options)
        self.fields["evidence"].help_text = f"{self.why} {ROOM}"
        for name, words in labels.items():
            self.fields[name].label = words
        for name, words in help_texts.items():
            self.fields[name].help_text = words


class WordsField(forms.CharField):
    """Words of a text: a list of parts, where a blank line begins another."""

    def __init__(self, **options: Any) -> None:
        rows = options.pop("rows", 8)
        super().__init__(strip=True, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value: Any) -> Any:
        """The parts, each with single spaces."""
        words: str = super().clean(value)
        parts = (squeeze(part) for part in _BLANK_LINE.split(words.replace("\r\n", "\n")))
        return [part for part in parts if part]


class PlaceField(forms.CharField):
    """The anchor of a paragraph, which may be written as a person names it: “op. 10 (a)”."""

    def __init__(self, **options: Any) -> None:
        attrs = {"list": PLACES_LIST, "autocomplete": "off", "spellcheck": "false"}
        super().__init__(strip=True, required=False, widget=forms.TextInput(attrs=attrs), **options)


def label_written(written: str) -> str:
    """A label as it is printed; empty for none. Raises ValidationError for what is no label."""
    try:
        return checked_label(written or None, of="a paragraph") or ""
    except CorrectionError as error:
        raise forms.ValidationError(str(error)) from error


def anchor_written(parsed: ParsedResolution, written: str) -> str | None:
    """The anchor that a person means; None where no paragraph is named so."""
    wanted = _plain(written)
    for one in parsed.paragraphs:
        if wanted in {one.id, _plain(name_of(one))}:
            return one.id
    return None


def _plain(written: str) -> str:
    return re.sub(r"[\s.]+", "", written).lower()


def name_of(paragraph: Paragraph) -> str:
    """A paragraph as a person names it: “op. 10 (a)”."""
    place = Place.read(paragraph.id, label=paragraph.label or "")
    return place.in_words if place else paragraph.id


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPlace:
    """A paragraph in a list to choose from."""

    anchor: str
    told: str


def places_around(parsed: ParsedResolution, anchor: str) -> Sequence[OfferedPlace]:
    """Paragraphs to choose from: those around one, or the first; others may be written."""
    ids = [one.id for one in parsed.paragraphs]
    at = ids.index(anchor) if anchor in ids else 0
    near = parsed.paragraphs[max(0, at - _OFFERED) : at + _OFFERED]
    return [
        OfferedPlace(anchor=one.id, told=f"{name_of(one)}: {beginning(one.text)}") for one in near
    ]


def beginning(words: str) -> str:
    """The first words of a text."""
    return words if len(words) <= _LONGEST_OFFER else f"{words[:_LONGEST_OFFER].rstrip()}…"


def split_offsets(parts: Sequence[str]) -> Iterator[int]:
    """Where each part but the first begins in the words of all, the last one first."""
    for count in reversed(range(1, len(parts))):
        yield len(" ".join(parts[:count]))
