"""How States voted and who sponsored: the lists of names that a file gives of an adoption."""

from collections.abc import Mapping
from dataclasses import dataclass

from archive.models import Resolution

_SIDES: Mapping[str, str] = {
    "in_favour": "In favour",
    "against": "Against",
    "abstaining": "Abstaining",
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
        Side(name=name, states=tuple(states))
        for side, name in _SIDES.items()
        if (states := named.get(side))
    )


def recorded_vote(resolution: Resolution) -> str:
    """The count of a recorded vote: “by a recorded vote of 156 to 2, with 2 abstentions”."""
    if resolution.votes_in_favour is None:
        return "By a recorded vote"
    abstaining = resolution.votes_abstaining
    noun = "abstention" if abstaining == 1 else "abstentions"
    return (
        f"By a recorded vote of {resolution.votes_in_favour} to "
        f"{resolution.votes_against or 'none'}, with {abstaining or 'no'} {noun}"
    )
