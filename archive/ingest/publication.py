"""Publication: one parsed file becomes a resolution's text, inside the transaction of its file.

So does the command ``ingest`` publish. People publish by archive/ingest/publishing/publication.py;
both have the rows written by archive/ingest/publishing/writing.py.
"""

from dataclasses import asdict

from archive.ingest.differences import Difference, difference_between
from archive.ingest.fact_columns import in_words
from archive.ingest.facts import Statement
from archive.ingest.identity import identify
from archive.ingest.media_types import media_type_of
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publishing.records import Records
from archive.ingest.publishing.writing import Given, retire, symbols_in, write_given
from archive.ingest.received import ReceivedFile
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring, stage_of
from archive.ingest.rows import remove_text
from archive.ingest.statements import (
    check_evidence,
    check_stage,
    statements_of_entry,
    statements_of_masthead,
)
from archive.models import Ingestion, Resolution, SourceFile, Text
from archive.parsing.contract import record_of
from archive.parsing.parsed import ParsedResolution, ParseWarning
from archive.parsing.symbols import Symbol

_LONGEST_NAME = 255


class Publication:
    """A file that has been read and what was read in it, on the way to being published."""

    def __init__(
        self, received: ReceivedFile, parsed: ParsedResolution, *, records: Records
    ) -> None:
        self._received = received
        self._parsed = parsed
        self._records = records
        self._warnings: list[ParseWarning] = list(parsed.warnings)

    def publish(self, *, replace: bool) -> Outcome:
        """Write all that the file brings. Raises RefusalError when something speaks against it."""
        given, entry = self._given(), self._received.entry
        symbols = symbols_in(given, named=entry.symbols if entry else ())
        rows = bring(symbols, records=self._records)
        held = self._make_room(rows[given.symbol.text], replace=replace)
        ingestion = self._ingestion()
        written = write_given(
            given, rows=rows, ingestion=ingestion, held=held, records=self._records
        )
        self._warnings += written.warnings
        ingestion.text = written.text
        ingestion.warnings = [asdict(warning) for warning in self._warnings]
        ingestion.save()
        return Outcome(
            path=self._received.path,
            verdict=Verdict.REPLACED if held else Verdict.ADDED,
            symbol=given.symbol.text,
            warnings=(*self._warnings, *written.conflicts),
        )

    def _given(self) -> Given:
        symbol = identify(
            self._parsed,
            self._received.entry,
            name=self._received.name,
            sha256=self._received.sha256,
        )
        return Given(symbol=symbol, parsed=self._parsed, statements=self._statements(symbol))

    def _statements(self, symbol: Symbol) -> list[Statement]:
        """What the masthead and the manifest state, once nothing in it is without evidence."""
        printed = statements_of_masthead(self._parsed.masthead, language=self._parsed.language)
        check_stage(stage_of(symbol), printed)
        entry = self._received.entry
        if entry is None:
            return printed
        check_evidence(entry, printed)
        return printed + statements_of_entry(entry)

    def _make_room(self, resolution: Resolution, *, replace: bool) -> Text | None:
        """The text that is held and is to be replaced; refused unless it is to be."""
        in_the_way = self._in_the_way(resolution)
        for held in in_the_way:
            if held.resolution_id != resolution.pk:
                raise RefusalError(
                    "masthead",
                    f"These bytes are held as {held.resolution}; now they are read as "
                    f"{resolution}. Take the held text away first.",
                )
            difference = difference_between(held, self._parsed)
            if not replace:
                raise RefusalError("text", _how_it_differs(held, difference))
            self._warnings += retire(held, difference, why=self._why)
        for held in in_the_way[1:]:
            remove_text(held, self._records)
        return in_the_way[0] if in_the_way else None

    @property
    def _why(self) -> str:
        day = in_words(self._records.change.at.date())
        return f"Replaced on {day} by {self._received.name}, SHA-256 {self._received.sha256}."

    def _in_the_way(self, resolution: Resolution) -> list[Text]:
        """The text of the resolution in that language, and what the same bytes became, if another.

        Two queries, each by an index: one that asks for either reads all that is held.
        """
        texts = Text.objects.select_related("resolution").defer("search_vector")
        of_it = texts.filter(resolution=resolution, language=self._parsed.language)
        found = {text.pk: text for text in of_it}
        found |= {text.pk: text for text in texts.from_bytes(self._received.sha256)}
        return list(found.values())

    def _source_file(self) -> SourceFile:
        """The row of the bytes; those of a text that was replaced are there already."""
        source_file, _ = SourceFile.objects.without_content().get_or_create(
            sha256=self._received.sha256,
            defaults={
                "content": self._received.content,
                "size_bytes": len(self._received.content),
                "name": self._received.name[:_LONGEST_NAME],
                "media_type": media_type_of(self._received.content),
                "received_at": self._records.change.at,
                "received_by_id": self._records.change.by,
                "received_from": self._received.provenance,
            },
        )
        return source_file

    def _ingestion(self) -> Ingestion:
        """The way of the file, unsaved: received, parsed and published at one moment."""
        at, by = self._records.change.at, self._records.change.by
        entry = self._received.entry
        record = record_of(self._received.name, self._received.content, outcome=self._parsed)
        return Ingestion(
            source_file=self._source_file(),
            state=Ingestion.State.PUBLISHED,
            parser_version=self._parsed.parser_version,
            parse_result=record,
            given_symbol=entry.symbol.text if entry else "",
            requested_by_id=by,
            published_revision=0,
            reviewer_id=by,
            reviewed_at=at,
            ingested_at=at,
            parsed_at=at,
        )


def _how_it_differs(held: Text, difference: Difference) -> str:
    named = f"Another {held.language_in_words} text" if held.is_translation else "Another text"
    return (
        f"{named} of {held.resolution} is held. {difference.in_words()} If this file is the better "
        "one, give --replace."
    )
