"""The form on which somebody explains what was warned of: the text is right as it stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from archive.admin.correcting.fields import CorrectionForm
from archive.admin.correcting.subjects import Beside, NoSuchPlaceError, Subject, at_field
from archive.admin.review.places import in_words
from archive.corrections import making
from archive.corrections.places import texts_of
from archive.ingest.editing.attention import warnings_left
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.parsing.parsed import ParseWarning

#: What no explanation settles, and what does.
_TO_BE_MENDED = {
    "marker_without_note": "No explanation settles a mark without its note. Write the note, or "
    "take the mark away.",
    "given_symbol_contradicted": "No explanation settles which of two symbols is right. Set the "
    "symbol, with what it rests on.",
}


class ExplanationForm(CorrectionForm):
    """An explanation."""

    why = "Why the text is right as it stands; the warning is not told any more."
    field_order = ("evidence", "revision")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["evidence"].label = "Explanation"
        self.fields["evidence"].required = True


class ExplanationSubject(Subject):
    """A warning of an edition."""

    view = "explain"
    form = ExplanationForm

    def __init__(self, edition: Edition, warning: ParseWarning) -> None:
        super().__init__(edition)
        self.warning = warning

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The warning of a code and a place. Raises NoSuchPlaceError."""
        code, place = where["code"], where["where"]
        if code in _TO_BE_MENDED:
            raise NoSuchPlaceError(_TO_BE_MENDED[code])
        for one in warnings_left(edition):
            if (one.code, one.where) == (code, place):
                return cls(edition, one)
        raise NoSuchPlaceError(f"Nothing of this kind is told of {in_words(place)} any more.")

    @property
    def title(self) -> str:
        """What the page is called."""
        return "Explain a warning"

    @property
    def where(self) -> str:
        """The place of the warning."""
        return self.warning.where

    @property
    def named(self) -> Mapping[str, str]:
        """Its code and its place."""
        return {"code": self.warning.code, "where": self.warning.where}

    def initial(self) -> dict[str, Any]:
        """Nothing."""
        return {}

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take the explanation. Raises FieldError."""
        del filled, act
        with at_field(None):
            made = making.explained(to.parsed, self.warning.code, where=self.warning.where)
            to.take(made)
        return self.where

    def counterpart(self, edition: Edition) -> Self:
        """The warning in a later edition, at its place."""
        return self.find(edition, **self.named)

    @property
    def beside(self) -> Sequence[Beside]:
        """What was warned of, and the words there."""
        told = [Beside(name="Warning", words=self.warning.message)]
        words = dict(texts_of(self.edition.parsed)).get(self.where)
        return [*told, Beside(name="The words there", words=words)] if words else told
