"""Statements: what a file's masthead and its manifest entry state, each with its words."""

import re
from collections.abc import Callable, Iterator

from archive.ingest.fact_columns import Value
from archive.ingest.facts import Statement
from archive.ingest.manifest import ManifestEntry
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import stage_of
from archive.models import Evidence, Resolution
from archive.parsing.dates import read_date
from archive.parsing.parsed import Masthead
from archive.parsing.symbols import Symbol

_Fact = Evidence.Fact
_UNTOLD = "the masthead of the file"


def statements_of_masthead(masthead: Masthead) -> list[Statement]:
    """What a masthead states, each fact with the line that prints it."""
    return [
        Statement(
            fact=fact,
            value=value,
            words=_printed(masthead, proves),
            origin=Evidence.Origin.MASTHEAD,
        )
        for fact, value, proves in _printed_facts(masthead)
        if value is not None
    ]


def _printed_facts(
    masthead: Masthead,
) -> Iterator[tuple[Evidence.Fact, Value | None, Callable[[str], bool]]]:
    """Each fact, its value, and how to know the line that prints it."""
    if masthead.symbol is not None:
        symbol = Symbol.read(masthead.symbol)
        names = _names(symbol)
        yield _Fact.SYMBOL, symbol.text, names
        yield _Fact.STAGE, stage_of(symbol), names
    title, day, sent = masthead.title, masthead.adopted_on, masthead.distributed_on
    report, item, meeting = masthead.committee_report, masthead.agenda_item, masthead.meeting
    yield _Fact.TITLE, title, lambda line: bool(title) and str(title) in line
    yield _Fact.ADOPTED_ON, day, lambda line: read_date(line) == day
    yield _Fact.ADOPTION, masthead.adoption, lambda line: " vote" in line.lower()
    yield _Fact.MEETING, meeting, lambda line: f"{meeting}" in line and "meeting" in line.lower()
    yield _Fact.COMMITTEE_REPORT, report, lambda line: str(report) in line
    yield _Fact.AGENDA_ITEM, item, lambda line: f"genda item {item}" in line
    yield _Fact.DISTRIBUTED_ON, sent, lambda line: read_date(line) == sent


def _names(symbol: Symbol) -> Callable[[str], bool]:
    """Whether a line names a symbol: in full, or in the short form before the title."""
    full = re.compile(rf"(?<![\w/]){re.escape(symbol.text)}(?![\w/])")
    return lambda line: bool(full.search(line)) or line.startswith(f"{symbol.short}.")


def _printed(masthead: Masthead, proves: Callable[[str], bool]) -> str:
    """The first line of the masthead that prints a fact; a title on several lines is its own."""
    return next((line for line in masthead.lines if proves(line)), masthead.title or _UNTOLD)


def statements_of_entry(entry: ManifestEntry) -> list[Statement]:
    """What a manifest entry states and gives evidence for."""
    return [
        Statement(
            fact=fact,
            value=value,
            words=entry.evidence[fact],
            origin=Evidence.Origin.MANIFEST,
        )
        for fact, value in entry.facts.items()
        if fact in entry.evidence
    ]


def check_evidence(entry: ManifestEntry, printed: list[Statement]) -> None:
    """Refuse an entry with a fact that neither the file prints nor any evidence bears out.

    Raises RefusalError that names the fact.
    """
    facts = {statement.fact for statement in printed}
    for fact in entry.facts:
        if fact not in facts and fact not in entry.evidence:
            raise RefusalError(
                f"manifest, {entry.place}, {fact.value}",
                f"The file does not print what the manifest says here, “{fact.label}”, and the "
                f"manifest gives no evidence for it; write evidence.{fact.value}.",
            )


def check_stage(stage: Resolution.Stage, printed: list[Statement]) -> None:
    """Refuse a draft whose own masthead says that it was adopted. Raises RefusalError."""
    adopted = (_Fact.ADOPTED_ON, _Fact.ADOPTION, _Fact.MEETING)
    if stage is Resolution.Stage.DRAFT:
        for statement in printed:
            if statement.fact in adopted:
                raise RefusalError(
                    "masthead",
                    f"The symbol is that of a draft, but the file prints “{statement.words}”, as "
                    "an adopted text does; find out which of the two it is.",
                )
