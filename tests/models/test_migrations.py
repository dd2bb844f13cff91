"""Each migration brings the rows of the version before it along."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from pytest_django import DjangoDbBlocker

from archive.ingest.publishing.history import history_of
from archive.models import Citation, Paragraph, Resolution, Text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("brought_along")]

FIRST = ("archive", "0001_initial")
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WORDS = "Noting further with deep concern resolution 53/144 of 9 December 1999 and 57/209,"


@pytest.fixture(scope="module")
def brought_along(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What the first version held, in today's tables; all tables are emptied at the end."""
    with django_db_blocker.unblock():
        executor = MigrationExecutor(connection)
        latest = executor.loader.graph.leaf_nodes("archive")
        try:
            executor.migrate([FIRST])
            models = executor.loader.project_state([FIRST]).apps
            _hold(lambda name: models.get_model("archive", name))
        finally:
            MigrationExecutor(connection).migrate(latest)
        yield
        call_command("flush", interactive=False, verbosity=0)


def _resolution(old: Callable[[str], Any], symbol: str, adopted_on: date) -> Any:
    number = symbol.rpartition("/")[2]
    return old("Resolution").objects.create(
        symbol=symbol, organ="GA", number=number, adopted_on=adopted_on
    )


def _text(old: Callable[[str], Any], resolution: Any) -> Any:
    content = b"words"
    source_file = old("SourceFile").objects.create(
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        name="received.txt",
        media_type="text/plain",
        received_at=AT,
        received_from="a test",
    )
    return old("Text").objects.create(
        resolution=resolution,
        source_file=source_file,
        wording=WORDS,
        content_hash="0" * 64,
        parser_version="1",
        parsed_at=AT,
    )


def _hold(old: Callable[[str], Any]) -> None:
    """A text of 2001 that cites one resolution by a wrong date, and one of 2002."""
    cited = [
        _resolution(old, "A/RES/53/144", date(1998, 12, 9)),
        _resolution(old, "A/RES/57/209", date(2002, 12, 18)),
    ]
    text = _text(old, _resolution(old, "A/RES/56/163", date(2001, 12, 19)))
    paragraph = {"text": text, "kind": "preambular", "wording": WORDS}
    opened = {"anchor": "pp1", "position": 1, "opening": "Noting further with deep concern"}
    old("Paragraph").objects.create(**paragraph, **opened)
    first = old("Paragraph").objects.get()
    old("Paragraph").objects.create(**paragraph, anchor="pp2", position=2)
    days = (date(1999, 12, 9), None)
    for position, (one, day) in enumerate(zip(cited, days, strict=True), 1):
        old("Citation").objects.create(
            text=text,
            paragraph=first,
            position=position,
            start=0,
            end=6,
            words="Noting",
            cited_symbol=one.symbol,
            cited_resolution=one,
            dated_on=day,
        )


def test_paragraphs_get_the_normal_form_of_their_opening() -> None:
    forms = Paragraph.objects.order_by("position").values_list("opening", "form")
    assert list(forms) == [("Noting further with deep concern", "note"), ("", "")]
    assert [one.rows for one in Paragraph.objects.all()] == [[], []]


def test_citations_that_are_held_get_the_conflicts_of_their_dates() -> None:
    conflicts = Citation.objects.order_by("position").values_list("date_conflict", flat=True)
    assert list(conflicts) == [
        (
            "The date given here, 9 December 1999, is not that of A/RES/53/144, which was adopted "
            "on 9 December 1998."
        ),
        (
            "A/RES/57/209 was adopted on 18 December 2002, later than this text, which is of "
            "19 December 2001."
        ),
    ]


def test_the_history_begins_with_what_is_held() -> None:
    for model in (Resolution, Text, Paragraph, Citation):
        first = list(history_of(model))
        assert {row.id for row in first} == set(model._base_manager.values_list("pk", flat=True))
        assert {(row.history_type, row.history_change_reason) for row in first} == {
            ("+", "Held before the history began")
        }
    assert {row.wording for row in history_of(Paragraph)} == {WORDS}


def test_what_no_file_has_said_yet_is_empty() -> None:
    for one in Resolution.objects.all():
        assert (one.voting_states, one.sponsors, one.additional_sponsors) == ({}, [], [])
        assert not one.draft_symbol
