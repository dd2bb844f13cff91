"""What is left to look at, after a parse and after each correction: the queue empties by itself."""

import pytest
from django.contrib.auth.models import User

from archive.corrections import making
from archive.ingest.editing.attention import fields_of, warnings_left
from archive.ingest.editing.correcting import correct, undo
from archive.ingest.editing.editions import edition_of
from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> User:
    return make.make_staff("editor")


def _in_doubt() -> Ingestion:
    """A text without a paragraph 2, as the worker leaves it."""
    text = build.resolution_text().replace("\t2.\t", "\t3.\t")
    ingestion = parsed(text)
    for name, value in fields_of(edition_of(ingestion)).items():
        setattr(ingestion, name, value)
    ingestion.save()
    return ingestion


def _codes(ingestion: Ingestion) -> list[str]:
    ingestion.refresh_from_db()
    return [one["code"] for one in ingestion.warnings]


def test_a_text_without_doubts_needs_no_attention() -> None:
    fields = fields_of(edition_of(parsed()))
    assert fields == {"warnings": [], "state": "parsed"}


def test_a_text_leaves_the_queue_once_it_is_mended_and_comes_back_when_that_is_undone(
    editor: User,
) -> None:
    ingestion = _in_doubt()
    assert (ingestion.state, _codes(ingestion)) == ("needs_attention", ["number_gap"])
    value = making.label_set(edition_of(ingestion).parsed, "op3", label="2.")
    made = correct(ingestion.pk, value, by=editor, revision=0)
    assert _codes(ingestion) == []
    assert ingestion.state == "parsed"
    undo(made.pk, by=editor, revision=1)
    assert _codes(ingestion) == ["number_gap"]
    assert ingestion.state == "needs_attention"


def test_a_correction_that_raises_a_doubt_brings_a_text_into_the_queue(editor: User) -> None:
    ingestion = parsed()
    value = making.label_set(edition_of(ingestion).parsed, "op2", label="7.")
    correct(ingestion.pk, value, by=editor, revision=0)
    assert _codes(ingestion) == ["number_gap"]
    assert ingestion.state == "needs_attention"


def test_what_cannot_be_published_needs_attention_though_nothing_was_warned_of(
    editor: User,
) -> None:
    published(parsed())
    ingestion = parsed(build.resolution_text() + "\n")
    fields = fields_of(edition_of(ingestion))
    assert fields == {"warnings": [], "state": "needs_attention"}, "the symbol is held"
    value = making.fact_set(edition_of(ingestion).parsed, "symbol", words="A/RES/66/165")
    correct(ingestion.pk, value, by=editor, revision=0, evidence="the scan")
    ingestion.refresh_from_db()
    assert ingestion.state == "parsed"


def test_a_symbol_that_was_given_and_another_that_is_printed_are_told_until_a_person_decides(
    editor: User,
) -> None:
    ingestion = parsed(given_symbol="A/RES/66/165")
    [told] = warnings_left(edition_of(ingestion))
    assert (told.code, told.where) == ("given_symbol_contradicted", "masthead.symbol")
    value = making.fact_set(edition_of(ingestion).parsed, "symbol", words="A/RES/66/164")
    correct(ingestion.pk, value, by=editor, revision=0, evidence="the scan")
    assert _codes(ingestion) == []
    assert ingestion.state == "parsed"


@pytest.mark.parametrize("given", ["", "A/RES/66/164"])
def test_a_symbol_that_was_given_and_is_printed_is_no_doubt(given: str) -> None:
    assert not warnings_left(edition_of(parsed(given_symbol=given)))


def test_what_readers_see_stays_published_whatever_is_found_in_it(editor: User) -> None:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    value = making.label_set(edition_of(ingestion).parsed, "op2", label="7.")
    correct(ingestion.pk, value, by=editor, revision=ingestion.revision)
    assert _codes(ingestion) == ["number_gap"]
    assert ingestion.state == "published"
