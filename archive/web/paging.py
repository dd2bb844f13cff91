"""Paging: which part of a long list an address asks for, and the links to the other parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

#: How many rows a page of a list has.
PAGE_SIZE = 100
_PARAMETER = "page"
_LONGEST_NUMBER = 6
_NEIGHBOURS = 2


class NothingListedError(Http404):
    """What has no list, or a page that a list does not have.

    The message is a sentence for readers; ``instead`` is the address at which to go on.
    """

    def __init__(self, sentence: str, *, instead: str) -> None:
        super().__init__(sentence)
        self.instead = instead


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A page of a list; ``follows_a_gap`` where pages before it are left out."""

    number: int
    address: str
    follows_a_gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """One page of a list of ``count`` rows at ``path``."""

    path: str
    number: int
    count: int

    @property
    def start(self) -> int:
        """How many rows stand before those of this page."""
        return (self.number - 1) * PAGE_SIZE

    @property
    def end(self) -> int:
        """How many rows stand before those of the next page."""
        return self.start + PAGE_SIZE

    @property
    def first(self) -> int:
        """The number of the first row of this page."""
        return min(self.start + 1, self.count)

    @property
    def last(self) -> int:
        """The number of the last row of this page."""
        return min(self.end, self.count)

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.count // PAGE_SIZE))

    @property
    def address(self) -> str:
        """The one address of this page."""
        return self._address(self.number)

    @property
    def previous(self) -> str:
        """The address of the page before, or nothing."""
        return self._address(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after, or nothing."""
        return self._address(self.number + 1) if self.number < self.page_count else ""

    @property
    def links(self) -> tuple[PageLink, ...]:
        """The first page, the last one and those around this one; none where there is but one."""
        return tuple(self._links()) if self.page_count > 1 else ()

    def _links(self) -> Iterator[PageLink]:
        around = range(self.number - _NEIGHBOURS, self.number + _NEIGHBOURS + 1)
        before = 0
        for number in range(1, self.page_count + 1):
            if number in {1, self.page_count} or number in around:
                gap = number > before + 1
                yield PageLink(number=number, address=self._address(number), follows_a_gap=gap)
                before = number

    def _address(self, number: int) -> str:
        return f"{self.path}?{_PARAMETER}={number}" if number > 1 else self.path


def paging(request: HttpRequest, *, count: int) -> Paging:
    """The page of a list that a request asks for by its number, the first unless it says.

    Raises NothingListedError for what is no number of a page of this list.
    """
    asked = request.GET.get(_PARAMETER, "1")
    number = int(asked) if _is_number(asked) else 0
    page = Paging(path=request.path, number=number, count=count)
    if not 1 <= number <= page.page_count:
        sentence = _("This list has no page “%(asked)s”; its pages go from 1 to %(last)s.")
        values = {"asked": asked[:40].replace("\0", ""), "last": f"{page.page_count:,}"}
        raise NothingListedError(sentence % values, instead=request.path)
    return page


def _is_number(asked: str) -> bool:
    return asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER
