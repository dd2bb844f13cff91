"""The history of a text lists its states, says what changed with each, and leads back to it."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.ingest.publishing.history import states_of
from archive.ingest.publishing.withdrawal import withdraw
from archive.ingest.reparsing.deciding import accept
from archive.ingest.reparsing.replacing import take_place
from archive.models import Ingestion, Paragraph, Text
from tests import builders as build
from tests.admin.history.conftest import FIRST, MENDED
from tests.ingest.publishing.ways import parsed

pytestmark = pytest.mark.django_db


def _address(name: str, *, state: int = 0) -> str:
    text = Text.objects.get()
    at = states_of(text)[state].at.isoformat()
    return reverse(f"admin:archive_text_{name}", args=[text.pk, at])


def _history(client: Client) -> str:
    address = reverse("admin:archive_text_history", args=[Text.objects.get().pk])
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_states_say_who_why_and_what_changed(held: Ingestion, as_editor: Client) -> None:
    page = _history(as_editor)
    assert "The text itself changed, 1 paragraph changed." in page
    assert "The text came into being, 3 paragraphs added, 1 citation added." in page
    assert "Corrected: As the PDF has it" in page
    assert page.count("by Amina") == 2


def test_a_state_shows_its_differences(held: Ingestion, as_editor: Client) -> None:
    page = as_editor.get(_address("state")).content.decode()
    assert "What changed with it (1 place)" in page
    assert " at once" in page
    assert "This is the present state." in page
    first = as_editor.get(_address("state", state=1)).content.decode()
    assert "There was no text of it before." in first
    assert "Restore this state" in first


def test_a_state_is_restored_and_published(held: Ingestion, as_publisher: Client) -> None:
    address = _address("restore_state", state=1)
    assert "by 1 correction in your name" in as_publisher.get(address).content.decode()
    as_publisher.post(address, {"revision": held.revision, "publish": "yes"})
    assert Paragraph.objects.get(anchor="op1").wording == FIRST
    assert "Restored the state of" in states_of(Text.objects.get())[0].reason


def test_an_editors_restoring_of_a_state_waits(held: Ingestion, as_editor: Client) -> None:
    as_editor.post(_address("restore_state", state=1), {"revision": held.revision})
    assert Paragraph.objects.get(anchor="op1").wording == MENDED
    held.refresh_from_db()
    assert held.has_unpublished_changes


def test_the_present_state_is_refused(held: Ingestion, as_editor: Client) -> None:
    response = as_editor.get(_address("restore_state"))
    assert response.status_code == 409
    assert "reads so already" in response.content.decode()


@pytest.mark.parametrize("name", ["state", "restore_state"])
@pytest.mark.parametrize("at", ["yesterday", "2026-11-25T09:00:00", "2001-11-25T09:00:00+00:00"])
def test_an_instant_that_is_none_is_404(
    held: Ingestion, as_editor: Client, *, name: str, at: str
) -> None:
    address = reverse(f"admin:archive_text_{name}", args=[Text.objects.get().pk, at])
    assert as_editor.get(address).status_code == 404


def test_the_file_before_a_replacement_is_linked_with_its_parse(
    held: Ingestion, as_editor: Client, publisher: User
) -> None:
    better = parsed(build.resolution_text(operative=[MENDED]))
    take_place(better.pk, revision=0)
    accept(better.pk, but=(), by=publisher, revision=1, reason="The corrigendum.")
    page = _history(as_editor)
    for row in (held, better):
        assert reverse("admin:archive_sourcefile_change", args=[row.source_file_id]) in page
        assert reverse("admin:archive_ingestion_change", args=[row.pk]) in page
    assert "Why: The corrigendum." in page
    assert page.count("the present one") == 1


def test_a_withdrawal_is_a_state(held: Ingestion, as_editor: Client, publisher: User) -> None:
    withdraw(Text.objects.get().pk, by=publisher, reason="It is the draft.")
    assert "Withdrawn: It is the draft." in _history(as_editor)


def test_it_takes_a_fixed_number_of_queries(
    held: Ingestion, as_editor: Client, publisher: User
) -> None:
    with CaptureQueriesContext(connection) as few:
        _history(as_editor)
    text = Text.objects.get()
    for number in range(10):
        text.title = f"Title {number}"
        text.save()
    with CaptureQueriesContext(connection) as many:
        _history(as_editor)
    assert len(many) <= len(few) <= 16
