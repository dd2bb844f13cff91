"""History: every state of what is published, with who made it, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from archive.models import Text
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What one transaction made of a text.

    ``by`` is None where a command did it; the ``reason`` then names the command. ``counts`` says
    of how many rows of each kind something was added, changed or removed, by the model's name and
    the library's sign: ``{("paragraph", "~"): 1}``.
    """

    at: datetime
    by: AbstractBaseUser | None
    reason: str
    counts: Mapping[tuple[str, str], int]

    @property
    def is_first(self) -> bool:
        """Whether the text came into being with it."""
        return ("text", "+") in self.counts


def states_of(text: Text) -> list[State]:
    """The states of a text, the latest first."""
    raise NotImplementedError(text)


def edition_at(text: Text, at: datetime) -> ParsedResolution:
    """What a text said at an instant, as a parse would have it, with its masthead's facts.

    For comparison and for restoring: warnings, mends and leftovers are no part of a text.
    """
    raise NotImplementedError(text, at)
