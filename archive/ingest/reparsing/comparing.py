"""Comparing: what is to be published beside what readers see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.comparison.texts import PlaceDifference, differences
from archive.ingest.editing.editions import Edition, edition_of, is_parsed
from archive.ingest.publishing.claims import held_by
from archive.ingest.reparsing.left_behind import LeftBehind, left_behind
from archive.ingest.reparsing.present import present_ingestion, published_edition
from archive.models import Ingestion, Text
from archive.parsing.parsed import Citation, Paragraph, ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An edition, and what is published of the text that it is or is to take the place of.

    ``published`` is None where nothing is, or where no parse of it is kept. ``left_behind`` are
    corrections that the edition lacks.
    """

    edition: Edition
    held: Text | None
    published: ParsedResolution | None
    differences: tuple[PlaceDifference, ...]
    left_behind: LeftBehind

    @property
    def is_same(self) -> bool:
        """Whether readers would see nothing else, to the last word and link."""
        if self.published is None or self.left_behind:
            return False
        return _as_read(self.edition.parsed) == _as_read(self.published)

    @property
    def is_of_another_file(self) -> bool:
        """Whether another file is to take the place of the one that readers have had."""
        row = self.edition.ingestion
        return self.held is not None and self.held.source_file_id != row.source_file_id

    @property
    def besides(self) -> list[str]:
        """What differs though no place does, as sentences: openings, and how citations are told."""
        if self.published is None:
            return []
        return [*_openings(self.published, self.edition.parsed), *_lines(self)]


def comparison_of(row: Ingestion) -> Comparison | None:
    """The edition of an ingestion beside what is published; None where there is no parse of it."""
    if not is_parsed(row):
        return None
    edition = edition_of(row)
    held = held_by(edition)
    present = present_ingestion(held) if held else None
    published = published_edition(present) if present else None
    return Comparison(
        edition=edition,
        held=held,
        published=published,
        differences=differences(published, edition.parsed) if published else (),
        left_behind=left_behind(row),
    )


def _as_read(parsed: ParsedResolution) -> ParsedResolution:
    """A text without what only staff see of its parse."""
    return replace(
        parsed,
        format="",
        parser_version="",
        layout="",
        candidates=(),
        warnings=(),
        mends=(),
        leftovers=(),
    )


def _openings(before: ParsedResolution, after: ParsedResolution) -> Iterator[str]:
    """Paragraphs and citations with the same words of which the parser says something else."""
    told = {one.id: one for one in before.paragraphs}
    for one in after.paragraphs:
        was = told.get(one.id)
        if was is not None and was.text == one.text and _opening(was) != _opening(one):
            yield f"{one.id}: the opening is “{_opening(one)}”, and was “{_opening(was)}”."
    cited = {(one.source, one.start, one.end, one.target): one for one in before.citations}
    for citation in after.citations:
        key = (citation.source, citation.start, citation.end, citation.target)
        was_cited = cited.get(key)
        if was_cited is not None and _told(was_cited) != _told(citation):
            yield f"{citation.source}: “{citation.text}” is told otherwise as a citation."


def _opening(one: Paragraph) -> str:
    return " / ".join(filter(None, (one.opening, one.form))) or "none"


def _told(one: Citation) -> tuple[object, ...]:
    return one.opening, one.by_name, one.of_whole


def _lines(found: Comparison) -> Iterator[str]:
    """Whether the lines around the text, which its page shows, differ."""
    before = found.published.masthead.lines if found.published else ()
    if before != found.edition.parsed.masthead.lines:
        yield "The lines that the file prints around the text are read otherwise."
