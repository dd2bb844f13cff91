"""Outcomes: what became of each file of a run, and the table that closes it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archive.ingest.files import printable
from archive.ingest.refusals import RefusalError
from archive.parsing.parsed import ParseWarning

_REASON_INDENT = "    "
_MOST_WARNINGS_SHOWN = 20


class Verdict(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CORRECTED = "corrected"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


_ALWAYS_COUNTED = frozenset({Verdict.ADDED, Verdict.UNCHANGED, Verdict.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file. ``detail`` is the reason of a refusal, else a remark or empty."""

    path: Path
    verdict: Verdict
    symbol: str = ""
    place: str = ""
    detail: str = ""
    warnings: tuple[ParseWarning, ...] = ()

    @classmethod
    def refused(cls, path: Path, refusal: RefusalError) -> "Outcome":
        """The outcome of a file that is not taken in."""
        return cls(path=path, verdict=Verdict.REFUSED, place=refusal.place, detail=refusal.reason)

    @property
    def line(self) -> str:
        """The outcome in one line: verdict, symbol, file, and the number of warnings."""
        remark = f" ({_counted(self.warnings)})" if self.warnings else ""
        parts = (self.verdict.value, self.symbol, printable(self.path) + remark)
        return "  ".join(part for part in parts if part)


def closing_table(outcomes: Sequence[Outcome]) -> str:
    """Every file with what became of it, the refusals with place and reason, and the totals."""
    return "\n".join([*_rows(outcomes), *_remarks(outcomes), *_reasons(outcomes), totals(outcomes)])


def totals(outcomes: Iterable[Outcome]) -> str:
    """How many were added, unchanged and refused; others are named where there are any."""
    counted = Counter(outcome.verdict for outcome in outcomes)
    shown = [one for one in Verdict if counted[one] or one in _ALWAYS_COUNTED]
    return ", ".join(f"{counted[one]} {one.value}" for one in shown) + "."


def pace(count: int, seconds: float) -> str:
    """How many files a run took in, how long it took, and how many that is a second."""
    noun = "file" if count == 1 else "files"
    rate = f", {count / seconds:,.1f} a second" if count > 1 and seconds > 0 else ""
    return f"{count:,} {noun} in {seconds:,.1f} s{rate}."


def _rows(outcomes: Sequence[Outcome]) -> Iterator[str]:
    width = max((len(outcome.symbol) for outcome in outcomes), default=0)
    for outcome in outcomes:
        remark = f" ({_counted(outcome.warnings)})" if outcome.warnings else ""
        yield (
            f"{outcome.verdict.value:<9}  {outcome.symbol:<{width}}  "
            f"{printable(outcome.path)}{remark}"
        )


def _counted(warnings: Sequence[ParseWarning]) -> str:
    return f"{len(warnings)} warning{'' if len(warnings) == 1 else 's'}"


def _remarks(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """What was noticed of files that were taken in: remarks and warnings."""
    for outcome in outcomes:
        if outcome.verdict is Verdict.REFUSED:
            continue
        remarks = [outcome.detail] if outcome.detail else []
        remarks += _warnings(outcome.warnings)
        if remarks:
            yield f"\n{printable(outcome.path)}"
            yield from (_REASON_INDENT + remark for remark in remarks)


def _warnings(warnings: Sequence[ParseWarning]) -> Iterator[str]:
    """The first warnings of a file, and how many more there are."""
    for one in warnings[:_MOST_WARNINGS_SHOWN]:
        yield f"warning, {one.where}: {one.message}"
    left_out = warnings[_MOST_WARNINGS_SHOWN:]
    if left_out:
        yield f"and {_counted(left_out)} more; “manage.py parse” prints all of the text."


def _reasons(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.verdict is Verdict.REFUSED:
            yield f"\nRefused: {printable(outcome.path)}, {outcome.place}"
            yield from (_REASON_INDENT + line for line in outcome.detail.splitlines())
    yield ""
