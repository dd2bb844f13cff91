"""What is done on the page of a review is a correction, made for the revision that was seen."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.corrections.values import Action
from archive.models import Correction, Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import address_of, client_of
from tests.ingest.publishing.ways import parsed, set_right

pytestmark = pytest.mark.django_db

WORDS = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}


def _nameless() -> Ingestion:
    return parsed(build.nameless_text())


def _send(client: Client, ingestion: Ingestion, name: str, **fields: Any) -> Any:
    values = {"revision": ingestion.revision} | fields
    return client.post(address_of(ingestion, name), values, follow=True)


def _take(client: Client, ingestion: Ingestion, **fields: Any) -> Any:
    values = {"symbol": "A/RES/62/152", "evidence": "The text cites A/62/53."} | fields
    return _send(client, ingestion, "take_candidate", **values)


def test_a_candidate_becomes_the_symbol_with_its_evidence(editor: Client, anna: User) -> None:
    ingestion = _nameless()
    shown = _take(editor, ingestion, symbol=" a/res/62/152").content.decode()
    made = Correction.objects.get()
    assert made.author == anna
    assert (made.where, made.after) == ("masthead.symbol", "A/RES/62/152")
    assert made.evidence == "The text cites A/62/53."
    assert "The symbol is set, with its evidence." in shown
    assert "take-candidate" not in shown


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"symbol": "A/RES/62/"}, "cannot be read"),
        ({"symbol": "A/62/53"}, "names neither an act"),
        ({"evidence": " "}, "Write what the symbol rests on."),
        ({"symbol": "A/RES/62/152\0<b>"}, "cannot be read"),
    ],
)
def test_what_cannot_be_a_symbol_is_refused_with_a_reason(
    editor: Client, fields: dict[str, str], said: str
) -> None:
    shown = _take(editor, _nameless(), **fields).content.decode()
    assert said in shown
    assert "<b>" not in shown.partition("messagelist")[2].partition("</ul>")[0]
    assert not Correction.objects.exists()


def test_a_candidate_for_what_has_changed_is_refused_with_what_changed(editor: Client) -> None:
    ingestion = _nameless()
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    response = _take(editor, ingestion, revision=0)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "you saw revision 0, it is at 1 now" in shown
    assert "<b>Set wording</b>, op. 1" in shown
    assert Correction.objects.count() == 1


def test_a_correction_is_taken_back_and_stays_in_the_list(editor: Client, anna: User) -> None:
    ingestion = parsed()
    made = set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    shown = _send(editor, ingestion, "take_back", correction=made.pk).content.decode()
    made.refresh_from_db()
    assert made.undone_by == anna
    assert "The correction is taken back" in shown
    assert "<b>Taken back</b> by anna" in shown
    assert f'name="correction" value="{made.pk}"' not in shown
    assert "<i>Calls upon</i> all States to act;" in shown.partition('id="at-op1"')[2][:900]


def test_a_stale_taking_back_is_refused_and_says_what_was_taken_back_meanwhile(
    editor: Client,
) -> None:
    ingestion = parsed()
    made = set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    _send(editor, ingestion, "take_back", correction=made.pk, revision=1)
    response = _send(editor, ingestion, "take_back", correction=made.pk, revision=1)
    assert response.status_code == 409
    assert "<b>Taken back</b> by anna" in response.content.decode()


def test_what_was_decided_meanwhile_is_told_where_no_correction_came(editor: Client) -> None:
    ingestion = parsed()
    made = set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    ingestion.revision, ingestion.state, ingestion.reason = 2, "rejected", "It is not ours."
    ingestion.save()
    response = _send(editor, ingestion, "take_back", correction=made.pk, revision=1)
    assert response.status_code == 409
    assert (
        "No correction came or went; what was decided on it is said below."
        in response.content.decode()
    )
    assert "It is not ours." in response.content.decode()


@pytest.mark.parametrize("sent", ["", "x", "-1", "9" * 30, "٣"])
def test_a_correction_that_is_no_number_is_refused_with_what_to_do(
    editor: Client, sent: str
) -> None:
    response = _send(editor, parsed(), "take_back", correction=sent)
    assert response.status_code == 400
    assert "The page was not sent whole" in response.content.decode()


def test_a_correction_of_another_ingestion_is_not_found(editor: Client) -> None:
    made = set_right(parsed(), Action.SET_WORDING, "op1", **WORDS)
    other = parsed(build.resolution_text("70/161"))
    assert _send(editor, other, "take_back", correction=made.pk).status_code == 404


def test_a_correction_that_another_rests_on_is_not_taken_back_and_says_why(editor: Client) -> None:
    ingestion = parsed()
    third = {"kind": "operative", "label": "3.", "text": "Invites States to act;"}
    made = set_right(ingestion, Action.INSERT, "op2", before=None, after=third)
    words = {"before": "Invites States to act;", "after": "Invites all States to act;"}
    set_right(ingestion, Action.SET_WORDING, "op3", **words)
    response = _send(editor, ingestion, "take_back", correction=made.pk)
    made.refresh_from_db()
    assert made.undone_at is None
    assert response.status_code == 409
    assert "which was made later, rests on it; take that back first." in response.content.decode()


def test_nothing_is_taken_back_in_what_was_turned_down(editor: Client) -> None:
    ingestion = parsed()
    made = set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    ingestion.state, ingestion.reason = "rejected", "It is no resolution."
    ingestion.save()
    shown = _send(editor, ingestion, "take_back", correction=made.pk).content.decode()
    assert "It was turned down, and is not corrected" in shown
    assert 'name="correction"' not in shown


@pytest.mark.parametrize("name", ["take_candidate", "take_back"])
def test_who_only_looks_corrects_nothing(name: str) -> None:
    client = client_of(make.make_staff("reader"))
    assert _send(client, _nameless(), name).status_code == 403


def test_nothing_is_corrected_in_what_was_turned_down(editor: Client) -> None:
    ingestion = _nameless()
    ingestion.state, ingestion.reason = "rejected", "It is no resolution."
    ingestion.save()
    assert "It was turned down, and is not corrected" in _take(editor, ingestion).content.decode()
    shown = editor.get(address_of(ingestion)).content.decode()
    assert "/correct/" not in shown
    assert "take-candidate" not in shown


@pytest.mark.parametrize("name", ["take_candidate", "take_back"])
def test_nothing_is_done_by_looking(editor: Client, name: str) -> None:
    assert editor.get(address_of(parsed(), name)).status_code == 405
