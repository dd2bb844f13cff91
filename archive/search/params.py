"""The parameters of a search: read from an address, checked, and written back in one form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from archive.search import problems
from archive.search.problems import Problem

#: In UTF-8. The longest paragraphs of resolutions have some 3,000.
LONGEST_QUERY_BYTES = 10_000

_PARAMETERS = frozenset({"q", "page"})
_PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class InvalidSearchError(ValueError):
    """An address that is no search; ``problem`` says why, ``q`` is what may be shown of it."""

    def __init__(self, problem: Problem, *, q: str) -> None:
        super().__init__(problem.happened)
        self.problem = problem
        self.q = q


@dataclass(frozen=True, slots=True)
class SearchParams:
    """What is sought, in single spaces, and which page of the results."""

    q: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> "SearchParams":
        """The parameters of an address.

        Parameters that no search has are refused, those that others append to links too: what
        is not understood is never passed over. Raises InvalidSearchError.
        """
        for problem in _problems(query):
            raise InvalidSearchError(problem, q=_showable(query.get("q", "")))
        return cls(" ".join(query.get("q", "").split()), int(query.get("page", "1")))

    @property
    def query_string(self) -> str:
        """The one way to write this search: in this order, without what goes without saying."""
        return urlencode(self._said, safe="/")

    def is_written_as(self, query: QueryDict) -> bool:
        """Whether an address has exactly these parameters in this order."""
        return list(query.items()) == list(self._said.items())

    def on_page(self, page: int) -> "SearchParams":
        """The same search, another page."""
        return replace(self, page=page)

    @property
    def _said(self) -> Mapping[str, str]:
        if not self.q:
            return {}
        return {"q": self.q} if self.page == 1 else {"q": self.q, "page": str(self.page)}


def _problems(query: QueryDict) -> Iterator[Problem]:
    """What is wrong with an address, most telling first."""
    q, page = query.get("q", ""), query.get("page", "1")
    unknown = [name for name in query if name not in _PARAMETERS]
    repeated = [name for name, values in query.lists() if len(values) > 1]
    size_bytes = len(q.encode(errors="replace"))
    if unknown:
        yield problems.unknown_parameters(unknown)
    if repeated:
        yield problems.repeated_parameters(repeated)
    if "\0" in q:
        yield problems.NUL
    if size_bytes > LONGEST_QUERY_BYTES:
        yield problems.too_long(size_bytes, LONGEST_QUERY_BYTES)
    if not _PAGE_NUMBER.fullmatch(page):
        yield problems.no_page_number(page)


def _showable(q: str) -> str:
    """What can be put back into the search box."""
    return q.replace("\0", "")[:LONGEST_QUERY_BYTES]
