"""Writing: what is published becomes rows, whoever publishes it.

Runs in the transaction of whoever publishes, who holds the write lock and writes the records.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.ingest.catalogue import catalogue
from archive.ingest.citation_dates import note_date_conflicts
from archive.ingest.differences import Difference
from archive.ingest.facts import Retraction, Statement, take_back_all, write_facts
from archive.ingest.lineages.following import follow
from archive.ingest.publishing.records import Records
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import is_kept
from archive.ingest.rows import write_text
from archive.ingest.wordings import keep_wordings
from archive.models import Evidence, Ingestion, Resolution, Text
from archive.parsing.parsed import Citation, ParsedResolution, ParseWarning
from archive.parsing.symbols import Symbol, SymbolError


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is to be published: which resolution it is, what it says, and what is stated of it.

    ``retracted`` is what the text in whose place it comes has stated, and it does not.
    """

    symbol: Symbol
    parsed: ParsedResolution
    statements: Sequence[Statement]
    retracted: Sequence[Retraction] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text that was written, and what a person should look at now that it stands among others.

    ``conflicts`` are those of dates between citations and what they cite, anywhere in the archive;
    the citations keep them, so that no list of warnings has to.
    """

    text: Text
    warnings: list[ParseWarning]
    conflicts: list[ParseWarning]


def symbols_in(given: Given, *, named: Iterable[Symbol] = ()) -> list[Symbol]:
    """Every act and draft that a text is, cites, or was adopted as.

    Raises RefusalError where the parser names as cited what is no symbol.
    """
    cited = (_cited_symbol(one) for one in given.parsed.citations if one.target)
    adopted = [
        Symbol.read(str(one.value))
        for one in given.statements
        if one.fact is Evidence.Fact.ADOPTED_AS and one.value
    ]
    return [given.symbol, *named, *adopted, *filter(is_kept, cited)]


def write_given(
    given: Given,
    *,
    rows: Mapping[str, Resolution],
    ingestion: Ingestion,
    held: Text | None,
    records: Records,
) -> Written:
    """Write a text in the place of the held one, if one is, with its facts and the catalogue.

    ``ingestion`` is where it comes from, perhaps unsaved.
    """
    resolution = rows[given.symbol.text]
    warnings = write_facts(
        {given.symbol.text: given.statements},
        rows=rows,
        records=records,
        retracted=given.retracted,
    ).warnings
    text = write_text(
        given.parsed,
        resolution=resolution,
        source_file=ingestion.source_file,
        rows=rows,
        parsed_at=ingestion.parsed_at or records.change.at,
        records=records,
        held=held,
    )
    if text.is_withdrawn and not text.is_translation:
        _untitle(resolution, records)
    touched = [resolution.pk]
    if held is not None and held.resolution_id != resolution.pk:
        touched.append(_left(held.resolution, records))
    warnings += _without_phrases(catalogue([resolution.pk], besides=rows.values()))
    keep_wordings(touched)
    conflicts = note_date_conflicts(touched, records=records)
    follow(touched, rewritten=[text.pk], records=records)
    return Written(text=text, warnings=warnings, conflicts=conflicts)


def retire(held: Text, difference: Difference, *, why: str) -> list[ParseWarning]:
    """Have the ingestions of a held text say why another took its place; ``why`` is a sentence.

    A warning for each anchor that is gone. To be called before another file is written in its
    place.
    """
    held.ingestions.update(text=None, reason=f"{why} {difference.in_words()}")
    return gone(difference)


def gone(difference: Difference) -> list[ParseWarning]:
    """A warning for each anchor that a text had and has no more."""
    return [
        ParseWarning(
            code="anchor_gone",
            message=f"The text that was replaced had {anchor}; links to it lead to the top.",
            where=anchor,
        )
        for anchor in difference.gone
    ]


def _untitle(resolution: Resolution, records: Records) -> None:
    """Have a resolution without a title, as that of a withdrawn text must be."""
    if Resolution.objects.filter(pk=resolution.pk).exclude(title="").update(title=""):
        records.changed(Resolution, [resolution.pk])


def _left(resolution: Resolution, records: Records) -> int:
    """Have nothing of a text said of a resolution that it turned out not to be; the key of that.

    Its card lets go of the text before another takes it.
    """
    if not Text.objects.of(resolution).exists():
        take_back_all(resolution, records=records)
    catalogue([resolution.pk])
    return resolution.pk


def _without_phrases(symbols: Iterable[str]) -> list[ParseWarning]:
    return [
        ParseWarning(
            code="phrases_not_found",
            message="The text is so long that search finds its words, but no phrase in it.",
            where=long,
        )
        for long in symbols
    ]


def _cited_symbol(citation: Citation) -> Symbol:
    """What a citation cites. Raises RefusalError where the parser names what is no symbol."""
    try:
        return Symbol.read(citation.target or "")
    except SymbolError as error:
        raise RefusalError(
            citation.source, f"The parser reads “{citation.text}” as a citation, but {error}"
        ) from error
