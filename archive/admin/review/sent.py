"""What a form of staff sends: the revision it was made for, and plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from archive.models.lengths import too_long

_MOST_FIGURES = 9
_INCOMPLETE = (
    "The page was not sent whole, so nothing was written. What you typed is still here: look at "
    "it as it is now, and send it again."
)
#: What fields are called in sentences.
_CALLED = {
    "reason": "The reason",
    "evidence": "What it rests on",
    "symbol": "The symbol",
    "title": "The title",
}


class SentError(Exception):
    """Something sent that is not there, or is too much; the message says what to do.

    ``field`` is the one to look at; empty for the whole form.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


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
        """The revision that the page was opened at. Raises SentError where it is no number."""
        return self.number("revision")

    def number(self, name: str) -> int:
        """A number. Raises SentError for anything else: no page of ours sends it."""
        written = self.typed(name)
        if not (written.isascii() and written.isdigit() and len(written) <= _MOST_FIGURES):
            raise SentError(_INCOMPLETE)
        return int(written)

    def typed(self, name: str) -> str:
        """Words as they were typed, with single spaces; what no column can hold is left out."""
        return " ".join(self.request.POST.get(name, "").replace("\0", "").split())

    def text(self, name: str) -> str:
        """The same, to be kept. Raises SentError for more than there is room for."""
        found = self.typed(name)
        problem = too_long(found, what=_CALLED[name])
        if problem:
            raise SentError(problem, field=name)
        return found

    def words(self, name: str, *, otherwise: str) -> str:
        """Words that must be there. Raises SentError, which says what to do."""
        found = self.text(name)
        if not found:
            raise SentError(otherwise, field=name)
        return found

    @property
    def told(self) -> Mapping[str, str]:
        """What was typed into each field that there is, by what it is called."""
        found = {called: self.typed(name) for name, called in _CALLED.items()}
        return {called: words for called, words in found.items() if words}
