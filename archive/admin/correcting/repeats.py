"""Repeats: the same form sent twice, as a double click sends it; once is enough."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import QueryDict

from archive.admin.correcting.subjects import SAVE, FieldError, Subject
from archive.corrections.values import CorrectionError
from archive.ingest.editing.proposals import Proposal
from archive.models import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """What was saved already: its revision, and the place it was left at."""

    revision: int
    where: str


def repeat_of(
    seen: Subject, sent: QueryDict, *, revision: int, by: AbstractBaseUser | AnonymousUser
) -> Repeat | None:
    """What somebody has saved of this very form before; None where it was not saved.

    ``seen`` is what the form showed of a revision; what came of it is in the next one.
    """
    form, act = seen.bound(sent), sent.get("act", SAVE)
    if not form.is_valid() and act not in seen.acts_without_fields:
        return None
    to = Proposal(seen.edition)
    try:
        where = seen.propose(form.cleaned_data, act, to=to)
    except (CorrectionError, FieldError):
        return None
    made = _made_in(seen, revision + 1)
    evidence = seen.evidence(form.cleaned_data).strip()
    is_the_same = [one.value for one in made] == to.values and all(
        (one.author_id, one.evidence) == (by.pk, evidence) and one.undone_at is None for one in made
    )
    return Repeat(revision=revision + 1, where=where) if made and is_the_same else None


def _made_in(seen: Subject, revision: int) -> Sequence[Correction]:
    corrections = seen.edition.ingestion.corrections
    return list(corrections.made_in(revision))
