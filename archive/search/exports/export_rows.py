"""Rows of an export: resolutions and paragraphs that were found, each with all that is known of it.

Each function loads one chunk by a fixed number of statements, in the order of the keys. What was
taken away since the keys were looked up is left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Max, Q
from django.utils.translation import gettext

from archive.models import CatalogueCard, Footnote, Paragraph, Resolution
from archive.models.evidence import date_is_unverified
from archive.models.resolution import address_of, name_of
from archive.models.text import content_hash_of
from archive.parsing.symbols import Organ, Symbol
from archive.search.excerpts.marking import spot
from archive.search.form.params import Part
from archive.search.matches.listing import Hit

_COLUMNS = "resolution_id symbol organ session stage dated_on is_held times_recalled updated_at"
_OF_A_PARAGRAPH = "pk text__resolution_id part anchor label opening wording"
_OF_A_NOTE = "pk text__resolution_id number wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedResolution:
    """A resolution that was found.

    ``dated_on`` is when it was adopted; of a draft, when it was distributed. ``adopted_as`` is the
    symbol of what was adopted in a draft's place, else empty. ``content_hash`` is SHA-256 in
    hexadecimal of its text without white space, or of its title where no text is held.
    """

    symbol: str
    title: str
    organ: Organ
    session: str
    stage: Resolution.Stage
    adopted_as: str
    dated_on: date | None
    date_is_unverified: bool
    is_held: bool
    times_recalled: int
    content_hash: str
    updated_at: datetime

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, never to be cited as adopted."""
        return self.stage is Resolution.Stage.DRAFT

    @property
    def identity(self) -> Symbol:
        """The symbol as a value that knows its organ, session and short form."""
        return Symbol.read(self.symbol)

    @property
    def name(self) -> str:
        """As a sentence names it: "General Assembly resolution 66/164"."""
        return name_of(self.symbol, self.stage)

    @property
    def draft_line(self) -> str:
        """What must be said of a draft, as its page says it; empty for others."""
        if not self.is_draft:
            return ""
        if not self.adopted_as:
            return gettext("Draft. Not adopted in these words.")
        words = gettext("Draft. Not adopted in these words; see %(symbol)s.")
        return words % {"symbol": self.adopted_as}

    @property
    def url(self) -> str:
        """The address of its page."""
        return address_of(self.symbol)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedParagraph:
    """A paragraph or note that was found, whole, and the resolution it stands in.

    ``part`` is the part of the resolution as ``in`` names it; ``label`` and ``opening`` are as
    printed, of a note empty.
    """

    resolution: ExportedResolution
    part: str
    place: str
    anchor: str
    label: str
    opening: str
    wording: str

    @property
    def name(self) -> str:
        """As a title names it: "General Assembly resolution 66/164, op. 10 (a)"."""
        return f"{self.resolution.name}, {self.place}"

    @property
    def url(self) -> str:
        """The address of the paragraph itself."""
        return f"{self.resolution.url}#{self.anchor}"

    @property
    def content_hash(self) -> str:
        """SHA-256 of its wording without white space, in hexadecimal."""
        return content_hash_of(self.wording)

    @property
    def updated_at(self) -> datetime:
        """When what readers see of its resolution changed last."""
        return self.resolution.updated_at


Row = ExportedResolution | ExportedParagraph


def resolutions(keys: Sequence[int]) -> list[Row]:
    """Resolutions by their keys: one statement."""
    rows = _resolutions(keys)
    return [rows[key] for key in keys if key in rows]


def paragraphs(keys: Sequence[Hit]) -> list[Row]:
    """Paragraphs and notes with their resolutions: three statements."""
    columns = {Hit(is_note=False, pk=row["pk"]): row for row in _columns_of_paragraphs(keys)}
    columns |= {Hit(is_note=True, pk=row["pk"]): row for row in _columns_of_notes(keys)}
    of = _resolutions({row["text__resolution_id"] for row in columns.values()})
    found = (columns[key] for key in keys if key in columns)
    return [
        _paragraph(row, of[row["text__resolution_id"]])
        for row in found
        if row["text__resolution_id"] in of
    ]


def last_change_of_resolutions(keys: Sequence[int]) -> datetime | None:
    """When what readers see of any of these resolutions changed last."""
    return _last_change(Q(pk__in=keys))


def last_change_of_paragraphs(keys: Sequence[Hit]) -> datetime | None:
    """When what readers see of any resolution with one of these paragraphs or notes changed."""
    paragraphs = Paragraph.objects.filter(pk__in=_pks(keys, is_note=False))
    notes = Footnote.objects.filter(pk__in=_pks(keys, is_note=True))
    return _last_change(Q(text__in=paragraphs.values("text")) | Q(text__in=notes.values("text")))


def _last_change(of: Q) -> datetime | None:
    cards = CatalogueCard.objects.filter(of)
    last: datetime | None = cards.aggregate(last=Max("updated_at"))["last"]
    return last


def _resolutions(keys: Collection[int]) -> dict[int, ExportedResolution]:
    rows = CatalogueCard.objects.filter(pk__in=keys).values(
        *_COLUMNS.split(),
        title=F("resolution__title"),
        adopted_as=F("resolution__adopted_as__symbol"),
        content_hash=F("text__content_hash"),
        date_is_unverified=date_is_unverified("pk"),
    )
    return {row.pop("resolution_id"): _resolution(row) for row in rows}


def _resolution(row: dict[str, Any]) -> ExportedResolution:
    values = row | {
        "organ": Organ(row["organ"]),
        "stage": Resolution.Stage(row["stage"]),
        "adopted_as": row["adopted_as"] or "",
        "content_hash": row["content_hash"] or content_hash_of(row["title"]),
    }
    return ExportedResolution(**values)


def _columns_of_paragraphs(keys: Sequence[Hit]) -> list[dict[str, Any]]:
    paragraphs = Paragraph.objects.filter(pk__in=_pks(keys, is_note=False))
    return list(paragraphs.values(*_OF_A_PARAGRAPH.split()))


def _columns_of_notes(keys: Sequence[Hit]) -> list[dict[str, Any]]:
    notes = Footnote.objects.filter(pk__in=_pks(keys, is_note=True))
    return list(notes.values(*_OF_A_NOTE.split()))


def _pks(keys: Sequence[Hit], *, is_note: bool) -> list[int]:
    return [key.pk for key in keys if key.is_note is is_note]


def _paragraph(row: Mapping[str, Any], resolution: ExportedResolution) -> ExportedParagraph:
    anchor, label, number = (row.get(name, "") for name in ("anchor", "label", "number"))
    stands = spot(anchor=anchor, label=label, number=number)
    return ExportedParagraph(
        resolution=resolution,
        part=row.get("part", Part.FOOTNOTES.value),
        place=stands.place,
        anchor=stands.anchor,
        label=label,
        opening=row.get("opening", ""),
        wording=row["wording"],
    )
