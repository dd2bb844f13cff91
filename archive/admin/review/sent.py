"""What a form of a review sends: the revision it was made for, and plain words."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest

_MOST_FIGURES = 9


class SentError(Exception):
    """Something that was to be sent is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a request that was posted."""

    request: HttpRequest

    @property
    def user(self) -> AbstractBaseUser:
        """Who sends it."""
        assert self.request.user.is_authenticated, "the site lets in nobody else"
        return self.request.user

    @property
    def revision(self) -> int:
        """The revision that the page was opened at. Raises Http404 where it is no number."""
        return self.number("revision")

    def number(self, name: str) -> int:
        """A number. Raises Http404 for anything else: no page of ours sends it."""
        written = self.text(name)
        if not (written.isascii() and written.isdigit() and len(written) <= _MOST_FIGURES):
            raise Http404(f"There is no such {name}.")
        return int(written)

    def text(self, name: str) -> str:
        """Words with single spaces; what no column can hold is left out."""
        return " ".join(self.request.POST.get(name, "").replace("\0", "").split())

    def words(self, name: str, *, otherwise: str) -> str:
        """Words that must be there. Raises SentError, which says what to do."""
        found = self.text(name)
        if not found:
            raise SentError(otherwise)
        return found
