"""What is told of texts that were read again: a line each, and the table that closes a run."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.models import Text


class Result(StrEnum):
    """What became of a text."""

    PUBLISHED = "published"
    TO_REVIEW = "to review"
    WAITING = "waiting"
    UP_TO_DATE = "up to date"
    REFUSED = "refused"


_ALWAYS_COUNTED = frozenset({Result.PUBLISHED, Result.TO_REVIEW, Result.REFUSED})
_INDENT = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """A text that was read again, or why it was not; ``ingestion`` is the key of the reading."""

    text: Text
    result: Result
    detail: str = ""
    ingestion: int | None = None

    @property
    def line(self) -> str:
        """What became of it in one line."""
        return f"{self.result.value:<10}  {self.symbol}  {self.text.source_file}"

    @property
    def symbol(self) -> str:
        """Its resolution, and its language unless that is the one the archive reads."""
        text = self.text
        language = f" ({text.language})" if text.is_translation else ""
        return f"{text.resolution.symbol}{language}"


def closing_table(found: Sequence[Reread]) -> str:
    """Every text with what became of it, what is to be said of each, and the totals."""
    return "\n".join([*_rows(found), *_remarks(found), "", totals(found)])


def totals(found: Sequence[Reread]) -> str:
    """How many were published, are to be reviewed, were refused; others where there are any."""
    counted = Counter(one.result for one in found)
    shown = [one for one in Result if counted[one] or one in _ALWAYS_COUNTED]
    return ", ".join(f"{counted[one]} {one.value}" for one in shown) + "."


def _rows(found: Sequence[Reread]) -> Iterator[str]:
    width = max((len(one.symbol) for one in found), default=0)
    for one in found:
        yield f"{one.result.value:<10}  {one.symbol:<{width}}  {one.text.source_file}"


def _remarks(found: Sequence[Reread]) -> Iterator[str]:
    for one in found:
        if one.detail:
            yield f"\n{one.symbol}"
            where = f" (ingestion {one.ingestion})" if one.ingestion else ""
            yield f"{_INDENT}{one.detail}{where}"
