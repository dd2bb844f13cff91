"""Undoing: whether one correction can be taken back while those made after it stand.

Later corrections name places as earlier ones left them. What changes the structure of a text may
give a place to other words; a later correction must neither be lost by that nor come upon them.
"""

from collections.abc import Mapping, Sequence

from archive.corrections.naming import named
from archive.corrections.places import texts_of
from archive.corrections.sheets import Sheet
from archive.corrections.values import Action, Corrected, CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.replays import Replay
from archive.models import Correction

#: What may change the names of places, or which places there are.
_OF_STRUCTURE = frozenset(
    {
        *(Action.SET_KIND, Action.SET_LABEL, Action.SET_PARENT, Action.MOVE, Action.SPLIT),
        *(Action.MERGE, Action.INSERT, Action.REMOVE, Action.SET_NOTE_NUMBER),
        *(Action.INSERT_NOTE, Action.REMOVE_NOTE),
    }
)
_REMOVALS = frozenset({Action.REMOVE, Action.REMOVE_NOTE})


def check_undoing(edition: Edition, undone: Correction) -> None:
    """Raises CorrectionError, which names the first that rests on what would be undone."""
    if undone.value.action not in _OF_STRUCTURE:
        return
    left = [row for row in edition.corrections if row.pk != undone.pk]
    without = Replay.of(edition.as_parsed).on([row.value for row in left])
    now, then = _words_set(edition.corrected), _words_set(without.corrected)
    for index, row in enumerate(edition.corrections):
        comes_upon = then.get(index - 1)
        is_later = row.position > undone.position
        if is_later and now.get(index, comes_upon) != comes_upon:
            raise _rests_on_it(row)
        if is_later and _removes_nothing(row, without.states[index - 1]):
            raise _rests_on_it(row)
    _check_conflicts(edition, without.corrected, left=left)


def _removes_nothing(row: Correction, before: Sheet) -> bool:
    """Whether the words that a correction takes out would stand nowhere by themselves."""
    words = {text for _, text in texts_of(before.parsed)}
    return row.value.action in _REMOVALS and row.before not in words


def _words_set(text: Corrected) -> Mapping[int, list[str]]:
    """The words of the places that each correction set last, by its index."""
    words = dict(texts_of(text.parsed))
    found: dict[int, list[str]] = {}
    for place, index in text.set_by.items():
        found.setdefault(index, []).append(words.get(place.partition(":")[0], ""))
    return {index: sorted(told) for index, told in found.items()}


def _check_conflicts(edition: Edition, without: Corrected, *, left: Sequence[Correction]) -> None:
    """Refuse what would meet something else than it was made for."""
    before = [one.correction for one in edition.conflicts]
    for conflict in without.conflicts:
        if conflict.correction not in before:
            made = next(row for row in left if row.value == conflict.correction)
            raise _rests_on_it(made)


def _rests_on_it(row: Correction) -> CorrectionError:
    return CorrectionError(
        f"“{row.get_action_display()}” at {named(row.where)}, which was made later, rests on it; "
        "take that back first."
    )
