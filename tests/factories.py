"""Rows for tests: each function makes one row that obeys every constraint, and saves it.

The catalogue is brought along, as ingestion would.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from archive.ingest.catalogue import catalogue
from archive.models import (
    Batch,
    BatchFile,
    Citation,
    Correction,
    Evidence,
    Footnote,
    Ingestion,
    Paragraph,
    ProblemReport,
    Resolution,
    SourceFile,
    Text,
)
from archive.models.text import content_hash_of
from archive.parsing.pipeline import PARSER_VERSION
from archive.parsing.symbols import Symbol

_numbers = count(1)
_numbers_of_resolutions = count(1)
_waiting: set[int] | None = None
_RECEIVED_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@contextmanager
def catalogued_once() -> Iterator[None]:
    """What is made within is catalogued at the end: a card for each resolution, however it grew."""
    global _waiting  # noqa: PLW0603 one test runs at a time
    _waiting = set()
    try:
        yield
        catalogue(_waiting)
    finally:
        _waiting = None


def _catalogue(resolution: int) -> None:
    if _waiting is None:
        catalogue([resolution])
    else:
        _waiting.add(resolution)


def make_resolution(symbol: str = "", **fields: Any) -> Resolution:
    """A resolution without a text; its organ, session and number come from the symbol.

    Without a symbol it is of a session that no test names, so that it never meets another.
    """
    identity = Symbol.read(symbol or f"A/RES/199/{next(_numbers_of_resolutions)}")
    values: dict[str, Any] = {
        "organ": identity.organ or "GA",
        "session": identity.session,
        "session_ordinal": identity.session_ordinal,
        "number": identity.number,
        "title": f"Title of {identity}",
    }
    resolution = Resolution.objects.create(symbol=str(identity), **(values | fields))
    _catalogue(resolution.pk)
    return resolution


def make_draft(symbol: str = "A/C.3/70/L.46", **fields: Any) -> Resolution:
    """A draft without a text."""
    return make_resolution(symbol, **({"stage": Resolution.Stage.DRAFT} | fields))


def make_source_file(content: bytes = b"", **fields: Any) -> SourceFile:
    """A source file of these bytes, or of bytes no other has."""
    content = content or f"file {next(_numbers)}".encode()
    values: dict[str, Any] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "size_bytes": len(content),
        "name": "received.txt",
        "media_type": "text/plain",
        "received_at": _RECEIVED_AT,
        "received_from": "a test",
    }
    return SourceFile.objects.create(content=content, **(values | fields))


def make_text(resolution: Resolution | None = None, **fields: Any) -> Text:
    """A text with no paragraphs yet; ``wording`` is what whole-text search sees."""
    resolution = resolution or make_resolution()
    wording = fields.pop("wording", "The General Assembly")
    values: dict[str, Any] = {
        "source_file": fields.pop("source_file", None) or make_source_file(),
        "title": resolution.title,
        "content_hash": content_hash_of(wording),
        "parser_version": PARSER_VERSION,
        "parsed_at": _RECEIVED_AT,
    }
    text = Text.objects.create(resolution=resolution, wording=wording, **(values | fields))
    _catalogue(resolution.pk)
    return text


def make_paragraph(text: Text, wording: str, **fields: Any) -> Paragraph:
    """A paragraph after those the text has: operative and numbered, unless told otherwise.

    The text's own ``wording`` grows by the paragraph, as ingestion would have written it.
    """
    position = text.paragraphs.count() + 1
    kind = fields.pop("kind", Paragraph.Kind.OPERATIVE)
    number = text.paragraphs.filter(kind=kind, parent=None).count() + 1
    prefix = {"operative": "op", "preambular": "pp", "heading": "heading", "annex": "annex"}[kind]
    values: dict[str, Any] = {
        "position": position,
        "anchor": f"{prefix}{number}",
        "number": number,
        "label": f"{number}." if kind == Paragraph.Kind.OPERATIVE else "",
    }
    paragraph = Paragraph.objects.create(text=text, kind=kind, wording=wording, **(values | fields))
    _append(text, wording)
    return paragraph


def make_sub_paragraph(parent: Paragraph, letter: str, wording: str) -> Paragraph:
    """A sub-paragraph of another, labelled with a letter in brackets."""
    return make_paragraph(
        parent.text,
        wording,
        kind=parent.kind,
        parent=parent,
        number=None,
        label=f"({letter})",
        anchor=f"{parent.anchor}-{letter}",
    )


def make_footnote(paragraph: Paragraph, wording: str, **fields: Any) -> Footnote:
    """A note marked at the end of a paragraph."""
    position = paragraph.text.footnotes.count() + 1
    values: dict[str, Any] = {
        "position": position,
        "number": str(position),
        "marker_offset": len(paragraph.wording),
    }
    footnote = Footnote.objects.create(
        text=paragraph.text, paragraph=paragraph, wording=wording, **(values | fields)
    )
    _append(paragraph.text, wording)
    return footnote


def make_citation(
    place: Paragraph | Footnote, words: str, cited: Resolution | str, **fields: Any
) -> Citation:
    """A citation of a resolution, or of a symbol that has no row, where ``words`` stand."""
    footnote = place if isinstance(place, Footnote) else None
    start = place.wording.index(words)
    linked = isinstance(cited, Resolution)
    values: dict[str, Any] = {
        "position": place.text.citations.count() + 1,
        "cited_symbol": cited.symbol if isinstance(cited, Resolution) else cited,
        "cited_resolution": cited if linked else None,
        "opening": "Recalling",
        "paragraph": footnote.paragraph if footnote else place,
        "footnote": footnote,
        "start": start,
        "end": start + len(words),
        "words": words,
    }
    citation = Citation.objects.create(text=place.text, **(values | fields))
    if citation.cited_symbol not in {"", place.text.resolution.symbol} and not citation.of_whole:
        place.cited = sorted({*place.cited, citation.cited_symbol})
        place.save(update_fields=["cited"])
    _catalogue(place.text.resolution_id)
    return citation


def make_evidence(resolution: Resolution, **fields: Any) -> Evidence:
    """Evidence for a resolution's title from the table of facts."""
    values: dict[str, Any] = {
        "fact": Evidence.Fact.TITLE,
        "origin": Evidence.Origin.FACTS,
        "words": "its own text",
    }
    return Evidence.objects.create(resolution=resolution, **(values | fields))


def make_ingestion(text: Text, **fields: Any) -> Ingestion:
    """The published ingestion of a text."""
    values: dict[str, Any] = {
        "state": Ingestion.State.PUBLISHED,
        "parser_version": text.parser_version,
        "parse_result": {},
        "published_revision": 0,
        "ingested_at": _RECEIVED_AT,
    }
    return Ingestion.objects.create(source_file=text.source_file, text=text, **(values | fields))


def make_waiting(source_file: SourceFile | None = None, **fields: Any) -> Ingestion:
    """The ingestion of a file that nothing has parsed yet."""
    values: dict[str, Any] = {
        "state": Ingestion.State.QUEUED,
        "source_file": source_file or make_source_file(),
        "ingested_at": _RECEIVED_AT,
    }
    return Ingestion.objects.create(**(values | fields))


def make_staff(*roles: str, name: str = "") -> User:
    """A member of staff who has roles by name: "reader", "editor", "publisher"."""
    name = name or f"staff-{next(_numbers)}"
    user = User.objects.create_user(name, password="a long passphrase of 9", is_staff=True)
    user.groups.set(Group.objects.get(name=role) for role in roles)
    return user


def make_correction(ingestion: Ingestion, **fields: Any) -> Correction:
    """A correction of the wording of op. 1, by somebody of the staff."""
    values: dict[str, Any] = {
        "position": ingestion.corrections.count() + 1,
        "action": "set_wording",
        "where": "op1",
        "before": "Calls on all States;",
        "after": "Calls upon all States;",
        "made_at": _RECEIVED_AT,
    }
    author = fields.pop("author", None) or make_staff("editor")
    return Correction.objects.create(ingestion=ingestion, author=author, **(values | fields))


def make_batch(**fields: Any) -> Batch:
    """A batch without files."""
    uploader = fields.pop("uploaded_by", None) or make_staff("editor")
    values: dict[str, Any] = {"uploaded_at": _RECEIVED_AT, "received_from": "a test"}
    return Batch.objects.create(uploaded_by=uploader, **(values | fields))


def make_batch_file(batch: Batch | None = None, **fields: Any) -> BatchFile:
    """A file of a batch that was not taken in, unless an ingestion is given."""
    batch = batch or make_batch()
    values: dict[str, Any] = {
        "position": batch.files.count() + 1,
        "name": "sent.pdf",
        "size_bytes": 9,
        "refusal": "" if fields.get("ingestion") else "It is empty.",
    }
    return BatchFile.objects.create(batch=batch, **(values | fields))


def make_report(**fields: Any) -> ProblemReport:
    """A reader's report that nobody has looked into."""
    values: dict[str, Any] = {
        "address": "/A/RES/66/164/",
        "words": "A word is missing in paragraph 3.",
        "reported_at": _RECEIVED_AT,
    }
    return ProblemReport.objects.create(**(values | fields))


def adopted(symbol: str, year: int, **fields: Any) -> Resolution:
    """A resolution adopted on 19 December of a year."""
    return make_resolution(symbol, adopted_on=date(year, 12, 19), **fields)


def _append(text: Text, wording: str) -> None:
    text.wording = f"{text.wording}\n{wording}"
    text.content_hash = content_hash_of(text.wording)
    text.save(update_fields=["wording", "content_hash"])
    _catalogue(text.resolution_id)
