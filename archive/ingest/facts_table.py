"""The table of facts: titles, dates and votes of resolutions, a line each with its evidence.

A CSV file in UTF-8 with the header ``symbol,title,adopted_on,adoption,series,evidence``. Every
field but symbol and evidence may be empty. ``adoption`` is "without a vote", "recorded vote
127-14-41" (in favour, against, abstaining), or "draft" for a draft, which has no date of
adoption. Evidence in which the word "verify" stands marks the line's facts as unverified.
"""

import csv
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from django.db import transaction

from archive.ingest.adoptions import read_adoption
from archive.ingest.fact_columns import Value
from archive.ingest.facts import FactsWritten, Statement, write_facts_alone
from archive.ingest.lineages.following import begin_following, follow_each
from archive.ingest.publishing.records import Change, Records
from archive.ingest.reading import read_utf8
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring, is_kept
from archive.ingest.write_lock import take_write_lock
from archive.models import Evidence, Resolution, Series
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind

HEADER = ("symbol", "title", "adopted_on", "adoption", "series", "evidence")
_DRAFT = "draft"
_REASON = "manage.py load_facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsLine:
    """One line of the table: a symbol and what is stated of it."""

    symbol: Symbol
    statements: tuple[Statement, ...]


def load_facts(path: Path) -> FactsWritten:
    """Read a table and write its facts, in one transaction; its series have their members then.

    Call ``have_series_follow`` with what it gives. Raises RefusalError with the line for the first
    thing that is wrong; nothing is stored then.
    """
    lines = read_facts(path)
    with transaction.atomic():
        take_write_lock()
        records = Records(Change(reason=_REASON))
        rows = bring((line.symbol for line in lines), records=records)
        stated = {line.symbol.text: line.statements for line in lines}
        written = write_facts_alone(stated, rows=rows, records=records)
        changed = [rows[symbol].pk for symbol in written.changed]
        written.series = begin_following(changed, records=records)
        records.write()
        return written


def have_series_follow(written: FactsWritten) -> None:
    """Compare and join the texts of series that have won members, each in a transaction.

    Other writers come between. Where it is interrupted, ``manage.py lineages`` goes on.
    """
    series = Series.objects.filter(pk__in=written.series).order_by("slug")
    deque(follow_each(series, reason=_REASON), maxlen=0)


def read_facts(path: Path) -> list[FactsLine]:
    """Every line of a table. Raises RefusalError with the first line that is wrong."""
    lines: dict[str, FactsLine] = {}
    for place, fields in _records(read_utf8(path)):
        line = _read_line(place, fields)
        if line.symbol.text in lines:
            raise RefusalError(
                place, f"{line.symbol} stands on an earlier line too; keep one of them."
            )
        lines[line.symbol.text] = line
    return list(lines.values())


def _records(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each line's place and its fields by name."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if tuple(header) != HEADER:
            raise RefusalError("line 1", f"The header must be “{','.join(HEADER)}”.")
        first = reader.line_num + 1
        for fields in reader:
            if fields:
                yield f"line {first}", _named(f"line {first}", fields)
            first = reader.line_num + 1
    except csv.Error as error:
        raise RefusalError(f"line {reader.line_num}", f"It is not CSV: {error}.") from error


def _named(place: str, fields: Sequence[str]) -> dict[str, str]:
    if len(fields) != len(HEADER):
        raise RefusalError(
            place, f"It has {len(fields)} fields; {len(HEADER)} are needed: {', '.join(HEADER)}."
        )
    evened = [" ".join(field.split()) for field in fields]
    for field in evened:
        if not field.isprintable():
            raise RefusalError(place, f"{field!r} has control characters in it; leave them out.")
    return dict(zip(HEADER, evened, strict=True))


def _read_line(place: str, fields: Mapping[str, str]) -> FactsLine:
    symbol = _symbol(place, fields["symbol"])
    words = fields["evidence"]
    if not words:
        raise RefusalError(place, f"{symbol} has no evidence; say what its facts rest on.")
    statements = (
        Statement(fact=fact, value=value, words=words, origin=Evidence.Origin.FACTS)
        for fact, value in _facts(place, fields, symbol=symbol).items()
    )
    return FactsLine(symbol=symbol, statements=tuple(statements))


def _symbol(place: str, written: str) -> Symbol:
    try:
        symbol = Symbol.read(written)
    except SymbolError as error:
        raise RefusalError(place, str(error)) from error
    if not is_kept(symbol):
        raise RefusalError(place, f"{symbol} names neither an act of an organ nor a draft of one.")
    return symbol


def _facts(place: str, fields: Mapping[str, str], *, symbol: Symbol) -> dict[Evidence.Fact, Value]:
    """What a line states, by fact."""
    facts: dict[Evidence.Fact, Value] = {}
    if fields["title"]:
        facts[Evidence.Fact.TITLE] = fields["title"]
    if fields["series"]:
        facts[Evidence.Fact.SERIES] = fields["series"]
    if _is_draft(place, fields, symbol=symbol):
        return facts | {Evidence.Fact.STAGE: Resolution.Stage.DRAFT}
    try:
        if fields["adopted_on"]:
            facts[Evidence.Fact.ADOPTED_ON] = _day(fields["adopted_on"])
        if fields["adoption"]:
            facts[Evidence.Fact.ADOPTION] = read_adoption(fields["adoption"])
    except ValueError as error:
        raise RefusalError(place, str(error)) from error
    return facts


def _is_draft(place: str, fields: Mapping[str, str], *, symbol: Symbol) -> bool:
    """Whether the line is of a draft; the symbol and the column must both say so."""
    says_draft = fields["adoption"] == _DRAFT
    is_draft = symbol.kind is SymbolKind.DRAFT
    if is_draft and not says_draft:
        raise RefusalError(
            place, f"{symbol} is the symbol of a draft; write “draft” under adoption."
        )
    if says_draft and not is_draft:
        raise RefusalError(
            place, f"{symbol} is the symbol of an adopted act, so it is not a draft."
        )
    if says_draft and fields["adopted_on"]:
        raise RefusalError(
            place, f"{symbol} is a draft and has no date of adoption; leave it empty."
        )
    return says_draft


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ValueError(f"“{written}” is no date; write it as 2011-12-19.") from error
