"""A way: what stands at the place of a correction, whether it is done already, how to do it.

Each action has one. All read a sheet and a correction.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from archive.corrections.sheets import Sheet
from archive.corrections.values import Correction, CorrectionError

#: The value at the place, as ``before`` has it. Raises CorrectionError where there is no place.
Found = Callable[[Sheet, Correction], Any]
#: The places where a correction is done already; None where it is not.
Done = Callable[[Sheet, Correction], tuple[str, ...] | None]
#: The sheet with the change, and the places it set. Raises CorrectionError where it cannot be.
Applied = Callable[[Sheet, Correction], tuple[Sheet, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How an action is done; where nothing else says so, it is done where ``after`` is found."""

    found: Found
    apply: Applied
    done: Done | None = None

    def found_at(self, sheet: Sheet, one: Correction) -> Any:
        """What stands at the place, None where there is no such place."""
        try:
            return self.found(sheet, one)
        except CorrectionError:
            return None

    def done_at(self, sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
        """The places where a correction is done already; None where it is not."""
        try:
            if self.done is not None:
                return self.done(sheet, one)
            return (one.where,) if self.found(sheet, one) == one.after else None
        except CorrectionError:
            return None


def never_done(sheet: Sheet, one: Correction) -> None:
    """Some corrections say something even where nothing is to be changed."""


def with_leftover_used(sheet: Sheet, words: set[str]) -> Sheet:
    """The sheet where what was left over of the file stands in its text."""
    left = list(sheet.parsed.leftovers)
    used = next((one for one in left if one in words), None)
    if used is None:
        return sheet
    left.remove(used)
    return replace(sheet, parsed=replace(sheet.parsed, leftovers=tuple(left)))
