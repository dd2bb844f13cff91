"""The form of a fact of the masthead, which rests on lines of the file or on somebody’s words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Self

from django import forms

from archive.admin.correcting.fields import CorrectionForm
from archive.admin.correcting.subjects import (
    Beside,
    NoSuchPlaceError,
    Subject,
    at_field,
)
from archive.admin.review.masthead import Offer, offers
from archive.corrections import making
from archive.corrections.facts import FACTS, fact_in
from archive.corrections.naming import quoted
from archive.corrections.values import MASTHEAD
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.models import Correction, Evidence

_HELP = {
    "symbol": "In full, such as A/RES/66/164.",
    "title": "As it is printed, without the number.",
    "adopted_on": "2011-12-19 or 19 December 2011.",
    "adoption": "“without a vote”, or “recorded vote 127-14-41”: in favour, against, abstaining.",
    "distributed_on": "2011-12-19 or 19 December 2011.",
    "meeting": "The number of the plenary meeting, such as 89.",
    "committee_report": "The document, such as A/66/462/Add.2.",
    "agenda_item": "As it is printed, such as 69 (b).",
    "draft_symbol": "The draft that was adopted, such as A/C.3/66/L.29.",
    "sponsors": "Chile, Norway; additional: Peru.",
    "stage": "“adopted” or “draft”.",
    "adopted_as": "Of a draft, the symbol that it was adopted under.",
    "series": "The name of the series that it belongs to.",
}


class FactForm(CorrectionForm):
    """A fact, and what it rests on."""

    told = ("words",)
    why = (
        "Where it is printed, or who says so; needed unless lines of the file are chosen. Readers "
        "see it."
    )
    words = forms.CharField(label="Fact", required=False)
    lines = forms.MultipleChoiceField(
        label="The file prints it here",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose the lines that it rests on.",
    )
    field_order = ("words", "lines", "evidence", "revision")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lines = [(str(number), one) for number, one in enumerate(self.parsed.masthead.lines)]
        field = self.fields["lines"]
        assert isinstance(field, forms.MultipleChoiceField), "it is declared so above"
        field.choices = lines
        if not lines:
            del self.fields["lines"]
        self.fields["evidence"].label = "What it rests on"

    def clean(self) -> dict[str, Any]:
        """Refuse a fact that rests on nothing."""
        if not self.cleaned_data.get("lines") and not self.cleaned_data.get("evidence"):
            self.add_error("evidence", "Say what it rests on: where it is printed, or who says so.")
        return self.cleaned_data


class FactSubject(Subject):
    """A fact of an edition’s masthead."""

    view = "correct_fact"
    form = FactForm
    is_set_by_evidence = True

    def __init__(self, edition: Edition, fact: str) -> None:
        super().__init__(edition)
        self.fact = fact

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The fact of a name. Raises NoSuchPlaceError."""
        if where["fact"] not in FACTS:
            raise NoSuchPlaceError(
                f"There is no fact {quoted(where['fact'])}; the facts are {', '.join(FACTS)}."
            )
        return cls(edition, where["fact"])

    @property
    def label(self) -> str:
        """The fact as readers see it called."""
        return str(Evidence.Fact(self.fact).label)

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Correct the fact “{self.label}”"

    @property
    def where(self) -> str:
        """The place in the masthead."""
        return f"{MASTHEAD}{self.fact}"

    @property
    def named(self) -> Mapping[str, str]:
        """Its name."""
        return {"fact": self.fact}

    @property
    def help_texts(self) -> Mapping[str, str]:
        """How the fact is written."""
        return {"words": f"{_HELP[self.fact]} Empty where there is none."}

    @property
    def labels(self) -> Mapping[str, str]:
        """The name of the fact."""
        return {"words": self.label}

    @property
    def _now(self) -> str | None:
        facts = self.edition.corrected.facts
        return fact_in(self.edition.parsed.masthead, self.fact, facts=facts)

    def initial(self) -> dict[str, Any]:
        """The fact as the edition has it."""
        return {"words": self._now or ""}

    def started(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """What was offered, where the address says which."""
        offered = {str(number): one for number, one in enumerate(self._offers)}
        offer = offered.get(asked.get("offer", ""))
        if offer is None:
            return self.initial()
        return {"words": offer.symbol, "evidence": offer.evidence}

    @cached_property
    def _offers(self) -> Sequence[Offer]:
        return offers(self.edition) if self.fact == "symbol" else ()

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take the fact. Raises FieldError."""
        del act
        with at_field("words"):
            made = making.fact_set(to.parsed, self.fact, words=filled["words"])
            to.take(replace(made, before=self._now))
        return self.where

    def evidence(self, filled: Mapping[str, Any]) -> str:
        """The lines of the file, and what else was written."""
        printed = self.edition.parsed.masthead.lines
        lines = "; ".join(f"“{printed[int(one)]}”" for one in filled.get("lines", ()))
        in_file = f"The file prints {lines}." if lines else ""
        return f"{in_file} {filled['evidence']}".strip()

    def counterpart(self, edition: Edition) -> Self:
        """The fact in a later edition."""
        return self.find(edition, fact=self.fact)

    @property
    def beside(self) -> Sequence[Beside]:
        """What the parser read."""
        read = fact_in(self.edition.as_parsed.masthead, self.fact, facts={})
        now = self._now or ""
        told = read or "Nothing."
        shown = Beside(
            name="The parser read", words=told, now=now if read and read != now else None
        )
        last = self.edition.set_at(self.where)
        rests = [Beside(name="It rests on", words=last.evidence)] if last else []
        return [shown, *rests]

    @property
    def history(self) -> Sequence[Correction]:
        """The corrections of it that stand."""
        return [one for one in reversed(self.edition.corrections) if one.where == self.where]

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """What the text may be, for a symbol that is not printed."""
        return [
            (f"Take {one.symbol}: {one.told}", f"{self.address}?offer={number}")
            for number, one in enumerate(self._offers)
            if one.symbol
        ]
