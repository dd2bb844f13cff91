"""The history of a row says who changed what, when and why, and leads back to each value."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.admin.history.entries import PER_PAGE, entries_of
from archive.corrections.values import Action
from archive.ingest.publishing.history import history_of, states_of
from archive.models import Citation, Footnote, Ingestion, Paragraph, Resolution, Text
from tests import factories as make
from tests.admin.history.conftest import FIRST, MENDED
from tests.ingest.publishing.ways import published, set_right

pytestmark = pytest.mark.django_db


def _row() -> Paragraph:
    return Paragraph.objects.get(anchor="op1")


def _page(client: Client, row: Any, **query: str) -> str:
    name = f"admin:archive_{row._meta.model_name}_history"
    response = client.get(reverse(name, args=[row.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def _restore_address(row: Any, column: str, *, before: int = 1) -> str:
    record = history_of(type(row)).filter(id=row.pk)[before].history_id
    name = f"admin:archive_{row._meta.model_name}_restore_value"
    return reverse(name, args=[row.pk, record, column])


def test_the_usual_link_of_a_page_leads_to_it(held: Ingestion, as_editor: Client) -> None:
    row = _row()
    page = as_editor.get(reverse("admin:archive_paragraph_change", args=[row.pk]))
    assert reverse("admin:archive_paragraph_history", args=[row.pk]) in page.content.decode()


def test_it_says_who_when_and_why_with_the_words_that_changed(
    held: Ingestion, as_editor: Client
) -> None:
    page = _page(as_editor, _row())
    assert "Corrected: As the PDF has it" in page
    assert "by Amina" in page
    assert '<ins><span class="visually-hidden">[put in: </span>' in page
    assert " at once" in page


def test_what_is_hostile_in_words_is_text(held: Ingestion, as_editor: Client) -> None:
    set_right(
        held, Action.SET_WORDING, "op1", before=MENDED, after="Calls <script>alert(1)</script>;"
    )
    published(held)
    page = _page(as_editor, _row())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page or "&lt;" in page


@pytest.mark.parametrize("model", [Resolution, Paragraph, Citation])
def test_every_kind_of_row_has_a_history(held: Ingestion, as_editor: Client, *, model: Any) -> None:
    assert "<b>Added</b>" in _page(as_editor, model.objects.order_by("pk")[0])


def test_a_note_has_one_too(as_editor: Client) -> None:
    note = make.make_footnote(make.make_paragraph(make.make_text(), "Calls."), "See.")
    assert isinstance(note, Footnote)
    assert "<b>Added</b>" in _page(as_editor, note)


def test_a_row_that_is_not_there_is_404(as_editor: Client) -> None:
    for pk in ("999", "x"):
        address = reverse("admin:archive_paragraph_history", args=[pk])
        assert as_editor.get(address).status_code == 404


def test_a_person_restores_and_publishes_at_once(
    held: Ingestion, as_publisher: Client, publisher: User
) -> None:
    row = _row()
    address = _restore_address(row, "wording")
    page = as_publisher.get(address).content.decode()
    assert "What readers will find otherwise (1 place)" in page
    sent = {"revision": held.revision, "publish": "yes", "reason": "The PDF was wrong."}
    response = as_publisher.post(address, sent, follow=True)
    assert "Readers see it now." in response.content.decode()
    row.refresh_from_db()
    assert row.wording == FIRST
    state = states_of(row.text)[0]
    assert state.by == publisher
    assert "Restored the wording of op. 1" in state.reason
    assert "The PDF was wrong." in state.reason


def test_an_editors_restoring_waits(held: Ingestion, as_editor: Client) -> None:
    row = _row()
    address = _restore_address(row, "wording")
    assert "Restore and publish" not in as_editor.get(address).content.decode()
    as_editor.post(address, {"revision": held.revision})
    row.refresh_from_db()
    held.refresh_from_db()
    assert row.wording == MENDED
    assert held.has_unpublished_changes


def test_an_editor_who_asks_for_publishing_is_refused(held: Ingestion, as_editor: Client) -> None:
    sent = {"revision": held.revision, "publish": "yes"}
    assert as_editor.post(_restore_address(_row(), "wording"), sent).status_code == 403
    held.refresh_from_db()
    assert not held.has_unpublished_changes


def test_a_stale_page_is_refused_and_shows_the_difference_anew(
    held: Ingestion, as_publisher: Client
) -> None:
    address = _restore_address(_row(), "wording")
    seen = held.revision
    set_right(held, Action.SET_WORDING, "op2", before="Decides to remain seized.", after="Ends.")
    sent = {"revision": seen, "publish": "yes", "reason": "My reason."}
    response = as_publisher.post(address, sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "It was changed meanwhile" in page
    assert "My reason." in page
    assert "There are changes that are not published yet" in page
    assert _row().wording == MENDED


def test_what_is_so_already_says_so(held: Ingestion, as_publisher: Client) -> None:
    response = as_publisher.get(_restore_address(_row(), "wording", before=0))
    assert response.status_code == 409
    assert "is so already" in response.content.decode()


def test_a_reader_is_shown_no_way_back(held: Ingestion, client: Client) -> None:
    client.force_login(make.make_staff("reader"))
    assert "Restore what it was before" not in _page(client, _row())


def test_a_value_that_the_row_has_now_is_not_offered(held: Ingestion, as_editor: Client) -> None:
    set_right(held, Action.SET_WORDING, "op1", before=MENDED, after=FIRST)
    published(held)
    page = _page(as_editor, _row())
    assert page.count("Restore what it was before") == 1


def _grow(row: Paragraph, count: int) -> None:
    for number in range(count):
        row.label = f"{number}."
        row.save()


def test_a_long_history_is_in_pages(held: Ingestion, as_editor: Client) -> None:
    row = _row()
    _grow(row, PER_PAGE + 3)
    first, second = _page(as_editor, row), _page(as_editor, row, p="2")
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert first.count("<b>Changed</b>") == PER_PAGE
    assert second.count("<b>Added</b>") == 1
    assert len(entries_of(row, page="2").entries) == 5


def test_the_last_entry_of_a_page_is_beside_the_first_of_the_next(held: Ingestion) -> None:
    row = _row()
    _grow(row, PER_PAGE + 3)
    last = entries_of(row).entries[-1]
    assert [one.label for one in last.values] == ["Label"]


def test_it_takes_as_many_queries_for_many_entries_as_for_few(
    held: Ingestion, as_editor: Client
) -> None:
    row = _row()
    few = _queries(as_editor, row)
    _grow(row, 15)
    assert _queries(as_editor, row) == few <= 8


def _queries(client: Client, row: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        _page(client, row)
    return len(captured)


def test_keys_are_told_by_what_they_lead_to(held: Ingestion, as_editor: Client) -> None:
    citation = Citation.objects.get()
    citation.cited_resolution = make.make_resolution("A/RES/60/161")
    citation.cited_symbol = "A/RES/60/161"
    citation.save()
    page = _page(as_editor, citation)
    assert "A/RES/60/161" in page
    assert "A/RES/53/144" in page


def test_a_fact_of_a_resolution_is_told_in_words(held: Ingestion, as_editor: Client) -> None:
    row = Resolution.objects.get(symbol="A/RES/66/164")
    row.sponsors, row.adoption_method, row.adopted_on = ["Chile", "Norway"], "without_vote", None
    row.save()
    page = _page(as_editor, row)
    for words in ("Chile, Norway", "19 December 2011", "Without a vote"):
        assert words in page
    assert Text.objects.get().resolution == row
