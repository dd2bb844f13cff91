"""Files are read again, compared with what is published, and all, some or nothing is published."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive.corrections.values import Action
from archive.models import Ingestion, Paragraph, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import NEXT_VERSION, parsed_again, plant, reworded

pytestmark = pytest.mark.django_db
FIRST, OTHER = "Calls upon all States to act;", "Calls on all States;"
SIGN = b"General Assembly"


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


@pytest.fixture
def as_publisher(publisher: User) -> Client:
    client = Client()
    client.force_login(publisher)
    return client


@pytest.fixture
def as_editor() -> Client:
    client = Client()
    client.force_login(make.make_staff("editor", name="Ben"))
    return client


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    return ingestion


@pytest.fixture
def reading(held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch) -> Ingestion:
    """The next reading of it, with other words in op. 1 and op. 2."""
    changes = (reworded("op1", OTHER), reworded("op2", "Decides to end."))
    plant(monkeypatch, {SIGN: lambda found: changes[1](changes[0](found))})
    return parsed_again(held, by=publisher)


def _address(name: str, row: Ingestion) -> str:
    return reverse(f"admin:archive_ingestion_{name}", args=[row.pk])


def _words() -> list[str]:
    rows = Paragraph.objects.filter(kind="operative").order_by("position")
    return [*rows.values_list("wording", flat=True)]


def test_reading_again_is_asked_for_and_then_waits(
    held: Ingestion, as_publisher: Client, publisher: User
) -> None:
    page = as_publisher.get(_address("reparse", held)).content.decode()
    assert "Readers see what they see now until somebody publishes the new reading." in page
    assert Ingestion.objects.count() == 1
    response = as_publisher.post(_address("reparse", held))
    made = Ingestion.objects.waiting().get()
    assert response["Location"] == _address("change", made)
    assert (made.follows, made.requested_by) == (held, publisher)


def test_asked_for_twice_it_leads_to_the_first(held: Ingestion, as_publisher: Client) -> None:
    as_publisher.post(_address("reparse", held))
    made = Ingestion.objects.waiting().get()
    response = as_publisher.post(_address("reparse", held), follow=True)
    assert "was read again already" in response.content.decode()
    assert response.redirect_chain == [(_address("change", made), 302)]
    assert Ingestion.objects.count() == 2


def test_texts_of_a_list_are_read_again_together(held: Ingestion, as_publisher: Client) -> None:
    other = parsed(build.resolution_text("66/165"))
    published(other)
    make.make_text()
    chosen = [str(text.pk) for text in Text.objects.all()]
    sent = {"action": "read_again", "_selected_action": chosen}
    page = as_publisher.post(reverse("admin:archive_text_changelist"), sent, follow=True)
    assert "2 texts wait to be read again." in page.content.decode()
    assert "The archive kept no ingestion of it." in page.content.decode()
    assert Ingestion.objects.waiting().count() == 2


def test_the_queue_of_texts_behind_is_a_filter_of_their_list(
    held: Ingestion, as_publisher: Client, reading: Ingestion
) -> None:
    listed = reverse("admin:archive_text_changelist")
    assert "1 text" in as_publisher.get(listed, {"behind": "yes"}).content.decode()
    sent = {"revision": reading.revision, "reason": "It reads worse."}
    as_publisher.post(_address("reject", reading), sent)
    assert "0 texts" in as_publisher.get(listed, {"behind": "yes"}).content.decode()
    assert _words()[0] == FIRST


def test_the_differences_are_shown_with_both_versions(
    held: Ingestion, as_publisher: Client, reading: Ingestion
) -> None:
    page = as_publisher.get(_address("differences", reading)).content.decode()
    assert "What readers would find otherwise (2 places)" in page
    assert f"this was read by version {NEXT_VERSION}" in page
    assert 'value="paragraph:op1"' in page


def test_all_of_it_is_accepted(held: Ingestion, as_publisher: Client, reading: Ingestion) -> None:
    as_publisher.post(_address("accept", reading), {"revision": reading.revision})
    assert _words() == [OTHER, "Decides to end."]
    assert Text.objects.get().parser_version == NEXT_VERSION


def test_some_of_it_is_accepted(
    held: Ingestion, as_publisher: Client, reading: Ingestion, publisher: User
) -> None:
    sent = {"revision": reading.revision, "as_published": ["paragraph:op1"]}
    as_publisher.post(_address("accept", reading), sent)
    assert _words() == [FIRST, "Decides to end."]
    assert reading.corrections.get().author == publisher


def test_an_editor_keeps_what_is_published_and_publishes_nothing(
    held: Ingestion, as_editor: Client, reading: Ingestion
) -> None:
    address = _address("differences", reading)
    assert "Publish all" not in as_editor.get(address).content.decode()
    sent = {"revision": reading.revision, "as_published": ["paragraph:op1"]}
    page = as_editor.post(address, sent, follow=True).content.decode()
    assert "1 correction keeps what is published." in page
    assert "What readers would find otherwise (1 place)" in page
    assert as_editor.post(_address("accept", reading), sent).status_code == 403
    assert _words()[0] == FIRST


def test_what_cannot_be_turned_down_says_so_and_loses_no_tick(
    held: Ingestion, as_publisher: Client, reading: Ingestion
) -> None:
    sent = {"revision": reading.revision, "as_published": ["paragraph:op1", "paragraph:op9"]}
    response = as_publisher.post(_address("accept", reading), {**sent, "reason": "My reason."})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Some of what was ticked is no difference any more (1)" in page
    assert 'id="keep-1" checked' in page
    assert "My reason." in page
    assert not reading.corrections.exists()


@pytest.mark.parametrize("name", ["accept", "differences", "take_along", "replace", "stand_alone"])
def test_a_stale_page_is_refused_with_what_happened_meanwhile(
    held: Ingestion, as_publisher: Client, reading: Ingestion, *, name: str
) -> None:
    seen = reading.revision
    ben = make.make_staff("editor", name="Ben")
    set_right(reading, Action.SET_WORDING, "op1", before=OTHER, after="Calls;", author=ben)
    sent = {"revision": seen, "as_published": ["paragraph:op1"]}
    response = as_publisher.post(_address(name, reading), sent)
    assert response.status_code == 409
    assert "It was changed meanwhile" in response.content.decode()
    assert "by Ben" in response.content.decode()
    assert _words()[0] == FIRST


def _in_conflict(held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch) -> Ingestion:
    set_right(held, Action.SET_WORDING, "op1", before=FIRST, after="Calls;", author=publisher)
    published(held)
    plant(monkeypatch, {SIGN: reworded("op1", OTHER)})
    return parsed_again(held, by=publisher)


def test_a_conflict_with_what_a_person_set_is_shown_and_keeps_it_from_readers(
    held: Ingestion, as_publisher: Client, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = _in_conflict(held, publisher, monkeypatch)
    page = as_publisher.get(_address("differences", reading)).content.decode()
    assert "Set by people, and read otherwise now (1)" in page
    assert f"Found in its place: “{OTHER}”." in page
    response = as_publisher.post(_address("accept", reading), {"revision": reading.revision})
    assert response.status_code == 409
    assert _words()[0] == "Calls;"


@pytest.mark.parametrize(
    ("choice", "words"), [({"keep": "yes"}, "Calls;"), ({"take_back": "yes"}, OTHER)]
)
def test_a_conflict_is_settled_either_way(
    held: Ingestion,
    as_publisher: Client,
    publisher: User,
    monkeypatch: pytest.MonkeyPatch,
    *,
    choice: dict[str, str],
    words: str,
) -> None:
    reading = _in_conflict(held, publisher, monkeypatch)
    made = reading.corrections.get()
    sent = {"revision": reading.revision, "correction": made.pk, **choice}
    page = as_publisher.post(_address("settle", reading), sent, follow=True).content.decode()
    assert "read otherwise now" not in page
    as_publisher.post(_address("accept", reading), {"revision": reading.revision + 1})
    assert _words()[0] == words


def test_what_is_settled_already_says_so(
    held: Ingestion, as_publisher: Client, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = _in_conflict(held, publisher, monkeypatch)
    sent = {"revision": reading.revision, "correction": reading.corrections.get().pk, "keep": "1"}
    as_publisher.post(_address("settle", reading), sent)
    assert as_publisher.post(_address("settle", reading), sent).status_code == 409
    again = as_publisher.post(
        _address("settle", reading), {**sent, "revision": reading.revision + 1}
    )
    assert again.status_code == 409
    assert "in no conflict any more" in again.content.decode()


def test_corrections_made_meanwhile_are_shown_and_taken_along(
    held: Ingestion, as_publisher: Client, reading: Ingestion
) -> None:
    set_right(
        held, Action.SET_WORDING, "pp1", before="x", after="Recalling it,", made_at=timezone.now()
    )
    page = as_publisher.get(_address("differences", reading)).content.decode()
    assert "Corrected in what is published since" in page
    sent = {"revision": reading.revision}
    assert as_publisher.post(_address("accept", reading), sent).status_code == 409
    page = as_publisher.post(_address("take_along", reading), sent, follow=True).content.decode()
    assert "Corrected in what is published since" not in page


def test_a_reading_that_changes_nothing_says_so(
    held: Ingestion, as_publisher: Client, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    page = as_publisher.get(_address("differences", parsed_again(held, by=publisher)))
    assert "Nothing: every word, note, fact and citation is as it is published." in (
        page.content.decode()
    )


def test_what_is_not_parsed_and_what_follows_nothing_has_nothing_to_compare(
    as_publisher: Client,
) -> None:
    for row, said in (
        (make.make_waiting(), "There is no parse of it yet"),
        (parsed(), "Nothing that is published can be compared with it."),
    ):
        assert said in as_publisher.get(_address("differences", row)).content.decode()


def test_changes_that_wait_are_compared_with_what_readers_see(
    held: Ingestion, as_publisher: Client
) -> None:
    set_right(held, Action.SET_WORDING, "op1", before=FIRST, after="Calls;")
    page = as_publisher.get(_address("differences", held)).content.decode()
    assert "What readers would find otherwise (1 place)" in page


def test_a_better_file_takes_the_place_of_a_held_one_in_two_steps(
    held: Ingestion, as_publisher: Client
) -> None:
    better = parsed(build.resolution_text(operative=["Calls upon all States to act at once;"]))
    page = as_publisher.get(_address("replace", better)).content.decode()
    assert "This replaces the held text" in page
    assert "What readers will find otherwise" in page
    as_publisher.post(_address("replace", better), {"revision": 0})
    assert "Where another file takes the place" in (
        as_publisher.get(_address("differences", better)).content.decode()
    )
    refused = as_publisher.post(_address("accept", better), {"revision": 1})
    assert "Say why it is the better one" in refused.content.decode()
    as_publisher.post(_address("accept", better), {"revision": 1, "reason": "The corrigendum."})
    assert _words() == ["Calls upon all States to act at once;"]


def test_a_file_of_another_resolution_is_refused(held: Ingestion, as_publisher: Client) -> None:
    other = parsed(build.resolution_text("66/165"))
    page = as_publisher.get(_address("replace", other)).content.decode()
    assert "no text of A/RES/66/165 is held" in page
    assert "This replaces the held text" not in page
    response = as_publisher.post(_address("replace", other), {"revision": 0})
    assert response.status_code == 409
    other.refresh_from_db()
    assert other.follows is None


def test_it_can_be_given_up(held: Ingestion, as_publisher: Client) -> None:
    better = parsed(build.resolution_text(operative=["Calls;"]))
    as_publisher.post(_address("replace", better), {"revision": 0})
    page = as_publisher.post(_address("stand_alone", better), {"revision": 1}, follow=True)
    assert "It takes nothing’s place." in page.content.decode()
    better.refresh_from_db()
    assert better.follows is None
    page = as_publisher.post(_address("stand_alone", better), {"revision": 2}, follow=True)
    assert "takes the place of no other file" in page.content.decode()


def test_the_page_takes_a_fixed_number_of_queries(
    held: Ingestion, as_publisher: Client, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for many in (1, 12):
        operative = [f"Calls upon State {n} to act;" for n in range(many)]
        first = parsed(build.resolution_text(f"70/{many}", operative=operative))
        published(first)
        sign = f"70/{many}.".encode()
        plant(monkeypatch, {sign: reworded("op1", "Calls;")})
        row = parsed_again(first, by=publisher)
        for _ in range(2):
            with CaptureQueriesContext(connection) as captured:
                as_publisher.get(_address("differences", row))
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 20
