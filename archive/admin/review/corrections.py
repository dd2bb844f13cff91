"""Corrections of an ingestion as people read them: who set what, when, on what evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from archive.admin.review.places import in_words
from archive.comparison.words import Change, word_changes
from archive.corrections.values import Action, Conflict
from archive.corrections.values import Correction as Value
from archive.ingest.editing.editions import Edition
from archive.models import Correction, Ingestion

_OF_WORDS = frozenset({Action.SET_WORDING, Action.SPLIT, Action.MERGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCorrection:
    """A correction: its row, what it did in words, and the word difference where it is one.

    ``before`` and ``after`` are in words, empty for nothing. ``conflict`` says what was found in
    the place of what it was made for.
    """

    row: Correction
    place: str
    before: str
    after: str
    changes: tuple[Change, ...]
    conflict: str

    @property
    def stands(self) -> bool:
        """Whether nobody has taken it back."""
        return self.row.undone_at is None


def all_corrections(ingestion: Ingestion) -> list[Correction]:
    """Every correction of an ingestion, the latest first, with those who made and undid it."""
    return list(ingestion.corrections.latest_first())


def changed_since(ingestion: Ingestion, revision: int) -> list[ListedCorrection]:
    """The corrections that came or went since a revision, the latest first."""
    return listed(ingestion.corrections.changed_since(revision).latest_first())


def listed(rows: Iterable[Correction], edition: Edition | None = None) -> list[ListedCorrection]:
    """Corrections in the order given; with an edition, what each meets in it."""
    conflicts = edition.conflicts if edition else ()
    standing = {one.pk for one in edition.corrections} if edition else set()
    return [
        _listed(row, _conflict_of(row.value, conflicts) if row.pk in standing else None)
        for row in rows
    ]


def _conflict_of(value: Value, conflicts: Sequence[Conflict]) -> Conflict | None:
    return next((one for one in conflicts if one.correction == value), None)


def _listed(row: Correction, conflict: Conflict | None) -> ListedCorrection:
    action = Action(row.action)
    before, after = _told(row.before), _told(row.after)
    is_of_words = action in _OF_WORDS
    return ListedCorrection(
        row=row,
        place=in_words(row.where),
        before=before,
        after=after,
        changes=word_changes(before, after) if is_of_words else (),
        conflict=_met(conflict) if conflict else "",
    )


def _met(conflict: Conflict) -> str:
    if conflict.found is None:
        return "Its place is not there any more; the text is as it was read."
    standing = "The person’s value is kept." if conflict.is_applied else "It is not applied."
    return f"Found in its place: “{_told(conflict.found)}”. {standing}"


def _told(value: Any) -> str:
    """A plain value as people read it."""
    match value:
        case None:
            return ""
        case {"text": text, **named}:
            label = named.get("label") or named.get("number") or ""
            return f"{label} {text}".strip()
        case [str() as anchor, int() as offset]:
            return f"{in_words(anchor)}, character {offset}"
        case [*parts]:
            return " ".join(map(str, parts))
        case _:
            return str(value)


def conflicting(corrections: Sequence[ListedCorrection]) -> list[ListedCorrection]:
    """Those that do not meet what they were made for."""
    return [one for one in corrections if one.conflict]
