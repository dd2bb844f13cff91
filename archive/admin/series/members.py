"""Members of a series as its page lists them: proposals first, then members, then the refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.models import Membership, Series

#: So many of each state stand on the page; the others are in the list of all memberships.
SHOWN = 100
_TITLES = {
    Membership.State.PROPOSED: "Proposed",
    Membership.State.ACCEPTED: "Members",
    Membership.State.REFUSED: "Refused",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Memberships of one state: the first of them, and whether there are more."""

    state: str
    title: str
    rows: Sequence[Membership]
    has_more: bool


def members_listed(series: Series) -> list[Members]:
    """The memberships of a series by state, those that wait for somebody first: three queries."""
    return [_members(series, state) for state in _TITLES]


def _members(series: Series, state: Membership.State) -> Members:
    rows = list(Membership.objects.of_series(series).in_state(state)[: SHOWN + 1])
    return Members(
        state=state.value,
        title=_TITLES[state],
        rows=rows[:SHOWN],
        has_more=len(rows) > SHOWN,
    )
