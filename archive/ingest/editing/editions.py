"""Editions: a parse with what people have set right in it, as it stands or would be published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.corrections.values import Conflict, Corrected
from archive.corrections.values import Correction as Value
from archive.ingest.editing.replays import Replay
from archive.models import Correction, Ingestion
from archive.parsing.contract import parsed_of
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An ingestion, the corrections that stand, and the parse before and after them."""

    ingestion: Ingestion
    corrections: Sequence[Correction]
    as_parsed: ParsedResolution
    corrected: Corrected
    replay: Replay

    @property
    def parsed(self) -> ParsedResolution:
        """The text as it would be published, with the warnings that are left."""
        return self.corrected.parsed

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Corrections that do not meet what they were made for."""
        return self.corrected.conflicts

    @property
    def values(self) -> list[Value]:
        """The corrections as values."""
        return [row.value for row in self.corrections]

    def set_at(self, where: str) -> Correction | None:
        """The correction that set a place last, if a person did."""
        index = self.corrected.set_by.get(where)
        return None if index is None else self.corrections[index]

    def after(self, values: Sequence[Value]) -> Corrected:
        """The parse as it would be with more corrections; these are counted on from those."""
        return self.replay.on(values).corrected

    def with_rows(self, rows: Sequence[Correction]) -> "Edition":
        """The edition with corrections that have been written since, without replaying the rest."""
        replay = self.replay.on([row.value for row in rows])
        corrections = [*self.corrections, *rows]
        return replace(self, corrections=corrections, corrected=replay.corrected, replay=replay)


def edition_of(ingestion: Ingestion) -> Edition:
    """The edition of an ingestion that has been parsed: one query.

    Raises ValueError for one that has not, or whose file could not be read.
    """
    standing = ingestion.corrections.standing().select_related("author")
    return _edition(ingestion, list(standing))


def edition_at_revision(ingestion: Ingestion, revision: int) -> Edition:
    """The edition as it was at a revision: one query. Raises ValueError as ``edition_of``."""
    then = ingestion.corrections.standing_at(revision).select_related("author")
    return _edition(ingestion, list(then))


def _edition(ingestion: Ingestion, corrections: Sequence[Correction]) -> Edition:
    if not is_parsed(ingestion):
        raise ValueError(f"{ingestion} has no parse.")
    assert ingestion.parse_result is not None, "what is parsed has a parse"
    parsed = parsed_of(ingestion.parse_result)
    replay = Replay.of(parsed).on([row.value for row in corrections])
    return Edition(
        ingestion=ingestion,
        corrections=corrections,
        as_parsed=parsed,
        corrected=replay.corrected,
        replay=replay,
    )


def is_parsed(ingestion: Ingestion) -> bool:
    """Whether there is a parse of it to look at."""
    record = ingestion.parse_result or {"error": "none"}
    return not record.get("error")
