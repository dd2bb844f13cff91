"""Publication: one parsed file becomes a resolution's text, inside the transaction of its file."""

from collections.abc import Mapping
from dataclasses import asdict

from django.utils import timezone

from archive.ingest.catalogue import catalogue
from archive.ingest.citation_dates import note_date_conflicts
from archive.ingest.differences import Difference, difference_between
from archive.ingest.fact_columns import in_words
from archive.ingest.facts import Statement, write_facts
from archive.ingest.identity import identify
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.received import ReceivedFile
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring, is_kept, stage_of
from archive.ingest.rows import write_text
from archive.ingest.statements import (
    check_evidence,
    check_stage,
    statements_of_entry,
    statements_of_masthead,
)
from archive.models import Ingestion, Resolution, SourceFile, Text
from archive.parsing.contract import record_of
from archive.parsing.parsed import Citation, ParsedResolution, ParseWarning
from archive.parsing.readers.formats import tell_format
from archive.parsing.symbols import Symbol, SymbolError

_LONGEST_NAME = 255
#: By the reader of a format; two formats that the parse contract calls “word” have one each.
_MEDIA_TYPES = {
    "text": SourceFile.MediaType.TEXT,
    "word": SourceFile.MediaType.WORD,
    "word.word_97": SourceFile.MediaType.WORD_97,
    "pdf": SourceFile.MediaType.PDF,
    "html": SourceFile.MediaType.HTML,
    "akn4un": SourceFile.MediaType.AKOMA_NTOSO,
}


class Publication:
    """A file that has been read and what was read in it, on the way to being published."""

    def __init__(self, received: ReceivedFile, parsed: ParsedResolution) -> None:
        self._received = received
        self._parsed = parsed
        self._at = timezone.now()
        self._warnings: list[ParseWarning] = list(parsed.warnings)
        self._replaced = False

    def publish(self, *, replace: bool) -> Outcome:
        """Write all that the file brings. Raises RefusalError when something speaks against it."""
        symbol = identify(
            self._parsed,
            self._received.entry,
            name=self._received.name,
            sha256=self._received.sha256,
        )
        statements = self._statements(symbol)
        rows = bring(self._symbols(symbol))
        self._make_room(rows[symbol.text], replace=replace)
        self._warnings += write_facts({symbol.text: statements}, rows=rows).warnings
        source_file = self._source_file()
        text = write_text(
            self._parsed,
            resolution=rows[symbol.text],
            source_file=source_file,
            rows=rows,
            at=self._at,
        )
        self._catalogue(rows, symbol=symbol)
        self._record(source_file, text)
        self._warnings += note_date_conflicts([rows[symbol.text].pk])
        return self._outcome(symbol)

    def _statements(self, symbol: Symbol) -> list[Statement]:
        """What the masthead and the manifest state, once nothing in it is without evidence."""
        printed = statements_of_masthead(self._parsed.masthead, language=self._parsed.language)
        check_stage(stage_of(symbol), printed)
        entry = self._received.entry
        if entry is None:
            return printed
        check_evidence(entry, printed)
        return printed + statements_of_entry(entry)

    def _symbols(self, symbol: Symbol) -> list[Symbol]:
        """Every act and draft that the file is, cites, or was adopted as."""
        entry = self._received.entry
        named = entry.symbols if entry else ()
        cited = (_cited_symbol(one) for one in self._parsed.citations if one.target)
        return [symbol, *named, *filter(is_kept, cited)]

    def _make_room(self, resolution: Resolution, *, replace: bool) -> None:
        """Take away the text that is held; refuse to, unless it is to be replaced."""
        for held in self._in_the_way(resolution):
            if held.resolution_id != resolution.pk:
                raise RefusalError(
                    "masthead",
                    f"These bytes are held as {held.resolution}; now they are read as "
                    f"{resolution}. Take the held text away first.",
                )
            difference = difference_between(held, self._parsed)
            if not replace:
                raise RefusalError("text", _how_it_differs(held, difference))
            self._retire(held, difference)

    def _in_the_way(self, resolution: Resolution) -> list[Text]:
        """The text of the resolution in that language, and what the same bytes became.

        Two queries, each by an index: one that asks for either reads all that is held.
        """
        texts = Text.objects.select_related("resolution").defer("wording", "search_vector")
        of_it = texts.filter(resolution=resolution, language=self._parsed.language)
        found = {text.pk: text for text in of_it}
        found |= {text.pk: text for text in texts.from_bytes(self._received.sha256)}
        return list(found.values())

    def _retire(self, held: Text, difference: Difference) -> None:
        """Delete a text; its file and its ingestions stay, and say what replaced it."""
        reason = (
            f"Replaced on {in_words(self._at.date())} by {self._received.name}, SHA-256 "
            f"{self._received.sha256}. {difference.in_words()}"
        )
        held.ingestions.update(reason=reason)
        held.delete()
        self._replaced = True
        self._warnings += [
            ParseWarning(
                code="anchor_gone",
                message=f"The text that was replaced had {anchor}; links to it lead to the top.",
                where=anchor,
            )
            for anchor in difference.gone
        ]

    def _source_file(self) -> SourceFile:
        """The row of the bytes; those of a text that was replaced are there already."""
        source_file, _ = SourceFile.objects.without_content().get_or_create(
            sha256=self._received.sha256,
            defaults={
                "content": self._received.content,
                "size_bytes": len(self._received.content),
                "name": self._received.name[:_LONGEST_NAME],
                "media_type": _MEDIA_TYPES[tell_format(self._received.content).reader or "text"],
                "received_at": self._at,
                "received_from": self._received.provenance,
            },
        )
        return source_file

    def _record(self, source_file: SourceFile, text: Text) -> None:
        Ingestion.objects.create(
            source_file=source_file,
            state=Ingestion.State.PUBLISHED,
            text=text,
            parser_version=self._parsed.parser_version,
            parse_result=record_of(
                self._received.name, self._received.content, outcome=self._parsed
            ),
            warnings=[asdict(warning) for warning in self._warnings],
            published_revision=0,
            ingested_at=self._at,
            parsed_at=self._at,
        )

    def _catalogue(self, rows: Mapping[str, Resolution], *, symbol: Symbol) -> None:
        """Let search find the resolution, and those that have become known with it."""
        self._warnings += [
            ParseWarning(
                code="phrases_not_found",
                message="The text is so long that search finds its words, but no phrase in it.",
                where=long,
            )
            for long in catalogue([rows[symbol.text].pk], besides=rows.values())
        ]

    def _outcome(self, symbol: Symbol) -> Outcome:
        return Outcome(
            path=self._received.path,
            verdict=Verdict.REPLACED if self._replaced else Verdict.ADDED,
            symbol=symbol.text,
            warnings=tuple(self._warnings),
        )


def _cited_symbol(citation: Citation) -> Symbol:
    """What a citation cites. Raises RefusalError where the parser names what is no symbol."""
    try:
        return Symbol.read(citation.target or "")
    except SymbolError as error:
        raise RefusalError(
            citation.source, f"The parser reads “{citation.text}” as a citation, but {error}"
        ) from error


def _how_it_differs(held: Text, difference: Difference) -> str:
    named = f"Another {held.language_in_words} text" if held.is_translation else "Another text"
    return (
        f"{named} of {held.resolution} is held. {difference.in_words()} If this file is the better "
        "one, give --replace."
    )
