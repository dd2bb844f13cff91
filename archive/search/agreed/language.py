"""Agreed language: the wordings that have the words as they are asked, then those that are near."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from archive.search.agreed.finder import Asked, Near, Scope, nearest, told
from archive.search.agreed.likeness import PART
from archive.search.agreed.params import LanguageParams, LanguageSort
from archive.search.agreed.statements import SAYING
from archive.search.agreed.uses import MOST_USES, facts_of
from archive.search.agreed.values import AgreedWording, Match
from archive.search.matches.patience import at_most
from archive.search.matches.statements import answered
from archive.search.results import SECONDS

WORDINGS_PER_PAGE = 20
#: Wordings that are near, on the first page alone.
MOST_NEAR = 20
#: Wordings that have the words; more are not read.
MOST_READ = 10_000
#: Rows of the index that one question may lead to, and wordings that are compared with it.
_MOST_ROWS = 10_000
_MOST_COMPARED = 300

_ORDERS: Mapping[LanguageSort, str] = {
    LanguageSort.MOST_USED: "times DESC, first_on NULLS LAST",
    LanguageSort.OLDEST: "first_on NULLS LAST, times DESC",
    LanguageSort.NEWEST: "last_on DESC NULLS LAST, times DESC",
}


class NoSuchPageError(ValueError):
    """A page after the last; ``last`` is the number of that."""

    def __init__(self, last: int) -> None:
        super().__init__(f"The last page is {last}.")
        self.last = last


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFound:
    """What was found: a page of the wordings that say what is asked, and those that are near it.

    ``count`` is of all wordings that say it; there may be more where ``is_cut``.
    """

    params: LanguageParams
    saying: tuple[AgreedWording, ...] = ()
    near: tuple[AgreedWording, ...] = ()
    count: int = 0
    is_cut: bool = False
    per_page: int = WORDINGS_PER_PAGE

    @property
    def page_count(self) -> int:
        """How many pages there are; of nothing there is one."""
        return max(1, ceil(self.count / self.per_page))

    @property
    def first_number(self) -> int:
        """The place of the first wording of this page in the list."""
        return (self.params.page - 1) * self.per_page + 1

    @property
    def wordings(self) -> tuple[AgreedWording, ...]:
        """All of the page in order."""
        return (*self.saying, *self.near)


def language(
    params: LanguageParams, *, per_page: int = WORDINGS_PER_PAGE, most_uses: int = MOST_USES
) -> LanguageFound:
    """The wordings that say what is asked, in the order that is asked, then those that are near.

    Five database queries. Raises SearchTooSlowError, and NoSuchPageError.
    """
    if not params.q:
        return LanguageFound(params=params)
    with at_most(SECONDS):
        saying, count, is_cut = _saying(params, per_page=per_page)
        near = _near(params) if params.page == 1 else []
        facts = facts_of([one.key for one in (*saying, *near)], most=most_uses)
    return LanguageFound(
        params=params,
        saying=tuple(told(saying, facts)),
        near=tuple(told(near, facts)),
        count=count,
        is_cut=is_cut,
        per_page=per_page,
    )


def _scope(params: LanguageParams) -> Scope:
    scope = Scope()
    return Scope(
        stages=[params.stage] if params.stage else scope.stages,
        organs=[params.organ] if params.organ else scope.organs,
    )


def _saying(params: LanguageParams, *, per_page: int) -> tuple[list[Near], int, bool]:
    """A page of wordings that have the words; how many there are; whether some may be unread."""
    asked = Asked.read(params.wording)
    values = {
        "pairs": asked.pairs,
        "digest": asked.digest,
        "pattern": f"% {' '.join(asked.all_words)} %",
        "most_read": MOST_READ,
        "most": per_page,
        "start": (params.page - 1) * per_page,
        **_scope(params).values(),
    }
    rows = answered((SAYING.format(order=_ORDERS[params.sort]), values))
    if not rows and params.page > 1:
        raise NoSuchPageError(_last_page(params, per_page=per_page))
    found = [_saying_it(key, is_same=is_same) for key, is_same, _ in rows]
    count = rows[0][2] if rows else 0
    return found, count, count >= MOST_READ


def _saying_it(key: int, *, is_same: bool) -> Near:
    return Near(Match.SAME, 1.0, key) if is_same else Near(Match.WITHIN, PART, key)


def _last_page(params: LanguageParams, *, per_page: int) -> int:
    _, count, _ = _saying(params.on_page(1), per_page=per_page)
    return max(1, ceil(count / per_page))


def _near(params: LanguageParams) -> list[Near]:
    """Those that are near, and do not have the words."""
    (found,) = nearest(
        [Asked.read(params.wording)], scope=_scope(params), rows=_MOST_ROWS, compared=_MOST_COMPARED
    )
    return [one for one in found if one.match is Match.NEAR][:MOST_NEAR]
