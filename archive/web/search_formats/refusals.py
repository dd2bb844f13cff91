"""Refusals: what is wrong with a search, and what to do, where there is no page to show it on."""

from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse
from django.utils.translation import gettext as _

from archive.search.form.filters import InvalidSearchError
from archive.search.form.reading import SearchForm
from archive.search.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a parameter cannot be read; ``parameter`` is empty where it is of none, or of several."""

    parameter: str
    words: str


def reasons_of(form: SearchForm) -> tuple[Reason, ...]:
    """Why an address cannot be read, by the names of its parameters."""
    return tuple(
        Reason(
            parameter="" if name == NON_FIELD_ERRORS else form.add_prefix(name), words=str(words)
        )
        for name, errors in form.errors.items()
        for words in errors
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a search is not answered: what happened, each reason where there are any, and advice."""

    happened: str
    advice: str
    status: HTTPStatus
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def of_address(cls, error: InvalidSearchError) -> "Refusal":
        """Of an address that cannot be read, with every reason."""
        return cls(
            happened=error.problem.happened,
            advice=_("Change it, or leave it out."),
            status=HTTPStatus.BAD_REQUEST,
            reasons=reasons_of(error.form),
        )

    @classmethod
    def of_reasons(cls, reasons: tuple[Reason, ...], *, several: str) -> "Refusal":
        """Of an address that cannot be read: the one reason, or that there are ``several``."""
        return cls(
            happened=reasons[0].words if len(reasons) == 1 else several,
            advice=_("Change it, or leave it out."),
            status=HTTPStatus.BAD_REQUEST,
            reasons=reasons,
        )

    @classmethod
    def of_problem(cls, problem: Problem) -> "Refusal":
        """Of a search that can be read and has no answer."""
        return cls(happened=problem.happened, advice=problem.advice, status=problem.status)

    def in_plain_text(self) -> HttpResponse:
        """A sentence on each line."""
        words = dict.fromkeys([self.happened, *(one.words for one in self.reasons), self.advice])
        lines = "".join(f"{sentence}\n" for sentence in words)
        return HttpResponse(lines, content_type="text/plain; charset=utf-8", status=self.status)
