"""Links: from one search to the many that have another value of a field or two.

A page has two hundred of them, most of one facet or of the years, which differ in a word: what
stands before and after it in an address is written once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Any

from archive.search.form.params import PARAMETERS, SearchParams, encoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A search by the fields in which it differs from another, ``origin``."""

    origin: SearchParams
    changes: Mapping[str, Any]
    query_string: str

    @property
    def params(self) -> SearchParams:
        """The search itself."""
        return self.origin.with_(**self.changes)


class Links:
    """The links from a search."""

    def __init__(self, origin: SearchParams) -> None:
        self._origin = origin
        self._around: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}

    def to(self, changes: Mapping[str, Any]) -> Link:
        """The link to the search with other values, on its first page."""
        written = self._written(changes)
        return Link(origin=self._origin, changes=changes, query_string=written)

    def _written(self, changes: Mapping[str, Any]) -> str:
        """As ``SearchParams.query_string`` has it.

        Which parameters are written may follow from the values only where one is taken away.
        """
        if not all(_is_one(value) for value in changes.values()):
            return self._origin.with_(**changes).query_string
        fields = tuple(changes)
        if fields not in self._around:
            self._around[fields] = self._others(changes)
        before, after = self._around[fields]
        return "&".join([*before, *_pairs(changes), *after])

    def _others(self, changes: Mapping[str, Any]) -> tuple[list[str], list[str]]:
        """What is written before and after the fields that change, which are neighbours."""
        names = {PARAMETERS.get(field, field) for field in changes}
        pairs = self._origin.with_(**changes).pairs()
        before = list(takewhile(lambda pair: pair[0] not in names, pairs))
        after = dropwhile(lambda pair: pair[0] in names, pairs[len(before) :])
        return [_pair(*one) for one in before], [_pair(*one) for one in after]


def _is_one(value: object) -> bool:
    """Whether a field is set, and to a single value that is written as it is."""
    if isinstance(value, bool):
        return False
    return len(value) == 1 if isinstance(value, tuple) else bool(value)


def _pairs(changes: Mapping[str, Any]) -> Iterator[str]:
    for field, value in changes.items():
        one = value[0] if isinstance(value, tuple) else value
        yield _pair(PARAMETERS.get(field, field), str(one))


def _pair(name: str, value: str) -> str:
    return f"{name}={encoded(value)}"
