"""How States voted and who sponsored: the lists of names that a file gives of an adoption."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop, ngettext

from archive.models import Resolution

_SIDES: Mapping[str, str] = {
    "in_favour": gettext_noop("In favour"),
    "against": gettext_noop("Against"),
    "abstaining": gettext_noop("Abstaining"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The States that voted one way, as the file names them."""

    name: str
    states: tuple[str, ...]


def sides(resolution: Resolution) -> tuple[Side, ...]:
    """The sides of a recorded vote whose States are named; one nobody took is left out."""
    named: Mapping[str, list[str]] = resolution.voting_states
    return tuple(
        Side(name=gettext(name), states=tuple(states))
        for side, name in _SIDES.items()
        if (states := named.get(side))
    )


def recorded_vote(resolution: Resolution) -> str:
    """The count of a recorded vote: “by a recorded vote of 156 to 2, with 2 abstentions”."""
    if resolution.votes_in_favour is None:
        return gettext("By a recorded vote")
    abstaining = resolution.votes_abstaining
    words = ngettext(
        "By a recorded vote of %(in_favour)s to %(against)s, with %(abstaining)s abstention",
        "By a recorded vote of %(in_favour)s to %(against)s, with %(abstaining)s abstentions",
        abstaining or 0,
    )
    return words % {
        "in_favour": resolution.votes_in_favour,
        "against": resolution.votes_against or gettext("none"),
        "abstaining": abstaining or gettext("no"),
    }
