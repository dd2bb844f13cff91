"""Replacing: another file takes the place of the one that a held text was read from."""

from django.db import transaction

from archive.ingest.editing.attention import fields_of
from archive.ingest.editing.editions import Edition, edition_of, is_parsed
from archive.ingest.editing.revisions import grow, locked
from archive.ingest.publishing.claims import claims
from archive.ingest.reparsing.present import present_ingestion
from archive.models import Ingestion, Text

_State = Ingestion.State


class ReplacingError(Exception):
    """A file that can take no text's place; the message says why and what to do."""


def held_in_its_place(edition: Edition) -> Text:
    """The text of the same resolution in the same language that is held: one query.

    Raises ReplacingError where there is none, where nothing says which resolution the file is, and
    where the file itself was read for it.
    """
    found = claims(edition, held=None)
    if not found:
        raise ReplacingError(
            "Nothing says yet which resolution it is. Set the symbol with what it rests on; then "
            "it can take the place of the text of that resolution, and of no other."
        )
    texts = Text.objects.select_related("resolution", "source_file")
    held = (
        texts.defer("wording", "search_vector", "source_file__content")
        .filter(resolution__symbol=found[0].canonical, language=edition.parsed.language)
        .first()
    )
    if held is None:
        raise ReplacingError(
            f"{found[0]}, and no text of {found[0].canonical} is held in its language. It takes "
            "nothing’s place: publish it as it is."
        )
    if held.source_file_id == edition.ingestion.source_file_id:
        raise ReplacingError(f"The text of {held.resolution} was read from this very file.")
    return held


def take_place(ingestion: int, *, revision: int) -> Ingestion:
    """Have an ingestion, given by its key, follow that of the held text of its resolution.

    Nothing changes for readers before it is published.

    Raises ReplacingError, and StaleRevisionError where somebody has changed it meanwhile.
    """
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        _check(row)
        held = held_in_its_place(edition_of(row))
        present = present_ingestion(held)
        if present is None:
            raise ReplacingError(f"Of {held.resolution} the archive kept no ingestion to follow.")
        row.follows = present
        grow(row, follows=present, **fields_of(edition_of(row)))
        return row


def stand_alone(ingestion: int, *, revision: int) -> Ingestion:
    """Have an ingestion take nothing's place after all. Raises as ``take_place``."""
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        if row.follows is None or row.follows.source_file_id == row.source_file_id:
            raise ReplacingError("It takes the place of no other file.")
        _check(row)
        row.follows = None
        grow(row, follows=None, **fields_of(edition_of(row)))
        return row


def _check(row: Ingestion) -> None:
    if row.state in {_State.PUBLISHED, _State.REJECTED} or not is_parsed(row):
        raise ReplacingError(
            f"It is in the state “{row.get_state_display()}”; only a file that has been parsed, "
            "and that nobody has decided on, can take another’s place."
        )
