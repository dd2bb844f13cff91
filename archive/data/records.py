"""Records: all that the archive holds of resolutions, read many at a time.

Whatever takes the archive away (a file of one resolution, a page of many, the whole) reads it
here, and asks as many queries of a hundred resolutions as of one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from archive.models import (
    READING_LANGUAGE,
    Citation,
    Evidence,
    Footnote,
    Paragraph,
    Resolution,
    Text,
)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A resolution, with its text in one language if that is held.

    ``text`` comes with its source file, without the bytes; it is None of a resolution that is
    only cited. Paragraphs, notes and citations stand in reading order. ``drafts`` are those in
    whose place it was adopted, ``languages`` all in which readers may have its text.
    """

    resolution: Resolution
    text: Text | None
    languages: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    drafts: tuple[Resolution, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def date_is_unverified(self) -> bool:
        """Whether nobody has checked when it was adopted."""
        dates = (one for one in self.evidence if one.fact == Evidence.Fact.ADOPTED_ON)
        return any(not one.is_verified for one in dates)

    @property
    def times_recalled(self) -> int:
        """How many other resolutions cite it in a text that is held."""
        return self.resolution.card.times_recalled

    @cached_property
    def anchors(self) -> Mapping[int, str]:
        """The anchors of paragraphs by their keys."""
        return {one.pk: one.anchor for one in self.paragraphs}

    @cached_property
    def note_anchors(self) -> Mapping[int, str]:
        """The anchors of notes by their keys."""
        return {one.pk: one.anchor for one in self.notes}

    @cached_property
    def marks(self) -> Mapping[int, Sequence[Footnote]]:
        """The notes marked in each paragraph, by its key and in the order of their marks."""
        marked = [note for note in self.notes if note.paragraph_id is not None]
        return _grouped(sorted(marked, key=lambda note: note.marker_offset or 0), by="paragraph_id")

    def anchor_of(self, citation: Citation) -> str:
        """The anchor of the note a citation stands in, else that of the paragraph."""
        if citation.footnote_id is not None:
            return self.note_anchors[citation.footnote_id]
        return self.anchors[citation.paragraph_id or 0]


def records_of(symbols: Sequence[str], *, language: str = READING_LANGUAGE) -> list[Record]:
    """The records of canonical symbols, in their order; a symbol without a row has none.

    Texts are those in one language. A resolution whose text in the reading language was withdrawn
    has no record, and a text that was withdrawn is not in one. Seven queries however many symbols
    there are: give some hundred at a time.
    """
    rows = {row.symbol: row for row in Resolution.objects.for_records(symbols)}
    texts = _grouped(Text.objects.of_any(rows.values()).with_source(), by="resolution_id")
    chosen = {
        key: text
        for key, found in texts.items()
        for text in found
        if text.language == language and not text.is_withdrawn
    }
    parts = _Parts.of(rows.values(), chosen.values())
    return [
        _record(rows[symbol], chosen, texts=texts, parts=parts)
        for symbol in symbols
        if symbol in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What belongs to resolutions and to texts, by the keys of those."""

    evidence: Mapping[int, Sequence[Evidence]]
    drafts: Mapping[int, Sequence[Resolution]]
    paragraphs: Mapping[int, Sequence[Paragraph]]
    notes: Mapping[int, Sequence[Footnote]]
    citations: Mapping[int, Sequence[Citation]]

    @classmethod
    def of(cls, resolutions: Iterable[Resolution], texts: Iterable[Text]) -> "_Parts":
        """All of it, in five queries."""
        resolutions, texts = list(resolutions), list(texts)
        return cls(
            evidence=_grouped(Evidence.objects.of_any(resolutions), by="resolution_id"),
            drafts=_grouped(Resolution.objects.drafts_of_any(resolutions), by="adopted_as_id"),
            paragraphs=_grouped(Paragraph.objects.standing_in_any(texts), by="text_id"),
            notes=_grouped(Footnote.objects.standing_in_any(texts), by="text_id"),
            citations=_grouped(Citation.objects.made_in_any(texts), by="text_id"),
        )


def _record(
    row: Resolution,
    chosen: Mapping[int, Text],
    *,
    texts: Mapping[int, Sequence[Text]],
    parts: _Parts,
) -> Record:
    text = chosen.get(row.pk)
    key = text.pk if text else 0
    shown = (one.language for one in texts.get(row.pk, ()) if not one.is_withdrawn)
    return Record(
        resolution=row,
        text=text,
        languages=tuple(sorted(shown)),
        evidence=tuple(parts.evidence.get(row.pk, ())),
        drafts=tuple(parts.drafts.get(row.pk, ())),
        paragraphs=tuple(parts.paragraphs.get(key, ())),
        notes=tuple(parts.notes.get(key, ())),
        citations=tuple(parts.citations.get(key, ())),
    )


class _Row(Protocol):
    """A row of some table."""

    pk: int


_AnyRow = TypeVar("_AnyRow", bound=_Row)


def _grouped(rows: Iterable[_AnyRow], *, by: str) -> dict[int, list[_AnyRow]]:
    """Rows by one of their columns, each group in the order in which they came."""
    found: defaultdict[int, list[_AnyRow]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return dict(found)
