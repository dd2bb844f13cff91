"""Of a place that is gone the page says what became of it, and leads to where its words are."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml.html import document_fromstring

from archive.corrections import making
from archive.corrections.values import Correction as Value
from archive.ingest.editing import correcting
from archive.models import Correction, Ingestion
from tests.admin.correcting.ways import address, now, opened, said, send

pytestmark = pytest.mark.django_db

Do = Callable[..., Correction]


@pytest.fixture
def do(ingestion: Ingestion, editor: User) -> Do:
    """The editor corrects something."""

    def correct(made: Callable[..., Value], *place: Any, **change: Any) -> Correction:
        edition = now(ingestion)
        value = made(edition.parsed, *place, **change)
        revision = edition.ingestion.revision
        return correcting.correct(ingestion.pk, value, by=editor, revision=revision)

    return correct


def _asked(client: Client, ingestion: Ingestion, anchor: str) -> tuple[str, dict[str, str]]:
    """What is said of a paragraph that is gone, and the links below it."""
    response = client.get(address(ingestion, "correct_paragraph", anchor=anchor))
    assert response.status_code == 404
    page = document_fromstring(response.content.decode())
    links = page.xpath('//*[@id="content-main"]//a')
    return said(response), {one.text_content(): one.get("href") for one in links}


def test_what_was_removed_says_by_whom_and_leads_to_the_review(
    editor_client: Client, ingestion: Ingestion, do: Do
) -> None:
    do(making.removed, "op4")
    told, links = _asked(editor_client, ingestion, "op4")
    assert "There is no op. 4; look where it is now. It went with “Remove”, by editor on" in told
    assert list(links) == ["Back to the review of received.txt"]


def test_what_was_merged_leads_to_the_paragraph_that_has_its_words(
    editor_client: Client, ingestion: Ingestion, do: Do
) -> None:
    do(making.merged, "op3")
    told, links = _asked(editor_client, ingestion, "op4")
    assert "It went with “Merge”, by editor on" in told
    assert "Its words are in op. 3 now." in told
    assert links["Look at op. 3"].endswith("#at-op3")


def test_what_has_another_label_leads_to_where_it_is(
    editor_client: Client, ingestion: Ingestion, do: Do
) -> None:
    do(making.label_set, "op4", label="7.")
    do(making.label_set, "op7", label="8.")
    told, links = _asked(editor_client, ingestion, "op4")
    assert "It went with “Set label”" in told
    assert "It is op. 8 now." in told
    assert links["Look at op. 8"].endswith("#at-op8")


def test_what_was_put_in_and_taken_back_says_so(
    editor_client: Client, editor: User, ingestion: Ingestion, do: Do
) -> None:
    made = do(making.inserted, "op4", kind="operative", label="5.", text="Notes it.")
    form = opened(editor_client, address(ingestion, "correct_paragraph", anchor="op5"))
    correcting.undo(made.pk, by=editor, revision=1)
    told, _ = _asked(editor_client, ingestion, "op5")
    assert "It came with “Insert”, which editor took back on" in told
    response = send(editor_client, form, wording="Notes it well.")
    assert response.status_code == 409
    assert "which editor took back on" in said(response)
    assert "Notes it well." in said(response)


def test_of_a_place_that_never_was_nothing_is_known(
    editor_client: Client, ingestion: Ingestion, do: Do
) -> None:
    do(making.removed, "op4")
    told, links = _asked(editor_client, ingestion, "op99")
    assert "It went" not in told
    assert len(links) == 1
