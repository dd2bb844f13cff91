"""Rows: what the archive's models make of invented texts, each row with its key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from typing import Any

from django.db import models

from archive.ingest.resolutions import stage_of
from archive.models import Citation, Footnote, Paragraph, Resolution, SourceFile, Text
from archive.models.text import content_hash_of
from archive.parsing.pipeline import PARSER_VERSION
from tests.benchmarks.searching.acts import Act
from tests.benchmarks.searching.passages import Mention
from tests.benchmarks.searching.texts import InventedText, Placed

_AT = datetime(2026, 1, 1, tzinfo=UTC)


def resolution_of(act: Act) -> Resolution:
    """The row of an act or a draft; its key is the act's."""
    symbol, is_draft = act.symbol, act.adopted_as is not None
    return Resolution(
        pk=act.key,
        symbol=symbol.text,
        organ=act.series.organ.value,
        session=symbol.session,
        session_ordinal=symbol.session_ordinal,
        number=symbol.number,
        stage=stage_of(symbol),
        adopted_as_id=act.adopted_as,
        title=act.series.title,
        adopted_on=None if is_draft else act.dated_on,
        distributed_on=act.dated_on if is_draft else None,
        series=act.series.name,
    )


@dataclass
class Rows:
    """Makes the rows of texts; keys are drawn in order, a text has that of its act."""

    _paragraphs: Iterator[int] = field(default_factory=lambda: count(1))
    _notes: Iterator[int] = field(default_factory=lambda: count(1))
    _citations: Iterator[int] = field(default_factory=lambda: count(1))

    def of(self, texts: Iterable[InventedText]) -> list[list[models.Model]]:
        """The rows of some texts by table, in the order in which they name one another."""
        tables: list[list[Any]] = [[] for _ in range(5)]
        for text in texts:
            if text.paragraphs:
                for table, made in zip(tables, self._of_text(text), strict=True):
                    table.extend(made)
        return tables

    def _of_text(self, text: InventedText) -> tuple[list[Any], ...]:
        key, own = text.act.key, text.act.symbol.text
        paragraphs = self._of_paragraphs(text)
        notes, citations = [], []
        for row, placed in zip(paragraphs.values(), text.paragraphs, strict=True):
            citations += [_citation(one, row, None) for one in placed.passage.mentions]
        for note in text.notes:
            row = paragraphs[note.marked_in.position]
            notes.append(
                Footnote(
                    pk=next(self._notes),
                    text_id=key,
                    position=note.number,
                    number=str(note.number),
                    wording=note.wording,
                    paragraph_id=row.pk,
                    marker_offset=len(row.wording),
                    cited=_cited(note.mentions, but=own),
                )
            )
            citations += [_citation(one, row, notes[-1]) for one in note.mentions]
        for position, citation in enumerate(citations, 1):
            citation.pk, citation.position = next(self._citations), position
        return [_source_file(own, key)], [_text(text)], [*paragraphs.values()], notes, citations

    def _of_paragraphs(self, text: InventedText) -> dict[int, Paragraph]:
        """Rows by position; a parent stands before what is within it."""
        rows: dict[int, Paragraph] = {}
        for placed in text.paragraphs:
            parent = rows[placed.parent].pk if placed.parent else None
            rows[placed.position] = Paragraph(
                pk=next(self._paragraphs),
                text_id=text.act.key,
                position=placed.position,
                anchor=placed.anchor,
                kind=placed.passage.kind.value,
                number=placed.number,
                label=placed.label,
                parent_id=parent,
                opening=placed.passage.opening,
                form=placed.passage.form,
                wording=placed.passage.wording,
                cited=_cited(placed.passage.mentions, but=text.act.symbol.text),
            )
        return rows


def _cited(mentions: Iterable[Mention], *, but: str) -> list[str]:
    return sorted({one.act.symbol.text for one in mentions} - {but})


def _citation(mention: Mention, paragraph: Paragraph, note: Footnote | None) -> Citation:
    """A citation, as yet without key and position."""
    wording = note.wording if note else paragraph.wording
    return Citation(
        text_id=paragraph.text_id,
        paragraph_id=paragraph.pk,
        footnote_id=note.pk if note else None,
        start=mention.start,
        end=mention.end,
        words=wording[mention.start : mention.end],
        cited_symbol=mention.act.symbol.text,
        cited_resolution_id=mention.act.key,
        dated_on=None if note else mention.act.dated_on,
        opening=paragraph.opening,
    )


def _source_file(symbol: str, key: int) -> SourceFile:
    """A file of a few bytes: no search reads them."""
    content = f"Invented text of {symbol}".encode()
    return SourceFile(
        pk=key,
        content=content,
        sha256=sha256(content).hexdigest(),
        size_bytes=len(content),
        name=f"{key}.txt",
        media_type=SourceFile.MediaType.TEXT,
        received_at=_AT,
        received_from="tests.benchmarks.searching",
    )


def _text(text: InventedText) -> Text:
    wording = "\n".join([*map(_wording_of, text.paragraphs), *(one.wording for one in text.notes)])
    return Text(
        pk=text.act.key,
        resolution_id=text.act.key,
        source_file_id=text.act.key,
        title=text.act.series.title,
        wording=wording,
        content_hash=content_hash_of(wording),
        parser_version=PARSER_VERSION,
        parsed_at=_AT,
    )


def _wording_of(placed: Placed) -> str:
    return placed.passage.wording
