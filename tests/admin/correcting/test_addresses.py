"""Who corrects, what can be corrected, and what the pages cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Correction, Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.correcting.ways import address, now, opened, paragraphs, said, send
from tests.ingest.publishing.ways import parsed

pytestmark = pytest.mark.django_db

FORMS: list[tuple[str, dict[str, str]]] = [
    ("correct_paragraph", {"anchor": "op3"}),
    ("insert_paragraph", {"after": "start"}),
    ("correct_note", {"anchor": "fn1"}),
    ("insert_note", {}),
    ("correct_citation", {"where": "op3"}),
    ("correct_fact", {"fact": "symbol"}),
    ("explain", {"code": "number_gap", "where": "op3"}),
]


@pytest.mark.parametrize("role", ["", "reader"])
@pytest.mark.parametrize(("view", "where"), FORMS)
def test_whoever_may_not_correct_gets_none_of_the_forms(
    view: str, where: dict[str, str], role: str, ingestion: Ingestion
) -> None:
    client = Client()
    client.force_login(make.make_staff(*([role] if role else [])))
    at = address(ingestion, view, **where)
    assert client.get(at).status_code == 403
    sent = client.post(at, {"revision": "0", "wording": "x", "act": "remove", "evidence": "y"})
    assert sent.status_code == 403
    assert not Correction.objects.exists()


def test_nothing_is_written_by_looking(editor_client: Client, ingestion: Ingestion) -> None:
    at = address(ingestion, "correct_paragraph", anchor="op4")
    editor_client.get(at, {"act": "remove", "revision": "0", "wording": "x"})
    assert editor_client.put(at).status_code == 405
    assert not Correction.objects.exists()


def test_a_form_that_another_site_sends_is_refused(ingestion: Ingestion) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.make_staff("editor"))
    at = address(ingestion, "correct_paragraph", anchor="op4")
    assert client.post(at, {"revision": "0", "act": "remove"}).status_code == 403
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"state": "queued", "parse_result": None, "parser_version": ""}, "Wait for it"),
        ({"state": "failed", "failure": "No.", "failure_code": "no"}, "Send the file in another"),
        ({"state": "rejected", "reason": "Twice."}, "Have its file parsed again"),
    ],
)
@pytest.mark.parametrize(("view", "where"), FORMS)
def test_what_cannot_be_corrected_says_so_and_what_to_do(
    view: str,
    where: dict[str, str],
    state: dict[str, Any],
    reason: str,
    editor_client: Client,
    ingestion: Ingestion,
) -> None:
    Ingestion.objects.update(**state)
    at = address(ingestion, view, **where)
    for response in (editor_client.get(at), editor_client.post(at, {"revision": "0"})):
        assert response.status_code == 409
        assert reason in said(response)
    assert not Correction.objects.exists()


def test_an_ingestion_that_is_none_is_not_found(
    editor_client: Client, ingestion: Ingestion
) -> None:
    at = address(ingestion, "insert_note").replace(f"/{ingestion.pk}/", "/999999/")
    assert editor_client.get(at).status_code == 404


def test_what_is_hostile_in_a_file_is_words_and_nothing_else(editor_client: Client) -> None:
    text = build.resolution_text(operative=["Notes <script>alert(1)</script>;", "Decides so."])
    ingestion = parsed(text)
    for view, where in [
        ("correct_paragraph", {"anchor": "op1"}),
        ("insert_paragraph", {"after": "op1"}),
        ("correct_citation", {"where": "op1"}),
    ]:
        page = opened(editor_client, address(ingestion, view, **where)).page
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def _queries(client: Client, at: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(at).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("view", "where"), [*FORMS[:2], ("correct_fact", {"fact": "symbol"}), ("insert_note", {})]
)
def test_a_form_costs_the_same_however_long_the_text_and_however_often_corrected(
    view: str, where: dict[str, str], editor_client: Client, ingestion: Ingestion
) -> None:
    long = parsed(
        build.resolution_text(operative=[f"Notes report {n} of the year;" for n in range(300)])
    )
    form = opened(editor_client, address(long, "correct_paragraph", anchor="op4"))
    for number in range(3):
        send(editor_client, form, revision=str(number), wording=f"Notes it {number};")
    few = _queries(editor_client, address(ingestion, view, **where))
    assert _queries(editor_client, address(long, view, **where)) == few <= 7


def test_saving_costs_the_same_however_much_is_corrected_at_once(
    editor_client: Client, ingestion: Ingestion
) -> None:
    def cost(**changed: str) -> int:
        form = opened(editor_client, address(ingestion, "correct_paragraph", anchor="op4"))
        with CaptureQueriesContext(connection) as captured:
            assert send(editor_client, form, **changed).status_code == 302
        return len(captured)

    one = cost(wording="Decides so.")
    assert cost(wording="Decides.\n\nSo it is.", label="", parent="op3", kind="operative") == one
    assert one <= 26


def test_a_long_list_of_paragraphs_is_offered_in_part_and_any_can_be_written(
    editor_client: Client,
) -> None:
    ingestion = parsed(
        build.resolution_text(operative=[f"Notes report {n} of the year;" for n in range(900)])
    )
    at = address(ingestion, "correct_paragraph", anchor="op450")
    form = opened(editor_client, at)
    assert form.page.count("<option value=") <= 200 + 4
    assert '<option value="op440">' in form.page
    assert '<option value="op1">' not in form.page
    assert send(editor_client, form, after="op. 1").status_code == 302
    order = list(paragraphs(ingestion))
    assert order.index("op450") == order.index("op1") + 1
    assert not now(ingestion).conflicts
