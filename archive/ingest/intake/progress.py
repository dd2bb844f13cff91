"""Progress: how far the files of a batch have come, as its page tells it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.ingest.intake.claims import a_worker_runs
from archive.models import Batch, BatchFile, Ingestion

_REFUSED = "refused"
_NOT_TAKEN_IN = "Not taken in"
#: In the order in which a person looks at them.
_ORDER = [
    *(Ingestion.State.NEEDS_ATTENTION, Ingestion.State.FAILED, _REFUSED),
    *(Ingestion.State.QUEUED, Ingestion.State.PARSED),
    *(Ingestion.State.PUBLISHED, Ingestion.State.REJECTED),
]
_NO_SYMBOL = "It prints no symbol, so nobody has said yet which resolution it is."
_ONLY_GIVEN = "It prints no symbol; what whoever brought it says takes evidence, on its own page."
_SOMETHING_ELSE = "It cannot be published as it is; its own page says why."
_MOST_REMARKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProgress:
    """A file of a batch: its state and what is to be said of it, a sentence each.

    ``symbol`` is as a person set it, as it is printed, or, and then it ``is_given``, as whoever
    brought the file says. ``more`` is how many more warnings there are than are said.
    """

    name: str
    size: str
    ingestion: int | None
    state: str
    state_in_words: str
    symbol: str
    is_given: bool
    was_known: bool
    remarks: Sequence[str]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A batch and its files."""

    batch: Batch
    files: Sequence[FileProgress]

    @cached_property
    def counts(self) -> list[tuple[str, str, int]]:
        """Each state that occurs with its words and how many files are in it."""
        counted = Counter((file.state, file.state_in_words) for file in self.files)
        found = [(state, words, count) for (state, words), count in counted.items()]
        return sorted(found, key=lambda one: _ORDER.index(one[0]))

    @cached_property
    def is_waiting(self) -> bool:
        """Whether any file is still to be parsed."""
        return any(file.state == Ingestion.State.QUEUED for file in self.files)

    @cached_property
    def wants_worker(self) -> bool:
        """Whether files wait and no worker runs that would parse them."""
        return self.is_waiting and not a_worker_runs()


def progress_of(batch: Batch) -> Progress:
    """How far a batch has come: one query, and another while files wait."""
    rows = batch.files.with_symbols().order_by("position")
    return Progress(batch=batch, files=[_progress(row) for row in rows])


def _progress(row: BatchFile) -> FileProgress:
    made, remarks = row.ingestion, _remarks(row)
    told, given = getattr(row, "symbol", None), made.given_symbol if made else ""
    return FileProgress(
        name=row.name,
        size=f"{row.size_bytes:,} bytes",
        ingestion=row.ingestion_id,
        state=made.state if made else _REFUSED,
        state_in_words=made.get_state_display() if made else _NOT_TAKEN_IN,
        symbol=told or given,
        is_given=not told and bool(given),
        was_known=row.was_known,
        remarks=remarks[:_MOST_REMARKS],
        more=max(0, len(remarks) - _MOST_REMARKS),
    )


def _remarks(row: BatchFile) -> list[str]:
    """Why a file is not published yet: the refusal, the failure, or what is to be looked at."""
    made = row.ingestion
    if made is None:
        return [row.refusal]
    if made.state == Ingestion.State.FAILED:
        return [made.failure]
    if made.state != Ingestion.State.NEEDS_ATTENTION:
        return []
    warnings = [warning["message"] for warning in made.warnings]
    if getattr(row, "symbol", None):
        return warnings or [_SOMETHING_ELSE]
    return [_ONLY_GIVEN if made.given_symbol else _NO_SYMBOL, *warnings]
