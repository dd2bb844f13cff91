"""Facts about resolutions and what they rest on: the one place that writes either.

A statement is one fact as one origin gives it. A resolution keeps one value and one row of
evidence for each fact. Where origins disagree the higher is kept, a person of the archive before
the masthead, masthead before manifest before table of facts, and the disagreement is a warning.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from archive.ingest.catalogue import catalogue
from archive.ingest.citation_dates import note_date_conflicts
from archive.ingest.fact_columns import (
    COLUMNS,
    Value,
    as_kept,
    in_words,
    read_value,
    says_the_same,
    write_value,
)
from archive.ingest.lengths import check_lengths
from archive.ingest.lineages.following import follow
from archive.ingest.publishing.records import Records
from archive.models import Evidence, Resolution, Text
from archive.parsing.parsed import ParseWarning

_RANKS = (
    Evidence.Origin.PERSON,
    Evidence.Origin.MASTHEAD,
    Evidence.Origin.MANIFEST,
    Evidence.Origin.FACTS,
)
#: Origins that state what a text has itself, as printed or as set right.
_BY_TEXT = (Evidence.Origin.PERSON, Evidence.Origin.MASTHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One fact about a resolution as one origin gives it; ``words`` are what it rests on.

    A statement of a translation, a text that is not in the archive's reading language, never
    takes the place of what another masthead says. ``value`` is None where a person says that there
    is no such fact; ``stated_by`` is the key of that person.
    """

    fact: Evidence.Fact
    value: Value | None
    words: str
    origin: Evidence.Origin
    is_of_translation: bool = False
    stated_by: int | None = None

    @property
    def is_verified(self) -> bool:
        """Whether someone has checked it; words that ask to "verify" say that nobody has."""
        return "verify" not in self.words.lower()


class Retraction(NamedTuple):
    """A fact that one origin states no more; ``words``, where given, are what it rested on."""

    fact: Evidence.Fact
    origin: Evidence.Origin
    words: str

    def is_of(self, evidence: Evidence) -> bool:
        """Whether it is this evidence that no longer holds."""
        return evidence.origin == self.origin and self.words in {"", evidence.words}


@dataclass(slots=True)
class FactsWritten:
    """What a writing of facts did: the symbols it changed, the disagreements it met.

    ``series`` are those, by key, that are still to follow what it wrote.
    """

    changed: set[str] = field(default_factory=set)
    warnings: list[ParseWarning] = field(default_factory=list)
    series: set[int] = field(default_factory=set)


class _Sheet:
    """The facts of some resolutions while statements are weighed against what is held."""

    def __init__(
        self,
        rows: Mapping[str, Resolution],
        *,
        held: Iterable[Evidence],
        untitled: Collection[int],
    ) -> None:
        self._rows = rows
        self._untitled = untitled
        self._held = {(one.resolution_id, one.fact): one for one in held}
        self._columns: set[str] = set()
        self._rewritten: set[int] = set()
        self._forgotten: dict[tuple[int, str], Evidence] = {}
        self._evidence: dict[tuple[int, str], Evidence] = {}
        self.written = FactsWritten()

    def weigh(self, symbol: str, statement: Statement) -> None:
        """Take a statement in, or leave what is held; a disagreement is noted either way.

        While a text is withdrawn its resolution has no title; where the text states one, that is
        kept with the text, and its evidence here.
        """
        resolution = self._rows[symbol]
        held = self._held.get((resolution.pk, statement.fact))
        if statement.fact is Evidence.Fact.TITLE and resolution.pk in self._untitled:
            if statement.origin in _BY_TEXT and (held is None or _outranks(statement, held)):
                self._keep(_evidence_of(statement, resolution), held=held)
            return
        current = read_value(resolution, statement.fact)
        differs = held is not None and not _agrees(statement, current)
        if held is not None and differs and self._is_of_another(statement, held):
            self._note(statement, held, current=current)
        if held is None or _outranks(statement, held):
            self._take(statement, resolution, held=held)

    def forget(self, symbol: str, retracted: Iterable[Retraction]) -> None:
        """Take back what has been said of a resolution, before others are heard again."""
        resolution = self._rows[symbol]
        for one in retracted:
            held = self._held.get((resolution.pk, one.fact))
            if held is not None and one.is_of(held):
                self._forgotten[resolution.pk, one.fact] = held
                del self._held[resolution.pk, one.fact]
                self._write(resolution, one.fact, value=None)

    @staticmethod
    def _is_of_another(statement: Statement, held: Evidence) -> bool:
        return held.origin != statement.origin or statement.is_of_translation

    def _take(self, statement: Statement, resolution: Resolution, *, held: Evidence | None) -> None:
        if not _is_same(statement, read_value(resolution, statement.fact)):
            self._write(resolution, statement.fact, value=statement.value)
            held = None
        self._keep(_evidence_of(statement, resolution), held=held)

    def _keep(self, evidence: Evidence, *, held: Evidence | None) -> None:
        """Keep what a fact rests on, unless the same is held."""
        if held is not None and _rests_on_the_same(evidence, held):
            return
        key = (evidence.resolution_id, evidence.fact)
        self._held[key] = self._evidence[key] = evidence
        self.written.changed.add(evidence.resolution.symbol)

    def _write(self, resolution: Resolution, fact: Evidence.Fact, *, value: Value | None) -> None:
        write_value(resolution, fact, value=value, rows=self._rows)
        self._columns.update(COLUMNS[fact])
        self._rewritten.add(resolution.pk)
        self.written.changed.add(resolution.symbol)

    def _note(self, statement: Statement, held: Evidence, *, current: Value | None) -> None:
        """Warn of a disagreement; the higher origin comes first in the sentence and is kept."""
        sides = [(held.origin, current), (statement.origin, statement.value)]
        (kept, value), (other, other_value) = sorted(sides, key=lambda side: _rank(side[0]))
        self.written.warnings.append(
            ParseWarning(
                code="facts_disagree",
                message=(
                    f"{held.resolution.symbol}, {Evidence.Fact(statement.fact).label.lower()}: "
                    f"{Evidence.Origin(kept).label} says “{in_words(value)}” and is kept; "
                    f"{Evidence.Origin(other).label} says “{in_words(other_value)}”."
                ),
                where=statement.fact.value,
            )
        )

    def save(self, records: Records) -> None:
        """Write what changed, in three queries at most, whatever the number of facts."""
        changed = [self._rows[symbol] for symbol in sorted(self.written.changed)]
        check_lengths((f"facts of {row}", row) for row in changed)
        if changed and self._columns:
            Resolution.objects.bulk_update(changed, sorted(self._columns))
            records.changed(Resolution, self._rewritten)
        gone = [one.pk for key, one in self._forgotten.items() if key not in self._evidence]
        if gone:
            Evidence.objects.filter(pk__in=gone).delete()
        Evidence.objects.bulk_create(
            self._evidence.values(),
            update_conflicts=True,
            unique_fields=["resolution", "fact"],
            update_fields=["origin", "words", "is_verified", "stated_by"],
        )


def write_facts(
    stated: Mapping[str, Sequence[Statement]],
    *,
    rows: Mapping[str, Resolution],
    records: Records,
    retracted: Iterable[Retraction] = (),
) -> FactsWritten:
    """Write statements by the symbol they are about; ``rows`` holds every resolution they name.

    ``retracted`` is what no longer holds of any of them. Citations that a new date touches are left
    to ``note_date_conflicts``.
    """
    about = [rows[symbol] for symbol in stated]
    held = Evidence.objects.filter(resolution__in=about)
    sheet = _Sheet(rows, held=held, untitled=_untitled(about, records))
    for symbol, statements in stated.items():
        sheet.forget(symbol, retracted)
        for statement in sorted(statements, key=lambda one: _rank(one.origin)):
            sheet.weigh(symbol, statement)
    sheet.save(records)
    return sheet.written


def _untitled(about: Iterable[Resolution], records: Records) -> frozenset[int]:
    """The keys of those whose text is withdrawn; of what has just come into being none is."""
    old = [row.pk for row in about if not records.is_new(row)]
    withdrawn = Text.objects.withdrawn().filter(resolution__in=old)
    return frozenset(withdrawn.values_list("resolution", flat=True) if old else ())


def take_back_all(resolution: Resolution, *, records: Records) -> None:
    """Take back what a text alone has stated of a resolution, by its masthead or by a person."""
    evidence = resolution.evidence.filter(origin__in=_BY_TEXT)
    facts = [Evidence.Fact(one.fact) for one in evidence if one.fact != Evidence.Fact.STAGE]
    for fact in facts:
        write_value(resolution, fact, value=None, rows={})
    columns = [column for fact in facts for column in COLUMNS[fact]]
    if columns:
        Resolution.objects.bulk_update([resolution], columns)
        records.changed(Resolution, [resolution.pk])
    evidence.delete()


def write_known_facts(
    stated: Mapping[str, Sequence[Statement]],
    *,
    rows: Mapping[str, Resolution],
    records: Records,
) -> FactsWritten:
    """The same for facts that come without a text; citations and series come along."""
    written = write_facts_alone(stated, rows=rows, records=records)
    follow([rows[symbol].pk for symbol in written.changed], records=records)
    return written


def write_facts_alone(
    stated: Mapping[str, Sequence[Statement]],
    *,
    rows: Mapping[str, Resolution],
    records: Records,
) -> FactsWritten:
    """The same without the series, with the conflicts of citations that they make."""
    written = write_facts(stated, rows=rows, records=records)
    changed = [rows[symbol].pk for symbol in written.changed]
    if changed:
        written.warnings += note_date_conflicts(changed, records=records)
    catalogue(changed, besides=rows.values())
    return written


def _rank(origin: str) -> int:
    return _RANKS.index(Evidence.Origin(origin))


def _outranks(statement: Statement, held: Evidence) -> bool:
    """Whether a statement takes the place of what is held; of two from one origin, the later."""
    if statement.is_of_translation and held.origin == statement.origin:
        return False
    return _rank(statement.origin) <= _rank(held.origin)


def _agrees(statement: Statement, current: Value | None) -> bool:
    """Whether a statement and what is held can both be right.

    Languages write the letter of an agenda item each in its own way: “74 (b)”, “74 b)”, “74 (ب)”.
    """
    if statement.fact is Evidence.Fact.AGENDA_ITEM and statement.is_of_translation:
        return _number_of(str(statement.value)) == _number_of(str(current))
    return statement.fact is Evidence.Fact.SYMBOL or says_the_same(
        as_kept(statement.value), current
    )


def _number_of(item: str) -> str:
    """The number that an agenda item begins with."""
    return "".join(takewhile(str.isdecimal, item))


def _is_same(statement: Statement, current: Value | None) -> bool:
    """Whether a statement says what is held; a symbol's own evidence has no column to differ."""
    return statement.fact is Evidence.Fact.SYMBOL or as_kept(statement.value) == current


def _evidence_of(statement: Statement, resolution: Resolution) -> Evidence:
    return Evidence(
        resolution=resolution,
        fact=statement.fact,
        origin=statement.origin,
        words=statement.words,
        is_verified=statement.is_verified,
        stated_by_id=statement.stated_by,
    )


def _rests_on_the_same(evidence: Evidence, held: Evidence) -> bool:
    return _rest(evidence) == _rest(held)


def _rest(evidence: Evidence) -> tuple[str, str, bool, int | None]:
    return evidence.origin, evidence.words, evidence.is_verified, evidence.stated_by_id
