"""Another file takes the place of a held text of its own resolution, and of no other."""

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.outcomes import Verdict
from archive.ingest.publishing.blocking import blockers
from archive.ingest.publishing.publication import PublishRefusedError
from archive.ingest.reparsing.comparing import comparison_of
from archive.ingest.reparsing.deciding import accept
from archive.ingest.reparsing.replacing import ReplacingError, stand_alone, take_place
from archive.models import Ingestion, SourceFile, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right

pytestmark = pytest.mark.django_db
BETTER = build.resolution_text(operative=["Calls upon all States to act at once;"])
OTHER = build.resolution_text("66/165")


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    return ingestion


def _codes(row: Ingestion) -> set[str]:
    row.refresh_from_db()
    return {one.code for one in blockers(edition_of(row))}


def test_a_better_file_follows_the_published_one_and_is_published_for_a_reason(
    held: Ingestion, publisher: User
) -> None:
    better = parsed(BETTER)
    assert _codes(better) == {"symbol_held"}
    take_place(better.pk, revision=0)
    assert _codes(better) == set()
    better.refresh_from_db()
    assert better.follows == held
    found = comparison_of(better)
    assert found is not None
    assert found.is_of_another_file
    assert [one.where for one in found.differences] == ["op1", "op2"]
    with pytest.raises(PublishRefusedError, match="Say why it is the better one"):
        accept(better.pk, but=(), by=publisher, revision=better.revision)
    outcome = accept(
        better.pk, but=(), by=publisher, revision=better.revision, reason="The corrigendum."
    )
    assert outcome.verdict is Verdict.REPLACED
    assert Text.objects.get().source_file == better.source_file


def test_the_file_before_and_its_parse_are_kept(held: Ingestion, publisher: User) -> None:
    better = parsed(BETTER)
    take_place(better.pk, revision=0)
    accept(better.pk, but=(), by=publisher, revision=1, reason="The corrigendum.")
    before = Ingestion.objects.get(pk=held.pk)
    assert before.parse_result == held.parse_result
    assert "Why: The corrigendum." in before.reason
    assert SourceFile.objects.count() == 2


def test_some_of_another_file_can_be_turned_down(held: Ingestion, publisher: User) -> None:
    better = parsed(BETTER)
    take_place(better.pk, revision=0)
    accept(better.pk, but=["paragraph:op2"], by=publisher, revision=1, reason="A scan.")
    wordings = [*Text.objects.get().paragraphs.in_reading_order().values_list("wording", flat=True)]
    assert wordings[1:] == ["Calls upon all States to act at once;", "Decides to remain seized."]
    assert "from received.txt was turned down" in better.corrections.get().evidence


def test_a_file_of_another_resolution_takes_no_place(held: Ingestion) -> None:
    other = parsed(OTHER)
    with pytest.raises(ReplacingError, match="no text of A/RES/66/165 is held"):
        take_place(other.pk, revision=0)


def test_a_symbol_that_is_set_afterwards_keeps_it_from_the_place_of_another(
    held: Ingestion, publisher: User
) -> None:
    better = parsed(BETTER)
    take_place(better.pk, revision=0)
    set_right(
        better, Action.SET_FACT, "masthead.symbol", before="A/RES/66/164", after="A/RES/66/165"
    )
    assert "another_resolution" in _codes(better)
    with pytest.raises(PublishRefusedError, match="Have it take nothing’s place"):
        published(better, by=publisher, reason="The corrigendum.")
    assert Text.objects.get().source_file == held.source_file


def test_a_file_without_a_symbol_takes_no_place(held: Ingestion) -> None:
    nameless = parsed(build.nameless_text())
    with pytest.raises(ReplacingError, match="Nothing says yet which resolution"):
        take_place(nameless.pk, revision=0)


def test_what_is_published_takes_no_place(held: Ingestion) -> None:
    with pytest.raises(ReplacingError, match="state “Published”"):
        take_place(held.pk, revision=held.revision)


def test_the_same_file_takes_not_its_own_place(held: Ingestion) -> None:
    same = parsed(source_file=held.source_file)
    with pytest.raises(ReplacingError, match="read from this very file"):
        take_place(same.pk, revision=0)


def test_a_text_without_an_ingestion_cannot_be_followed(held: Ingestion) -> None:
    Ingestion.objects.filter(pk=held.pk).update(text=None, reason="Gone.")
    with pytest.raises(ReplacingError, match="kept no ingestion to follow"):
        take_place(parsed(BETTER).pk, revision=0)


def test_it_can_stand_alone_after_all(held: Ingestion) -> None:
    better = parsed(BETTER)
    with pytest.raises(ReplacingError, match="takes the place of no other file"):
        stand_alone(better.pk, revision=0)
    take_place(better.pk, revision=0)
    stand_alone(better.pk, revision=1)
    better.refresh_from_db()
    assert (better.follows, better.revision) == (None, 2)
    assert _codes(better) == {"symbol_held"}


def test_a_stale_page_changes_nothing(held: Ingestion) -> None:
    better = parsed(BETTER)
    with pytest.raises(StaleRevisionError):
        take_place(better.pk, revision=1)
    take_place(better.pk, revision=0)
    with pytest.raises(StaleRevisionError):
        stand_alone(better.pk, revision=0)
