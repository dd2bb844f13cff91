"""Replays: the text after each of some corrections, so that more can follow without the first.

What comes of them is what ``archive.corrections.applying.corrected`` gives for all at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from archive.corrections.replaying import replayed
from archive.corrections.sheets import Sheet, sheet_of, warnings_of
from archive.corrections.values import Conflict, Corrected, Correction
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """The parse, and the text after each correction; with the conflicts that they met."""

    states: tuple[Sheet, ...]
    conflicts: tuple[Conflict, ...] = ()

    @classmethod
    def of(cls, parsed: ParsedResolution) -> Self:
        """A parse before any correction."""
        return cls(states=(sheet_of(parsed),))

    def on(self, values: Sequence[Correction]) -> Self:
        """The replay with more corrections."""
        states, conflicts = list(self.states), list(self.conflicts)
        for value in values:
            sheet, conflict = replayed(states[-1], value, by=len(states) - 1)
            states.append(sheet)
            conflicts += [conflict] if conflict else []
        return replace(self, states=tuple(states), conflicts=tuple(conflicts))

    @property
    def corrected(self) -> Corrected:
        """The text that is left at the end."""
        if len(self.states) == 1:
            return Corrected(parsed=self.states[0].parsed)
        last = self.states[-1]
        return Corrected(
            parsed=replace(last.parsed, warnings=warnings_of(last)),
            facts=last.facts,
            set_by=last.set_by,
            conflicts=self.conflicts,
        )
