"""Subjects: what a form corrects, found in one edition, and what a person may do with it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.http import QueryDict
from django.urls import reverse

from archive.admin.correcting.fields import CorrectionForm
from archive.comparison.words import Change, word_changes
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.models import Correction

SAVE = "save"


class NoSuchPlaceError(Exception):
    """A place that an edition does not have; the message says so and what to do."""


class FieldError(Exception):
    """What cannot be done with what stands in a field; None for the whole form."""

    def __init__(self, field: str | None, message: str) -> None:
        super().__init__(message)
        self.field = field


@contextmanager
def at_field(name: str | None) -> Iterator[None]:
    """What cannot be corrected within it is said at a field."""
    try:
        yield
    except CorrectionError as error:
        raise FieldError(name, str(error)) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do besides saving, with its words on a button.

    One that ``needs_fields`` saves what stands in them too.
    """

    name: str
    label: str
    remark: str = ""
    needs_fields: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is shown beside the form: a name, words, and the words that they are compared with."""

    name: str
    words: str
    now: str | None = None

    @property
    def changes(self) -> Sequence[Change]:
        """The words with those of now."""
        return word_changes(self.words, self.now or "")


class Subject(ABC):
    """Something of an edition that a form corrects."""

    #: The last part of the name of its view, and the names of what the address gives.
    view: ClassVar[str]
    form: ClassVar[type[CorrectionForm]]
    #: Whether to say what it rests on is a change by itself.
    is_set_by_evidence: ClassVar[bool] = False

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @classmethod
    @abstractmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The subject at a place as the address names it. Raises NoSuchPlaceError."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the page is called."""

    @property
    @abstractmethod
    def where(self) -> str:
        """The place, as the page of a review names it."""

    @property
    @abstractmethod
    def named(self) -> Mapping[str, str]:
        """What the address names it by."""

    @abstractmethod
    def initial(self) -> dict[str, Any]:
        """What stands in the fields, as the edition has it."""

    @abstractmethod
    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take the corrections that a filled form asks for; the place they leave it at.

        Raises FieldError.
        """

    @abstractmethod
    def counterpart(self, edition: Edition) -> Self:
        """The same in a later edition. Raises NoSuchPlaceError where it is no more."""

    @property
    def address(self) -> str:
        """The page of its form."""
        kwargs = {"pk": self.edition.ingestion.pk, **self.named}
        return reverse(f"admin:archive_ingestion_{self.view}", kwargs=kwargs)

    def evidence(self, filled: Mapping[str, Any]) -> str:
        """What the correction rests on, in words."""
        return str(filled.get("evidence", ""))

    def started(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """What stands in the fields at first; an address may offer something for them."""
        del asked
        return self.initial()

    @property
    def help_texts(self) -> Mapping[str, str]:
        """What is said at fields of this subject in another way than at those of any other."""
        return {}

    @property
    def labels(self) -> Mapping[str, str]:
        """What fields are called, likewise."""
        return {}

    def bound(self, sent: QueryDict) -> CorrectionForm:
        """The form with what somebody has sent."""
        return self.form(sent, **self._of_form)

    def fresh(self, initial: Mapping[str, Any]) -> CorrectionForm:
        """The form that nobody has sent, for the present revision."""
        values = {**initial, "revision": self.edition.ingestion.revision}
        return self.form(initial=values, **self._of_form)

    @property
    def _of_form(self) -> dict[str, Any]:
        words = {"labels": self.labels, "help_texts": self.help_texts}
        return {"parsed": self.edition.parsed, **words}

    @property
    def acts_without_fields(self) -> frozenset[str]:
        """What can be done whatever stands in the fields."""
        return frozenset(one.name for one in self.acts if not one.needs_fields)

    def told(self, written: Mapping[str, Any]) -> dict[str, str]:
        """What somebody wrote, by the names of the fields, so that it is not lost."""
        fields = self.form.base_fields
        return {
            str(fields[name].label): str(words)
            for name, words in written.items()
            if words and (name in self.form.told or name == "evidence")
        }

    @property
    def acts(self) -> Sequence[Act]:
        """What can be done besides saving."""
        return ()

    @property
    def beside(self) -> Sequence[Beside]:
        """What the file and the parser have at the place."""
        return ()

    @property
    def history(self) -> Sequence[Correction]:
        """The corrections of the place that stand, the last one first."""
        return ()

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """Forms of what stands there too: their names and addresses."""
        return ()

    def address_of(self, view: str, **named: str) -> str:
        """The page of another form of the same ingestion."""
        kwargs = {"pk": self.edition.ingestion.pk, **named}
        return reverse(f"admin:archive_ingestion_{view}", kwargs=kwargs)
