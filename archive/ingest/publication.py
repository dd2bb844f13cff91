"""Publication: one parsed file becomes a resolution's text, inside the transaction of its file.

So does the command ``ingest`` publish. People publish by archive/ingest/publishing/publication.py;
both have the rows written by archive/ingest/publishing/writing.py.
"""

from collections.abc import Sequence
from dataclasses import asdict
from dataclasses import replace as replaced

from archive.ingest.differences import Difference, difference_between
from archive.ingest.fact_columns import in_words
from archive.ingest.facts import Statement
from archive.ingest.identity import identify
from archive.ingest.media_types import media_type_of
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publishing.records import Records
from archive.ingest.publishing.retracted import retracted
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
from archive.models import Correction, Ingestion, Resolution, SourceFile, Text
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
        in_the_way = self._in_the_way(rows[given.symbol.text])
        for text in in_the_way:
            self._check_replacing(text, rows[given.symbol.text], replace=replace)
        held = in_the_way[0] if in_the_way else None
        given = replaced(given, retracted=retracted(held, given.statements))
        self._make_room(in_the_way)
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

    def _check_replacing(self, held: Text, resolution: Resolution, *, replace: bool) -> None:
        """Refuse where a text is another's, is not to be replaced, or was set right by people."""
        if held.resolution_id != resolution.pk:
            raise RefusalError(
                "masthead",
                f"These bytes are held as {held.resolution}; now they are read as "
                f"{resolution}. Take the held text away first.",
            )
        if not replace:
            raise RefusalError(
                "text", _how_it_differs(held, difference_between(held, self._parsed))
            )
        corrections = Correction.objects.standing().filter(ingestion__text=held).count()
        if corrections:
            raise RefusalError("text", _what_people_made(held, corrections))

    def _make_room(self, in_the_way: Sequence[Text]) -> None:
        """Have what is held say what takes its place; of two texts one place is left."""
        for held in in_the_way:
            difference = difference_between(held, self._parsed)
            self._warnings += retire(held, difference, why=self._why)
        for held in in_the_way[1:]:
            remove_text(held, self._records)

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


def _what_people_made(held: Text, corrections: int) -> str:
    places = "a place" if corrections == 1 else f"{corrections} places"
    return (
        f"People have set {places} right in {held.resolution}, and this command would lose that. "
        "Have the file parsed again by staff, or by “manage.py reparse”, which take it along."
    )


def _how_it_differs(held: Text, difference: Difference) -> str:
    named = f"Another {held.language_in_words} text" if held.is_translation else "Another text"
    return (
        f"{named} of {held.resolution} is held. {difference.in_words()} If this file is the better "
        "one, give --replace."
    )
