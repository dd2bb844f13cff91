"""Editions: a parse with what people have set right in it, as it stands or would be published."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.corrections.applying import corrected
from archive.corrections.values import Conflict, Corrected
from archive.models import Correction, Ingestion
from archive.parsing.contract import parsed_of
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An ingestion, the corrections that stand, and the parse with them applied."""

    ingestion: Ingestion
    corrections: Sequence[Correction]
    corrected: Corrected

    @property
    def parsed(self) -> ParsedResolution:
        """The text as it would be published, with the warnings that are left."""
        return self.corrected.parsed

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Corrections that do not meet what they were made for."""
        return self.corrected.conflicts

    def set_at(self, where: str) -> Correction | None:
        """The correction that set a place last, if a person did."""
        index = self.corrected.set_by.get(where)
        return None if index is None else self.corrections[index]


def edition_of(ingestion: Ingestion) -> Edition:
    """The edition of an ingestion that has been parsed: one query.

    Raises ValueError for one that has not, or whose file could not be read.
    """
    if not is_parsed(ingestion):
        raise ValueError(f"{ingestion} has no parse.")
    assert ingestion.parse_result is not None, "what is parsed has a parse"
    standing = list(ingestion.corrections.standing().select_related("author"))
    parsed = parsed_of(ingestion.parse_result)
    values = [row.value for row in standing]
    return Edition(ingestion=ingestion, corrections=standing, corrected=corrected(parsed, values))


def is_parsed(ingestion: Ingestion) -> bool:
    """Whether there is a parse of it to look at."""
    record = ingestion.parse_result or {"error": "none"}
    return not record.get("error")
