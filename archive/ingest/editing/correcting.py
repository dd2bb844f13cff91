"""Correcting: a person changes something of an edition, or takes such a change back."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.corrections.naming import begun
from archive.corrections.values import Action, Conflict, CorrectionError
from archive.corrections.values import Correction as Value
from archive.ingest.editing.attention import fields_of, warnings_left
from archive.ingest.editing.editions import Edition, edition_of, is_parsed
from archive.ingest.editing.revisions import grow, locked
from archive.ingest.editing.undoing import check_undoing
from archive.models import Correction, Ingestion
from archive.models.lengths import LONGEST_WITH_LINES

_State = Ingestion.State
#: What rests on somebody's word rests on nothing unless that is given.
_WITH_EVIDENCE = frozenset({Action.SET_FACT, Action.EXPLAIN})
_WHY_NOT = {
    _State.QUEUED: "It waits to be parsed. Wait for it, and correct what the parser made of it.",
    _State.FAILED: "It could not be read, so there is nothing to correct. Send the file in another "
    "form, or paste its text.",
    _State.REJECTED: "It was turned down, and is not corrected any more. Have its file parsed "
    "again if it is to be published after all.",
}


class NotCorrectableError(Exception):
    """An ingestion that nothing can be corrected in; the message says why and what to do."""


_REPLACED = (
    "Readers see another reading or another file in its place by now. Correct that, or have this "
    "file parsed again if it is to take its place back."
)


def check_correctable(ingestion: Ingestion) -> None:
    """Raises NotCorrectableError for one that waits, was not read, was turned down or replaced."""
    why = _WHY_NOT.get(_State(ingestion.state))
    if ingestion.state == _State.PUBLISHED and ingestion.text_id is None:
        why = _REPLACED
    if why is None and not is_parsed(ingestion):
        why = "There is no parse of it to correct. Have its file parsed again."
    if why is not None:
        raise NotCorrectableError(why)


def correct(
    ingestion: int,
    value: Value,
    *,
    by: AbstractBaseUser,
    revision: int,
    evidence: str = "",
) -> Correction:
    """Write a correction of an ingestion, given by its key and the revision it was made for.

    Raises as ``correct_all``.
    """
    [made] = correct_all(ingestion, [value], by=by, revision=revision, evidence=evidence)
    return made


def correct_all(
    ingestion: int,
    values: Sequence[Value],
    *,
    by: AbstractBaseUser,
    revision: int,
    evidence: str = "",
) -> list[Correction]:
    """Write corrections of one ingestion, each made for what those before it give: one revision.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        NotCorrectableError: nothing can be corrected in it.
        CorrectionError: they cannot be made; says what, where and what to do. None is written.
    """
    words = evidence.strip()
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        check_correctable(row)
        edition = edition_of(row)
        _check(values, edition, evidence=words)
        rows = _rows(row, values, by=by, evidence=words)
        made = Correction.objects.bulk_create(rows)
        grow(row, **fields_of(edition.with_rows(made)))
        return made


def undo(correction: int, *, by: AbstractBaseUser, revision: int) -> Correction:
    """Take a correction back; it stays in the list as undone.

    Raises as ``correct_all``; CorrectionError where what was corrected later rests on it.
    """
    with transaction.atomic():
        ingestion = Correction.objects.values_list("ingestion", flat=True).get(pk=correction)
        row = locked(ingestion, revision=revision)
        check_correctable(row)
        made = Correction.objects.get(pk=correction)
        if made.undone_at is None:
            check_undoing(edition_of(row), made)
            made.undone_at, made.undone_by_id = timezone.now(), by.pk
            made.undone_in_revision = row.revision + 1
            made.save(update_fields=["undone_at", "undone_by", "undone_in_revision"])
            grow(row, **fields_of(edition_of(row)))
        return made


def _rows(
    ingestion: Ingestion, values: Sequence[Value], *, by: AbstractBaseUser, evidence: str
) -> list[Correction]:
    """The corrections as rows, behind those that the ingestion has."""
    last = ingestion.corrections.aggregate(last=Max("position"))["last"] or 0
    now = timezone.now()
    return [
        Correction(
            ingestion=ingestion,
            position=position,
            action=value.action.value,
            where=value.where,
            before=value.before,
            after=value.after,
            evidence=evidence,
            author_id=by.pk,
            made_at=now,
            made_in_revision=ingestion.revision + 1,
        )
        for position, value in enumerate(values, start=last + 1)
    ]


def _check(values: Sequence[Value], edition: Edition, *, evidence: str) -> None:
    """Refuse what does not meet the edition it is made for, and what rests on nothing.

    The corrections are replayed behind those that stand, as they will be ever after.
    """
    if not values:
        raise CorrectionError("Nothing is changed; change something, or leave it as it stands.")
    if not evidence and any(value.action in _WITH_EVIDENCE for value in values):
        raise CorrectionError("Say what it rests on: where it is printed, or who says so.")
    if len(evidence) > LONGEST_WITH_LINES:
        raise CorrectionError(
            f"What it rests on has {len(evidence):,} signs with the lines of the file, and there "
            f"is room for {LONGEST_WITH_LINES:,}. Choose fewer lines, or write less."
        )
    after = edition.after(values)
    if all(_says_nothing(value, edition, evidence=evidence) for value in values) and (
        warnings_left(replace(edition, corrected=after)) == warnings_left(edition)
    ):
        raise CorrectionError(
            "Nothing is changed: it is so already, and no warning is settled by saying it."
        )
    for conflict in after.conflicts:
        if _is_one_of(conflict, values):
            raise CorrectionError(
                f"{begun(conflict.correction.where)} is not as it was; open it again and look."
            )


def _says_nothing(value: Value, edition: Edition, *, evidence: str) -> bool:
    """Whether a fact stays as it is, and what it rests on too, where a person has said that."""
    if value.action is not Action.SET_FACT or value.before != value.after:
        return False
    last = edition.set_at(value.where)
    return last is None or last.evidence == evidence


def _is_one_of(conflict: Conflict, values: Sequence[Value]) -> bool:
    return any(conflict.correction is value for value in values)
