"""Addresses of the forms on which somebody sets right what a review shows."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from django.urls import get_script_prefix, reverse

#: What Django leaves as it is in an address, but for what parts it.
_SAFE = "!$&'()*+,;=~:@"
_MOST_REMEMBERED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionForms:
    """The forms of one ingestion, given by its key; for who may not correct, every one is empty."""

    ingestion: int
    is_allowed: bool

    def paragraph(self, anchor: str) -> str:
        """The form of a paragraph."""
        return self._address("correct_paragraph", anchor=anchor)

    def note(self, anchor: str) -> str:
        """The form of a note."""
        return self._address("correct_note", anchor=anchor)

    def citation(self, where: str) -> str:
        """The form of a citation, named by its anchor and span."""
        return self._address("correct_citation", where=where)

    def fact(self, fact: str) -> str:
        """The form of a fact of the masthead."""
        return self._address("correct_fact", fact=fact)

    def paragraph_after(self, anchor: str) -> str:
        """The form of a new paragraph after another."""
        return self._address("insert_paragraph", after=anchor)

    def new_note(self) -> str:
        """The form of a new note."""
        return self._address("insert_note")

    def explanation(self, code: str, *, where: str) -> str:
        """The form on which a warning is explained."""
        return self._address("explain", code=code, where=where)

    def replacement(self) -> str:
        """The page on which its file takes the place of one that is held."""
        return self._address("replace")

    def _address(self, name: str, **place: str) -> str:
        if not self.is_allowed:
            return ""
        address = _form_with(self.ingestion, name, tuple(place), get_script_prefix())
        for named, value in place.items():
            address = address.replace(_stand_in(named), quote(value, safe=_SAFE))
        return address


@lru_cache(_MOST_REMEMBERED)  # a page has thousands of the same kind
def _form_with(  # noqa: PLR0917 what is remembered is told apart by all of them
    ingestion: int,
    name: str,
    places: tuple[str, ...],
    _script_prefix: str,
) -> str:
    """The address of a form, with a word in the stead of each place."""
    kwargs = {"pk": ingestion, **{one: _stand_in(one) for one in places}}
    return reverse(f"admin:archive_ingestion_{name}", kwargs=kwargs)


def _stand_in(named: str) -> str:
    return f"~{named}~"
