"""Statements: what a file's masthead and its manifest entry state, each with its words."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from archive.ingest.fact_columns import Sponsors, Value
from archive.ingest.facts import Statement
from archive.ingest.manifest import ManifestEntry
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import stage_of
from archive.models import READING_LANGUAGE, Evidence, Resolution
from archive.parsing.dates import read_date
from archive.parsing.parsed import Masthead
from archive.parsing.symbols import Symbol

_Fact = Evidence.Fact
_UNTOLD = "the masthead of the file"
#: What a text in any language states in figures and dates alone.
_IN_ANY_LANGUAGE = frozenset(
    {
        _Fact.SYMBOL,
        _Fact.STAGE,
        _Fact.ADOPTED_ON,
        _Fact.MEETING,
        _Fact.COMMITTEE_REPORT,
        _Fact.AGENDA_ITEM,
        _Fact.DRAFT_SYMBOL,
        _Fact.DISTRIBUTED_ON,
    }
)


def statements_of_masthead(
    masthead: Masthead, *, language: str = READING_LANGUAGE
) -> list[Statement]:
    """What a masthead states, each fact with the line that prints it.

    Of a text in another language than the archive reads, only what is no matter of language.
    """
    is_translation = language != READING_LANGUAGE
    return [
        Statement(
            fact=fact,
            value=value,
            words=_printed(
                masthead, proves, otherwise=str(value) if fact is _Fact.TITLE else _UNTOLD
            ),
            origin=Evidence.Origin.MASTHEAD,
            is_of_translation=is_translation,
        )
        for fact, value, proves in _printed_facts(masthead)
        if value is not None and (fact in _IN_ANY_LANGUAGE or not is_translation)
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
    yield from _printed_facts_of_the_draft(masthead)


def _printed_facts_of_the_draft(
    masthead: Masthead,
) -> Iterator[tuple[Evidence.Fact, Value | None, Callable[[str], bool]]]:
    """What an adopted text states of the draft it was adopted from; a draft is from none."""
    draft, first = masthead.draft_symbol, masthead.sponsors
    is_draft = masthead.symbol is not None and stage_of(Symbol.read(masthead.symbol)) == "draft"
    if draft and not is_draft:
        yield _Fact.DRAFT_SYMBOL, draft, lambda line: draft in line
    if first or masthead.additional_sponsors:
        sponsors = Sponsors(first=first, additional=masthead.additional_sponsors)
        named = (*first, *masthead.additional_sponsors)
        yield _Fact.SPONSORS, sponsors, lambda line: all(name in line for name in named)


def _names(symbol: Symbol) -> Callable[[str], bool]:
    """Whether a line names a symbol: in full, or in the short form before the title."""
    return lambda line: _names_in_full(line, symbol.text) or line.startswith(f"{symbol.short}.")


def _names_in_full(line: str, symbol: str) -> bool:
    """Whether a symbol stands in a line by itself, and not as a part of a longer one."""
    parts = line.split(symbol)
    return any(
        not _goes_on(before[-1:]) and not _goes_on(after[:1]) for before, after in pairwise(parts)
    )


def _goes_on(sign: str) -> bool:
    """Whether a sign beside a symbol belongs to it; none does not."""
    return sign.isalnum() or sign in {"_", "/"}


def _printed(masthead: Masthead, proves: Callable[[str], bool], *, otherwise: str) -> str:
    """The first line of the masthead that prints a fact; a title on several lines is its own."""
    return next((line for line in masthead.lines if proves(line)), otherwise)


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
