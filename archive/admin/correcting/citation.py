"""The form of a citation: what words cite, or that they cite nothing; words that cite something."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django import forms

from archive.admin.correcting.fields import PLACES_LIST, CorrectionForm, anchor_written
from archive.admin.correcting.subjects import (
    Act,
    Beside,
    FieldError,
    NoSuchPlaceError,
    Subject,
    at_field,
)
from archive.corrections import making
from archive.corrections.naming import named, quoted
from archive.corrections.places import Span, read_span, span_of, text_at
from archive.corrections.values import Correction as Value
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.tracing import place_in, trace
from archive.ingest.restoring.citing import cited_alone
from archive.models import Correction
from archive.parsing.blocks import squeeze
from archive.parsing.parsed import Citation, ParsedResolution

_NONE = "none"
_AROUND = 80


class CitationForm(CorrectionForm):
    """What some words cite."""

    told = ("words", "which", "cites")
    words = forms.CharField(
        label="Words",
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Those that cite, as they stand in the text: “resolution 53/144 of 9 December "
        "1998”.",
    )
    which = forms.IntegerField(
        label="Which of them",
        required=False,
        min_value=1,
        help_text="Where the words stand several times: 1 for the first.",
    )
    cites = forms.CharField(
        label="Cites",
        required=False,
        widget=forms.TextInput(
            attrs={"list": PLACES_LIST, "autocomplete": "off", "spellcheck": "false"}
        ),
        help_text="A symbol, such as A/RES/53/144; for a reference within the text, the paragraph.",
    )
    field_order = ("words", "which", "cites", "evidence", "revision")


class CitationSubject(Subject):
    """Words of a paragraph or note; without a span, those that somebody is to choose."""

    view = "correct_citation"
    form = CitationForm

    def __init__(self, edition: Edition, anchor: str, *, span: Span | None) -> None:
        super().__init__(edition)
        self.anchor = anchor
        self.span = span
        self.text = text_at(edition.parsed, anchor)

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The words at a place such as ``op5:10-28``, or at an anchor. Raises NoSuchPlaceError."""
        span = read_span(where["where"])
        try:
            found = cls(edition, span.source if span else where["where"], span=span)
        except CorrectionError as error:
            raise NoSuchPlaceError(str(error)) from error
        if span and not span.start < span.end <= len(found.text):
            raise NoSuchPlaceError(f"There are no such words in {named(span.source)}; look there.")
        return found

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Correct the citation {quoted(self.words)}" if self.span else "A new citation"

    @property
    def words(self) -> str:
        """The words that cite; empty where they are still to be chosen."""
        return self.text[self.span.start : self.span.end] if self.span else ""

    @property
    def where(self) -> str:
        """The words, or the anchor of where they are to be chosen."""
        return str(self.span or self.anchor)

    @property
    def named(self) -> Mapping[str, str]:
        """Likewise."""
        return {"where": self.where}

    def initial(self) -> dict[str, Any]:
        """The words and what they cite."""
        found = _cited(self.edition.parsed, self.span)
        return {
            "words": self.words,
            "which": self._which if self.span else "",
            "cites": found[0] if found else "",
        }

    @property
    def _which(self) -> str:
        """Which of several the words are; empty where they stand once."""
        starts = _starts(self.text, self.words)
        at = self.span.start if self.span else 0
        return str(starts.index(at) + 1) if len(starts) > 1 and at in starts else ""

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take what the words cite, or that they cite nothing. Raises FieldError."""
        if act == _NONE and self.span:
            start, end = self.span.start, self.span.end
            with at_field(None):
                to.take(making.uncited(to.parsed, self.anchor, start=start, end=end))
            return self.anchor
        span = self._span(filled)
        self._cite(filled["cites"], span, to=to)
        return str(span)

    def _cite(self, cites: str, span: Span, *, to: Proposal) -> None:
        if not cites:
            raise FieldError("cites", "Write what the words cite, or say that they cite nothing.")
        old = self.span
        if old and not span.overlaps(old) and _cited(to.parsed, old):
            with at_field("words"):
                to.take(making.uncited(to.parsed, self.anchor, start=old.start, end=old.end))
        symbol = anchor_written(to.parsed, cites) or cites
        with at_field("cites"):
            for one in _citing(span, symbol, to=to):
                to.take(one)

    def _span(self, filled: Mapping[str, Any]) -> Span:
        """The words that a form names. Raises FieldError."""
        words, which = squeeze(filled["words"]), filled["which"]
        if self.span and (words, str(which or "")) == (self.words, self._which):
            return self.span
        starts = _starts(self.text, words)
        if not starts:
            raise FieldError("words", f"{quoted(words)} does not stand there; copy the words.")
        if len(starts) > 1 and which is None:
            raise FieldError("which", f"The words stand {len(starts)} times; say which they are.")
        if which is not None and which > len(starts):
            raise FieldError("which", f"The words stand only {_times(len(starts))}.")
        start = starts[(which or 1) - 1]
        return Span(self.anchor, start, start + len(words))

    def counterpart(self, edition: Edition) -> Self:
        """The same words of the same paragraph or note in a later edition."""
        anchor = place_in(edition.parsed, self.anchor, words=self.text)
        now = text_at(edition.parsed, anchor) if anchor else ""
        if self.span is None and anchor:
            return self.find(edition, where=anchor)
        starts = _starts(now, self.words)
        if anchor is None or self.span is None or not starts:
            raise NoSuchPlaceError(
                f"{quoted(self.words)} does not stand in {named(self.anchor)} any more."
            )
        start = self.span.start if self.span.start in starts else starts[0]
        return self.find(edition, where=str(Span(anchor, start, start + len(self.words))))

    @property
    def acts(self) -> Sequence[Act]:
        """Say that the words are no citation, where they are one."""
        if not _cited(self.edition.parsed, self.span):
            return ()
        return [Act(name=_NONE, label="This is no citation", remark=f"“{self.words}”")]

    @property
    def beside(self) -> Sequence[Beside]:
        """The words in their place, and what the parser found."""
        if self.span is None:
            return [Beside(name="The words", words=self.text)]
        return [
            Beside(name="In its place", words=_around(self.text, self.span)),
            Beside(name="The parser read", words=self._as_parsed()),
        ]

    def _as_parsed(self) -> str:
        parsed = self.edition.as_parsed
        anchor = trace(self.edition, self.anchor).anchor
        told = [
            one.target or one.pinpoint or ""
            for one in parsed.citations
            if one.source == anchor and one.text == self.words and not one.of_whole
        ]
        return ", ".join(dict.fromkeys(told)) or "No citation."

    @property
    def history(self) -> Sequence[Correction]:
        """The correction of what the words cite."""
        last = self.edition.set_at(str(self.span))
        return [last] if last else []


def _citing(span: Span, symbol: str, *, to: Proposal) -> Sequence[Value]:
    """The corrections by which words cite something in the place of what they cite now.

    What the parser found gives way by itself, what a person has said only when it is taken out.
    """
    if to.is_set(str(span)):
        return cited_alone(to.parsed, span, symbol=symbol)
    source, start, end = span.source, span.start, span.end
    return [making.cited(to.parsed, source, start=start, end=end, symbol=symbol)]


def _cited(parsed: ParsedResolution, span: Span | None) -> list[str]:
    """What the words of a span cite."""
    return [_name(one) for one in parsed.citations if span_of(one) == span and not one.of_whole]


def _name(one: Citation) -> str:
    return one.target or one.pinpoint or ""


def _times(count: int) -> str:
    return "once; leave it empty" if count == 1 else f"{count} times"


def _starts(text: str, words: str) -> list[int]:
    """Where words begin in a text."""
    if not words:
        return []
    return [at for at in range(len(text)) if text.startswith(words, at)]


def _around(text: str, span: Span) -> str:
    """Words with some of those around them."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = "…" if start else ""
    return f"{before}{text[start:end]}{'…' if end < len(text) else ''}"
