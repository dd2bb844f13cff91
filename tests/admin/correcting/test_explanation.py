"""A warning is explained; with that, the file leaves the queue."""

import pytest
from django.test import Client

from archive.models import Correction, Ingestion
from tests import builders as build
from tests.admin.correcting.ways import address, now, opened, said, saved, send
from tests.ingest.publishing.ways import parsed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingestion(db: None) -> Ingestion:
    """A text whose third paragraph prints no number 3."""
    text = build.resolution_text().replace("\t2.\t", "\t3.\t")
    return parsed(text, state="needs_attention")


def _at(ingestion: Ingestion, code: str = "number_gap", where: str = "op3") -> str:
    return address(ingestion, "explain", code=code, where=where)


def test_an_explained_warning_is_told_no_more_and_the_queue_is_empty(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion))
    assert "Paragraph 2 was expected and 3 was found." in form.page
    assert "Decides to remain seized." in form.page
    told = saved(editor_client, _at(ingestion), evidence="So it is printed.")
    assert not now(ingestion).parsed.warnings
    assert ingestion.state == "parsed"
    assert ingestion.warnings == []
    assert told == [
        "Saved as revision 1. Op. 3: explained.",
        "1 warning is settled by it.",
        "Nothing is left that somebody must look at; it can be published.",
    ]


def test_an_explanation_has_words(editor_client: Client, ingestion: Ingestion) -> None:
    response = send(editor_client, opened(editor_client, _at(ingestion)), evidence=" ")
    assert "This cannot stay empty. Fill it in." in said(response)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("code", "where", "reason"),
    [
        ("number_gap", "op1", "Nothing of this kind is told of op. 1"),
        ("nonsense", "op3", "Nothing of this kind is told of op. 3"),
        ("marker_without_note", "op3", "Write the note, or take the mark away"),
        ("given_symbol_contradicted", "masthead.symbol", "Set the symbol"),
    ],
)
def test_what_no_explanation_settles_is_said(
    code: str, where: str, reason: str, editor_client: Client, ingestion: Ingestion
) -> None:
    response = editor_client.get(_at(ingestion, code, where))
    assert response.status_code == 404
    assert reason in said(response)
