"""What is corrected in a published text while its next reading is looked at is not lost."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from archive.corrections.values import Action
from archive.ingest.editing.correcting import undo
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.publishing.publication import PublishRefusedError, publish
from archive.ingest.reparsing.left_behind import left_behind
from archive.ingest.reparsing.taking_along import take_along
from archive.models import Correction, Ingestion
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import parsed_again

pytestmark = pytest.mark.django_db
BEFORE, AFTER = "Calls upon all States to act;", "Calls upon all States to act at once;"


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    return ingestion


def _correct(held: Ingestion) -> Correction:
    return set_right(
        held, Action.SET_WORDING, "op1", before=BEFORE, after=AFTER, made_at=timezone.now()
    )


def test_a_reading_has_all_that_stood_when_it_was_begun(held: Ingestion, publisher: User) -> None:
    _correct(held)
    assert not left_behind(parsed_again(held, by=publisher))


def test_a_correction_made_since_keeps_the_reading_from_readers(
    held: Ingestion, publisher: User
) -> None:
    made = parsed_again(held, by=publisher)
    late = _correct(held)
    assert left_behind(made).made == (late,)
    with pytest.raises(PublishRefusedError, match="Take those corrections along first"):
        publish(made.pk, by=publisher, revision=made.revision)


def test_taken_along_it_is_published_with_the_reading(held: Ingestion, publisher: User) -> None:
    made = parsed_again(held, by=publisher)
    late = _correct(held)
    made = take_along(made.pk, by=publisher, revision=made.revision)
    assert made.corrections.get().author == late.author
    assert not left_behind(made)
    publish(made.pk, by=publisher, revision=made.revision)
    made.refresh_from_db()
    assert made.text is not None
    assert made.text.paragraphs.get(anchor="op1").wording == AFTER


def test_a_correction_taken_back_since_is_taken_back_here_too(
    held: Ingestion, publisher: User
) -> None:
    original = _correct(held)
    made = parsed_again(held, by=publisher)
    held.refresh_from_db()
    undo(original.pk, by=publisher, revision=held.revision)
    assert [one.ingestion_id for one in left_behind(made).undone] == [made.pk]
    take_along(made.pk, by=publisher, revision=made.revision)
    assert not made.corrections.standing()
    assert made.corrections.get().undone_by == publisher


def test_a_correction_that_a_reviewer_took_back_here_is_not_brought_again(
    held: Ingestion, publisher: User
) -> None:
    _correct(held)
    made = parsed_again(held, by=publisher)
    undo(made.corrections.get().pk, by=publisher, revision=made.revision)
    assert not left_behind(made)


def test_nothing_is_taken_along_for_another_revision(held: Ingestion, publisher: User) -> None:
    made = parsed_again(held, by=publisher)
    _correct(held)
    with pytest.raises(StaleRevisionError):
        take_along(made.pk, by=publisher, revision=made.revision + 1)
    assert not made.corrections.exists()


def test_where_nothing_is_left_behind_nothing_is_written(held: Ingestion, publisher: User) -> None:
    made = parsed_again(held, by=publisher)
    assert take_along(made.pk, by=publisher, revision=made.revision).revision == made.revision


def test_another_file_leaves_nothing_behind(held: Ingestion) -> None:
    _correct(held)
    other = parsed(build.resolution_text(operative=["Decides to act."]), follows=held)
    assert not left_behind(other)
