"""A form that is sent twice is saved once, and the second answer says that it is saved."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client

from archive.corrections import making
from archive.ingest.editing import correcting
from archive.models import Correction, Ingestion
from tests import factories as make
from tests.admin.correcting.ways import Filled, address, now, opened, read, said, send

pytestmark = pytest.mark.django_db

_SAVED = "It is saved already, as revision 1; it was sent twice."


def _span(ingestion: Ingestion) -> str:
    return next(f"{one.source}:{one.start}-{one.end}" for one in now(ingestion).parsed.citations)


_FORMS: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {
    "words": ("correct_paragraph", {"anchor": "op3"}, {"wording": "Welcomes it;"}),
    "words and label": (
        "correct_paragraph",
        {"anchor": "op4"},
        {"wording": "Decides so.", "label": "7.", "evidence": "page  2"},
    ),
    "a split": ("correct_paragraph", {"anchor": "op3"}, {"wording": "Welcomes it;\n\nNotes it;"}),
    "a removal": ("correct_paragraph", {"anchor": "op4"}, {"act": "remove"}),
    "a merging": ("correct_paragraph", {"anchor": "op3"}, {"act": "merge"}),
    "a new paragraph": ("insert_paragraph", {"after": "op3"}, {"wording": "Notes it;"}),
    "a new note": ("insert_note", {}, {"number": "9", "wording": "See A/66/203."}),
    "a fact": ("correct_fact", {"fact": "meeting"}, {"words": "90", "lines": ["0"]}),
    "no citation": ("correct_citation", {"where": ""}, {"act": "none"}),
    "a citation": ("correct_citation", {"where": ""}, {"cites": "A/RES/53/145"}),
}


def _form(client: Client, ingestion: Ingestion, name: str) -> tuple[Filled, dict[str, Any]]:
    view, where, filled = _FORMS[name]
    place = {"where": _span(ingestion)} if "where" in where else where
    return opened(client, address(ingestion, view, **place)), filled


@pytest.mark.parametrize("name", _FORMS)
def test_what_is_sent_twice_is_saved_once(
    name: str, editor_client: Client, ingestion: Ingestion
) -> None:
    form, filled = _form(editor_client, ingestion, name)
    first = send(editor_client, form, **filled)
    made = list(Correction.objects.values_list("pk", flat=True))
    second = send(editor_client, form, **filled)
    assert (first.status_code, second.status_code) == (302, 302), said(second)
    assert second["Location"] == first["Location"]
    assert [str(one) for one in get_messages(second.wsgi_request)][-1] == _SAVED
    assert list(Correction.objects.values_list("pk", flat=True)) == made
    assert now(ingestion).ingestion.revision == 1


def test_another_reason_for_the_same_is_no_repeat(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form, filled = _form(editor_client, ingestion, "a fact")
    send(editor_client, form, **filled)
    response = send(editor_client, form, **{**filled, "evidence": "the official record"})
    assert response.status_code == 409
    assert "What you wrote stands there already." in said(response)
    assert read(response).fields["evidence"] == "the official record"


def test_what_was_taken_back_since_is_not_saved_already(
    editor_client: Client, editor: User, ingestion: Ingestion
) -> None:
    form, filled = _form(editor_client, ingestion, "words")
    send(editor_client, form, **filled)
    correcting.undo(Correction.objects.get().pk, by=editor, revision=1)
    response = send(editor_client, form, **filled)
    assert response.status_code == 409
    assert read(response).fields["wording"] == "Welcomes it;"


def test_of_two_who_write_the_same_the_second_is_told_that_it_stands_there(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form, filled = _form(editor_client, ingestion, "words")
    value = making.wording_set(now(ingestion).parsed, "op3", text="Welcomes it;")
    correcting.correct(ingestion.pk, value, by=make.make_staff("editor"), revision=0)
    response = send(editor_client, form, **filled)
    assert response.status_code == 302
    assert response["Location"].endswith("#at-op3")
    told = [str(one) for one in get_messages(response.wsgi_request)]
    assert told == ["It stands there as you wrote it already: it was changed so meanwhile."]
    assert Correction.objects.count() == 1
