"""Ways of files to publication, for tests: parsed as the worker does, corrected as editors do."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.ingest.outcomes import Outcome
from archive.ingest.publishing.publication import publish
from archive.models import Correction, Ingestion
from archive.parsing.contract import record_of
from archive.parsing.pipeline import PARSER_VERSION, parse
from tests import builders as build
from tests import factories as make

_AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def parsed(text: str | bytes = "", **fields: Any) -> Ingestion:
    """The ingestion of a file that the worker has parsed; by default, that of A/RES/66/164."""
    content = (text or build.resolution_text()) if isinstance(text, str) else text
    data = content.encode() if isinstance(content, str) else content
    found = parse(data)
    values: dict[str, Any] = {
        "state": Ingestion.State.PARSED,
        "parser_version": found.parser_version,
        "parse_result": record_of("received.txt", data, outcome=found),
        "parsed_at": _AT,
    }
    source_file = fields.pop("source_file", None) or make.make_source_file(data)
    return make.make_waiting(source_file, **(values | fields))


def read_again(ingestion: Ingestion, text: str, *, version: str = "99") -> Ingestion:
    """Another ingestion of the same file, as another version of the parser would have read it."""
    found = parse(text.encode())
    record = record_of("received.txt", text.encode(), outcome=found)
    record |= {"parser_version": version, "sha256": ingestion.source_file.sha256}
    return make.make_waiting(
        ingestion.source_file,
        state=Ingestion.State.PARSED,
        parser_version=version,
        parse_result=record,
        parsed_at=_AT,
        follows=ingestion,
    )


def set_right(ingestion: Ingestion, action: Action, where: str, **fields: Any) -> Correction:
    """A correction, made as an editor makes it: the revision grows with it."""
    ingestion.refresh_from_db()
    ingestion.revision += 1
    ingestion.save(update_fields=["revision"])
    values = {"made_in_revision": ingestion.revision, "evidence": "as printed"} | fields
    return make.make_correction(ingestion, action=action.value, where=where, **values)


def published(ingestion: Ingestion, *, by: User | None = None, reason: str = "") -> Outcome:
    """Publish what a publisher sees now."""
    ingestion.refresh_from_db()
    by = by or make.make_staff("publisher")
    return publish(ingestion.pk, by=by, revision=ingestion.revision, reason=reason)


__all__ = ["PARSER_VERSION", "parsed", "published", "read_again", "set_right"]
