"""States that come back: the whole text as it was, with the facts it had then."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from archive.comparison.texts import PlaceDifference, differences
from archive.corrections.facts import FACTS, fact_in, with_fact
from archive.corrections.making import towards
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.publishing.history import State, states_of
from archive.ingest.publishing.past import UnknownStateError, edition_at
from archive.ingest.restoring.instants import told
from archive.ingest.restoring.restoration import (
    Restoration,
    RestoringError,
    correctable,
    restoration,
)
from archive.models import Text
from archive.parsing.parsed import Masthead, ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenState:
    """A state of a text beside the one before it; ``is_present`` where nothing came after it."""

    state: State
    differences: tuple[PlaceDifference, ...]
    is_present: bool


def state_at(text: Text, at: datetime) -> SeenState:
    """The state that a text took at an instant, and what changed with it.

    Raises UnknownStateError where it took none.
    """
    states = states_of(text)
    index = next((n for n, one in enumerate(states) if one.at == at), None)
    if index is None:
        raise UnknownStateError(f"The text took no new state at {told(at)}.")
    is_first = index == len(states) - 1
    before = None if is_first else edition_at(text, states[index + 1].at)
    return SeenState(
        state=states[index],
        differences=differences(before, edition_at(text, at)) if before else (),
        is_present=index == 0,
    )


def state_restoration(text: Text, at: datetime) -> Restoration:
    """What brings a text back to the state it had at an instant.

    Raises UnknownStateError, and RestoringError where it cannot come back or is there already.
    """
    edition = correctable(text)
    wanted = _wanted(edition, text, at=at)
    try:
        values = towards(edition.parsed, wanted, set_by=edition.corrected.set_by)
    except CorrectionError as error:
        raise RestoringError(f"The state cannot come back by itself: {error}") from error
    if not values:
        raise RestoringError("The text reads so already; there is nothing to restore.")
    day = told(at)
    return restoration(
        edition,
        values,
        what=f"the state of {day}",
        evidence=f"As it was published on {day}, by the history of the text.",
        wanted=wanted,
    )


def _wanted(edition: Edition, text: Text, *, at: datetime) -> ParsedResolution:
    """The past state, with the edition's own masthead but for the facts that have changed since.

    Facts of the past are those of the resolution, wherever from, and not those of the file.
    """
    then, now = edition_at(text, at), edition_at(text, timezone.now())
    masthead = edition.parsed.masthead
    for fact in FACTS:
        was = _words(then.masthead, fact)
        if was != _words(now.masthead, fact):
            masthead = _with(masthead, fact, words=was)
    settled: dict[str, Any] = {"masthead": masthead}
    return replace(then, **settled)


def _words(masthead: Masthead, fact: str) -> str | None:
    return fact_in(masthead, fact, facts={})


def _with(masthead: Masthead, fact: str, *, words: str | None) -> Masthead:
    try:
        return with_fact(masthead, fact, words=words)
    except CorrectionError as error:
        raise RestoringError(f"A fact of that time cannot come back: {error}") from error
