"""Left behind: corrections of a published text that its next reading lacks."""

from dataclasses import dataclass

from archive.models import Correction, Ingestion


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """Corrections made in the ingestion that another follows, and those undone there, since."""

    made: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.made or self.undone)


def left_behind(row: Ingestion) -> LeftBehind:
    """What a reading lacks of the corrections of the one it follows: two queries at most.

    Another file has other corrections; nothing is left behind then. ``made`` are corrections of
    the one before, ``undone`` those of this one whose original is undone there.
    """
    before = row.follows
    if before is None or before.source_file_id != row.source_file_id:
        return LeftBehind()
    theirs = list(before.corrections.select_related("author").order_by("position"))
    ours = list(row.corrections.filter(made_in_revision=0).order_by("position"))
    taken = {_identity(one) for one in ours}
    gone = {_identity(one) for one in theirs if one.undone_at is not None}
    return LeftBehind(
        made=tuple(one for one in theirs if one.undone_at is None and _identity(one) not in taken),
        undone=tuple(one for one in ours if one.undone_at is None and _identity(one) in gone),
    )


def _identity(one: Correction) -> tuple[object, ...]:
    """What a correction and its copies have in common, whatever a copy was made for since."""
    return one.author_id, one.made_at, one.action, one.where, repr(one.after)
