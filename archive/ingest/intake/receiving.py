"""Receiving: files that a person brings become source files that wait to be parsed.

Each file is a transaction of its own, and none holds another up: two people who bring the same
files at once, in whatever order, never wait for one another in a circle, and the first files of a
batch are parsed while the last are written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.ingest.intake.brought import BroughtFile, Content, LeftOut, contents_of
from archive.ingest.intake.chaff import in_words
from archive.ingest.intake.claims import tell_workers
from archive.ingest.intake.source_rows import Received, keep
from archive.ingest.media_types import media_type_of
from archive.models import Batch, BatchFile, Ingestion, SourceFile

_OF_ONE_FILE = (
    "You said what it is, and that can be said of one file only; send the archive without it, or "
    "this file by itself."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """Who brings files, where from, when, and what they say that the one file is."""

    by: AbstractBaseUser
    received_from: str
    given_symbol: str = ""
    at: datetime


def receive(
    brought: Iterable[BroughtFile],
    *,
    by: AbstractBaseUser,
    received_from: str,
    given_symbol: str = "",
) -> Batch:
    """Keep what a person brings as a batch; what is refused is listed in it with its reason.

    ``given_symbol`` is canonical, and of the one file that is brought.
    """
    bringing = Bringing(
        by=by, received_from=received_from, given_symbol=given_symbol, at=timezone.now()
    )
    batch = Batch.objects.create(
        uploaded_by_id=by.pk, uploaded_at=bringing.at, received_from=received_from
    )
    left_out: list[str] = []
    positions = count(1)
    for found in contents_of(brought):
        if isinstance(found, LeftOut):
            left_out.append(found.place)
        else:
            _keep(found, bringing, row=BatchFile(batch=batch, position=next(positions)))
    batch.left_out = in_words(left_out)
    batch.save(update_fields=["left_out"])
    return batch


def _keep(content: Content, bringing: Bringing, *, row: BatchFile) -> None:
    row.name, row.size_bytes = content.place, content.size_bytes
    is_named = bool(content.is_packed and bringing.given_symbol)
    row.refusal = content.refusal or (_OF_ONE_FILE if is_named else "")
    with transaction.atomic():
        if not row.refusal:
            row.ingestion, row.was_known = _ingestion_of(content, bringing)
        row.save()


def _ingestion_of(content: Content, bringing: Bringing) -> tuple[Ingestion, bool]:
    """The ingestion of the bytes, and whether they were known; another may bring them at once."""
    digest = sha256(content.content).hexdigest()
    key = keep(
        Received(
            content=content.content,
            sha256=digest,
            name=content.name,
            media_type=media_type_of(content.content).value,
            received_at=bringing.at,
            received_by=bringing.by.pk,
            received_from=bringing.received_from,
        )
    )
    if key is not None:
        return _wait(key, bringing), False
    known = SourceFile.objects.select_for_update().only("pk").get(sha256=digest)
    return _latest_of(known) or _wait(known.pk, bringing), True


def _latest_of(source_file: SourceFile) -> Ingestion | None:
    """The latest ingestion of a file."""
    return source_file.ingestions.without_parse().latest_first().first()


def _wait(source_file: int, bringing: Bringing) -> Ingestion:
    made = Ingestion.objects.create(
        source_file_id=source_file,
        state=Ingestion.State.QUEUED,
        given_symbol=bringing.given_symbol,
        requested_by_id=bringing.by.pk,
        ingested_at=bringing.at,
    )
    tell_workers()
    return made
